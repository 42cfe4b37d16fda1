internal import Media

/// Files that answer a question: taken into the store by their content.
enum Attachment {
  /// Copies a file into the store and returns the value of the question: the name that the store gives it.
  static func take(_ file: String, into media: MediaStore) throws -> String {
    let path = HostMachine.expanded(file)
    let bytes = try HostFile.read(path)
    return try media.add(bytes, fileExtension: ending(of: path)).fileName
  }

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "bin" }
    return name[name.index(after: dot)...].lowercased()
  }
}
