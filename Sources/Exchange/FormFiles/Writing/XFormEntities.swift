internal import Expressions
internal import Forms
internal import XML

extension XFormWriter {
  /// The entity elements of the form (nil) or of a repeat.
  mutating func writeEntityElements(of holder: Int?) {
    let declarations = form.entities.filter { $0.repeatNode == holder }
    guard !declarations.isEmpty else { return }
    if holder != nil { writer.start("meta") }
    for entity in declarations {
      var attributes = [("dataset", entity.list), ("id", "")]
      if entity.entityID == nil || entity.createIf != nil {
        attributes.append(("create", entity.createIf == nil ? "1" : ""))
      }
      if entity.entityID != nil {
        attributes += [("update", entity.updateIf == nil && entity.createIf == nil ? "1" : ""), ("baseVersion", "")]
        attributes += [("trunkVersion", ""), ("branchId", "")]
      }
      writer.start("entity", attributes)
      if entity.label != nil { writer.element("label") }
      writer.end()
    }
    if holder != nil { writer.end() }
  }

  /// The binds of the entity elements.
  mutating func writeEntityBinds() {
    for entity in form.entities {
      let holder = entity.repeatNode.map { form.nodes[$0].path } ?? form.nodes[0].path
      let path = holder + "/meta/entity"
      func bind(_ part: String, _ formula: CompiledFormula?) {
        guard let formula else { return }
        let value = PortableExpression(formula.formula.source).text
        writer.element(
          "bind", [("nodeset", path + part), ("calculate", value), ("readonly", "true()"), ("type", "string")])
      }
      bind("/@create", entity.createIf)
      bind("/@update", entity.updateIf)
      bind("/@id", entity.entityID)
      if entity.entityID == nil {
        writer.element("bind", [("nodeset", path + "/@id"), ("readonly", "true()"), ("type", "string")])
        writer.element(
          "setvalue", [("ref", path + "/@id"), ("event", "odk-instance-first-load"), ("value", "uuid()")])
      } else if let id = entity.entityID {
        let item = "instance('\(entity.list)')/root/item[name=\(PortableExpression(id.formula.source).text)]"
        for (attribute, column) in [
          ("baseVersion", "__version"), ("trunkVersion", "__trunkVersion"), ("branchId", "__branchId"),
        ] {
          writer.element(
            "bind",
            [
              ("nodeset", path + "/@" + attribute), ("calculate", item + "/" + column), ("readonly", "true()"),
              ("type", "string"),
            ])
        }
      }
      bind("/label", entity.label)
    }
  }
}
