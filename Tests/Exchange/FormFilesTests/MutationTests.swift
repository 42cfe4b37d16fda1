import FormFiles
import Forms
import TestSupport
import Testing

@Suite struct MutationTests {
  /// Small forms that use much of each format; cheap to read many thousand times.
  private static let yaml = """
    form_id: thử
    version: "1"
    title: {vi: Thử, en: Test}
    languages: [vi, en]
    survey:
      - {type: integer, name: n, label: Số, constraint: ". > 0", constraint_message: 'Sai'}
      - type: group
        name: g
        label: Nhóm
        children:
          - {type: select_one xa, name: xa, label: Xã, choice_filter: tinh = ${n}}
      - {type: repeat, name: r, repeat_count: "${n}", children: [{type: text, name: t, label: T}]}
    choices:
      xa:
        - {name: a, label: A, tinh: 1}
        - {name: b, label: "B: #b"}
    """
  private static let xform = """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>t</h:title>
    <model><itext><translation lang="vi" default="true()"><text id="a"><value>A</value><value form="image">jr://images/a.png</value></text></translation></itext>
    <instance><data id="t" version="1"><n>1</n><xa/><r jr:template=""><t/></r><meta><instanceID/></meta></data></instance>
    <instance id="xa"><root><item><name>a</name><itextId>a</itextId></item><item><name>b</name><label>B &amp; b</label></item></root></instance>
    <bind nodeset="/data/n" type="int" constraint=". &gt; 0" jr:constraintMsg="jr:itext('a')"/><bind nodeset="/data/r/t" calculate="../../n + 1"/>
    <setvalue event="odk-instance-first-load" ref="/data/n" value="1 + 1"/></model></h:head>
    <h:body><input ref="/data/n"><label ref="jr:itext('a')"/></input><select1 ref="/data/xa"><label>x <output value="/data/n"/></label>
    <itemset nodeset="randomize(instance('xa')/root/item[name != /data/n])"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>
    <group ref="/data/r"><repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/t"/></repeat></group></h:body></h:html>
    """

  private func mutate(_ source: String, _ format: FormFiles.Format, marks: String, rounds: Int) {
    var generator = SeededGenerator(test: "MutationTests \(format.rawValue)")
    let source = Array(source.utf8)
    let marks = Array(marks.utf8)
    var read = 0
    for _ in 0..<rounds {
      var bytes = source
      for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = marks[Int.random(in: 0..<marks.count, using: &generator)]
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &generator)], at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        }
      }
      if let loaded = try? FormFiles.load(bytes, format: format, fileName: "form") {
        read += 1
        _ = CheckedForm.check(loaded.definition)
      }
    }
    #expect((1..<rounds).contains(read), "some are read and some refused: \(read)")
  }

  @Test func mutatedYAMLIsReadOrRefused() { mutate(Self.yaml, .yaml, marks: " \n-:{}[]&*!|>'\"#%@`,?", rounds: 2_000) }

  @Test func mutatedXFormsAreReadOrRefused() { mutate(Self.xform, .xml, marks: "<>/&;'\"=:.[]()$ ", rounds: 2_000) }
}
