import Batches
import Fieldwork
import Journal
import Media
import Messages
import Protection
import Records
import Vietnamese

// Problems of stores, lists and batches, one for every code.
extension PhraseSamples {
  static let store: [PhraseSample] =
    [
      StoreProblem.readOnly, .deviceFile("device.json"), .unknownRecord("7f3a"), .unknownForm("ab12"),
      .formChanged("ab12"), .badFileName("../x"), .journal(.lineTooLong(2_000_000)), .journal(.closed),
      .journal(.locked), .journal(.noSegmentName("log")), .journal(.badName("a/b")), .media(.badExtension("j p g")),
      .media(.changed("ab12.jpg")), .media(.sealed("ab12.jpg")), .journal(.sealed), .sealed, .lockedRecord("7f3a"),
      .unreadableRecord("7f3a"), .insideStore("usb"), .noCopy("usb"), .lockMissing("keys/lock.json"),
    ].map { PhraseSample("Store", StorePhrase.problem($0)) }

  /// Every call, failing for a reason that has no words of its own.
  static let calls = SystemCall.allCases.map {
    PhraseSample("Store", StorePhrase.problem(StoreProblem.system(SystemFailure($0, code: 999, path: "log/a.jsonl"))))
  }

  static let notices: [PhraseSample] =
    [
      StoreNotice.locked, .cannotWrite(.system(SystemFailure(.open, code: 30, path: "log"))),
      .copiedFromAnotherMachine(old: "may-1"), .newEpoch(previous: "0001"),
      .missingTail(device: "may-1", lines: 12), .fork(Fork(device: "may-1", epoch: "0001", number: 7)),
    ].map { PhraseSample("Notices", StorePhrase.notice($0)) }

  static let protection: [PhraseSample] =
    [
      ProtectionProblem.alreadyOn, .off, .wrongPassphrase, .passphraseNeeded, .shortPassphrase(8), .passphrasesDiffer,
      .keyFile("keys/lock.json"), .unknownKey("ab12"), .unknownLaptop("ab12"), .cryptography("length"),
    ].map { PhraseSample("Protection", ProtectionPhrase.problem($0)) }

  static let damage = DamageKind.allCases.map { PhraseSample("Damage", DamagePhrase.problem($0)) }

  static let visits: [PhraseSample] =
    [
      VisitListProblem.Kind.empty, .missingColumn(.code), .repeatedColumn(.code, heading: "Mã CS"),
      .repeatedHeading("Ghi chú"), .unreadable, .cellCount(found: 3, expected: 5), .noCode,
      .repeatedCode("A1", firstLine: 2), .noLabel, .badDate("31/02", .day(31, month: 2, year: 2027)),
      .unknownForm("tham"), .noForms, .noDate, .badTelephone("12", .telephone), .badTaxCode("0", .taxNumber),
    ].map { PhraseSample("Visit lists", VisitListPhrase.problem(VisitListProblem(line: 3, $0))) } + assumedYear

  private static let assumedYear =
    CalendarDate(iso: "2027-01-08").map {
      [PhraseSample("Visit lists", VisitListPhrase.problem(VisitListProblem(line: 3, .assumedYear("8/1", $0))))]
    } ?? []

  static let typed: [PhraseSample] =
    [
      TextProblem.empty, .character("#"), .digitCount(found: 3, allowed: [10, 13]), .number, .mixedSeparators,
      .groupSize, .repeatedComma, .unit("xu"), .unitOrder, .tooManyDigits, .partOfDong, .date, .month(13),
      .day(31, month: 2, year: 2027), .year(1800), .taxCheckDigit(expected: 4), .taxNumber, .taxBranch,
      .birthProvince("999"), .birthYear(2090), .telephone, .licence,
    ].map { PhraseSample("Typed text", $0.phrase) }
    + TypedProblem.allCases.map { PhraseSample("Typed text", $0.phrase) }

  static let batches: [PhraseSample] =
    [
      BatchProblem.store(.readOnly), .media(.changed("ab12.jpg")),
      .system(SystemFailure(.write, code: 28, path: "usb")), .nothingToExport(earlier: 3), .readBack(path: "usb/a"),
      .lineMissing(record: "7f3a"), .formMissing(record: "7f3a", form: "ab12"), .noFreeName(path: "usb"),
      .notABatch(path: "usb"), .sharedExtract(path: "usb"), .untrusted(path: "usb", .unknown(fingerprint: "ab12")),
      .sealed(path: "usb"), .sealedForAnother(path: "usb", fingerprint: "ab12"), .sealDamaged(path: "usb"),
      .keyFile(path: "keys"), .keyText, .cryptography("length"), .unknownKey("van-phong"), .disputed(records: ["7f3a"]),
    ].map { PhraseSample("Batches", BatchPhrase.problem($0)) }

  static let faults: [PhraseSample] =
    [
      BatchFault.Kind.missing, .changed, .extra, .special, .path("../x"), .unreadable, .manifest, .foreignLine,
      .recordMissing("7f3a"),
      .recordUnknown("7f3a"), .attachmentMissing(record: "7f3a", name: "ab12.jpg"), .form, .signature, .sealed,
      .unfinished,
    ].map { PhraseSample("Faults of a batch", BatchFaultPhrase.problem($0)) }

  /// Every code of every module.
  static let all =
    forms + formFiles + expressions + csv + xml + archives + json + store + calls + notices + protection + damage
    + visits + typed
    + batches + faults
}
