internal import JSON
internal import Journal

/// `manifest.json`: what a batch is and holds. What is signed are its bytes.
package struct BatchManifest: Sendable, Equatable {
  /// A record of the batch.
  package struct Record: Sendable, Equatable {
    /// The record.
    package var id: String
    /// Name of its line; none in a batch made without personal data.
    package var version: String?
    /// Form identifier.
    package var form: String
    /// Number of the revision.
    package var revision: Int
  }

  /// A form of the batch.
  package struct Form: Sendable, Equatable {
    /// Form identifier.
    package var id: String
    /// Form version.
    package var version: String
    /// Hash of the definition.
    package var sha256: String
    /// How many records.
    package var records: Int
  }

  /// Numbers of the lines taken from one log.
  package struct Stretch: Sendable, Equatable {
    /// Device.
    package var device: String
    /// Epoch.
    package var epoch: String
    /// First number.
    package var first: UInt64
    /// Last number.
    package var last: UInt64
  }

  /// Name of the batch.
  package var id = ""
  /// Time of creation.
  package var created = ""
  /// Program that made it.
  package var program = ""
  /// The laptop.
  package var device = ""
  /// Its name.
  package var deviceName = ""
  /// Who sat at the machine.
  package var user = ""
  /// The team.
  package var team = ""
  /// Whom it is for.
  package var audience = ""
  /// `new` or `all`.
  package var selection = ""
  /// The one form that was asked for.
  package var onlyForm: String?
  /// Whether answers marked as personal are in it.
  package var includesPersonal = true
  /// The records in the order of the lines.
  package var records: [Record] = []
  /// The forms.
  package var forms: [Form] = []
  /// The stretches of logs the lines come from.
  package var range: [Stretch] = []
  /// How many attachments it holds.
  package var media = 0
  /// What records name and the laptop did not have: attachments and submissions by name, forms as `forms/HASH`.
  package var missing: [String] = []
  /// Public keys of the signer; nil when it is not signed.
  package var signer: PublicKeys?
  /// All files but the manifest, its signature and the list of sums, in order of path.
  package var files: [BatchFile] = []

  /// Names of the files that the manifest does not name.
  static let fileName = "manifest.json"
  static let sumsName = "SHA256SUMS"
  static let format = "khaosat-batch"

  /// A manifest of nothing.
  package init() {}

  /// The list that `sha256sum -c` reads: every file of the batch with the manifest's own sum at the end.
  func sums(manifest: [UInt8]) -> [UInt8] {
    let lines = files.map { "\($0.sha256)  \($0.path)\n" } + ["\(ContentHash(of: manifest).hex)  \(Self.fileName)\n"]
    return Array(lines.joined().utf8)
  }
}

// MARK: - JSON

extension BatchManifest {
  /// The bytes of the file.
  var bytes: [UInt8] { Array(JSONValue.object(json).pretty().utf8) + [0x0A] }

  private var json: JSONObject {
    var json: JSONObject = [
      "format": .string(Self.format), "version": 1, "id": .string(id), "created": .string(created),
      "program": .string(program), "device": ["id": .string(device), "name": .string(deviceName)],
      "user": ["name": .string(user), "team": .string(team)],
    ]
    if !audience.isEmpty { json["for"] = .string(audience) }
    var selected: JSONObject = ["records": .string(selection)]
    if let onlyForm { selected["form"] = .string(onlyForm) }
    json["selection"] = .object(selected)
    json["personal"] = .bool(includesPersonal)
    json["counts"] = [
      "records": .integer(records.count), "media": .integer(media), "files": .integer(files.count),
      "bytes": .integer(files.reduce(0) { $0 + $1.bytes }),
    ]
    json["forms"] = .array(
      forms.map {
        [
          "id": .string($0.id), "version": .string($0.version), "sha256": .string($0.sha256),
          "records": .integer($0.records),
        ]
      })
    json["range"] = .array(
      range.map {
        [
          "device": .string($0.device), "epoch": .string($0.epoch), "first": .integer($0.first),
          "last": .integer($0.last),
        ]
      })
    json["records"] = .array(records.map(\.json))
    json["missing"] = .array(missing.map { .string($0) })
    if let signer {
      json["signed"] = [
        "file": .string(ManifestSignature.fileName), "over": .string(Self.fileName), "algorithm": "Ed25519",
        "key": .string(signer.text),
      ]
    }
    json["files"] = .array(
      files.map { ["path": .string($0.path), "bytes": .integer($0.bytes), "sha256": .string($0.sha256)] })
    return json
  }

