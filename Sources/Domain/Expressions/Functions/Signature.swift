/// What a function takes.
package struct Signature: Sendable, Equatable {
  /// The kinds of arguments.
  package enum Parameter: String, Sendable {
    case string, number, boolean, date, any, nodeset, path, geo
  }

  /// The parameters in order.
  package let parameters: [Parameter]
  /// How many of them, from the end, may be left out.
  package let optional: Int
  /// How many of them, from the end, may be repeated as a group.
  package let repeating: Int

  init(_ parameters: [Parameter], optional: Int = 0, repeating: Int = 0) {
    self.parameters = parameters
    self.optional = optional
    self.repeating = repeating
  }

  /// Whether so many arguments are right.
  package func accepts(_ count: Int) -> Bool {
    if count < parameters.count - optional { return false }
    if count <= parameters.count { return true }
    return repeating > 0 && (count - parameters.count) % repeating == 0
  }

  /// The accepted numbers of arguments, as in `1-2` or `3+`.
  package var arityText: String {
    let least = parameters.count - optional
    if repeating > 0 { return "\(least)+" }
    return optional == 0 ? "\(least)" : "\(least)-\(parameters.count)"
  }

  /// The parameters as documentation shows them, as in `string, number[, number]`.
  package var text: String {
    var text = ""
    for (index, parameter) in parameters.enumerated() {
      let isOptional = index >= parameters.count - optional
      text += (isOptional ? "[" : "") + (index > 0 ? ", " : "") + parameter.rawValue
    }
    return text + (repeating > 0 ? ", …" : "") + String(repeating: "]", count: optional)
  }
}
