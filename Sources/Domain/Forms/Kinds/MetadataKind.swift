internal import Expressions

/// A value about the filling itself.
struct MetadataKind: KindDescription {
  let item: QuestionKind.Metadata

  var hasControl: Bool { false }

  var leafType: LeafType {
    switch item {
    case .start, .end: .dateTime
    case .today: .date
    case .deviceID, .username, .email, .phoneNumber, .subscriberID, .simSerial, .instanceID, .instanceName: .string
    }
  }
}
