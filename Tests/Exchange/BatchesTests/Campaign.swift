import FormFiles
import Forms
import JSON
import Journal
import Media
import Synchronization

@testable import Batches
@testable import Records
import TestSupport

/// A laptop of a test with its store, and what its surveyor fills.
final class Campaign: Sendable {
  let folder: TemporaryFolder
  let name: String
  private let clock: Mutex<Int64>
  private let seed: Mutex<UInt64>
  static let start: Int64 = 1_795_212_796_000

  init(_ name: String, seed: UInt64 = 1, folder: TemporaryFolder = TemporaryFolder()) {
    self.name = name
    self.folder = folder
    clock = Mutex(Self.start)
    self.seed = Mutex(seed &* 0x9E37_79B9_7F4A_7C15)
  }

  func open(
    writes: Bool = true, fileSystem: FileSystem = .live, seal: (any Seal)? = nil
  ) throws(StoreProblem) -> Store {
    var options = StoreOptions(
      writes: writes, deviceName: name, machineID: name, application: "khaosat 0.1.0",
      now: { [self] in
        clock.withLock { time in
          time += 7
          return time
        }
      },
      random: { [self] in
        seed.withLock { seed in
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return seed ^ (seed >> 29)
        }
      }, fileSystem: fileSystem)
    options.seal = seal
    return try Store.open(at: folder.path + "/store", options: options)
  }

  /// Where batches go.
  var stick: String { folder.path + "/stick" }

  var options: BatchOptions {
    var options = BatchOptions(now: Self.start)
    options.formLookup = { _ in Self.form }
    return options
  }

  static let record = "0192b0a0-5b1e-7c3a-9d2e-6f1a2b3c4d5e"
  static let second = "0192b0a0-5b1e-7c3a-9d2e-6f1a2b3c4d5f"

  static let yaml = """
    form_id: co_so
    version: "1"
    title: Cơ sở
    instance_name: ${ten}
    choices:
      loai:
        - { name: a, label: A }
        - { name: b, label: B }
    survey:
      - { type: text, name: ten, label: Tên }
      - type: group
        name: lien_he
        label: Liên hệ
        children:
          - { type: text, name: dien_thoai, label: Điện thoại, personal: true, missing: [dk, refused] }
          - { type: calculate, name: duoi, calculation: "substr(${dien_thoai}, 6)" }
          - { type: text, name: ghi_chu, label: Ghi chú }
      - { type: geopoint, name: gps, label: Tọa độ }
      - { type: select_multiple loai, name: loai, label: Loại }
      - { type: integer, name: gia, label: Giá, warning: ". < 100" }
      - { type: image, name: anh, label: Ảnh }
      - { type: image, name: anh_cccd, label: Căn cước, personal: true }
      - type: repeat
        name: may
        label: Máy
        children:
          - { type: text, name: ten_may, label: Tên máy }
          - { type: text, name: nguoi, label: Người vận hành, personal: true }
          - type: repeat
            name: bo_phan
            label: Bộ phận
            children:
              - { type: text, name: ten_bp, label: Tên bộ phận }
    """

  static let form: CheckedForm? = {
    guard let loaded = try? FormFiles.load(Array(yaml.utf8), format: .yaml, fileName: "form.yaml") else { return nil }
    return CheckedForm.check(loaded.definition).form
  }()

  static let answers: JSONObject = [
    "ten": "Cơ khí, \"Kép\" 1",
    "lien_he": ["dien_thoai": "0976721391", "duoi": "1391", "ghi_chu": "gọi số 0976721391 buổi tối"],
    "gps": "21.4148 106.2960 12 5", "loai": "a b", "gia": "120",
    "may": [
      ["ten_may": "=Máy tiện", "nguoi": "Đỗ Văn Giang", "bo_phan": [["ten_bp": "trục"], ["ten_bp": "-1+2"]]],
      ["ten_may": "Máy hàn", "nguoi": "Lê Thị Cúc"],
    ],
  ]

  /// Fills and finishes a record; the XML and everything named lie in the store before.
  static func fill(
    _ store: Store, record: String, answers: JSONObject = answers, isGroup: Bool = true
  ) throws {
    let hash = try store.forms.add([FormArchive.File(name: "form.yaml", content: Array(yaml.utf8))])
    let xml = try store.media.add(
      Array("<data id=\"co_so\"><ten>\(record)</ten><sdt>0976721391</sdt></data>".utf8), fileExtension: "xml")
    var answers = answers
    answers["anh"] = .string(try store.media.add(Array("ảnh xưởng".utf8), fileExtension: "jpg").fileName)
    answers["anh_cccd"] = .string(
      try store.media.add(Array("ảnh căn cước \(record)".utf8), fileExtension: "jpg").fileName)
    let submission: JSONObject = [
      "form": "co_so", "version": "1", "answers": .object(answers), "rows": ["/data/may": ["7f3a", "k2m1"]],
      "missing": ["/data/may[2]/ten_may": "dk"], "warnings": ["/data/gia": "giá năm trước"],
      "notes": ["/data/ten": "biển hiệu ghi khác", "/data/lien_he/dien_thoai": "số của con gái"],
    ]
    try store.appendAndWait(
      [
        .open(record: record, form: "co_so", version: "1", sha256: hash.hex, visit: "CS-001", zone: "UTC"),
        .done(
          record: record, revision: 1, instance: "uuid:" + record, deprecates: nil, label: "Cơ khí, \"Kép\" 1",
          errors: 0, warnings: 1, xml: xml.hash.hex, submission: submission),
      ], isGroup: isGroup)
  }

  /// A store with a user, two finished records and a draft.
  func filled(seal: (any Seal)? = nil) throws -> Store {
    let store = try open(seal: seal)
    try store.appendAndWait([.user(name: "Nguyễn Văn An", team: "Đội 1")])
    try Self.fill(store, record: Self.record)
    try Self.fill(store, record: Self.second, isGroup: false)
    try store.appendAndWait([
      .open(record: "draft-1", form: "co_so", version: "1", sha256: "", visit: nil, zone: "UTC"),
      .set(record: "draft-1", field: "/data/ten", value: "chưa xong"),
    ])
    return store
  }

  /// Every file below a folder with its bytes.
  static func files(below folder: String, _ prefix: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try FileSystem.live.list(folder) {
      if entry.isDirectory {
        files.merge(try Self.files(below: folder + "/" + entry.name, prefix + entry.name + "/")) { $1 }
      } else {
        files[prefix + entry.name] = try FileSystem.live.contents(of: folder + "/" + entry.name)
      }
    }
    return files
  }

  /// A copy of a folder.
  static func copy(_ from: String, _ to: String) throws {
    for (path, bytes) in try files(below: from) {
      try FileSystem.live.makeDirectories(FileSystem.parent(of: to + "/" + path))
      try FileSystem.live.replace(to + "/" + path, with: bytes)
    }
  }

  static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
}
