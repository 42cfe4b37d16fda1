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
      if !node.triggers.isEmpty { parts.append("triggers=\(node.triggers)") }
      for (column, texts) in node.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for text in texts.templates { parts.append("\(column.rawValue)[\(text.language)]=\(words(text))") }
      }
      if !node.appearance.words.isEmpty { parts.append("appearance=\(node.appearance.words.sorted())") }
      if !node.parameters.isEmpty {
        parts.append("parameters=\(node.parameters.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value })")
      }
      if let saveTo = node.saveTo { parts.append("save=" + saveTo) }
      if let unit = node.unit { parts.append("unit=" + unit) }
      if !node.missingReasons.isEmpty { parts.append("missing=\(node.missingReasons)") }
      return parts.joined(separator: " | ")
    }
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
