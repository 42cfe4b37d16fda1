/// What depends on what in a form, worked out once: one order in which everything can be computed, and who reads a node.
package struct DependencyGraph: Sendable {
  /// One thing that is computed and that others may read.
  package struct Step: Sendable, Hashable {
    /// The node it belongs to.
    package let node: Int
    /// Relevance or value.
    package let role: Role
  }

  /// What a step computes.
  package enum Role: UInt8, Sendable, Hashable {
    case relevance
    case value
  }

  /// What has to be looked at again when something read by it changes.
  package enum Target: Sendable, Hashable {
    /// A step, by its place in the order.
    case step(Int)
    /// The number of rows of a repeat.
    case rowCount(Int)
    /// The checks of a question.
    case checks(Int)
  }

  /// A reader of a node, and how many repeats around both name the same row.
  package struct Reader: Sendable, Hashable {
    /// What reads the node.
    package let target: Target
    /// How many repeats around both name the same row.
    package let sharedRepeats: Int
  }

  /// All steps in an order in which each comes after what it reads.
  package internal(set) var steps: [Step] = []
  /// Place of a node's relevance in the order; nothing when it has none.
  package internal(set) var relevanceStep: [Int?] = []
  /// Place of a node's calculation in the order.
  package internal(set) var valueStep: [Int?] = []
  /// Who reads the value of a node.
  package internal(set) var valueReaders = ReaderTable()
  /// Who is concerned when a node and what it holds appear or disappear.
  package internal(set) var relevanceReaders = ReaderTable()
  /// Who is concerned when rows of a repeat come or go.
  package internal(set) var rowReaders = ReaderTable()
  /// Who is concerned when rows of a repeat move, because one before them goes.
  package internal(set) var positionReaders = ReaderTable()
  /// Steps that follow the language shown.
  package internal(set) var languageSteps: [Int] = []
  /// Nodes whose checks follow the language shown.
  package internal(set) var languageChecks: [Int] = []
  /// For each node the nodes that its change triggers, in order.
  package internal(set) var triggered: [[Int]] = []
  /// Whether any change triggers anything.
  package internal(set) var hasTriggers = false
}
