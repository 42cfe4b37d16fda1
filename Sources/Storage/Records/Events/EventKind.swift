/// What a line of the journal tells. Kinds of later versions are kept as they are.
package enum EventKind: Hashable, Sendable {
  case head, user, open, set, unset, add, remove, note, missing, warn, ckpt, done, reopen, void
  case visit, move, `case`, review, merge, tail, clock, seal, export, `import`
  /// A kind this version does not know: kept and passed on.
  case other(String)

  /// Reads a kind; the frequent ones are compared first.
  package init(_ name: String) {
    switch name {
    case "set": self = .set
    case "ckpt": self = .ckpt
    case "unset": self = .unset
    case "add": self = .add
    case "remove": self = .remove
    case "open": self = .open
    case "done": self = .done
    case "note": self = .note
    case "missing": self = .missing
    case "warn": self = .warn
    case "visit": self = .visit
    default: self = Self.rare(name)
    }
  }

  private static func rare(_ name: String) -> EventKind {
    switch name {
    case "head": .head
    case "user": .user
    case "reopen": .reopen
    case "void": .void
    case "move": .move
    case "case": .case
    case "review": .review
    case "merge": .merge
    case "tail": .tail
    case "clock": .clock
    case "seal": .seal
    case "export": .export
    case "import": .import
    default: .other(name)
    }
  }

  /// The kind as lines write it.
  package var name: String {
    switch self {
    case .head: "head"
    case .user: "user"
    case .open: "open"
    case .set: "set"
    case .unset: "unset"
    case .add: "add"
    case .remove: "remove"
    case .note: "note"
    case .missing: "missing"
    case .warn: "warn"
    case .ckpt: "ckpt"
    case .done: "done"
    case .reopen: "reopen"
    case .void: "void"
    case .visit: "visit"
    case .move: "move"
    case .case: "case"
    case .review: "review"
    case .merge: "merge"
    case .tail: "tail"
    case .clock: "clock"
    case .seal: "seal"
    case .export: "export"
    case .import: "import"
    case .other(let name): name
    }
  }

  /// Whether the line gives a field a value: these name the versions they replace.
  package var isVersion: Bool {
    switch self {
    case .set, .unset, .missing, .merge: true
    default: false
    }
  }

  /// Whether the line changes what a record says, so that it counts after `done` as a change.
  package var isChange: Bool {
    switch self {
    case .set, .unset, .missing, .merge, .add, .remove: true
    default: false
    }
  }
}
