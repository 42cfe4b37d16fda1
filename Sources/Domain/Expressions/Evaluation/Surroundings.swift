/// What all formulas of one moment share: instances, clock, language, version. A class, so that a scope costs little.
package final class Surroundings: Sendable {
  /// Secondary instances and texts.
  package let instances: any InstanceSource
  /// Clock, zone, randomness and device.
  package let moment: Moment
  /// The language of labels and of month names.
  package let language: String
  /// What `version()` gives.
  package let version: String

  /// Describes them.
  package init(instances: any InstanceSource, moment: Moment, language: String, version: String) {
    self.instances = instances
    self.moment = moment
    self.language = language
    self.version = version
  }
}
