/// Where things lie in a batch.
enum BatchFolder {
  static let records = "records.jsonl"
  static let context = "context.jsonl"
  static let tables = "csv/"
  static let submissions = "xml/"
  static let media = "media/"
  static let forms = "forms/"
  static let sealed = "sealed.khb"
}
