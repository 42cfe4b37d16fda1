internal import Vietnamese

/// The columns of a visit list that this program understands; all others are kept for the forms.
package enum VisitColumn: String, Sendable, CaseIterable, Hashable {
  /// The code of the establishment.
  case code = "ma"
  /// Its name.
  case label = "ten_co_so"
  /// The day agreed.
  case date = "ngay_hen"
  /// The forms to be filled.
  case forms = "phieu"
  /// The team.
  case team = "doan"
  /// The name of the commune.
  case commune = "xa_ten"
  /// The code of the commune.
  case communeCode = "xa"
  /// The commune before July 2025.
  case oldCommune = "xa_cu"
  /// The district before July 2025.
  case oldDistrict = "huyen_cu"
  /// House, street, hamlet.
  case address = "dia_chi"
  /// The telephone number.
  case telephone = "dien_thoai"
  /// The tax code, which is checked on the way in.
  case taxCode = "ma_so_thue"

  /// Whether a list without this column is no visit list.
  package var isRequired: Bool {
    switch self {
    case .code, .label, .date, .forms: true
    default: false
    }
  }

  /// Finds the column that a heading means: accents, case, spaces and signs do not matter.
  package init?(heading: String) {
    let key = heading.folded.filter { $0.isLetter || $0.isNumber }
    guard let column = Self.byHeading[key] else { return nil }
    self = column
  }

  private var headings: [String] {
    switch self {
    case .code: ["ma", "macoso", "macs", "code", "id", "maphieu"]
    case .label: ["tencoso", "ten", "tencs", "coso", "tendonvi", "label", "name", "establishment"]
    case .date: ["ngayhen", "ngay", "ngaykhaosat", "hen", "date", "visitdate", "day"]
    case .forms: ["phieu", "cacphieu", "bieumau", "forms", "form"]
    case .team: ["doan", "doankhaosat", "to", "nhom", "team"]
    case .commune: ["xaten", "tenxa", "xaphuong", "tenxaphuong", "commune", "ward", "place"]
    case .communeCode: ["xa", "maxa", "communecode", "wardcode"]
    case .oldCommune: ["xacu", "tenxacu", "oldcommune"]
    case .oldDistrict: ["huyencu", "huyen", "quanhuyencu", "olddistrict", "district"]
    case .address: ["diachi", "thon", "address"]
    case .telephone: ["dienthoai", "sodienthoai", "sdt", "dt", "phone", "telephone", "tel"]
    case .taxCode: ["masothue", "mst", "taxcode", "tax"]
    }
  }

  private static let byHeading: [String: VisitColumn] = {
    var columns: [String: VisitColumn] = [:]
    for column in allCases {
      for heading in column.headings { columns[heading] = column }
    }
    return columns
  }()
}
