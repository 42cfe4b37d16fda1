/// Help with typing Vietnamese that a question asks for.
package enum InputMethod: String, CaseIterable, Sendable {
  case off
  case telex
  case vni
}
