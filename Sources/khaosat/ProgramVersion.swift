/// The version that the program tells, writes into the heads of logs and into manifests.
package enum ProgramVersion {
  /// Year, month and number of the release.
  package static let text = "2026.11.3"
}
