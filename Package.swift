// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled in Swift 6 mode with all upcoming features, and a warning is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .treatAllWarnings(as: .error),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let keyDerivation: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")

/// A module of the program: one folder below `Sources/<layer>`.
func module(_ layer: String, _ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(layer)/\(name)",
    swiftSettings: strict)
}

/// The tests of a module: the same folder below `Tests/<layer>`.
func tests(_ layer: String, _ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], path: "Tests/\(layer)/\(name)Tests",
    swiftSettings: strict)
}

let package = Package(
  name: "khaosat",
  products: [.executable(name: "khaosat", targets: ["khaosat"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Domain: pure values, no files, no clock, no terminal.
    module("Domain", "Vietnamese"),
    module("Domain", "JSON"),
    module("Domain", "Expressions", ["Vietnamese", crypto]),
    module("Domain", "Forms", ["Vietnamese", "JSON", "Expressions"]),
    module("Domain", "Responses", ["Vietnamese", "JSON", "Expressions", "Forms"]),
    module("Domain", "Fieldwork", ["Vietnamese", "JSON"]),

    // Storage: the journal, attachments, and the records built from them.
    .target(
      name: "CChecksum", path: "Sources/Storage/CChecksum", publicHeadersPath: "include",
      cSettings: [.unsafeFlags(["-O2"])]),
    module("Storage", "Journal", ["CChecksum", "JSON", crypto]),
    module("Storage", "Media", ["Journal"]),
    module("Storage", "Protection", ["Vietnamese", "JSON", "Journal", crypto, keyDerivation]),
    module(
      "Storage", "Records",
      [
        "Vietnamese", "JSON", "Expressions", "Forms", "Responses", "Fieldwork", "Journal", "Media", "Protection",
        crypto,
      ]),

    // Exchange: one folder a format or transport.
    .systemLibrary(name: "CZlib", path: "Sources/Exchange/CZlib"),
    module("Exchange", "Archive", ["CZlib"]),
    module("Exchange", "XML"),
    module("Exchange", "CSV"),
    module("Exchange", "Workbooks", ["Archive", "XML"]),
    module("Exchange", "SubmissionXML", ["XML", "JSON", "Forms", "Responses", "Expressions"]),
    module(
      "Exchange", "FormFiles",
      [
        "Archive", "XML", "CSV", "Workbooks", "JSON", "Vietnamese", "Expressions", "Forms",
        .product(name: "Yams", package: "Yams"),
      ]),
    module(
      "Exchange", "Batches",
      [
        "Vietnamese", "JSON", "CSV", "Workbooks", "Expressions", "Forms", "Fieldwork", "Journal", "Media", "Protection",
        "Records",
        crypto,
      ]),

    // Interface: cells and keys below, screens above; only the program meets a driver.
    .target(
      name: "CTerminal", path: "Sources/Interface/CTerminal", publicHeadersPath: "include",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    module("Interface", "Terminal", ["Vietnamese"]),
    module("Interface", "CursesDriver", ["CTerminal", "Terminal"]),
    module("Interface", "ScriptedDriver", ["Terminal"]),
    module(
      "Interface", "Messages",
      [
        "Vietnamese", "Expressions", "Forms", "Responses", "Fieldwork", "Journal", "Media", "Protection", "Records",
        "FormFiles", "XML", "CSV", "Archive", "JSON", "Batches",
      ]),
    module(
      "Interface", "Screens",
      ["Vietnamese", "JSON", "Expressions", "Forms", "Responses", "Fieldwork", "Terminal", "Messages"]),

    .executableTarget(
      name: "khaosat",
      dependencies: [
        "Vietnamese", "JSON", "Expressions", "Forms", "Responses", "Fieldwork", "Journal", "Media", "Protection",
        "Records", "XML", "CSV", "Archive", "SubmissionXML", "FormFiles", "Batches", "Terminal", "CursesDriver",
        "Messages", "Screens", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/khaosat", swiftSettings: strict),

    // Measures the engine for Benchmarks/engine.py; no product.
    .executableTarget(
      name: "EngineProbe", dependencies: ["Expressions", "Forms", "Responses", "FormFiles"],
      path: "Benchmarks/EngineProbe", swiftSettings: strict),

    // Feeds the readers with made-up inputs, for scripts/fuzz; no product.
    .executableTarget(
      name: "Fuzz", dependencies: ["Expressions", "Forms", "FormFiles", "Archive"],
      path: "Benchmarks/Fuzz", swiftSettings: strict),

    // Measures storage for Benchmarks/storage.py; no product.
    .executableTarget(
      name: "StorageProbe", dependencies: ["Records", "Journal", "Fieldwork", "JSON"],
      path: "Benchmarks/StorageProbe", swiftSettings: strict),

    // What tests of several modules use.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    tests("Domain", "Vietnamese", ["Vietnamese"]),
    tests("Domain", "JSON", ["JSON"]),
    tests("Domain", "Expressions", ["Expressions", "XML", "JSON"]),
    tests("Domain", "Forms", ["Forms", "FormFiles", "Expressions"]),
    tests("Domain", "Responses", ["Responses", "Forms", "FormFiles", "Expressions", "JSON"]),
    tests("Domain", "Fieldwork", ["Fieldwork", "Vietnamese", "JSON", "CSV"]),
    tests("Storage", "Journal", ["Journal", "JSON", "CChecksum"]),
    tests("Storage", "Media", ["Media", "Journal"]),
    tests("Storage", "Protection", ["Protection", "Journal", "JSON"]),
    tests("Storage", "Records", ["Records", "Protection", "Journal", "Media", "Fieldwork", "JSON", "Responses"]),
    tests("Exchange", "Archive", ["Archive"]),
    tests("Exchange", "XML", ["XML"]),
    tests("Exchange", "CSV", ["CSV"]),
    tests("Exchange", "Workbooks", ["Workbooks", "FormFiles", "Archive"]),
    tests(
      "Exchange", "SubmissionXML", ["SubmissionXML", "FormFiles", "Forms", "Responses", "Expressions", "XML", "JSON"]),
    tests("Exchange", "FormFiles", ["FormFiles", "Forms", "Expressions", "XML", "Archive"]),
    tests(
      "Exchange", "Batches",
      ["Batches", "Records", "Protection", "Journal", "Media", "Fieldwork", "Forms", "FormFiles", "JSON", "CSV"]),
    tests("Interface", "Terminal", ["Terminal", "ScriptedDriver"]),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "Terminal", "ScriptedDriver", "Messages", "Forms", "FormFiles", "Responses", "Fieldwork",
        "Expressions", "Vietnamese",
      ],
      path: "Tests/Interface/ScreensTests", exclude: ["Golden"], swiftSettings: strict),
    tests(
      "Interface", "Messages",
      [
        "Messages", "Vietnamese", "JSON", "Expressions", "Forms", "Fieldwork", "Journal", "Media", "Protection",
        "Records", "FormFiles",
        "XML", "CSV", "Archive", "Batches",
      ]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["Vietnamese", "JSON", "XML", "Expressions", "Forms", "Responses", "FormFiles"],
      path: "Tests/Conformance", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", path: "Tests/Architecture", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["JSON", "CSV", "Forms", "FormFiles"], path: "Tests/EndToEnd",
      swiftSettings: strict),
    .testTarget(
      name: "FaultTests", dependencies: ["JSON", "Journal", "TestSupport"], path: "Tests/Faults", swiftSettings: strict),
  ]
)
