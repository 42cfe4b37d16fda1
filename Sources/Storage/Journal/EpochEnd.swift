/// The last valid line of an epoch that is over, as the head of the next one names it.
struct EpochEnd {
  let epoch: String
  let number: UInt64
  let hash: LineHash
}
