/// The power of a machine with the unit on its plate.
package struct MachinePower: Sendable, Equatable {
  /// Units that stand on plates.
  package enum Unit: String, Sendable, CaseIterable {
    /// Watt.
    case watt = "W"
    /// Kilowatt.
    case kilowatt = "kW"
    /// Horsepower, 0,7457 kW.
    case horsepower = "HP"
    /// Mã lực, the metric horsepower of 0,7355 kW.
    case metricHorsepower = "PS"

    /// Kilowatts in one unit.
    package var kilowatts: ExactDecimal {
      switch self {
      case .watt: ExactDecimal(coefficient: 1, scale: 3)
      case .kilowatt: ExactDecimal(1)
      case .horsepower: ExactDecimal(coefficient: 7457, scale: 4)
      case .metricHorsepower: ExactDecimal(coefficient: 7355, scale: 4)
      }
    }

    /// Reads a unit as people write it.
    package init?(reading text: String) {
      switch text.folded {
      case "w", "watt", "oat": self = .watt
      case "kw", "kilowatt", "kilooat", "ki lo oat": self = .kilowatt
      case "hp", "ngua", "suc ngua": self = .horsepower
      case "ps", "cv", "ma luc", "ml": self = .metricHorsepower
      default: return nil
      }
    }
  }

  /// The number as entered.
  package let value: ExactDecimal
  /// The unit as entered.
  package let unit: Unit

  /// Joins number and unit.
  package init(value: ExactDecimal, unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// Reads "7,5 HP", "10 mã lực", "5,5kW"; numbers are read as ``NumberReading`` reads them.
  /// - Parameter unit: What a number alone is meant in.
  /// - Throws: ``TextProblem``.
  package init(reading text: String, unlessWritten unit: Unit = .kilowatt) throws(TextProblem) {
    let scalars = text.composed.unicodeScalars
    let number = scalars.prefix { !$0.properties.isAlphabetic }
    let name = String(scalars[number.endIndex...])
    value = try NumberReading.number(String(number))
    if name.folded.isEmpty {
      self.unit = unit
    } else {
      guard let written = Unit(reading: name) else { throw .unit(name) }
      self.unit = written
    }
  }

  /// The power in kilowatts, for comparing.
  package var kilowatts: ExactDecimal? { value.multiplied(by: unit.kilowatts) }

  /// Whether the power lies where motors of such establishments lie, 0,05…2.000 kW. A hint, never a refusal.
  package var isPlausible: Bool {
    guard let kilowatts else { return false }
    return kilowatts >= ExactDecimal(coefficient: 5, scale: 2) && kilowatts <= ExactDecimal(2000)
  }
}
