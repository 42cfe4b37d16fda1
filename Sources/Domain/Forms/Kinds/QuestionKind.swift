/// What a row of the survey is. Each kind is described by one file of this folder; a new kind makes the compiler name every
/// place that has to know it.
package enum QuestionKind: Hashable, Sendable {
  // Structure.
  case group
  case `repeat`
  // Typed answers.
  case text
  case integer
  case decimal
  case percentage
  case range
  case date
  case time
  case dateTime
  case barcode
  case acknowledge
  // Choices.
  case selectOne
  case selectMultiple
  case rank
  // Places.
  case geopoint
  case geotrace
  case geoshape
  // Attachments.
  case image
  case audio
  case video
  case file
  // Shown only.
  case note
  // No control.
  case calculate
  case hidden
  case metadata(Metadata)
  case startGeopoint
  case backgroundGeopoint
  case backgroundAudio
  case audit

  /// Values filled in without asking.
  package enum Metadata: String, Hashable, Sendable, CaseIterable {
    case start
    case end
    case today
    case deviceID = "deviceid"
    case username
    case email
    case phoneNumber = "phonenumber"
    case subscriberID = "subscriberid"
    case simSerial = "simserial"
    case instanceID = "instanceid"
    case instanceName = "instancename"
  }
}
