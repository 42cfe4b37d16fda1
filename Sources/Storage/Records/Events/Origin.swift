/// Where a run of lines was written: one device in one epoch. Shared by the events of the run.
package final class Origin: Sendable, Hashable {
  /// Device.
  package let device: String
  /// Epoch.
  package let epoch: String

  /// Joins device and epoch.
  package init(device: String, epoch: String) {
    self.device = device
    self.epoch = epoch
  }

  /// The same device and epoch.
  package static func == (left: Origin, right: Origin) -> Bool {
    left === right || left.device == right.device && left.epoch == right.epoch
  }

  /// By device, then epoch.
  static func isBefore(_ left: Origin, _ right: Origin) -> Bool {
    left.device != right.device ? left.device < right.device : left.epoch < right.epoch
  }

  /// Hashes device and epoch.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(device)
    hasher.combine(epoch)
  }
}
