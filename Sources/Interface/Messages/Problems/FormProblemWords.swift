internal import Forms

/// The words of problems of forms, a part of the codes each.
enum FormProblemWords {
  /// Words about names, references and expressions.
  static func names(_ code: FormProblemCode, _ a: Arguments) -> ProblemWords? {
    switch code {
    case .unknownType:
      (
        ("Không có kiểu câu hỏi “\(a[0])”", "There is no question type “\(a[0])”"),
        (
          "Dùng kiểu có trong docs/form-format.md, ví dụ text, integer, select_one",
          "Use a type of docs/form-format.md, like text, integer, select_one"
        )
      )
    case .missingName:
      (
        ("Dòng kiểu “\(a[0])” chưa có tên", "A row of type “\(a[0])” has no name"),
        ("Thêm cột name", "Add a name")
      )
    case .illegalName:
      (
        ("Tên “\(a[0])” không dùng được", "The name “\(a[0])” is not allowed"),
        (
          "Bắt đầu bằng chữ cái, chỉ gồm chữ không dấu, số, gạch dưới",
          "Begin with a letter; use letters, digits and underscores"
        )
      )
    case .duplicateName:
      (
        ("Tên “\(a[0])” đã dùng ở \(a[1])", "The name “\(a[0])” is already used at \(a[1])"),
        ("Đổi một trong hai tên", "Rename one of the two")
      )
    case .unknownReference:
      (
        ("Không có câu nào tên “\(a[0])”", "No question has the name “\(a[0])”"),
        (
          "\(a[1].isEmpty ? "Kiểm tra lại tên" : "Có phải ý là “\(a[1])”?")",
          "\(a[1].isEmpty ? "Check the name" : "Perhaps “\(a[1])” is meant")"
        )
      )
    case .ambiguousReference:
      (
        ("Có \(a[1]) câu tên “\(a[0])”", "\(a[1]) questions have the name “\(a[0])”"),
        ("Đặt tên khác nhau cho các câu", "Give the questions different names")
      )
    case .expressionSyntax:
      (
        ("Không đọc được biểu thức", "The expression cannot be read"),
        ("Sửa ở đúng vị trí đã nêu", "Mend it at the place named")
      )
    case .unknownFunction:
      (
        ("Không có hàm “\(a[0])”", "There is no function “\(a[0])”"),
        ("Xem danh sách hàm trong docs", "See the list of functions in docs")
      )
    case .wrongArity:
      (
        (
          "Hàm “\(a[0])” nhận \(a[2]) đối số, đang có \(a[1])",
          "The function “\(a[0])” takes \(a[2]) arguments, not \(a[1])"
        ),
        ("Thêm hoặc bớt đối số", "Add or remove arguments")
      )
    case .unknownPath:
      (
        ("Không có câu nào ở đường dẫn \(a[0])", "No question has the path \(a[0])"),
        ("Dùng ${tên} thay cho đường dẫn", "Use ${name} instead of a path")
      )
    case .cycle:
      (
        (
          "Các biểu thức phụ thuộc vòng tròn: \(a.rest(from: 0))",
          "Expressions depend on each other: \(a.rest(from: 0))"
        ),
        ("Bỏ một trong các phụ thuộc", "Take one of the dependencies away")
      )
    case .selfReference:
      (
        ("Biểu thức của “\(a[0])” dùng chính kết quả của nó", "The expression of “\(a[0])” uses its own result"),
        ("Dùng câu khác, hoặc bỏ phần tự nhắc", "Use another question")
      )
    case .missingListName, .missingChoiceList, .emptyChoiceList, .duplicateChoice, .choiceWithSpace, .missingChoiceName,
      .missingFile, .missingFileColumn, .otherWithFilter, .otherUntranslated, .missingInstance, .duplicateInstance,
      .unknownParameter, .badParameter, .badTrigger, .badRepeatCount, .missingCalculation, .unknownMissingReason,
      .unknownInputMethod, .badYesNo, .columnNotAllowed, .badDefault, .repeatedReference, .missingTranslation,
      .missingLabel, .badPropertyName, .saveToWithoutEntity, .badEntityList, .missingEntityLabel, .entityConditions,
      .missingFormID, .emptyForm, .limit, .unservedType:
      nil
    }
  }

