internal import Messages
internal import Terminal

/// What came and went, as lines.
enum ExchangeReport {
  /// The lines for a width: the table first, then what needs a look, then the laptops.
  static func lines(
    _ summary: ExchangeSummary, _ language: Language, columns: Int
  ) -> [(text: String, style: Style)] {
    var lines: [(text: String, style: Style)] = []
    func add(_ text: String, _ style: Style = .text, indent: Int = 0) {
      let blank = String(repeating: " ", count: indent)
      lines += WordWrap.lines(text, columns: columns - 4 - indent).map { (blank + $0, style) }
    }
    add("\(ExchangePhrase.finished.text(in: language)) · \(summary.folder)", .title)
    let heads = (ExchangePhrase.sent.text(in: language), ExchangePhrase.received.text(in: language))
    lines.append((row("", heads.0, heads.1), .hint))
    lines.append((row(.lines, summary.lines, language), .text))
    let records = row(ExchangePhrase.records.text(in: language), "–", "\(summary.records)")
    lines.append((records, .text))
    lines.append((row(.attachments, summary.attachments, language), .text))
    lines.append((row(.forms, summary.forms, language), .text))
    if !summary.conflicts.isEmpty {
      add(ExchangePhrase.conflicts(summary.conflicts.count).text(in: language), .warning)
      for name in summary.conflicts { add(name, indent: 2) }
    }
    if summary.locked > 0 { add(ExchangePhrase.locked(summary.locked).text(in: language), .warning) }
    if !summary.damaged.isEmpty {
      add(ExchangePhrase.damaged(summary.damaged.count).text(in: language), .error)
      for damaged in summary.damaged { add("\(damaged.place): \(damaged.problem.line(in: language))", indent: 2) }
    }
    if summary.laptops.isEmpty {
      add(ExchangePhrase.noLaptops.text(in: language), .hint)
    } else {
      add(ExchangePhrase.laptops(summary.laptops.joined(separator: ", ")).text(in: language), .hint)
    }
    return lines
  }

  private static func row(_ label: ExchangePhrase, _ flow: ExchangeSummary.Flow, _ language: Language) -> String {
    row(label.text(in: language), "\(flow.sent)", "\(flow.received)")
  }

  private static func row(_ label: String, _ sent: String, _ received: String) -> String {
    func blanks(_ text: String, _ columns: Int) -> String {
      String(repeating: " ", count: max(0, columns - CharacterWidth.columns(of: text)))
    }
    return label + blanks(label, 14) + blanks(sent, 8) + sent + blanks(received, 10) + received
  }
}
