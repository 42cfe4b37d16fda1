internal import Archive
internal import Forms
internal import Vietnamese
internal import XML

/// The parts of a workbook inside its archive and how they refer to one another.
struct WorkbookParts {
  /// A relation of a part: its id, the last word of its type, the part meant.
  struct Relation {
    let id: String
    let kind: String
    let part: String
  }

  let fileName: String

  func problem(_ code: FormFileProblemCode, _ arguments: [String]) -> FormFileProblem {
    FormFileProblem(code, at: SourcePosition(file: fileName), arguments)
  }

  func open(_ bytes: [UInt8]) throws(FormFileProblem) -> ArchiveReader {
    do throws(ArchiveProblem) {
      return try ArchiveReader(bytes)
    } catch {
      throw problem(.archive, [error.code.rawValue] + error.arguments)
    }
  }

  func content(_ part: String, in archive: ArchiveReader) throws(FormFileProblem) -> [UInt8] {
    guard archive.contains(part) else { throw problem(.workbook, [part]) }
    do throws(ArchiveProblem) {
      return try archive.content(of: part)
    } catch {
      throw problem(.archive, [error.code.rawValue] + error.arguments)
    }
  }

  func tree(_ part: String, in archive: ArchiveReader) throws(FormFileProblem) -> XMLElement {
    let bytes = try content(part, in: archive)
    guard bytes.count <= 8 << 20 else { throw problem(.limit, [part, String(8 << 20)]) }
    do throws(XMLProblem) {
      return try XMLElement.read(bytes)
    } catch {
      throw xmlProblem(error, part: part)
    }
  }

  func xmlProblem(_ error: XMLProblem, part: String) -> FormFileProblem {
    problem(.workbookPart, [part, error.code.rawValue, error.position.description] + error.arguments)
  }

  /// The workbook part, found through the package's relations.
  func mainPart(_ archive: ArchiveReader) throws(FormFileProblem) -> String {
    let found = try relations(of: "", in: archive).first { $0.kind == "officeDocument" }?.part
    return found ?? "xl/workbook.xml"
  }

  func relations(of part: String, in archive: ArchiveReader) throws(FormFileProblem) -> [Relation] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let file = String(part.dropFirst(folder.count))
    let name = folder + "_rels/" + file + ".rels"
    guard archive.contains(name) else { return [] }
    return try tree(name, in: archive).children("Relationship").compactMap { element in
      guard let id = element.attribute("Id"), let target = element.attribute("Target"),
        element.attribute("TargetMode") != "External"
      else { return nil }
      let kind = element.attribute("Type").map { String($0.split(separator: "/").last ?? "") } ?? ""
      return Relation(id: id, kind: kind, part: Self.resolved(target, in: folder))
    }
  }

  /// A target relative to a folder of the archive.
  private static func resolved(_ target: String, in folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// The shared strings, cleaned once; phonetic guides are left out.
  func sharedStrings(
    _ relations: [Relation], in archive: ArchiveReader, limits: Workbook.Limits
  ) throws(FormFileProblem) -> [String] {
    guard let part = relations.first(where: { $0.kind == "sharedStrings" })?.part, archive.contains(part) else {
      return []
    }
    let bytes = try content(part, in: archive)
    var strings: [String] = []
    var current: String?
    var textBytes = 0
    do throws(XMLProblem) {
      var reader = try XMLReader(bytes)
      while strings.count <= limits.strings, textBytes <= limits.text, let event = try reader.next() {
        switch event {
        case .start(let name, _):
          switch name.local {
          case "si": current = ""
          case "t": if let text = current { current = text + (try reader.elementText()) }
          case "rPh": try reader.skipElement()
          default: break
          }
        case .end(let name) where name.local == "si":
          strings.append(CellText.cleaned(current ?? ""))
          current = nil
          textBytes += strings[strings.count - 1].utf8.count
        default: break
        }
      }
    } catch {
      throw xmlProblem(error, part: part)
    }
    guard strings.count <= limits.strings else { throw problem(.limit, ["strings", String(limits.strings)]) }
    guard textBytes <= limits.text else { throw problem(.limit, ["text", String(limits.text)]) }
    return strings
  }
}
