internal import Forms

// Lists of choices, the files they come from, and entities.
extension FormProblemPhrase {
  static func choices(_ code: FormProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .missingListName:
      ProblemWords(
        "Kiểu “\(given[0])” chưa có tên danh sách", "The type “\(given[0])” names no list",
        do: "Viết tên danh sách sau kiểu, như select_one co_khong",
        "Write the list behind the type, as in select_one yes_no")
    case .missingChoiceList:
      ProblemWords(
        "Không có danh sách “\(given[0])”", "There is no list “\(given[0])”",
        do: "Thêm danh sách vào choices, hoặc sửa tên", "Add it to choices, or correct the name")
    case .emptyChoiceList:
      ProblemWords(
        "Danh sách “\(given[0])” chưa có mục nào", "The list “\(given[0])” has no choices",
        do: "Thêm các mục để chọn", "Add choices")
    case .duplicateChoice:
      ProblemWords(
        "Mục “\(given[0])” có hai lần trong danh sách “\(given[1])”",
        "“\(given[0])” stands twice in the list “\(given[1])”",
        do: "Đổi tên một mục; nếu cố ý thì đặt allow_choice_duplicates: yes",
        "Rename one; if it is meant, set allow_choice_duplicates: yes")
    case .choiceWithSpace:
      ProblemWords(
        "Mục “\(given[0])” của danh sách “\(given[1])” có dấu cách trong tên",
        "The name “\(given[0])” in the list “\(given[1])” has a space",
        do: "Thay dấu cách bằng _; câu chọn nhiều ngăn các mục bằng dấu cách",
        "Write _ for the space: select_multiple separates answers by spaces")
    case .missingChoiceName:
      ProblemWords(
        "Một mục của danh sách “\(given[0])” chưa có tên", "A choice of the list “\(given[0])” has no name",
        do: "Thêm name cho mục này", "Give it a name")
    case .choiceWithoutList:
      ProblemWords(
        "Mục “\(given[0])” không thuộc danh sách nào nên bỏ qua",
        "The choice “\(given[0])” is in no list: it is ignored",
        do: "Điền list_name", "Fill in list_name")
    case .otherWithFilter:
      ProblemWords(
        "or_other không dùng cùng choice_filter", "or_other cannot stand together with a choice_filter",
        do: "Bỏ một trong hai; có thể thêm mục “Khác” vào danh sách",
        "Leave one out; the list may have its own choice “other”")
    default:
      ProblemWords(
        "Mục “khác” của or_other chỉ có một ngôn ngữ", "What or_other adds is in one language only",
        do: "Thêm mục “Khác” và một câu text có đủ bản dịch", "Add a choice “other” and a text question, translated")
    }
  }

  static func files(_ code: FormProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .missingFile:
      ProblemWords(
        "Không thấy tệp “\(given[0])” cạnh phiếu", "The file “\(given[0])” is not beside the form",
        do: "Chép tệp vào thư mục của phiếu, hoặc sửa tên", "Copy it into the form's folder, or correct the name")
    case .missingFileColumn:
      ProblemWords(
        "Tệp “\(given[1])” không có cột “\(given[0])”", "The file “\(given[1])” has no column “\(given[0])”",
        do: "Thêm cột vào tệp, hoặc sửa value, label trong phiếu",
        "Add the column, or correct value and label in the form")
    case .missingInstance:
      ProblemWords(
        "Không có danh sách “\(given[0])” cho instance()", "There is no list “\(given[0])” for instance()",
        do: "Thêm danh sách hoặc tệp tên đó, hoặc sửa tên", "Add a list or file of that name, or correct the name")
    default:
      ProblemWords(
        "Hai nguồn khác nhau cùng tên “\(given[0])”", "Two different sources are called “\(given[0])”",
        do: "Đổi tên một danh sách hoặc một tệp", "Rename a list or a file")
    }
  }

  static func entities(_ code: FormProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .badPropertyName:
      ProblemWords(
        "save_to không nhận tên “\(given[0])”", "save_to does not take the name “\(given[0])”",
        do: "Tránh name, label, tên bắt đầu bằng __ và dấu cách", "Avoid name, label, a leading __ and spaces")
    case .saveToWithoutEntity:
      ProblemWords(
        "save_to “\(given[0])” nhưng phiếu không có entities", "save_to “\(given[0])”, but the form has no entities",
        do: "Thêm phần entities, hoặc bỏ save_to", "Add entities, or remove save_to")
    case .badEntityList:
      ProblemWords(
        "Tên danh sách entity “\(given[0])” không dùng được", "The entity list name “\(given[0])” cannot be used",
        do: "Không có dấu chấm, dấu cách, và không bắt đầu bằng __", "No dots, no spaces, and no leading __")
    case .missingEntityLabel:
      ProblemWords(
        "Entity “\(given[0])” được tạo mà chưa có nhãn", "The entity “\(given[0])” is created without a label",
        do: "Thêm label cho entity", "Add a label to the entity")
    default:
      ProblemWords(
        "Điều kiện của entity “\(given[0])” không khớp nhau", "The conditions of the entity “\(given[0])” do not fit",
        do: "update_if cần entity_id; có entity_id và create_if thì cần update_if",
        "update_if needs entity_id; entity_id with create_if needs update_if")
    }
  }
}