  /// Reads a manifest; nil when it is none of version 1. Further keys are passed over.
  init?(bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["format"]?.stringValue == Self.format,
      json["version"]?.intValue == 1, let files = json["files"]?.arrayValue, let records = json["records"]?.arrayValue
    else { return nil }
    for file in files {
      guard let path = file["path"]?.stringValue, let count = file["bytes"]?.intValue,
        let sha256 = file["sha256"]?.stringValue, BatchPath.isSafe(path)
      else { return nil }
      self.files.append(BatchFile(path: path, bytes: count, sha256: sha256))
    }
    for record in records {
      guard let record = Record(json: record) else { return nil }
      self.records.append(record)
    }
    forms = (json["forms"]?.arrayValue ?? []).map(Form.init(json:))
    range = (json["range"]?.arrayValue ?? []).map(Stretch.init(json:))
    missing = (json["missing"]?.arrayValue ?? []).compactMap(\.stringValue)
    media = json["counts"]?["media"]?.intValue ?? 0
    if let signed = json["signed"] {
      guard let keys = signed["key"]?.stringValue.flatMap(PublicKeys.init(text:)) else { return nil }
      signer = keys
    }
    readHeading(json)
  }

  /// The first path in a manifest that may not be followed; nil when there is none, or no manifest.
  static func unsafePath(in bytes: [UInt8]) -> String? {
    let files = (try? JSONValue(parsing: bytes))?["files"]?.arrayValue ?? []
    return files.compactMap { $0["path"]?.stringValue }.first { !BatchPath.isSafe($0) }
  }

  private mutating func readHeading(_ json: JSONValue) {
    func text(_ value: JSONValue?) -> String { value?.stringValue ?? "" }
    id = text(json["id"])
    created = text(json["created"])
    program = text(json["program"])
    device = text(json["device"]?["id"])
    deviceName = text(json["device"]?["name"])
    user = text(json["user"]?["name"])
    team = text(json["user"]?["team"])
    audience = text(json["for"])
    selection = text(json["selection"]?["records"])
    onlyForm = json["selection"]?["form"]?.stringValue
    includesPersonal = json["personal"]?.boolValue ?? true
  }
}

extension BatchManifest.Record {
  fileprivate init?(json: JSONValue) {
    guard let id = json["record"]?.stringValue else { return nil }
    self.init(
      id: id, version: json["version"]?.stringValue, form: json["form"]?.stringValue ?? "",
      revision: json["revision"]?.intValue ?? 1)
  }

  fileprivate var json: JSONValue {
    var json: JSONObject = ["record": .string(id)]
    if let version { json["version"] = .string(version) }
    json["form"] = .string(form)
    json["revision"] = .integer(revision)
    return .object(json)
  }
}

extension BatchManifest.Form {
  fileprivate init(json: JSONValue) {
    self.init(
      id: json["id"]?.stringValue ?? "", version: json["version"]?.stringValue ?? "",
      sha256: json["sha256"]?.stringValue ?? "", records: json["records"]?.intValue ?? 0)
  }
}

extension BatchManifest.Stretch {
  fileprivate init(json: JSONValue) {
    self.init(
      device: json["device"]?.stringValue ?? "", epoch: json["epoch"]?.stringValue ?? "",
      first: json["first"]?.numberLiteral.flatMap { UInt64($0) } ?? 0,
      last: json["last"]?.numberLiteral.flatMap { UInt64($0) } ?? 0)
  }
}