  /// Words about choices and files.
  static func choices(_ code: FormProblemCode, _ a: Arguments) -> ProblemWords? {
    switch code {
    case .missingListName:
      (
        ("“\(a[0])” thiếu tên danh sách", "“\(a[0])” names no list"),
        ("Viết như select_one tên_danh_sách", "Write it like select_one list_name")
      )
    case .missingChoiceList:
      (
        ("Không có danh sách “\(a[0])”", "There is no list “\(a[0])”"),
        ("Thêm danh sách vào choices", "Add the list to choices")
      )
    case .emptyChoiceList:
      (
        ("Danh sách “\(a[0])” không có mục nào", "The list “\(a[0])” has no choices"),
        ("Thêm ít nhất một mục", "Add at least one choice")
      )
    case .duplicateChoice:
      (
        ("Mục “\(a[0])” có hai lần trong danh sách “\(a[1])”", "The choice “\(a[0])” stands twice in “\(a[1])”"),
        ("Xóa hoặc đổi tên một mục", "Remove or rename one of them")
      )
    case .choiceWithSpace:
      (
        ("Mục “\(a[0])” của danh sách “\(a[1])” có dấu cách", "The choice “\(a[0])” of “\(a[1])” has a space"),
        ("Chọn nhiều mục thì tên mục không được có dấu cách", "Names of choices of select_multiple have no spaces")
      )
    case .missingChoiceName:
      (
        ("Một mục của danh sách “\(a[0])” chưa có tên", "A choice of “\(a[0])” has no name"),
        ("Thêm cột name", "Add a name")
      )
    case .missingFile:
      (
        ("Không thấy tệp “\(a[0])”", "The file “\(a[0])” is not there"),
        ("Đặt tệp cạnh phiếu hoặc sửa đường dẫn", "Put the file beside the form or mend the path")
      )
    case .missingFileColumn:
      (
        ("Tệp “\(a[1])” không có cột “\(a[0])”", "The file “\(a[1])” has no column “\(a[0])”"),
        ("Sửa tên cột ở value, label hoặc trong tệp", "Mend value, label or the file")
      )
    case .otherWithFilter:
      (
        ("“\(a[0])” vừa có or_other vừa có choice_filter", "“\(a[0])” has or_other and a choice_filter"),
        ("Bỏ một trong hai", "Take one of them away")
      )
    case .otherUntranslated:
      (
        (
          "or_other trong phiếu nhiều ngôn ngữ: chữ thêm vào chỉ có một ngôn ngữ",
          "or_other in a form of several languages stays in one"
        ),
        ("Viết mục “khác” thành một mục của danh sách", "Write “other” as a choice of the list")
      )
    case .missingInstance:
      (
        ("Không có instance “\(a[0])”", "There is no instance “\(a[0])”"),
        ("Khai báo danh sách hoặc tệp có tên đó", "Declare a list or file of that name")
      )
    case .duplicateInstance:
      (
        ("Hai nguồn khác nhau cùng tên instance “\(a[0])”", "Two sources share the instance name “\(a[0])”"),
        ("Đổi tên một nguồn", "Rename one of them")
      )
    case .unknownType, .missingName, .illegalName, .duplicateName, .unknownReference, .ambiguousReference,
      .expressionSyntax, .unknownFunction, .wrongArity, .unknownPath, .cycle, .selfReference, .unknownParameter,
      .badParameter, .badTrigger, .badRepeatCount, .missingCalculation, .unknownMissingReason, .unknownInputMethod,
      .badYesNo, .columnNotAllowed, .badDefault, .repeatedReference, .missingTranslation, .missingLabel,
      .badPropertyName, .saveToWithoutEntity, .badEntityList, .missingEntityLabel, .entityConditions, .missingFormID,
      .emptyForm, .limit, .unservedType:
      nil
    }
  }

  /// Words about columns.
  static func columns(_ code: FormProblemCode, _ a: Arguments) -> ProblemWords? {
    switch code {
    case .unknownParameter:
      (
        ("Kiểu “\(a[1])” không có tham số “\(a[0])”", "The type “\(a[1])” takes no parameter “\(a[0])”"),
        ("Bỏ tham số đó", "Take the parameter away")
      )
    case .badParameter:
      (
        ("Tham số “\(a[0])” không nhận giá trị “\(a[1])”", "The parameter “\(a[0])” cannot be “\(a[1])”"),
        ("Sửa giá trị", "Mend the value")
      )
    case .badTrigger:
      (
        ("trigger “\(a[0])” không chỉ câu hỏi nào", "The trigger “\(a[0])” names no question"),
        ("Viết như ${tên}", "Write it like ${name}")
      )
    case .badRepeatCount:
      (
        (
          "repeat_count “\(a[0])” không phải số, ${tên} hay biểu thức",
          "The repeat_count “\(a[0])” is no number, ${name} or expression"
        ),
        ("Viết như 3 hoặc ${so_dong}", "Write it like 3 or ${rows}")
      )
    case .missingCalculation:
      (
        ("Câu tính “\(a[0])” không có công thức", "The calculate “\(a[0])” has nothing to compute"),
        ("Thêm calculation", "Add a calculation")
      )
    case .unknownMissingReason:
      (
        ("Không có lý do “\(a[0])” trong missing", "There is no reason “\(a[0])” for missing"),
        ("Dùng dk, refused hoặc na", "Use dk, refused or na")
      )
    case .unknownInputMethod:
      (
        ("Không có kiểu gõ “\(a[0])”", "There is no input method “\(a[0])”"),
        ("Dùng off, telex hoặc vni", "Use off, telex or vni")
      )
    case .badYesNo:
      (
        ("Cột “\(a[0])” có “\(a[1])”, cần có hoặc không", "The column “\(a[0])” says “\(a[1])”, not yes or no"),
        ("Viết true hoặc false", "Write true or false")
      )
    case .columnNotAllowed:
      (
        ("Dòng kiểu “\(a[1])” không có cột “\(a[0])”", "A row of type “\(a[1])” cannot have “\(a[0])”"),
        ("Bỏ cột đó ở dòng này", "Take the column away from this row")
      )
    case .badDefault:
      (
        ("Giá trị đầu “\(a[0])” không hợp với kiểu “\(a[1])”", "The default “\(a[0])” does not fit the type “\(a[1])”"),
        ("Sửa giá trị, ví dụ ngày 2027-01-18", "Mend it; dates like 2027-01-18")
      )
    case .repeatedReference:
      (
        (
          "“\(a[0])” nằm trong bảng lặp, ở đây chỉ lấy được dòng đầu",
          "“\(a[0])” is repeated; only its first row is taken here"
        ),
        (
          "Dùng sum(), count() hoặc đưa biểu thức vào trong bảng",
          "Use sum() or count(), or move the expression into the repeat"
        )
      )
    case .missingTranslation:
      (
        ("\(a[0]) chưa có bản \(a[1])", "\(a[0]) lacks \(a[1])"),
        ("Thêm bản dịch", "Add the translation")
      )
    case .missingLabel:
      (
        ("Câu “\(a[0])” không có nhãn", "The question “\(a[0])” has no label"),
        ("Thêm label để người nhập biết hỏi gì", "Add a label")
      )
    case .unknownType, .missingName, .illegalName, .duplicateName, .unknownReference, .ambiguousReference,
      .expressionSyntax, .unknownFunction, .wrongArity, .unknownPath, .cycle, .selfReference, .missingListName,
      .missingChoiceList, .emptyChoiceList, .duplicateChoice, .choiceWithSpace, .missingChoiceName, .missingFile,
      .missingFileColumn, .otherWithFilter, .otherUntranslated, .missingInstance, .duplicateInstance, .badPropertyName,
      .saveToWithoutEntity, .badEntityList, .missingEntityLabel, .entityConditions, .missingFormID, .emptyForm, .limit,
      .unservedType:
      nil
    }
  }

