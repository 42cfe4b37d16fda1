/// One key with its value.
package struct JSONMember: Sendable, Equatable {
  /// The key.
  package let key: String
  /// The value.
  package var value: JSONValue

  /// Joins key and value.
  package init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }
}

/// The members of a JSON object in order. Two objects are equal when their members are, in the same order.
///
/// Members are few (a journal line has a dozen), so a look-up walks the list.
package struct JSONObject: Sendable, Equatable {
  /// The members in order; no key occurs twice.
  package private(set) var members: [JSONMember]

  /// An object without members.
  package init() { members = [] }

  /// Takes members whose keys are known to differ.
  init(distinct members: [JSONMember]) { self.members = members }

  /// The value of a key. Setting replaces in place or appends; setting nil removes.
  package subscript(key: String) -> JSONValue? {
    get {
      for member in members where member.key == key { return member.value }
      return nil
    }
    set {
      let place = members.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(JSONMember(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The keys in order.
  package var keys: [String] { members.map(\.key) }
}

extension JSONObject: RandomAccessCollection {
  /// Position of the first member.
  package var startIndex: Int { members.startIndex }

  /// Position after the last member.
  package var endIndex: Int { members.endIndex }

  /// The member at a position.
  package subscript(position: Int) -> JSONMember { members[position] }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Takes a dictionary literal; the order of its keys is kept.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}
