internal import Forms
internal import XML

/// The body of an XForm: which control shows which node, and how groups nest.
struct XFormBody {
  /// A control, a group or a repeat.
  struct Item {
    /// The tag: `input`, `select1`, `group`, `repeat`, `odk:rank` …
    var tag: String
    /// The node; nil for groups that only arrange.
    var path: String?
    var element: XMLElement
    /// For a repeat: the repeat element; `element` is then the group around it, which has the label.
    var repeatElement: XMLElement?
    /// Groups without node around this item and inside the nearest node's item, from outside in.
    var layout: [Int]
  }

  private(set) var items: [Item] = []
  /// Places in `items` by path.
  private(set) var byPath: [String: Int] = [:]
  /// For each path above an item the place of the first item below it.
  private(set) var firstBelow: [String: Int] = [:]
  /// What stands above the item added last.
  private var lastAbove: Substring = ""
  private static let controls: Set<String> = [
    "input", "select", "select1", "upload", "range", "rank", "trigger", "secret", "textarea",
  ]

  /// Reads the body; actions inside controls are added to the model.
  init(_ body: XMLElement, model: inout XFormModel) {
    items.reserveCapacity(body.content.count)
    byPath.reserveCapacity(body.content.count)
    walk(body.children, context: "/" + model.root.name.local, layout: [], model: &model)
  }

  private mutating func walk(_ elements: [XMLElement], context: String, layout: [Int], model: inout XFormModel) {
    for element in elements {
      let reference = element.attribute("ref") ?? element.attribute("nodeset") ?? element.attribute("bind")
      let path = reference.flatMap { XFormPath.absolute($0, at: context) }
      switch element.name.local {
      case "group": walkGroup(element, path: path, context: context, layout: layout, model: &model)
      case "repeat":
        guard let path else { continue }
        add(Item(tag: "repeat", path: path, element: element, repeatElement: element, layout: layout))
        walk(element.children, context: path, layout: [], model: &model)
      case "setvalue", "setgeopoint", "recordaudio": model.addAction(element, trigger: nil, context: context)
      default:
        guard Self.controls.contains(element.name.local), let path else { continue }
        let tag = element.name.local == "rank" ? "odk:rank" : element.name.local
        add(Item(tag: tag, path: path, element: element, layout: layout))
        for child in element.children { model.addAction(child, trigger: path, context: path) }
      }
    }
  }

  private mutating func walkGroup(
    _ group: XMLElement, path: String?, context: String, layout: [Int], model: inout XFormModel
  ) {
    // pyxform writes a repeat as a group with the label and the repeat of the same node inside.
    let repeats = group.children("repeat")
    let others = group.children.filter { !["label", "hint", "repeat"].contains($0.name.local) }
    if let inner = repeats.first, repeats.count == 1, others.isEmpty,
      let nodeset = (inner.attribute("nodeset") ?? inner.attribute("ref")).flatMap({
        XFormPath.absolute($0, at: context)
      }), path == nil || path == nodeset
    {
      add(Item(tag: "repeat", path: nodeset, element: group, repeatElement: inner, layout: layout))
      walk(inner.children, context: nodeset, layout: [], model: &model)
      return
    }
    guard let path else {
      items.append(Item(tag: "group", path: nil, element: group, layout: layout))
      walk(group.children, context: context, layout: layout + [items.count - 1], model: &model)
      return
    }
    add(Item(tag: "group", path: path, element: group, layout: layout))
    walk(group.children, context: path, layout: [], model: &model)
  }

  private mutating func add(_ item: Item) {
    guard let path = item.path else { return }
    if let earlier = byPath.updateValue(items.count, forKey: path) {
      byPath[path] = earlier
      return
    }
    var above = path[...]
    while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")), slash > above.startIndex {
      above = above[..<slash]
      // Whatever stands above a known path is known too, and neighbours have the same above them.
      guard above != lastAbove, firstBelow[String(above)] == nil else { break }
      firstBelow[String(above)] = items.count
    }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { lastAbove = path[..<slash] }
    items.append(item)
  }

  subscript(path: String) -> Item? { byPath[path].map { items[$0] } }
}
