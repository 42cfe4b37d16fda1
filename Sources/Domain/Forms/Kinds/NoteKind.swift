/// A text that is only shown.
struct NoteKind: KindDescription {

}
