import Expressions
import FormFiles
import Forms
import TestSupport
import Testing

@Suite struct XFormReaderTests {
  private func document(instance: String, model: String = "", body: String) -> String {
    """
    <?xml version="1.0"?>
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" \
    xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" \
    xmlns:odk="http://www.opendatakit.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/entities">
    <h:head><h:title>Thử</h:title><model><instance><data id="thu" version="3">\(instance)</data></instance>
    \(model)</model></h:head><h:body>\(body)</h:body></h:html>
    """
  }

  private func load(_ text: String) throws -> LoadedForm {
    try FormFiles.load(Array(text.utf8), format: .xml, fileName: "f.xml")
  }

  private func load(instance: String, model: String = "", body: String) throws -> LoadedForm {
    try load(document(instance: instance, model: model, body: body))
  }

  @Test func headBindsAndControls() throws {
    let loaded = try load(
      instance: "<a>5</a><b/><n/><c/><meta><instanceID/><instanceName/></meta>",
      model: """
        <bind nodeset="/data/a" type="int" required="true()" constraint=". &gt; 1" jr:constraintMsg="Quá nhỏ"/>
        <bind nodeset="/data/b" type="string" relevant=" /data/a  = 1" readonly="false()"/>
        <bind nodeset="/data/n" type="string" readonly="true()"/>
        <bind nodeset="/data/c" calculate=" /data/a * 2"/>
        <bind nodeset="/data/meta/instanceName" calculate="concat('x', /data/a )"/>
        """,
      body: """
        <input ref="/data/a" appearance="counter"><label>Số</label><hint>Gợi <output value=" /data/c "/> ý</hint></input>
        <input ref="/data/b"><label>B</label></input><input ref="/data/n"><label>Ghi</label></input>
        """)
    #expect(loaded.problems == [])
    let form = loaded.definition
    #expect(form.formID.text == "thu")
    #expect(form.version?.text == "3")
    #expect(form.title.text(in: "") == "Thử")
    #expect(form.instanceName?.text == "concat('x', /data/a )")
    #expect(form.survey.map(\.type.text) == ["integer", "text", "note", "calculate"])
    let a = form.survey[0]
    #expect(a.columns[.required]?.text == "yes")
    #expect(a.columns[.initialValue]?.text == "5")
    #expect(a.columns[.appearance]?.text == "counter")
    #expect(a.texts[.constraintMessage]?.text(in: "") == "Quá nhỏ")
    #expect(a.texts[.hint]?.text(in: "") == "Gợi ${c} ý")
    #expect(form.survey[1].columns[.readOnly] == nil)
    #expect(form.survey[1].columns[.relevant]?.text == "/data/a  = 1")
  }

  @Test func actionsBecomeDefaultsAndTriggers() throws {
    let loaded = try load(
      instance: "<a/><b/><g/><r jr:template=''><d/></r><r><d/></r>",
      model: """
        <bind nodeset="/data/a" type="date"/><bind nodeset="/data/g" type="geopoint"/>
        <setvalue ref="/data/a" event="odk-instance-first-load" value="today()"/>
        <odk:setgeopoint ref="/data/g" event="odk-instance-first-load"/>
        <setvalue ref="/data/r/d" event="odk-instance-first-load" value="position(..)"/>
        """,
      body: """
        <input ref="/data/a"><label>A</label>
        <setvalue ref="/data/b" event="xforms-value-changed" value="concat( /data/a , '')"/></input>
        <group ref="/data/r"><label>R</label><repeat nodeset="/data/r" jr:count=" /data/b " jr:noAddRemove="true()">
        <input ref="/data/r/d"><label>D</label></input>
        <setvalue ref="/data/r/d" event="odk-new-repeat" value="position(..)"/></repeat></group>
        """)
    #expect(loaded.problems == [])
    let rows = loaded.definition.survey
    #expect(rows.map(\.type.text) == ["date", "calculate", "start-geopoint", "repeat"])
    #expect(rows[0].columns[.initialFormula]?.text == "today()")
    #expect(rows[1].columns[.trigger]?.text == "${a}")
    #expect(rows[1].columns[.calculation]?.text == "concat( /data/a , '')")
    #expect(rows[3].columns[.repeatCount]?.text == "${b}")
    #expect(rows[3].columns[.fixedRows]?.text == "yes")
    #expect(rows[3].children.map { $0.columns[.initialFormula]?.text } == ["position(..)"])
  }

