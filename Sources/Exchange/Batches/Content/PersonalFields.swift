internal import Expressions
internal import Forms
internal import JSON
internal import Records

/// Takes out of a submission what a form marks as personal: the answers themselves, what stands beside them, everything
/// computed from them, and every other text in which one of them is repeated.
struct PersonalFields {
  /// Paths of names whose answers go.
  let paths: Set<String>
  private let form: CheckedForm
  private let names: Set<String>

  /// The personal nodes of a form. What a calculation or a default draws from a personal answer is personal too.
  init(of form: CheckedForm) {
    self.form = form
    var personal: Set<Int> = []
    for node in form.nodes {
      let isInside = node.parent.map { personal.contains($0) } ?? false
      if node.isPersonal || isInside { personal.insert(node.index) }
    }
    var names = Set(personal.map { form.nodes[$0].name })
    var grew = !personal.isEmpty
    while grew {
      grew = false
      for node in form.nodes where !personal.contains(node.index) && Self.draws(node, from: names) {
        personal.insert(node.index)
        names.insert(node.name)
        grew = true
      }
    }
    paths = Set(personal.map { form.nodes[$0].path })
    self.names = names
  }

  private static func draws(_ node: FormNode, from names: Set<String>) -> Bool {
    [node.calculation, node.dynamicDefault, node.triggered].contains { formula in
      guard let formula else { return false }
      return formula.formula.tree.locationPaths.contains { path in
        path.steps.contains { step in
          if let name = step.name { return names.contains(name) }
          // A wild card may reach anything; a step up or in place reaches nothing by itself.
          return step.axis != .parent && step.axis != .selfNode
        }
      }
    }
  }

  /// A submission without what is personal.
  struct Stripped {
    /// What may be shared.
    var content: SubmissionContent
    /// Paths of the answers that went, with row numbers.
    var removed: [String] = []
    /// The texts that must not be left anywhere.
    var secrets = PersonalTexts()
  }

  /// Strips a submission.
  func strip(_ content: SubmissionContent) -> Stripped {
    let root = form.nodes.first?.path ?? ""
    var stripped = Stripped(content: content)
    gather(.object(content.answers), path: root, isPersonal: false, into: &stripped.secrets)
    for texts in [content.missing, content.warnings, content.notes] {
      for (path, text) in texts where isPersonal(path) { stripped.secrets.add(text, mayBeName: false) }
    }
    let answers = clean(.object(content.answers), path: root, shown: root, &stripped)
    stripped.content.answers = answers?.objectValue ?? JSONObject()
    for beside in [\SubmissionContent.missing, \.warnings, \.notes] {
      let kept = content[keyPath: beside].filter { !isPersonal($0.key) && !stripped.betrays($0.value) }
      stripped.content[keyPath: beside] = kept
    }
    // Entities repeat answers under other names, and a visit's number leads to its address.
    stripped.content.more = JSONObject()
    stripped.content.visit = nil
    return stripped
  }

  /// Whether the name of a filled form is made of personal answers.
  var isLabelDrawn: Bool {
    let formula = form.definition.instanceName?.text ?? ""
    return names.contains { formula.contains("{" + $0 + "}") || formula.contains("/" + $0) }
  }

  /// The name of a filled form, empty when it is made of personal answers.
  func label(_ label: String, _ stripped: Stripped) -> String {
    isLabelDrawn || stripped.betrays(label) ? "" : label
  }

  private func isPersonal(_ path: String) -> Bool {
    var plain = ""
    var isRow = false
    for character in path {
      if character == "[" || character == "{" { isRow = true }
      if !isRow { plain.append(character) }
      if character == "]" || character == "}" { isRow = false }
    }
    return paths.contains(plain)
  }

  /// Whether an answer of this kind is a text in which something can be repeated.
  private static func isText(_ kind: QuestionKind?) -> Bool {
    switch kind {
    case .text, .barcode, .calculate, .hidden, .note, .metadata, nil: true
    default: false
    }
  }

  /// Collects what must not be found elsewhere: typed texts and long numbers. A choice's name says nothing by itself.
  private func gather(_ value: JSONValue, path: String, isPersonal: Bool, into secrets: inout PersonalTexts) {
    let isPersonal = isPersonal || paths.contains(path)
    switch value {
    case .string(let text):
      guard isPersonal else { return }
      let kind = form.node(at: path)?.kind
      switch kind {
      case .selectOne, .selectMultiple, .rank, .acknowledge, .date, .time, .dateTime, .range, .percentage: return
      case .integer, .decimal: if text.count < 8 { return }
      default: break
      }
      secrets.add(text, mayBeName: kind == .text)
    case .array(let rows): for row in rows { gather(row, path: path, isPersonal: isPersonal, into: &secrets) }
    case .object(let members):
      for member in members {
        gather(member.value, path: path + "/" + member.key, isPersonal: isPersonal, into: &secrets)
      }
    case .null, .bool, .number: break
    }
  }

  private func clean(_ value: JSONValue, path: String, shown: String, _ stripped: inout Stripped) -> JSONValue? {
    if paths.contains(path) {
      stripped.removed.append(shown)
      return nil
    }
    switch value {
    case .string(let text):
      guard Self.isText(form.node(at: path)?.kind), stripped.betrays(text) else { return value }
      stripped.removed.append(shown)
      return nil
    case .array(let rows):
      return .array(
        rows.enumerated().compactMap { clean($1, path: path, shown: shown + "[\($0 + 1)]", &stripped) })
    case .object(let members):
      var kept = JSONObject()
      for member in members {
        let name = "/" + member.key
        kept[member.key] = clean(member.value, path: path + name, shown: shown + name, &stripped)
      }
      return .object(kept)
    case .null, .bool, .number: return value
    }
  }
}

extension PersonalFields.Stripped {
  /// Whether a text holds a personal answer.
  func betrays(_ text: String) -> Bool { secrets.isIn(text) }
}
