package import Expressions
internal import Forms
package import Responses
internal import XML

/// Writes a filled form as the XML that ODK servers take: the bytes that are frozen when a form is finished.
package enum SubmissionXML {
  /// The namespace of the meta block.
  package static let openRosa = "http://openrosa.org/xforms"
  /// The namespace of what ODK does not know: reasons for missing answers, confirmed warnings, notes.
  package static let own = "urn:khaosat:xforms"

  /// The submission of a response.
  ///
  /// - Parameters:
  ///   - instanceID: identity of this submission, `uuid:` included; the response's own when not given.
  ///   - deprecatedID: the submission that this one replaces.
  ///   - entityLists: entity lists as they are on this device, by name: an update says which version it started from.
  package static func bytes(
    of response: Response, instanceID: String? = nil, deprecatedID: String? = nil,
    entityLists: [String: Document] = [:]
  ) -> [UInt8] {
    var builder = SubmissionBuilder(
      response: response, instanceID: instanceID ?? response.instanceID, deprecatedID: deprecatedID,
      entityLists: entityLists)
    return builder.build()
  }
}
