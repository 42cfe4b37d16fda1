internal import Forms

/// How a kind of question is written in XLSForm and XForm.
protocol KindMarkup: Sendable {
  /// The word of the type column.
  var typeName: String { get }
  /// The tag of its control in the body; none for kinds that are not shown.
  var control: String? { get }
  /// The type of its bind; none for groups.
  var bindType: String? { get }
  /// The media type of an upload.
  var mediaType: String? { get }
}

extension KindMarkup {
  /// Not shown unless the kind says otherwise.
  var control: String? { nil }
  /// None unless the kind says otherwise.
  var bindType: String? { nil }
  /// None unless the kind says otherwise.
  var mediaType: String? { nil }
}

extension QuestionKind {
  /// How the kind is written.
  var markup: any KindMarkup {
    switch self {
    case .group: GroupMarkup()
    case .repeat: RepeatMarkup()
    case .text: TextMarkup()
    case .integer: IntegerMarkup()
    case .decimal: DecimalMarkup()
    case .percentage: PercentageMarkup()
    case .range: RangeMarkup()
    case .date: DateMarkup()
    case .time: TimeMarkup()
    case .dateTime: DateTimeMarkup()
    case .barcode: BarcodeMarkup()
    case .acknowledge: AcknowledgeMarkup()
    case .selectOne: SelectOneMarkup()
    case .selectMultiple: SelectMultipleMarkup()
    case .rank: RankMarkup()
    case .geopoint: GeopointMarkup()
    case .geotrace: GeotraceMarkup()
    case .geoshape: GeoshapeMarkup()
    case .image: ImageMarkup()
    case .audio: AudioMarkup()
    case .video: VideoMarkup()
    case .file: FileMarkup()
    case .note: NoteMarkup()
    case .calculate: CalculateMarkup()
    case .hidden: HiddenMarkup()
    case .startGeopoint: StartGeopointMarkup()
    case .backgroundGeopoint: BackgroundGeopointMarkup()
    case .backgroundAudio: BackgroundAudioMarkup()
    case .audit: AuditMarkup()
    case .metadata(let item): MetadataMarkup(item: item)
    }
  }
}