  @Test func translationsListsAndItemsets() throws {
    let loaded = try load(
      instance: "<x/><y/><z/><w/>",
      model: """
        <itext><translation lang="vi" default="true()"><text id="l-0"><value>Một</value><value form="image">jr://images/1.png</value></text>
        <text id="/data/x:label"><value>Chọn</value></text></translation>
        <translation lang="en"><text id="l-0"><value>One</value></text><text id="/data/x:label"><value>-</value></text></translation></itext>
        <instance id="l"><root><item><itextId>l-0</itextId><name>1</name><t>a</t></item></root></instance>
        <instance id="cay"><root><nut><la>1</la></nut></root></instance>
        """,
      body: """
        <select1 ref="/data/x"><label ref="jr:itext('/data/x:label')"/>
        <itemset nodeset="instance('l')/root/item[t =  /data/y ][true()]"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>
        <select ref="/data/y"><label>Y</label><itemset nodeset="randomize(instance('l')/root/item, 3)"><value ref="name"/>
        <label ref="jr:itext(itextId)"/></itemset></select>
        <odk:rank ref="/data/z"><label>Z</label><item><label>Một</label><value>m</value></item></odk:rank>
        <select1 ref="/data/w"><label>W</label><itemset nodeset="instance('cay')/root/nut"><value ref="la"/><label ref="la"/></itemset></select1>
        """)
    #expect(loaded.problems == [])
    let form = loaded.definition
    #expect(form.survey.map(\.type.text) == ["select_one l", "select_multiple l", "rank z", "select_one"])
    #expect(form.defaultLanguage?.text == "vi")
    #expect(form.survey[0].texts[.label]?.languages == ["vi"])
    #expect(form.survey[0].columns[.choiceFilter]?.text == "(t =  /data/y) and (true())")
    #expect(form.survey[1].columns[.parameters]?.text == "randomize=true seed=3")
    #expect(form.survey[3].columns[.itemset]?.text == "instance('cay')/root/nut")
    guard case .rows(let rows) = form.choices[0].source else { throw TestFailure("rows") }
    #expect(rows[0].label.text(in: "en") == "One")
    #expect(rows[0].media[.image]?.text(in: "vi") == "1.png")
    #expect(rows[0].extra.map(\.column) == ["t"])
    #expect(form.choices.map(\.name) == ["l", "z"])
    #expect(form.instances["cay"]?.root != nil)
  }

  @Test func externalListsComeFromItemsets() throws {
    struct OneFile: FormFileSource {
      func bytes(of reference: String, limit: Int, at position: SourcePosition) throws(FormFileProblem) -> [UInt8] {
        guard reference == "itemsets.csv" else { throw FormFileProblem(.fileMissing, at: position, [reference]) }
        return Array("list_name,name,label,tinh\nxa,1,Một,hn\nxa,2,Hai,\nphuong,3,Ba,hn\n".utf8)
      }
    }
    let text = document(
      instance: "<t/><x/>",
      body: """
        <input ref="/data/t"><label>T</label></input>
        <input ref="/data/x" query="instance('xa')/root/item[tinh= /data/t ]"><label>Xã</label></input>
        """)
    let loaded = try FormFiles.load(Array(text.utf8), format: .xml, fileName: "f.xml", files: OneFile())
    #expect(loaded.problems == [])
    #expect(loaded.definition.survey[1].type.text == "select_one_external xa")
    #expect(loaded.definition.survey[1].columns[.choiceFilter]?.text == "tinh= /data/t")
    #expect(loaded.definition.choices.map(\.name) == ["xa", "phuong"])
    #expect(loaded.definition.choices.map(\.isExternal) == [true, true])
  }

