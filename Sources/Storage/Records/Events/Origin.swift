/// Where a run of lines was written: one device in one epoch. Shared by all events of the run.
package final class Origin: Sendable {
  /// Device.
  package let device: String
  /// Epoch.
  package let epoch: String

  /// Joins device and epoch.
  package init(device: String, epoch: String) {
    self.device = device
    self.epoch = epoch
  }
}
