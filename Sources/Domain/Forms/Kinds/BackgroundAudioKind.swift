/// A recording while the form is open; accepted, never made here.
struct BackgroundAudioKind: KindDescription {
  var hasControl: Bool { false }

  var parameters: Set<String> { ["quality"] }
}
