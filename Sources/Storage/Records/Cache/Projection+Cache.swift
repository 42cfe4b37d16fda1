internal import Fieldwork
internal import JSON
internal import Journal

/// The state as bytes and back: what a cache keeps. Lines of records stay in the logs.
extension Projection {
  /// The state as bytes; nil while something in it is not on the medium, or not whole.
  func bytes(below root: String) -> [UInt8]? {
    guard snapshot.damaged.isEmpty, locked.isEmpty, !lines.hasDoubt else { return nil }
    guard snapshot.records.values.allSatisfy(\.recent.isEmpty) else { return nil }
    guard groups.values.allSatisfy({ $0.events.allSatisfy { $0.run != nil } }) else { return nil }
    var writer = CacheWriter()
    writer.put(lines.paths) { $0.put(String($1.dropFirst(root.utf8.count + 1))) }
    writer.put(covered.values.sorted { $0.file.label < $1.file.label }) { $0.put($1) }
    writer.put(snapshot.lines)
    writer.put(clock)
    writer.put(snapshot.records.values) { $1.write(to: &$0) }
    writeVisits(to: &writer)
    writePeople(to: &writer)
    writeGroups(to: &writer)
    writeIndices(to: &writer)
    return writer.finished()
  }

  private func writeVisits(to writer: inout CacheWriter) {
    writer.put(visitFolds) { writer, entry in
      writer.put(entry.key)
      writer.put(entry.value.bytes)
    }
    writer.put(snapshot.visits.values) { writer, state in
      writer.put(state.visit.json)
      writer.put(state.updated)
    }
    writer.put(caseFolds) { writer, list in
      writer.put(list.key)
      writer.put(list.value) { writer, entry in
        writer.put(entry.key)
        writer.put(entry.value.bytes)
      }
    }
    writer.put(snapshot.cases) { writer, list in
      writer.put(list.key)
      writer.put(list.value) { writer, entry in
        writer.put(entry.key)
        writer.put(entry.value)
      }
    }
  }

  private func writePeople(to writer: inout CacheWriter) {
    writer.put(snapshot.devices.values) { writer, device in
      writer.put(device.id)
      writer.put(device.name)
      writer.put(device.application)
      writer.put(device.lastSeen)
      writer.put(device.headClock)
      writer.put(device.numbers) { writer, entry in
        writer.put(entry.key)
        writer.put(entry.value)
      }
    }
    writer.put(snapshot.users) { writer, entry in
      writer.put(entry.key)
      writer.put(entry.value) { $0.put($1) }
    }
    writer.put(snapshot.exports) { $0.put($1) }
    writer.put(snapshot.imports) { $0.put($1) }
    writer.put(snapshot.forks) { writer, fork in
      writer.put(fork.device)
      writer.put(fork.epoch)
      writer.put(fork.number)
    }
    writer.put(exported) { writer, entry in
      writer.put(entry.key)
      writer.put(entry.value) { $0.put($1) }
    }
  }

  private func writeGroups(to writer: inout CacheWriter) {
    writer.put(groups) { writer, entry in
      for text in [entry.key.device, entry.key.epoch, entry.key.id] { writer.put(text) }
      writer.put(entry.value.events) { writer, arrival in
        writer.put(arrival.event)
        writer.put(arrival.run) { $0.put($1) }
      }
      writer.put(entry.value.numbers) { $0.put($1) }
      writer.put(entry.value.count) { $0.put($1) }
    }
  }

  private func writeIndices(to writer: inout CacheWriter) {
    let indices = origins.values.flatMap(\.values)
    writer.put(indices) { writer, index in
      writer.put(index.origin)
      index.write(to: &writer)
    }
    writer.put(expected) { writer, entry in
      writer.put(entry.key)
      writer.put(entry.value)
    }
  }
}

extension CacheWriter {
  fileprivate mutating func put(_ run: LineRun) {
    put(UInt32(bitPattern: run.file))
    put(run.offset)
    put(run.length)
  }

  fileprivate mutating func put(_ covered: CoveredFile) {
    put(covered.file.label)
    put(covered.file.device)
    put(covered.file.name)
    put(covered.status.size)
    put(covered.status.inode)
    put(covered.status.changed)
    let cover = covered.cover
    for number in [cover.size, cover.lines, cover.lastOffset] { put(number) }
    put(cover.startedAt)
    put(cover.lastNumber)
    put(cover.lastHash)
    put(cover.firstNumber)
    put(cover.firstPrevious)
    put(cover.isPlain)
  }
}
