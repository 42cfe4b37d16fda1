internal import Expressions
internal import Forms
internal import JSON

/// The columns of a table: the root of a form or one of its repeats.
struct TableShape {
  /// A question with its columns.
  struct Field {
    /// Names from the table's root.
    var path: [String]
    /// Whether it is a point, which has four columns.
    var isPoint = false
    /// Whether it is a point, a line or an area.
    var isPlace = false
    /// Whether it is a number.
    var isNumber = false
    /// Whether the form accepts reasons instead of an answer.
    var hasMissing = false
    /// Whether it has a soft check.
    var hasWarning = false

    /// Column name as the conventions of ODK Central have it.
    var name: String { path.joined(separator: "-") }

    /// The columns of the answer.
    var columns: [String] {
      isPoint ? ["Latitude", "Longitude", "Altitude", "Accuracy"].map { name + "-" + $0 } : [name]
    }
  }

  /// Names from the root of the form to the repeat; empty for the root.
  var path: [String] = []
  /// Names from the table around it.
  var step: [String] = []
  /// The questions in order.
  var fields: [Field] = []
  /// The repeats inside.
  var repeats: [TableShape] = []

  /// All tables, the root first.
  var all: [TableShape] { [self] + repeats.flatMap(\.all) }
}

// MARK: - From a form

extension TableShape {
  /// The tables of a form, in its order.
  init(of form: CheckedForm, without personal: Set<String>) {
    guard let root = form.nodes.first else { return }
    add(root.children, of: form, without: personal, prefix: [])
  }

  private mutating func add(
    _ children: [Int], of form: CheckedForm, without personal: Set<String>, prefix: [String]
  ) {
    for node in children.map({ form.nodes[$0] }) where !personal.contains(node.path) {
      let names = prefix + [node.name]
      switch node.kind {
      case .group: add(node.children, of: form, without: personal, prefix: names)
      case .repeat:
        var table = TableShape(path: path + names, step: names)
        table.add(node.children, of: form, without: personal, prefix: [])
        repeats.append(table)
      // Notes carry no data; identity and name of the form stand in columns of their own.
      case .note, .metadata(.instanceID), .metadata(.instanceName): continue
      default:
        let isPoint = node.kind == .geopoint || node.kind == .startGeopoint || node.kind == .backgroundGeopoint
        fields.append(
          Field(
            path: names, isPoint: isPoint, isPlace: isPoint || node.kind == .geotrace || node.kind == .geoshape,
            isNumber: node.leafType == .integer || node.leafType == .decimal,
            hasMissing: !node.missingReasons.isEmpty, hasWarning: node.warning != nil))
      }
    }
  }
}

// MARK: - From the answers

extension TableShape {
  /// The tables that answers show by themselves, in the order in which their keys are first seen.
  init(of answers: [JSONObject]) {
    for object in answers { add(object, prefix: []) }
  }

  private mutating func add(_ object: JSONObject, prefix: [String]) {
    for member in object {
      let names = prefix + [member.key]
      switch member.value {
      case .object(let group): add(group, prefix: names)
      case .array(let rows):
        let place = repeats.firstIndex { $0.step == names } ?? repeats.count
        if place == repeats.count { repeats.append(TableShape(path: path + names, step: names)) }
        for row in rows { repeats[place].add(row.objectValue ?? JSONObject(), prefix: []) }
      case .string, .number, .bool, .null:
        if !fields.contains(where: { $0.path == names }) { fields.append(Field(path: names)) }
      }
    }
  }
}
