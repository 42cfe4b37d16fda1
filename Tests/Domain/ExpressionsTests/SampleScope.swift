import Expressions

extension Scope {
  /// An empty document at eight in the morning of 20 November 2026 in Viet Nam.
  static var sample: Scope {
    Scope.sample(Document())
  }

  /// A document seen from its root at eight in the morning of 20 November 2026 in Viet Nam.
  static func sample(_ document: Document) -> Scope {
    let moment = Moment(
      milliseconds: 1_795_136_400_000, zone: .fixed(minutes: 420), seed: 7, deviceID: "khaosat:1",
      properties: ["username": "lan"])
    return Scope(document: document, node: document.root ?? .document, moment: moment, language: "vi")
  }
}
