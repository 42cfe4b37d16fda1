import Foundation
import FormFiles
import Forms

/// The questions of a form as its file has them: what the surveyor of the tests expects to be asked.
struct SurveyForm {
  let form: CheckedForm
  /// Everything that a person can stand on, in order.
  let stops: [FormNode]

  /// Reads a form of the project.
  init(_ id: String) throws {
    let forms = Program.root.appendingPathComponent("forms").path
    let loaded = try FormFiles.load(path: "\(forms)/\(id)", root: forms)
    guard let checked = CheckedForm.check(loaded.definition).form else {
      throw TmuxScreen.Failure(description: "the form \(id) cannot be read")
    }
    form = checked
    stops = checked.nodes.filter { $0.kind == .repeat || (!$0.isContainer && $0.hasControl) }
  }

  /// The label up to its first computed part.
  func label(_ node: FormNode) -> String {
    guard let template = node.texts[.label]?.template(in: "vi", default: "vi") else { return "" }
    var label = ""
    for part in template.parts {
      guard case .literal(let piece) = part else { break }
      label += piece
    }
    return label
  }

  /// The stop that a text on the screen begins with: of several, the one with the longest label, and of these the first.
  func stop(shownAs text: String, among candidates: [FormNode]) -> FormNode? {
    var found: (node: FormNode, length: Int)?
    for node in candidates {
      let label = label(node)
      guard !label.isEmpty, text.hasPrefix(label), label.count > found?.length ?? 0 else { continue }
      found = (node, label.count)
    }
    return found?.node
  }

  /// Stops that lie as deep as a stop and do not come before it, the stop itself first.
  func following(_ node: FormNode) -> [FormNode] {
    stops.filter { $0.index >= node.index && $0.enclosingRepeat == node.enclosingRepeat }
  }

  /// The questions of a row of a repeat.
  func questions(of repeated: FormNode) -> [FormNode] { stops.filter { $0.enclosingRepeat == repeated.index } }

  /// The key that chooses a value where the choices stand in the form; nil when they open as a list.
  func digit(of value: String, for node: FormNode) -> String? {
    guard let name = node.listName, node.itemset?.isFiltered != true,
      let list = form.lists.first(where: { $0.name == name }), list.items.count <= 9,
      let index = list.items.firstIndex(where: { list.value(of: $0) == value })
    else { return nil }
    return String(index + 1)
  }
}
