import Foundation
import Glibc

/// One sitting with the application as plain lines: a place is chosen, then answers are given, one line each. The
/// program says “(đã lưu)” after each that is on the medium: that is the acknowledgement.
struct PlainSession {
  /// Answers given, in order.
  let answers: [String]
  /// How many the program said were saved.
  let count: Int
  let result: Program.Result

  /// The answers that the program said were saved.
  var acknowledged: [String] { Array(answers.prefix(count)) }

  private static let mark = "(đã lưu)"

  /// Acknowledgements in an output.
  static func count(_ output: String) -> Int { output.components(separatedBy: mark).count - 1 }

  /// The words that start a sitting.
  private static func words(_ place: Workplace, _ wrapper: [String]) -> [String] {
    wrapper + [Program.path, "--plain", "--lang", "vi", "--store", place.store]
  }

  /// Starts one whose whole input is there from the beginning.
  static func start(
    _ place: Workplace, visit: Int, _ answers: [String], through wrapper: [String] = [],
    environment extra: [String: String] = [:]
  ) throws -> LiveProcess {
    try LiveProcess(
      words(place, wrapper), input: (["CS\(visit)"] + answers).joined(separator: "\n") + "\n",
      environment: place.environment.merging(extra) { $1 })
  }

  /// Starts one that is told step by step.
  static func open(_ place: Workplace, through wrapper: [String] = []) throws -> LiveProcess {
    try LiveProcess(words(place, wrapper), input: nil, environment: place.environment)
  }

  /// Runs one to its end.
  init(
    _ place: Workplace, visit: Int = 0, _ answers: [String], through wrapper: [String] = [],
    environment: [String: String] = [:]
  ) throws {
    let live = try Self.start(place, visit: visit, answers, through: wrapper, environment: environment)
    self.init(answers, live.finish())
  }

  /// What a finished sitting left.
  init(_ answers: [String], _ result: Program.Result) {
    self.answers = answers
    self.result = result
    count = Self.count(result.output)
  }
}
