internal import FormFiles
internal import XML

// Columns, groups, workbooks and XForms.
extension FormFileProblemPhrase {
  static func columns(_ code: FormFileProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .unknownColumn:
      ProblemWords(
        "Không có cột hay mục “\(given[0])”", "There is no column or key “\(given[0])”",
        do: given[1].isEmpty ? "Bỏ đi hoặc sửa tên" : "Có phải “\(given[1])” không? Sửa tên",
        given[1].isEmpty ? "Remove it or correct the name" : "Was “\(given[1])” meant? Correct the name")
    case .missingColumn:
      ProblemWords(
        "Thiếu \(given[0])", "\(given[0]) is missing", do: "Thêm \(given[0])", "Add \(given[0])")
    case .duplicateColumn:
      ProblemWords(
        "Hai cột cùng nghĩa: \(given[0]) và \(given[1])", "Two columns mean the same: \(given[0]) and \(given[1])",
        do: "Bỏ một cột", "Remove one of them")
    case .missingType:
      ProblemWords(
        given[0].isEmpty ? "Dòng này chưa có kiểu" : "Câu “\(given[0])” chưa có kiểu",
        given[0].isEmpty ? "This row has no type" : "The question “\(given[0])” has no type",
        do: "Thêm type, như text hoặc integer", "Add a type, such as text or integer")
    case .missingList:
      ProblemWords(
        "Mục chọn “\(given[0])” chưa thuộc danh sách nào", "The choice “\(given[0])” belongs to no list",
        do: "Điền list_name", "Fill in list_name")
    default:
      ProblemWords(
        "\(given[0]) không nhận “\(given[1])”", "\(given[0]) does not take “\(given[1])”",
        do: "Xem giá trị dùng được trong docs/form-format.md", "See docs/form-format.md for what it takes")
    }
  }

  static func nesting(_ code: FormFileProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .endWithoutBegin:
      ProblemWords(
        "end \(given[0]) mà không có begin \(given[0])", "end \(given[0]) without begin \(given[0])",
        do: "Bỏ dòng này, hoặc thêm dòng begin ở trên", "Remove the row, or add a begin row above")
    case .beginWithoutEnd:
      ProblemWords(
        "“\(given[1])” (\(given[0])) chưa có dòng end", "“\(given[1])” (\(given[0])) has no end row",
        do: "Thêm dòng end sau câu cuối của nhóm", "Add an end row behind the last question of the group")
    default:
      ProblemWords(
        "end \(given[0]) không khớp với \(given[1]) “\(given[2])” ở \(given[3])",
        "end \(given[0]) does not fit \(given[1]) “\(given[2])” at \(given[3])",
        do: "Đóng nhóm bên trong trước, hoặc sửa kiểu của dòng end",
        "Close the inner group first, or correct the end row")
    }
  }

  static func workbook(_ code: FormFileProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .missingSheet:
      ProblemWords(
        "Không có trang tính “\(given[0])”", "There is no sheet “\(given[0])”",
        do: given[1].isEmpty ? "Thêm trang survey có các câu hỏi" : "Đổi tên trang “\(given[1])” thành “\(given[0])”",
        given[1].isEmpty ? "Add a sheet survey with the questions" : "Rename the sheet “\(given[1])” to “\(given[0])”")
    case .workbook:
      ProblemWords(
        "Bảng tính hỏng hoặc thiếu phần \(given[0])", "The workbook lacks the part \(given[0]), or it is damaged",
        do: "Mở bằng Excel hoặc LibreOffice rồi lưu lại .xlsx", "Open it in a spreadsheet program and save it as .xlsx")
    case .workbookPart: part(given)
    case .cellFormula:
      ProblemWords(
        "Ô này là công thức chưa có kết quả", "The cell holds a formula of which no result is stored",
        do: "Mở bằng Excel hoặc LibreOffice rồi lưu lại, hoặc gõ giá trị",
        "Open and save it in a spreadsheet program, or type the value")
    case .limit: limit(given)
    default:
      ProblemWords(
        "Ô này có lỗi \(given[0])", "The cell holds the error \(given[0])",
        do: "Sửa công thức của ô, hoặc gõ giá trị", "Correct the cell's formula, or type the value")
    }
  }

  /// A part that is there and cannot be read, with the reason that its XML gives.
  private static func part(_ given: ProblemArguments) -> ProblemWords {
    let reason = XMLProblemCode(rawValue: given[1]).map { XMLPhrase.words($0, Array(given.rest.dropFirst(2))) }
    return ProblemWords(
      "Không đọc được phần \(given[0]) của bảng tính, ở \(given[2])" + (reason.map { ": \($0.says.0)" } ?? ""),
      "The part \(given[0]) of the workbook cannot be read, at \(given[2])" + (reason.map { ": \($0.says.1)" } ?? ""),
      do: "Mở bằng Excel hoặc LibreOffice rồi lưu lại .xlsx", "Open it in a spreadsheet program and save it as .xlsx")
  }

  private static func limit(_ given: ProblemArguments) -> ProblemWords {
    if given[0] == "values" {
      return ProblemWords(
        "Tệp quá lớn: hơn \(given[1]) giá trị", "The file is too large: more than \(given[1]) values",
        do: "Chuyển danh sách dài sang tệp CSV", "Move long lists to CSV files")
    }
    let what: (String, String) =
      switch given[0] {
      case "rows": ("số dòng", "rows")
      case "cells": ("số ô", "cells")
      case "text": ("độ dài chữ", "length of text")
      default: ("phần \(given[0])", "part \(given[0])")
      }
    return ProblemWords(
      "Bảng tính quá lớn: \(what.0) hơn \(given[1])", "The workbook is too large: \(what.1) above \(given[1])",
      do: "Chuyển danh sách dài sang tệp CSV; xóa các dòng trống", "Move long lists to CSV files; delete empty rows")
  }

  static func xform(_ code: FormFileProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .notXForm:
      ProblemWords(
        "XML này không phải XForm: thiếu \(given[0])", "This XML is no XForm: \(given[0]) is missing",
        do: "Xuất lại phiếu từ công cụ đã tạo ra nó", "Export the form again from the tool that made it")
    case .unsupported:
      ProblemWords(
        "Chương trình không hiểu “\(given[0])”", "“\(given[0])” is not understood here",
        do: "Bỏ đi, hoặc dùng group và repeat", "Remove it, or use group and repeat")
    default:
      ProblemWords(
        "Phiếu không có \(given[0])", "The form has no \(given[0])",
        do: "Sửa đường dẫn, hoặc thêm mục này vào instance", "Correct the path, or add the node to the instance")
    }
  }
}
