/// A barcode, read or typed.
struct BarcodeKind: KindDescription {

}
