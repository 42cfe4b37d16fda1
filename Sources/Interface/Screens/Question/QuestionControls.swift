internal import Forms

/// Which control asks which kind of question. A new kind makes the compiler ask for its control here.
enum QuestionControls {
  /// The control of a node.
  static func control(of node: FormNode) -> any QuestionControl {
    switch node.kind {
    case .text: TextControl()
    case .integer: IntegerControl()
    case .decimal: DecimalControl()
    case .percentage: PercentageControl()
    case .range: RangeControl()
    case .date: DateControl()
    case .time: TimeControl()
    case .dateTime: DateTimeControl()
    case .barcode: BarcodeControl()
    case .acknowledge: AcknowledgeControl()
    case .selectOne: SelectOneControl()
    case .selectMultiple: SelectMultipleControl()
    case .rank: RankControl()
    case .geopoint: GeopointControl()
    case .geotrace, .geoshape: GeolineControl()
    case .image, .audio, .video, .file: AttachmentControl()
    case .note: NoteControl()
    case .group: GroupControl()
    case .repeat: RepeatControl()
    case .calculate, .hidden, .metadata, .startGeopoint, .backgroundGeopoint, .backgroundAudio, .audit: SilentControl()
    }
  }
}

extension QuestionKind {
  /// Whether the answer is a file.
  var isAttachment: Bool {
    switch self {
    case .image, .audio, .video, .file: true
    default: false
    }
  }
}
