/// Where an establishment is: the commune of today, and the units before July 2025 that people still name.
package struct Place: Sendable, Equatable, Hashable {
  /// The commune of today: "Xã Đại Sơn".
  package var commune: String
  /// Its code in the catalogue, when the list has it.
  package var communeCode: String
  /// The commune before July 2025.
  package var oldCommune: String
  /// The district before July 2025.
  package var oldDistrict: String
  /// House, street, hamlet.
  package var address: String

  /// Joins the parts; what is not known is empty.
  package init(
    commune: String = "", communeCode: String = "", oldCommune: String = "", oldDistrict: String = "",
    address: String = ""
  ) {
    self.commune = commune
    self.communeCode = communeCode
    self.oldCommune = oldCommune
    self.oldDistrict = oldDistrict
    self.address = address
  }

  /// The old names that say more than the new one.
  package var formerNames: [String] {
    [oldCommune, oldDistrict].filter { !$0.isEmpty && $0 != commune }
  }
}
