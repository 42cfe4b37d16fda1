import Expressions
import Forms

/// A checked form as lines of text, so that two forms can be compared and a difference read.
enum FormSummary {
  static func lines(_ form: CheckedForm) -> [String] {
    form.nodes.map { node in
      var parts = [node.path, "\(node.kind)"]
      let formulas: [(String, CompiledFormula?)] = [
        ("relevant", node.relevant), ("constraint", node.constraint), ("required", node.required),
        ("readonly", node.readOnly), ("calculate", node.calculation), ("default", node.dynamicDefault),
        ("triggered", node.triggered), ("count", node.repeatCount), ("warning", node.warning),
        ("items", node.itemset?.items),
      ]
      for (name, formula) in formulas {
        if let formula { parts.append(name + "=" + formula.formula.source.filter { !$0.isWhitespace }) }
      }
      if !node.staticDefault.isEmpty { parts.append("value=" + node.staticDefault) }
      if !node.triggers.isEmpty { parts.append("triggers=\(node.triggers.sorted())") }
      for (column, texts) in node.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for text in texts.templates { parts.append("\(column.rawValue)[\(text.language)]=\(words(text))") }
      }
      if !node.appearance.words.isEmpty { parts.append("appearance=\(node.appearance.words.sorted())") }
      let parameters = node.parameters.filter { !node.kind.isSelect || $0.key != "value" && $0.key != "label" }
      if !parameters.isEmpty {
        parts.append("parameters=\(parameters.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value })")
      }
      if let itemset = node.itemset { parts.append("paths=\(itemset.valuePath) \(itemset.labelPath)") }
      if let saveTo = node.saveTo { parts.append("save=" + saveTo) }
      if let unit = node.unit { parts.append("unit=" + unit) }
      if !node.missingReasons.isEmpty { parts.append("missing=\(node.missingReasons)") }
      return parts.joined(separator: " | ")
    }
  }

  /// The choice lists that questions use: name, columns, values and labels; long ones by their number and ends.
  static func lists(_ form: CheckedForm) -> [String] {
    let used = Set(
      form.nodes.compactMap { node -> Int? in
        if case .list(let place)? = node.itemset?.source { place } else { nil }
      })
    return used.map { form.lists[$0] }.map { list in
      let items = list.items
      let shown = items.prefix(200).map { item in
        let labels = (form.languages + [""]).map { list.label(of: item, in: $0, default: form.defaultLanguage) }
        let columns = list.document.children(of: item).filter { list.document.name(of: $0) != "itextId" }
          .map { list.document.name(of: $0) + "=" + list.document.value(of: $0) }
          .filter { !$0.hasPrefix("label=") }
        return labels.joined(separator: "/") + columns.joined(separator: ",")
      }
      return "\(list.name) \(list.valueName) \(list.labelName) \(items.count): " + shown.joined(separator: "; ")
    }.sorted()
  }

  private static func words(_ text: TextTemplate) -> String {
    text.parts.map { part in
      switch part {
      case .literal(let piece): piece
      case .formula(let formula): "{" + formula.formula.source.filter { !$0.isWhitespace } + "}"
      }
    }.joined()
  }
}
