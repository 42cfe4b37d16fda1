internal import Forms
internal import XML

extension XFormReader {
  /// Reads the meta block: name of the instance, audit, entities.
  mutating func readMeta() {
    guard let meta = model.root.child("meta") else { return }
    let path = "/" + model.root.name.local + "/" + meta.name.qualified
    for child in meta.children {
      let childPath = path + "/" + child.name.qualified
      switch child.name.local {
      case "instanceName":
        if let bind = model.binds[childPath], let name = bind["calculate"] {
          definition.instanceName = source(name, at: bind.position)
        }
      case "audit":
        var row = SurveyRow(
          type: SourceText("audit", at: place(child.position)), name: SourceText("audit", at: place(child.position)),
          position: place(child.position))
        for (name, value) in model.binds[childPath]?.attributes ?? [] where name.hasPrefix("odk:") {
          addParameter(&row, String(name.dropFirst(4)), value, at: child.position)
        }
        auditRow = row
      case "entity": readEntity(meta, path: path, repeatPath: nil)
      default: continue
      }
    }
  }

  /// Reads an entity declaration in a meta block.
  mutating func readEntity(_ meta: XMLElement, path: String, repeatPath: String?) {
    guard let entity = meta.child("entity") else { return }
    let entityPath = path + "/" + entity.name.qualified
    let position = place(entity.position)
    var row = EntityRow(
      listName: SourceText(entity.attribute("dataset") ?? "", at: position), position: position)
    func calculation(_ path: String) -> SourceText? {
      model.binds[path].flatMap { bind in bind["calculate"].map { source($0, at: bind.position) } }
    }
    row.label = calculation(entityPath + "/label")
    row.entityID = calculation(entityPath + "/@id")
    row.createIf = calculation(entityPath + "/@create")
    row.updateIf = calculation(entityPath + "/@update")
    if let repeatPath, repeatPath != "/" + model.root.name.local {
      row.repeatName = SourceText("${" + XFormPath.name(repeatPath) + "}", at: position)
    }
    if row.listName.text.isEmpty {
      report(.missingColumn, at: entity.position, ["list_name"])
    } else if !definition.entities.contains(where: { $0.position == row.position }) {
      definition.entities.append(row)
    }
  }
}
