/// What the screen for an establishment that was not on the list says.
package enum AddVisitPhrase: PairedPhrase {
  case title
  case label, commune, address, telephone, date, forms
  case save
  case labelHint, communeHint, dateHint, formsHint, telephoneHint
  case needsLabel, needsForm, unknownCommune

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Thêm cơ sở ngoài danh sách", "Add an establishment")
    case .label: ("Tên cơ sở", "Name")
    case .commune: ("Xã / phường", "Commune")
    case .address: ("Địa chỉ", "Address")
    case .telephone: ("Điện thoại", "Phone")
    case .date: ("Ngày hẹn", "Day")
    case .forms: ("Phiếu", "Forms")
    case .save: ("Ghi cơ sở này", "Keep this establishment")
    case .labelHint: ("Viết như trên giấy đăng ký.", "As on the licence.")
    case .communeHint:
      ("Tên xã hiện nay; gõ không dấu cũng được. Có thể bỏ trống.", "The commune of today, accents not needed.")
    case .dateHint: ("Ví dụ 18/01/2027 hoặc 18/1. Bỏ trống: hôm nay.", "Like 18/01/2027 or 18/1. Empty: today.")
    case .formsHint: ("Số hoặc phím cách để chọn, bỏ chọn.", "A number or Space chooses.")
    case .telephoneHint: ("Di động 10 số hoặc cố định 11 số. Có thể bỏ trống.", "May be empty.")
    case .needsLabel: ("Cần có tên cơ sở.", "A name is needed.")
    case .needsForm: ("Chọn ít nhất một phiếu.", "Choose at least one form.")
    case .unknownCommune:
      (
        "Danh sách chưa có xã này. Sửa tên, hoặc Enter nếu đúng.",
        "No visit is in such a commune. Correct it, or Enter if it is right."
      )
    }
  }
}
