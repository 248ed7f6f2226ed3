//! Withdrawal, alternatives and closing.

use super::written::{Written, act, convention, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-15.1",
        Citation::to_be_checked("SI 2006/1738 reg 7"),
        "The complainant may withdraw at any time, in speech or in writing; the authority \
         confirms it in writing and considers whether to look into the matter all the same.",
    ),
    convention(
        "REP-15.2",
        "Withdrawal ends every limit; points already decided keep their findings, and \
         safeguarding or conduct may have to be pursued elsewhere.",
    ),
    convention(
        "REP-15.3",
        "A complaint taken up again after withdrawal is a new case linked to the old, and its \
         year runs from the first grounds.",
    ),
    ombudsman(
        "REP-15.4",
        Citation::read("LGSCO decisions on refused stages"),
        "Mediation, a meeting or a management review is open at any stage where the complainant \
         agrees, and never uses up the right to the next stage.",
    ),
    convention(
        "REP-15.5",
        "Such an alternative is recorded as something done and not as a stage.",
    ),
    convention(
        "REP-15.6",
        "While an alternative is tried, limits run on unless the complainant agrees in writing to \
         a pause with an end.",
    )
    .set_by("cfg.adr.pause"),
    convention(
        "REP-15.7",
        "Silence withdraws nothing: a case nobody takes further is closed as such and opens again \
         on request.",
    ),
];
