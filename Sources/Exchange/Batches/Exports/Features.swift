internal import JSON
internal import Journal
internal import Records

/// Records as GeoJSON (RFC 7946): one feature a record, its place the first point, line or area answered, its properties
/// the other answers.
enum Features {
  /// All records of a form.
  static func collection(of records: [BatchRecord], shape: TableShape) -> JSONValue {
    ["type": "FeatureCollection", "features": .array(records.map { feature(of: $0, shape) })]
  }

  private static func feature(of record: BatchRecord, _ shape: TableShape) -> JSONValue {
    var geometry = JSONValue.null
    var properties: JSONObject = [
      "KEY": .string(record.frozen.instance), "SubmissionDate": .string(Timestamp.text(record.frozen.time)),
    ]
    for field in shape.fields {
      let text = value(at: field.path, in: record.content.answers)
      guard !text.isEmpty else { continue }
      if geometry.isNull, field.isPlace, let place = Geometry.json(of: text) {
        geometry = place
      } else {
        properties[field.name] = .string(text)
      }
    }
    return [
      "type": "Feature", "id": .string(record.state.id), "geometry": geometry, "properties": .object(properties),
    ]
  }

  private static func value(at path: [String], in answers: JSONObject) -> String {
    var value = JSONValue.object(answers)
    for name in path {
      guard let next = value[name] else { return "" }
      value = next
    }
    return value.stringValue ?? ""
  }
}
