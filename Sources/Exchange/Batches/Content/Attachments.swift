internal import JSON
internal import Journal
internal import Media

/// Attachments that answers name.
enum Attachments {
  /// The names among the values, each once.
  static func names(in answers: JSONObject) -> [MediaName] {
    var names: [MediaName] = []
    gather(.object(answers), into: &names)
    return names
  }

  private static func gather(_ value: JSONValue, into names: inout [MediaName]) {
    switch value {
    case .string(let text):
      if text.utf8.count > 64, let name = MediaName(fileName: text), !names.contains(name) { names.append(name) }
    case .array(let elements): for element in elements { gather(element, into: &names) }
    case .object(let object): for member in object { gather(member.value, into: &names) }
    case .null, .bool, .number: break
    }
  }
}
