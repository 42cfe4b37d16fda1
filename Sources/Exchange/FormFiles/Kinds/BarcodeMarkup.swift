/// A barcode.
struct BarcodeMarkup: KindMarkup {
  var typeName: String { "barcode" }

  var control: String? { "input" }

  var bindType: String? { "barcode" }
}
