/// The log of the filling.
struct AuditMarkup: KindMarkup {
  var typeName: String { "audit" }

  var bindType: String? { "binary" }
}
