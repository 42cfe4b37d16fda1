extension QuestionKind {
  /// The description of the kind.
  package var description: any KindDescription {
    switch self {
    case .group: GroupKind()
    case .repeat: RepeatKind()
    case .text: TextKind()
    case .integer: IntegerKind()
    case .decimal: DecimalKind()
    case .percentage: PercentageKind()
    case .range: RangeKind()
    case .date: DateKind()
    case .time: TimeKind()
    case .dateTime: DateTimeKind()
    case .barcode: BarcodeKind()
    case .acknowledge: AcknowledgeKind()
    case .selectOne: SelectOneKind()
    case .selectMultiple: SelectMultipleKind()
    case .rank: RankKind()
    case .geopoint: GeopointKind()
    case .geotrace: GeotraceKind()
    case .geoshape: GeoshapeKind()
    case .image: ImageKind()
    case .audio: AudioKind()
    case .video: VideoKind()
    case .file: FileKind()
    case .note: NoteKind()
    case .calculate: CalculateKind()
    case .hidden: HiddenKind()
    case .metadata(let item): MetadataKind(item: item)
    case .startGeopoint: StartGeopointKind()
    case .backgroundGeopoint: BackgroundGeopointKind()
    case .backgroundAudio: BackgroundAudioKind()
    case .audit: AuditKind()
    }
  }

  /// Whether its answers are choices of a list.
  package var isSelect: Bool { self == .selectOne || self == .selectMultiple || self == .rank }

  /// Whether its answers are names of attached files.
  package var isAttachment: Bool {
    switch self {
    case .image, .audio, .video, .file, .backgroundAudio, .audit: true
    default: false
    }
  }
}
