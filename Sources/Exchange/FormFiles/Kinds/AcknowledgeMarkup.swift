/// An acknowledgement.
struct AcknowledgeMarkup: KindMarkup {
  var typeName: String { "acknowledge" }

  var control: String? { "trigger" }

  var bindType: String? { "string" }
}
