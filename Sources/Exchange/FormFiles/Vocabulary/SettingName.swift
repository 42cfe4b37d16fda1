/// What the name of a setting means.
enum SettingName: Hashable {
  case formID
  case title(language: String)
  case version
  case defaultLanguage
  case instanceName
  case rootName
  /// Kept by its name.
  case other(String)
  case unknown(String)

  /// Settings that XLSForm knows besides those with a place of their own.
  static let others: Set<String> = [
    "public_key", "submission_url", "auto_send", "auto_delete", "allow_choice_duplicates", "client_editable", "style",
    "namespaces", "instance_id", "instance_xmlns", "omit_instanceid", "clean_text_values", "add_none_option", "prefix",
    "delimiter", "sms_keyword", "sms_separator", "sms_allow_media", "sms_date_format", "sms_datetime_format",
    "sms_response", "flat", "print", "description",
  ]

  /// The meaning of a setting's header in any accepted spelling.
  init(header: String) {
    let parts = ColumnName.split(ColumnName.collapsed(header), singleColon: false)
    let first = ColumnName.snake(parts[0])
    switch first {
    case "form_id", "set_form_id", "id_string": self = .formID
    case "title", "form_title", "set_form_title":
      self = .title(language: parts.dropFirst().joined(separator: "::"))
    case "version": self = .version
    case "default_language": self = .defaultLanguage
    case "instance_name": self = .instanceName
    case "name": self = .rootName
    case "attribute" where parts.count > 1: self = .other("attribute::" + parts.dropFirst().joined(separator: "::"))
    case "omit_instanceid": self = .other("omit_instanceID")
    default: self = Self.others.contains(first) ? .other(first) : .unknown(ColumnName.collapsed(header))
    }
  }

  /// Names for suggestions.
  static let known: [String] =
    ["form_id", "title", "version", "default_language", "instance_name", "name", "survey", "choices", "entities"]
    + others.sorted()
}
