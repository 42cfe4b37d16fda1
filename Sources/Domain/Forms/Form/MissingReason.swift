/// Why a question was left without an answer on purpose.
package enum MissingReason: String, CaseIterable, Sendable {
  case doNotKnow = "dk"
  case refused
  case notApplicable = "na"
}
