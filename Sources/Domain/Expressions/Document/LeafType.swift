/// What the text of a leaf stands for when an expression reads it.
package enum LeafType: UInt8, Sendable, Equatable {
  case string, integer, decimal, date, dateTime, time, boolean, geo
}
