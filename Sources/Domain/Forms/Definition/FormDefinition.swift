package import Expressions

/// A form as it was written, in XLSForm's vocabulary and with positions; every reader produces this, nothing in it is checked yet.
package struct FormDefinition: Sendable {
  /// Identity of the form across its versions.
  package var formID: SourceText
  /// Version of the definition.
  package var version: SourceText?
  /// Title shown.
  package var title: Localised
  /// Language used when nothing else is chosen.
  package var defaultLanguage: SourceText?
  /// Expression of the name of a filled form.
  package var instanceName: SourceText?
  /// Name of the root element.
  package var rootName: String
  /// All further settings by their column name.
  package var settings: [String: SourceText]
  /// The questions.
  package var survey: [SurveyRow]
  /// Choice lists, of both sheets.
  package var choices: [ChoiceList]
  /// Entity declarations.
  package var entities: [EntityRow]
  /// Content of every file that the form refers to, by the name used in the form: `<root><item>…` for CSV and GeoJSON
  /// (one child a column or property), the document itself for XML.
  package var files: [String: Document]
  /// Further secondary instances written inside an XForm that are no choice list, by id.
  package var instances: [String: Document]
  /// Texts by itext id, for `jr:itext()`; XForm only.
  package var itext: [String: Localised]
  /// What a reader passed over and the author should know: warnings only.
  package var notices: [FormProblem] = []
  /// Name of the file the form was read from, for problems without a better place.
  package var fileName: String

  /// A definition; readers fill what their format has.
  package init(
    formID: SourceText, version: SourceText? = nil, title: Localised = Localised(), defaultLanguage: SourceText? = nil,
    instanceName: SourceText? = nil, rootName: String = "data", settings: [String: SourceText] = [:],
    survey: [SurveyRow] = [], choices: [ChoiceList] = [], entities: [EntityRow] = [], files: [String: Document] = [:],
    instances: [String: Document] = [:], itext: [String: Localised] = [:], fileName: String = ""
  ) {
    self.formID = formID
    self.version = version
    self.title = title
    self.defaultLanguage = defaultLanguage
    self.instanceName = instanceName
    self.rootName = rootName
    self.settings = settings
    self.survey = survey
    self.choices = choices
    self.entities = entities
    self.files = files
    self.instances = instances
    self.itext = itext
    self.fileName = fileName
  }
}
