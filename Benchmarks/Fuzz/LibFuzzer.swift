#if FUZZING
  internal import Glibc

  /// The fuzzer of the toolchain, which makes inputs that lead to new places in the program.
  enum LibFuzzer {
    private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    @_silgen_name("LLVMFuzzerRunDriver")
    private static func drive(
      _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<Arguments>,
      _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32

    static func run(_ target: FuzzTarget, arguments: [String]) {
      var count = Int32(arguments.count)
      let words = Arguments.allocate(capacity: arguments.count + 1)
      for (place, word) in arguments.enumerated() { words[place] = strdup(word) }
      words[arguments.count] = nil
      var pointer = words
      setenv("KHAOSAT_FUZZ", target.rawValue, 1)
      exit(
        drive(&count, &pointer) { start, count in
          LibFuzzer.target?.take(Array(UnsafeBufferPointer(start: start, count: count)))
          return 0
        })
    }

    private static let target = getenv("KHAOSAT_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) }
  }
#endif
