/// Where and when a formula is evaluated.
package struct Scope: Sendable {
  /// The primary document.
  package var document: Document
  /// The node that relative paths start from, unless an evaluation is told another one.
  package var node: NodeID
  /// Instances, clock, language and version.
  package var surroundings: Surroundings
  /// Whether an absolute path that leads through the row of a repeat in which the node lies means that row, as forms
  /// with absolute paths inside of repeats expect.
  package var bindsRows: Bool
  /// How many labels that refer to questions are being filled in around the evaluation.
  var labelDepth = 0

  /// Describes where and when.
  package init(
    document: Document, node: NodeID, instances: any InstanceSource = NoInstances(),
    moment: Moment, language: String = "", version: String = "", bindsRows: Bool = false
  ) {
    self.init(
      document: document, node: node,
      surroundings: Surroundings(instances: instances, moment: moment, language: language, version: version),
      bindsRows: bindsRows)
  }

  /// Describes where, with surroundings that several formulas share.
  package init(
    document: Document, node: NodeID, surroundings: Surroundings, bindsRows: Bool = false
  ) {
    self.document = document
    self.node = node
    self.surroundings = surroundings
    self.bindsRows = bindsRows
  }

  /// Secondary instances and texts.
  package var instances: any InstanceSource {
    get { surroundings.instances }
    set {
      surroundings = Surroundings(
        instances: newValue, moment: surroundings.moment, language: surroundings.language,
        version: surroundings.version)
    }
  }

  /// Clock, zone, randomness and device.
  package var moment: Moment {
    get { surroundings.moment }
    set {
      surroundings = Surroundings(
        instances: surroundings.instances, moment: newValue, language: surroundings.language,
        version: surroundings.version)
    }
  }

  /// The zone in which dates are meant.
  var zone: Zone { surroundings.moment.zone }

  /// The language of labels and of month names.
  package var language: String {
    get { surroundings.language }
    set {
      surroundings = Surroundings(
        instances: surroundings.instances, moment: surroundings.moment, language: newValue,
        version: surroundings.version)
    }
  }

  /// What `version()` gives.
  package var version: String { surroundings.version }
}
