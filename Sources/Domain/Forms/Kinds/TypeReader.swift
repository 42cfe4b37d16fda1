/// Reads the type column in every spelling that XLSForm tools accept.
package enum TypeReader {
  /// What a row is.
  package enum Reading: Sendable, Hashable {
    case question(QuestionType)
    /// A file that is only attached as a secondary instance.
    case instance(isXML: Bool)
    case unknown
  }

  /// Reads a type.
  package static func read(_ text: String) -> Reading {
    // Nearly every row is written as the tables write it.
    if let kind = plain[text] { return .question(QuestionType(kind: kind)) }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let spelling = words.joined(separator: " ")
    switch spelling.lowercased() {
    case "csv-external": return .instance(isXML: false)
    case "xml-external": return .instance(isXML: true)
    default: break
    }
    if let select = readSelect(words) { return .question(select) }
    if let plain = readPlain(spelling.lowercased()) { return .question(plain) }
    return .unknown
  }

  private static let selects: [(spelling: [String], kind: QuestionKind)] = [
    (["add", "select", "one", "prompt", "using"], .selectOne), (["select_one"], .selectOne),
    (["select", "one", "from"], .selectOne), (["select1"], .selectOne), (["select", "one"], .selectOne),
    (["add", "select", "multiple", "prompt", "using"], .selectMultiple),
    (["select", "all", "that", "apply", "from"], .selectMultiple), (["select_multiple"], .selectMultiple),
    (["select", "all", "that", "apply"], .selectMultiple), (["select", "multiple", "from"], .selectMultiple),
    (["select", "multiple"], .selectMultiple), (["odk:rank"], .rank), (["rank"], .rank),
    (["select_one_from_file"], .selectOne), (["select_multiple_from_file"], .selectMultiple),
    (["select", "one", "from", "file"], .selectOne), (["select", "multiple", "from", "file"], .selectMultiple),
    (["select_one_external"], .selectOne), (["select", "one", "external"], .selectOne),
  ]

  private static func readSelect(_ words: [String]) -> QuestionType? {
    let lowered = words.map { $0.lowercased() }
    let candidates = selects.filter { lowered.starts(with: $0.spelling) }
    guard let found = candidates.max(by: { $0.spelling.count < $1.spelling.count }) else { return nil }
    var rest = Array(words.dropFirst(found.spelling.count))
    var type = QuestionType(kind: found.kind)
    for ending in [["or", "specify", "other"], ["or_other"], ["or", "other"]]
    where rest.count > ending.count && rest.suffix(ending.count).map({ $0.lowercased() }) == ending {
      rest.removeLast(ending.count)
      type.hasOther = true
      break
    }
    guard rest.count == 1 else { return rest.isEmpty ? type : nil }
    let source = rest[0]
    if source.hasPrefix("${"), source.hasSuffix("}") {
      type.choices = .rows(String(source.dropFirst(2).dropLast()))
    } else if found.spelling.last == "external" || found.spelling == ["select_one_external"] {
      type.choices = .external(source)
    } else if found.spelling.joined(separator: "_").hasSuffix("from_file") {
      type.choices = .file(source)
    } else {
      type.choices = .list(source)
    }
    return type
  }

  private static let plain: [String: QuestionKind] = [
    "text": .text, "string": .text, "integer": .integer, "int": .integer, "decimal": .decimal, "date": .date,
    "time": .time, "datetime": .dateTime, "date time": .dateTime, "barcode": .barcode, "note": .note,
    "acknowledge": .acknowledge, "trigger": .acknowledge, "range": .range, "percentage": .percentage,
    "geopoint": .geopoint, "gps": .geopoint, "location": .geopoint, "geotrace": .geotrace, "geoshape": .geoshape,
    "image": .image, "photo": .image, "picture": .image, "audio": .audio, "video": .video, "file": .file, "osm": .file,
    "calculate": .calculate, "calculation": .calculate, "hidden": .hidden, "group": .group, "begin group": .group,
    "lgroup": .repeat, "looped group": .repeat, "repeat": .repeat, "begin repeat": .repeat, "audit": .audit,
    "start-geopoint": .startGeopoint, "background-geopoint": .backgroundGeopoint,
    "background-audio": .backgroundAudio, "start": .metadata(.start), "start time": .metadata(.start),
    "end": .metadata(.end), "end time": .metadata(.end), "today": .metadata(.today),
    "get today": .metadata(.today), "deviceid": .metadata(.deviceID), "device id": .metadata(.deviceID),
    "imei": .metadata(.deviceID), "uri:deviceid": .metadata(.deviceID), "username": .metadata(.username),
    "uri:username": .metadata(.username), "email": .metadata(.email), "uri:email": .metadata(.email),
    "phonenumber": .metadata(.phoneNumber), "uri:phonenumber": .metadata(.phoneNumber),
    "subscriberid": .metadata(.subscriberID), "subscriber id": .metadata(.subscriberID),
    "uri:subscriberid": .metadata(.subscriberID), "simserial": .metadata(.simSerial),
    "sim id": .metadata(.simSerial), "uri:simserial": .metadata(.simSerial),
  ]

  private static let constrained: [String: (kind: QuestionKind, constraint: String)] = [
    "phone number": (.text, "regex(., '^\\d*$')"),
    "number of days in last month": (.integer, "0 <= . and . <= 31"),
    "number of days in last six months": (.integer, "0 <= . and . <= 183"),
    "number of days in last year": (.integer, "0 <= . and . <= 365"),
  ]

  private static func readPlain(_ spelling: String) -> QuestionType? {
    var name = spelling[...]
    for prefix in ["add ", "q "] where name.hasPrefix(prefix) && name != "q " { name = name.dropFirst(prefix.count) }
    if name.hasSuffix(" prompt") { name = name.dropLast(" prompt".count) }
    for candidate in [spelling, String(name)] {
      if let kind = plain[candidate] { return QuestionType(kind: kind) }
      if let found = constrained[candidate] { return QuestionType(kind: found.kind, constraint: found.constraint) }
    }
    return nil
  }
}
