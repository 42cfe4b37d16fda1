/// A binary operator.
package enum Operator: Int32, Sendable {
  case or, and, equal, unequal, less, lessOrEqual, greater, greaterOrEqual, plus, minus, times, divide, modulo

  /// How tightly the operator binds, from 1.
  var level: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .unequal: 3
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .times, .divide, .modulo: 6
    }
  }
}
