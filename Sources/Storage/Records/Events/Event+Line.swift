package import Journal

extension Event {
  /// A line as the records see it: the one place where the bytes of a log become an event. A sealed payload stays as it
  /// is while its key is not here.
  package init(_ view: LineView, hash: LineHash, origin: Origin, seal: (any Seal)?, texts: inout TextCache) {
    self.init(view, hash: hash, origin: origin, body: OpenedPayload(view, seal).body, texts: &texts)
  }

  /// A line whose payload has been looked at already.
  init(_ view: LineView, hash: LineHash, origin: Origin, body: LineBody, texts: inout TextCache) {
    func shared(_ bytes: UnsafeRawBufferPointer) -> String {
      bytes.contains(0x5C) ? LineView.text(bytes) : texts.text(bytes)
    }
    self.init(
      hash: hash, clock: view.clock, origin: origin, number: view.number, time: view.time,
      kind: EventKind(texts.text(view.rawKind)), record: view.rawRecord.map(shared), field: view.rawField.map(shared),
      body: body)
  }
}
