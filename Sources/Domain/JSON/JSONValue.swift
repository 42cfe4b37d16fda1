/// A JSON value that keeps what JSON text says: the order of keys and each number as it was written.
package enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as its literal: no rounding through binary floating point ever takes place here.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object with its keys in order.
  case object(JSONObject)

  /// A whole number.
  package static func integer(_ value: some BinaryInteger) -> JSONValue {
    .number(String(value))
  }

  /// A binary floating-point number; what JSON cannot write (NaN, infinities) becomes a string.
  package static func double(_ value: Double) -> JSONValue {
    if value.isNaN { return .string("NaN") }
    if value.isInfinite { return .string(value < 0 ? "-Infinity" : "Infinity") }
    guard let whole = Int64(exactly: value), value.magnitude < 1e15 else { return .number(value.description) }
    return .number(value.sign == .minus && value == 0 ? "-0" : String(whole))
  }
}

extension JSONValue {
  /// Whether this is `null`.
  package var isNull: Bool { self == .null }

  /// The truth value, if this is one.
  package var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The text, if this is a string.
  package var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The literal of a number, if this is one.
  package var numberLiteral: String? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The number as `Int`, if it is written without fraction and exponent and fits.
  package var intValue: Int? { numberLiteral.flatMap { Int($0) } }

  /// The number as `Int64`, if it is written without fraction and exponent and fits.
  package var int64Value: Int64? { numberLiteral.flatMap { Int64($0) } }

  /// The nearest binary floating-point number.
  package var doubleValue: Double? { numberLiteral.flatMap { Double($0) } }

  /// The elements, if this is an array.
  package var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, if this is an object.
  package var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The value of a key; nil when there is none or this is no object.
  package subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  /// An element; nil when there is none or this is no array.
  package subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Takes a string literal.
  package init(stringLiteral value: String) { self = .string(value) }

  /// Takes an integer literal.
  package init(integerLiteral value: Int) { self = .integer(value) }

  /// Takes `true` or `false`.
  package init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Takes `nil` as `null`.
  package init(nilLiteral: ()) { self = .null }

  /// Takes an array literal.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Takes a dictionary literal; the order of its keys is kept.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}
