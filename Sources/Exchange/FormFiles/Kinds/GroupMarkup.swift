/// A group of the body and an element of the instance.
struct GroupMarkup: KindMarkup {
  var typeName: String { "group" }
}
