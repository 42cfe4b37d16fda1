internal import Glibc

/// Feeds the readers with whatever libFuzzer makes up, or again with inputs that were kept.
///
///     Fuzz seeds TARGET FOLDER FORM…       writes inputs to begin with, made of forms
///     Fuzz TARGET FILE…                    reads files once each
///     Fuzz TARGET -option… CORPUS          runs libFuzzer, when it was built in (`scripts/fuzz`)
@main
struct Fuzz {
  static func main() {
    let words = CommandLine.arguments
    if words.count > 3, words[1] == "seeds", let target = FuzzTarget(rawValue: words[2]) {
      Seeds.write(target, to: words[3], forms: Array(words[4...]))
      return
    }
    guard words.count > 2, let target = FuzzTarget(rawValue: words[1]) else {
      print("Fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) FILE…")
      exit(64)
    }
    #if FUZZING
      LibFuzzer.run(target, arguments: [words[0]] + words[2...])
    #else
      for file in words[2...] { target.take(Seeds.read(file)) }
    #endif
  }
}
