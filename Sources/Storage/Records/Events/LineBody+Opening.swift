internal import JSON
internal import Journal

extension LineBody {
  /// The members of the payload before `submission`: lists need these of every record, and a submission may be long.
  ///
  /// A comma, a bare quote, the word and a bare quote cannot stand inside a string, where quotes are escaped, and the
  /// fixed order of `done` has no object before it.
  var opening: JSONObject {
    guard let cut = text.firstRange(ofBytes: ",\"submission\":") else { return payload ?? JSONObject() }
    guard case .object(let members)? = try? JSONValue(parsing: text[..<cut] + "}") else { return JSONObject() }
    return members
  }
}

extension String {
  fileprivate func firstRange(ofBytes mark: StaticString) -> String.Index? {
    let pattern = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    var copy = self
    let offset: Int? = copy.withUTF8 { bytes in
      guard bytes.count >= pattern.count else { return nil }
      for start in 0...bytes.count - pattern.count where bytes[start] == pattern[0] {
        if bytes[start..<start + pattern.count].elementsEqual(pattern) { return start }
      }
      return nil
    }
    return offset.map { utf8.index(startIndex, offsetBy: $0) }
  }
}
