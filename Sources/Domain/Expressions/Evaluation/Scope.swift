/// Where and when a formula is evaluated.
package struct Scope: Sendable {
  /// The primary document.
  package var document: Document
  /// The node that relative paths start from.
  package var node: NodeID
  /// What `current()` means; the node itself unless told otherwise.
  package var current: NodeID
  /// Secondary instances and texts.
  package var instances: any InstanceSource
  /// Clock, zone, randomness and device.
  package var moment: Moment
  /// The language of labels and of month names.
  package var language: String
  /// What `version()` gives.
  package var version: String
  /// Whether an absolute path that leads through the row of a repeat in which the node lies means that row, as forms
  /// with absolute paths inside of repeats expect.
  package var bindsRows: Bool

  /// Describes where and when.
  package init(
    document: Document, node: NodeID, current: NodeID? = nil, instances: any InstanceSource = NoInstances(),
    moment: Moment, language: String = "", version: String = "", bindsRows: Bool = false
  ) {
    self.document = document
    self.node = node
    self.current = current ?? node
    self.instances = instances
    self.moment = moment
    self.language = language
    self.version = version
    self.bindsRows = bindsRows
  }
}
