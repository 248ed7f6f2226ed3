//! Redress.

use super::written::{Written, act, convention};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-20.1",
        Citation::read("Local Government Act 2000 s.92"),
        "Where the authority thinks that what it did or left undone is or may be \
         maladministration that harmed or may have harmed somebody, it may pay or give another \
         benefit, without waiting for the Ombudsman.",
    ),
    convention(
        "REP-20.2",
        "Remedies are chosen from one list: apology, explanation, a changed decision, \
         reassessment, a service given or sped up, money, training, a changed procedure, a \
         corrected record, a meeting, a new worker, a look at similar cases, or none.",
    ),
    convention(
        "REP-20.3",
        "A payment keeps its sum, the power, the reason, who approved it and when, when it was \
         paid, for whom, and on what conditions.",
    ),
    convention(
        "REP-20.4",
        "A remedy may be agreed at any stage and needs no finding.",
    ),
];
