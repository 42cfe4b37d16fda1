/// The direction of a location step.
package enum Axis: String, Sendable, CaseIterable {
  case child, descendant, parent, ancestor, following, preceding, attribute, namespace
  case selfNode = "self"
  case followingSibling = "following-sibling"
  case precedingSibling = "preceding-sibling"
  case descendantOrSelf = "descendant-or-self"
  case ancestorOrSelf = "ancestor-or-self"

  /// Whether the axis counts positions backwards.
  var isReverse: Bool {
    switch self {
    case .parent, .ancestor, .ancestorOrSelf, .preceding, .precedingSibling: true
    default: false
    }
  }
}
