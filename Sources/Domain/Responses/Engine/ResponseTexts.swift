internal import Expressions
package import Forms

// Labels, hints and messages, computed parts filled in.
extension Response {
  /// A text of a question in the current language; nothing when the form gives none.
  package func text(_ column: TextColumn, at path: FieldPath) -> String? {
    guard let place = locate(path) else { return nil }
    let node = form.nodes[place.node]
    if let element = element(at: path) { return text(column, of: node, at: element) }
    guard let parent = node.parent else { return nil }
    return text(column, of: node, at: sheet.element(of: parent, from: place.row))
  }

  func text(_ column: TextColumn, of node: FormNode, at element: NodeID) -> String? {
    guard let template = node.texts[column]?.template(in: shownLanguage, default: form.defaultLanguage) else {
      return nil
    }
    return text(template, at: element)
  }

  /// A text with its computed parts as they are seen from an element.
  func text(_ template: TextTemplate, at element: NodeID) -> String {
    if template.parts.count == 1, case .literal(let text) = template.parts[0] { return text }
    var text = ""
    for part in template.parts {
      switch part {
      case .literal(let piece): text += piece
      case .formula(let formula): text += shown(formula, at: element)
      }
    }
    return text
  }
}