  /// Words about entities and the form as a whole; the codes of the others are worded there.
  static func rest(_ code: FormProblemCode, _ a: Arguments) -> ProblemWords {
    switch code {
    case .badPropertyName:
      (
        ("Tên thuộc tính “\(a[0])” không dùng được", "The property name “\(a[0])” is not allowed"),
        ("Chọn tên khác, không phải name, label, không bắt đầu bằng __", "Choose another name, not name or label")
      )
    case .saveToWithoutEntity:
      (
        (
          "“\(a[0])” có save_to nhưng phiếu không khai báo entities",
          "“\(a[0])” has save_to but the form declares no entities"
        ),
        ("Thêm entities hoặc bỏ save_to", "Add entities or remove save_to")
      )
    case .badEntityList:
      (
        ("Tên danh sách entity “\(a[0])” không dùng được", "The entity list name “\(a[0])” is not allowed"),
        ("Chọn tên khác", "Choose another name")
      )
    case .missingEntityLabel:
      (
        ("Danh sách entity “\(a[0])” tạo mới mà không có nhãn", "The entity list “\(a[0])” creates without a label"),
        ("Thêm label", "Add a label")
      )
    case .entityConditions:
      (
        (
          "Điều kiện của danh sách entity “\(a[0])” không khớp nhau",
          "The conditions of the entity list “\(a[0])” do not fit"
        ),
        ("update_if cần entity_id", "update_if needs entity_id")
      )
    case .missingFormID:
      (
        ("Phiếu chưa có form_id", "The form has no form_id"),
        ("Thêm form_id ở đầu phiếu", "Add form_id")
      )
    case .emptyForm:
      (
        ("Phiếu không có câu hỏi nào", "The form has no question"),
        ("Thêm câu hỏi vào survey", "Add questions to survey")
      )
    case .limit:
      (
        ("Quá giới hạn: \(a[0]) (tối đa \(a[1]))", "Beyond the limit: \(a[0]) (at most \(a[1]))"),
        ("Chia phiếu thành phần nhỏ hơn", "Cut the form into smaller parts")
      )
    case .unservedType:
      (
        ("Chương trình này không hỏi được câu kiểu “\(a[0])”", "This program cannot ask a question of type “\(a[0])”"),
        ("Câu sẽ được bỏ qua; dùng kiểu khác nếu cần hỏi", "It is passed over; use another type to have it asked")
      )
    case .unknownType, .missingName, .illegalName, .duplicateName, .unknownReference, .ambiguousReference,
      .expressionSyntax, .unknownFunction, .wrongArity, .unknownPath, .cycle, .selfReference, .missingListName,
      .missingChoiceList, .emptyChoiceList, .duplicateChoice, .choiceWithSpace, .missingChoiceName, .missingFile,
      .missingFileColumn, .otherWithFilter, .otherUntranslated, .missingInstance, .duplicateInstance, .unknownParameter,
      .badParameter, .badTrigger, .badRepeatCount, .missingCalculation, .unknownMissingReason, .unknownInputMethod,
      .badYesNo, .columnNotAllowed, .badDefault, .repeatedReference, .missingTranslation, .missingLabel:
      (("", ""), ("", ""))
    }
  }
}
