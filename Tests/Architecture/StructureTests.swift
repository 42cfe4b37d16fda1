import Testing

/// The rules that keep the house in order; each failure lists every offender.
@Suite("Structure of the sources")
struct StructureTests {
  private let everything = SourceTree.sources + SourceTree.tests

  @Test("the tree is found")
  func findsTheTree() {
    #expect(SourceTree.sources.contains { $0.module == "Expressions" })
    #expect(SourceTree.tests.contains { $0.path.hasSuffix("StructureTests.swift") })
  }

  @Test("a file has at most 400 lines")
  func filesAreShort() {
    let long = everything.filter { $0.lines.count > 400 }.map { "\($0.path): \($0.lines.count) lines" }
    #expect(long.isEmpty, "\(list(long))")
  }

  @Test("a function has at most 60 lines")
  func functionsAreShort() {
    let long = everything.flatMap { file in
      FunctionSpan.all(in: file).filter { $0.length > 60 }.map {
        "\(file.path):\($0.line): \($0.length) lines: \($0.title)"
      }
    }
    #expect(long.isEmpty, "\(list(long))")
  }

  @Test("modules import in one direction")
  func importsGoOneWay() {
    let wrong = SourceTree.sources.flatMap { file -> [String] in
      guard let allowed = ModuleRules.allowed(module: file.module, layer: file.layer) else { return [] }
      return file.imports.filter {
        ModuleRules.known.contains($0.module) && $0.module != file.module && !allowed.contains($0.module)
      }.map { "\(file.path):\($0.line): \(file.module) must not import \($0.module)" }
    }
    #expect(wrong.isEmpty, "\(list(wrong))")
  }

  @Test("pure modules know no system")
  func domainIsPure() {
    let domain = SourceTree.sources.filter { $0.layer == "Domain" }
    let imports = domain.flatMap { file in
      file.imports.filter { ModuleRules.system.contains($0.module) }.map {
        "\(file.path):\($0.line): imports \($0.module)"
      }
    }
    let calls = domain.flatMap { file in
      [
        ("print(", /(?:^|[^.\w])print\(/), ("UUID", /\bUUID\(\)/), ("random", /\.random\(/),
        ("File", /\bFileManager\b/),
      ]
      .flatMap { file.hits(of: $0.1, needle: $0.0) }
    }
    #expect(imports.isEmpty && calls.isEmpty, "\(list(imports + calls))")
  }

  @Test("only the program imports a driver of the terminal")
  func driversStayOutside() {
    let wrong = SourceTree.sources.filter { $0.layer != "khaosat" }.flatMap { file in
      file.imports.filter { ModuleRules.drivers.contains($0.module) && $0.module != file.module }.map {
        "\(file.path):\($0.line): imports \($0.module)"
      }
    }
    #expect(wrong.isEmpty, "\(list(wrong))")
  }

  private func list(_ offenders: [String]) -> String { offenders.joined(separator: "\n") }
}