  @Test func arrangingGroupsAndNestedGroups() throws {
    let loaded = try load(
      instance: "<g><a/></g><b/><c/>",
      body: """
        <group ref="/data/g"><label>G</label><input ref="/data/g/a"><label>A</label></input></group>
        <group appearance="field-list"><label>Trang</label><input ref="/data/b"><label>B</label></input>
        <input ref="c"><label>C</label></input></group>
        """)
    let rows = loaded.definition.survey
    #expect(rows.map(\.type.text) == ["group", "group"])
    #expect(rows.map(\.isLayoutOnly) == [false, true])
    #expect(rows[1].children.map { $0.name?.text } == ["b", "c"])
    #expect(rows[1].columns[.appearance]?.text == "field-list")
  }

  @Test func entitiesAndMetadata() throws {
    let loaded = try load(
      instance: """
        <s/><u/><a/><meta><entity dataset="co_so" id="" create=""><label/></entity><audit/><instanceID/></meta>
        """,
      model: """
        <bind nodeset="/data/s" jr:preload="timestamp" jr:preloadParams="start" type="dateTime"/>
        <bind nodeset="/data/u" jr:preload="property" jr:preloadParams="uri:username"/>
        <bind nodeset="/data/a" entities:saveto="ten"/>
        <bind nodeset="/data/meta/entity/@create" calculate=" /data/a  != ''"/>
        <bind nodeset="/data/meta/entity/label" calculate=" /data/a "/>
        <bind nodeset="/data/meta/audit" type="binary" odk:track-changes="true"/>
        """,
      body: "<input ref='/data/a'><label>A</label></input>")
    #expect(loaded.problems == [])
    let form = loaded.definition
    #expect(form.survey.map(\.type.text) == ["audit", "start", "username", "text"])
    #expect(form.survey[0].columns[.parameters]?.text == "track-changes=true")
    #expect(form.survey[3].columns[.saveTo]?.text == "ten")
    #expect(form.entities.first?.listName.text == "co_so")
    #expect(form.entities.first?.createIf?.text == "/data/a  != ''")
    #expect(form.entities.first?.label?.text == "/data/a")
  }

  @Test(arguments: [
    ("<x/>", FormFileProblemCode.notXForm), ("<html><head/></html>", .notXForm), ("", .xml), ("<a>", .xml),
    ("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html>&x;</html>", .xml),
    ("<html><head><model><instance><data/></instance></model></head></html>", .notXForm),
  ])
  func refusals(_ text: String, _ code: FormFileProblemCode) {
    do throws(FormFileProblem) {
      _ = try FormFiles.load(Array(text.utf8), format: .xml, fileName: "f.xml")
      Issue.record("accepted")
    } catch { #expect(error.code == code) }
  }

  @Test func mutatedFormsNeverTrap() {
    var generator = SeededGenerator(test: "XFormReaderTests")
    let source = Array(
      document(
        instance: "<a>5</a><r jr:template=''><d/></r><r><d/></r><meta><instanceID/><entity dataset='e'/></meta>",
        model: """
          <itext><translation lang="vi"><text id="i"><value>x<output value="/data/a"/></value></text></translation></itext>
          <instance id="l"><root><item><name>1</name></item></root></instance><instance id="f" src="jr://file-csv/../f.csv"/>
          <bind nodeset="/data/a" jr:constraintMsg="jr:itext('i')" relevant="1"/>
          <setvalue ref="/data/r/d" event="odk-instance-first-load" value="1"/>
          """,
        body: """
          <select1 ref="/data/a"><label ref="jr:itext('i')"/><itemset nodeset="instance('l')/root/item[a[b]]"><value ref="name"/>
          </itemset></select1><group ref="/data/r"><repeat nodeset="/data/r" jr:count="../a"><input ref="d"/></repeat></group>
          """
      ).utf8)
    let marks = Array("<>\"'=/&[](). $".utf8)
    for _ in 0..<1_500 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = marks[Int.random(in: 0..<marks.count, using: &generator)]
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(place + 30, bytes.count)], at: place)
        }
      }
      guard let loaded = try? FormFiles.load(bytes, format: .xml, fileName: "f.xml") else { continue }
      _ = CheckedForm.check(loaded.definition)
    }
  }
}
