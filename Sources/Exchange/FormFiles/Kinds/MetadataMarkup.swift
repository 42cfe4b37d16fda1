internal import Forms

/// A value filled in by the program: a bind with a preload.
struct MetadataMarkup: KindMarkup {
  let item: QuestionKind.Metadata

  var typeName: String { item.rawValue }

  var bindType: String? {
    switch item {
    case .start, .end: "dateTime"
    case .today: "date"
    case .deviceID, .username, .email, .phoneNumber, .subscriberID, .simSerial, .instanceID, .instanceName: "string"
    }
  }

  /// The preload and its parameters.
  var preload: (kind: String, parameters: String?)? {
    switch item {
    case .start: ("timestamp", "start")
    case .end: ("timestamp", "end")
    case .today: ("date", "today")
    case .deviceID, .username, .email, .phoneNumber, .subscriberID, .simSerial: ("property", item.rawValue)
    case .instanceID: ("uid", nil)
    case .instanceName: nil
    }
  }

  /// The type that a preload stands for.
  static func typeName(preload: String, parameters: String) -> String? {
    switch (preload, parameters) {
    case ("timestamp", "start"): return "start"
    case ("timestamp", "end"): return "end"
    case ("date", "today"): return "today"
    case ("property", _):
      let name = parameters.hasPrefix("uri:") ? String(parameters.dropFirst(4)) : parameters
      return QuestionKind.Metadata(rawValue: name) == nil ? nil : name
    default: return nil
    }
  }
}
