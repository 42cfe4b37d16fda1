package import Expressions
internal import Forms
internal import JSON
internal import Vietnamese

/// Turns a GeoJSON feature collection into a document as ODK does: one item a feature, its geometry in ODK's notation
/// in `geometry`, its properties as children, its id in `id`.
package enum GeoJSONDocuments {
  /// Reads a file.
  package static func document(_ bytes: [UInt8], fileName: String) throws(FormFileProblem) -> Document {
    let start = SourcePosition(file: fileName)
    let value: JSONValue
    do throws(JSONProblem) {
      value = try JSONValue(parsing: bytes, limits: JSONLimits(values: 2_000_000))
    } catch {
      throw FormFileProblem(.geoJSON, at: start, [error.code.rawValue, String(error.line), String(error.column)])
    }
    guard value["type"]?.stringValue == "FeatureCollection", let features = value["features"]?.arrayValue else {
      throw FormFileProblem(.geoJSON, at: start, ["FeatureCollection"])
    }
    var document = Document()
    let root = document.appendElement("root", to: .document)
    for (number, feature) in features.enumerated() {
      guard let geometry = feature["geometry"].flatMap(self.geometry) else {
        throw FormFileProblem(.geoJSON, at: start, ["features[\(number)].geometry"])
      }
      guard document.capacity < XMLDocuments.nodeLimit else {
        throw FormFileProblem(.geoJSON, at: start, ["features[\(number)]"])
      }
      let item = document.appendElement("item", to: root)
      document.appendElement("geometry", to: item, value: geometry)
      let id = feature["id"].map(text)
      if let id { document.appendElement("id", to: item, value: id) }
      guard case .object(let properties)? = feature["properties"] else { continue }
      for member in properties where member.key != "geometry" && !(member.key == "id" && id != nil) {
        document.appendElement(member.key.composed, to: item, value: text(member.value))
      }
    }
    return document
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text.composed
    case .number(let literal): literal
    case .bool(let flag): flag ? "true" : "false"
    case .null: ""
    case .array, .object: value.serialised()
    }
  }

  private static func geometry(_ value: JSONValue) -> String? {
    guard let coordinates = value["coordinates"] else { return nil }
    switch value["type"]?.stringValue {
    case "Point": return point(coordinates)
    case "LineString": return line(coordinates)
    case "Polygon": return coordinates.arrayValue?.first.flatMap(line)
    default: return nil
    }
  }

  private static func line(_ value: JSONValue) -> String? {
    guard let points = value.arrayValue else { return nil }
    let texts = points.compactMap(point)
    return texts.count == points.count ? texts.joined(separator: "; ") : nil
  }

  private static func point(_ value: JSONValue) -> String? {
    guard let numbers = value.arrayValue, numbers.count >= 2, case .number(let longitude) = numbers[0],
      case .number(let latitude) = numbers[1]
    else { return nil }
    return latitude + " " + longitude + " 0 0"
  }
}
