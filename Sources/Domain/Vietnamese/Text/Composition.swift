@_spi(_Unicode) internal import Swift

extension String {
  /// The text in Unicode normalisation form C, the form in which every text is stored.
  ///
  /// Text that is NFC already, as nearly all of it is, is recognised scalar by scalar and returned as it is.
  package var composed: String {
    if isPlainlyComposed { return self }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// The scalars of the text in Unicode normalisation form D.
  var decomposedScalars: [Unicode.Scalar] { Array(_nfd) }

  /// True when every scalar lies in a block whose letters never change under NFC and never combine.
  private var isPlainlyComposed: Bool {
    let isASCII = utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 < 0x80 } }
    if isASCII == true { return true }
    for scalar in unicodeScalars {
      switch scalar.value {
      // Latin with its Vietnamese extension, dashes and quotation marks, currency signs (₫).
      case 0..<0x300, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF: continue
      default: return false
      }
    }
    return true
  }
}
