/// A list in the order of the answer.
struct RankMarkup: KindMarkup {
  var typeName: String { "rank" }

  var control: String? { "odk:rank" }

  var bindType: String? { "odk:rank" }
}
