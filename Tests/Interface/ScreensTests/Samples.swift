import Expressions
import Fieldwork
import FormFiles
import Forms
import Responses
import Screens
import Vietnamese

/// A small form with every kind of question that surveys use, and a small list of visits.
enum Samples {
  static let yaml = """
    form_id: khao_sat
    version: "1"
    title: { vi: "Phiếu khảo sát", en: "Survey" }
    default_language: vi
    instance_name: ${ten}
    choices:
      loai: [{ name: tnhh, label: { vi: "Công ty TNHH", en: "Limited company" } }, { name: htx, label: { vi: "Hợp tác xã", en: "Cooperative" } }, { name: hkd, label: { vi: "Hộ kinh doanh", en: "Household business" } }]
      xa:
        - { name: "07843", label: "Xã Hiệp Hòa", truoc: "TT. Thắng, Xã Đức Thắng, Xã Ngọc Sơn, Xã Hoàng An" }
        - { name: "07858", label: "Xã Hợp Thịnh", truoc: "Xã Thường Thắng, Xã Mai Trung" }
        - { name: "07627", label: "Xã Đại Sơn", truoc: "Xã Giáo Liêm, Xã Phúc Thắng" }
        - { name: "07399", label: "Xã Kép", truoc: "TT. Kép, Xã Quang Thịnh" }
      muc: [{ name: a, label: { vi: "Tăng năng suất", en: "Productivity" } }, { name: b, label: { vi: "Giảm ô nhiễm", en: "Less pollution" } }, { name: c, label: { vi: "Sản phẩm mới", en: "New product" } }]
    survey:
      - type: group
        name: co_so
        label: { vi: "Cơ sở", en: "Establishment" }
        children:
          - { type: text, name: ten, label: { vi: "Tên cơ sở", en: "Name" }, hint: { vi: "Viết như trên giấy đăng ký.", en: "As on the licence." }, required: true }
          - { type: select_one loai, name: loai, label: { vi: "Loại hình", en: "Legal form" }, required: true }
          - { type: select_one xa, name: xa, label: { vi: "Xã / phường", en: "Commune" }, appearance: minimal autocomplete, required: true }
          - { type: date, name: ngay, label: { vi: "Ngày khảo sát", en: "Date" } }
          - { type: integer, name: ld, label: { vi: "Tổng lao động", en: "Workers" }, hint: { vi: "Tính người làm thường xuyên từ 3 tháng trở lên.", en: "Working 3 months or more." }, required: true, unit: người, missing: [dk, refused] }
          - { type: integer, name: nu, label: { vi: "Trong đó lao động nữ", en: "Of which women" }, required: true, unit: người, constraint: ". <= ${ld}", constraint_message: { vi: "lớn hơn tổng lao động (${ld})", en: "more than the total (${ld})" } }
          - { type: decimal, name: von, label: { vi: "Tổng nguồn vốn", en: "Capital" }, unit: đồng, warning: ". >= 10000000", warning_message: { vi: "Thường từ 10 triệu đồng trở lên", en: "Usually 10 million or more" } }
          - { type: geopoint, name: gps, label: { vi: "Tọa độ", en: "Coordinates" } }
          - { type: time, name: gio, label: { vi: "Giờ bắt đầu", en: "Start time" } }
          - { type: image, name: anh, label: { vi: "Ảnh xưởng", en: "Photo" } }
      - type: group
        name: may_moc
        label: { vi: "Máy móc", en: "Machines" }
        children:
          - { type: select_multiple muc, name: muc, label: { vi: "Mục tiêu đầu tư", en: "Purpose" }, required: true }
          - type: repeat
            name: may
            label: { vi: "Máy móc dự kiến", en: "Proposed machines" }
            children:
              - { type: text, name: ten_may, label: { vi: "Tên máy", en: "Machine" }, required: true }
              - { type: integer, name: sl, label: { vi: "Số lượng", en: "Quantity" }, required: true, default: "1", unit: cái }
              - { type: decimal, name: gia, label: { vi: "Đơn giá", en: "Unit price" }, required: true, unit: đồng }
          - { type: note, name: luu_y, label: { vi: "Chỉ máy mới được hỗ trợ.", en: "Only new machines are supported." } }
          - { type: rank muc, name: hang, label: { vi: "Xếp thứ tự ưu tiên", en: "Rank" } }
          - { type: range, name: diem, label: { vi: "Điểm sẵn sàng", en: "Readiness" }, parameters: "start=0 end=10 step=1" }
          - { type: acknowledge, name: doc, label: { vi: "Đã đọc điều kiện hỗ trợ", en: "Conditions were read" } }
    """

  /// The form, checked.
  static let form: CheckedForm? = {
    guard let loaded = try? FormFiles.load(Array(yaml.utf8), format: .yaml, fileName: "form.yaml") else { return nil }
    return CheckedForm.check(loaded.definition).form
  }()

  /// The form, just opened.
  static var response: Response? {
    form.map { Response(form: $0, instanceID: "uuid:1", opened: Script.moment(1_800_240_000_000)) }
  }

  static let board = VisitBoard(
    title: "Khảo sát 2027 · Bắc Ninh", visits: visits,
    records: [
      RecordSummary(record: "a", form: "khao_sat", visit: "BG24-001", status: .finalised, answered: 47, required: 47),
      RecordSummary(record: "b", form: "khao_sat", visit: "BG24-002", status: .draft, answered: 12, required: 47),
      RecordSummary(
        record: "c", form: "khao_sat", visit: "BG24-004", status: .draft, answered: 20, required: 47, errors: 29),
    ],
    forms: [
      FormSummary(id: "khao_sat", titles: ["vi": "Phiếu khảo sát", "en": "Survey"]),
      FormSummary(id: "hau_kiem", titles: ["vi": "Hậu kiểm dự án", "en": "Inspection"]),
    ])

  private static let visits: [Visit] = [
    visit("BG24-001", "HKD cơ khí Kép 1", .done, 18, "Xã Kép", ["khao_sat", "hau_kiem"]),
    visit("BG24-002", "HTX cơ khí chính xác Phúc Hòa 1", .inProgress, 18, "Xã Phúc Hòa", ["khao_sat"]),
    visit("BG24-003", "Hộ kinh doanh chế biến nông - lâm sản Đại Sơn 1", .planned, 18, "Xã Đại Sơn", ["khao_sat"]),
    visit("BG24-004", "Công ty TNHH ván ép Lục Nam 1", .inProgress, 18, "Xã Lục Nam", ["khao_sat"]),
    visit("BG24-005", "DNTN mỳ gạo Lạng Giang 1", .absent, 18, "Xã Lạng Giang", ["khao_sat"]),
    visit("BG24-013", "HTX mây tre đan Tăng Tiến", .planned, 19, "Xã Nếnh", ["khao_sat", "hau_kiem"]),
    visit("BG24-014", "HKD bún Đa Mai", .planned, 19, "Phường Đa Mai", ["khao_sat"]),
  ]

  private static func visit(
    _ code: String, _ label: String, _ status: VisitStatus, _ day: Int, _ commune: String, _ forms: [String]
  ) -> Visit {
    Visit(
      id: code, code: code, label: label, status: status, date: CalendarDate(iso: "2027-01-\(day)"), team: "Đoàn 1",
      place: Place(commune: commune, oldDistrict: "Huyện Sơn Động", address: "Thôn 5"), telephone: "0943403830",
      forms: forms)
  }
}
