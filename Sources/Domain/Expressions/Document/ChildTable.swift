/// Finds the children of one name below a parent in constant time: an open-addressing table.
struct ChildTable: Sendable {
  /// The first and the last child of one name.
  struct Run: Sendable {
    var first: Int32
    var last: Int32
  }

  private struct Slot: Sendable {
    var parent: Int32 = -1
    var name: Int32 = 0
    var run = Run(first: -1, last: -1)
  }

  private var slots: [Slot] = []
  private var used = 0

  /// The run of a name below a parent. A run without nodes is kept as one whose first node is -1.
  subscript(parent: Int32, name: Name) -> Run? {
    get {
      guard !slots.isEmpty else { return nil }
      let slot = slots[place(of: parent, name.id)]
      return slot.parent == parent && slot.run.first >= 0 ? slot.run : nil
    }
    set {
      if (used + 1) * 2 > slots.count { grow() }
      let place = place(of: parent, name.id)
      if slots[place].parent < 0 { used += 1 }
      slots[place] = Slot(parent: parent, name: name.id, run: newValue ?? Run(first: -1, last: -1))
    }
  }

  /// The slot that holds the key, or the free one where it belongs.
  private func place(of parent: Int32, _ name: Int32) -> Int {
    let mask = slots.count - 1
    let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: name))
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place].parent >= 0, slots[place].parent != parent || slots[place].name != name {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: max(16, old.count * 2))
    for slot in old where slot.parent >= 0 {
      slots[place(of: slot.parent, slot.name)] = slot
    }
  }
}
