import Testing

/// The program under every fault that can be had: killed, cut off, lied to, starved, run twice, fed with damage.
///
/// The oracle is the same everywhere: what was acknowledged is there, nothing is there that nobody answered, and the
/// program ends with a code of the contract. Tests run one after the other; what a machine lacks is skipped and said.
@Suite("Faults", .serialized) enum FaultTests {}
