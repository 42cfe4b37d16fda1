package import JSON
internal import Vietnamese

extension Visit {
  /// The visit as logs and batches keep it: fixed order of keys, fields sorted by heading, what is empty left out.
  package var json: JSONObject {
    var object: JSONObject = ["visit": .string(id), "code": .string(code), "label": .string(label)]
    object["status"] = .string(status.rawValue)
    if let date { object["date"] = .string(date.iso) }
    func put(_ key: String, _ text: String) {
      if !text.isEmpty { object[key] = .string(text) }
    }
    put("team", team)
    put("commune", place.commune)
    put("commune_code", place.communeCode)
    put("old_commune", place.oldCommune)
    put("old_district", place.oldDistrict)
    put("address", place.address)
    put("telephone", telephone)
    if !forms.isEmpty { object["forms"] = .array(forms.map { .string($0) }) }
    if !fields.isEmpty {
      var values = JSONObject()
      for key in fields.keys.sorted(by: { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }) {
        values[key] = .string(fields[key] ?? "")
      }
      object["fields"] = .object(values)
    }
    return object
  }

  /// Reads what ``json`` wrote; unknown keys are passed over. Nil without identifier, code and label.
  package init?(json object: JSONObject) {
    guard let id = object["visit"]?.stringValue, let code = object["code"]?.stringValue,
      let label = object["label"]?.stringValue
    else { return nil }
    func text(_ key: String) -> String { object[key]?.stringValue ?? "" }
    var fields: [String: String] = [:]
    for member in object["fields"]?.objectValue ?? JSONObject() { fields[member.key] = member.value.stringValue }
    self.init(
      id: id, code: code, label: label, status: VisitStatus(rawValue: text("status")) ?? .planned,
      date: CalendarDate(iso: text("date")), team: text("team"),
      place: Place(
        commune: text("commune"), communeCode: text("commune_code"), oldCommune: text("old_commune"),
        oldDistrict: text("old_district"), address: text("address")),
      telephone: text("telephone"), forms: object["forms"]?.arrayValue?.compactMap(\.stringValue) ?? [],
      fields: fields)
  }
}
