//! Concurrent proceedings.

use super::written::{Written, act, convention, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-6.1",
        Citation::second_hand("SI 2006/1738 reg 8, as reported in Family Law, October 2006"),
        "The authority may decide not to consider a representation, or part of it, where that \
         might prejudice certain proceedings; that there are proceedings stops nothing by itself.",
    )
    .noting(
        "The Ombudsman found no fault where a council used this discretion during court \
         proceedings (22 008 758, 24 005 324, 24 007 423, 24 009 960) or a police investigation \
         (24 013 539).",
    ),
    act(
        "REP-6.2",
        Citation::to_be_checked("SI 2006/1738 reg 8(1)"),
        "The proceedings meant are those of a court or tribunal, disciplinary and criminal \
         proceedings, an investigation included.",
    )
    .noting(
        "Court proceedings and police investigations were read in Ombudsman decisions (24 005 \
         324, 24 013 539); tribunal and disciplinary proceedings in no text.",
    ),
    act(
        "REP-6.3",
        Citation::to_be_checked("SI 2006/1738 reg 8(3)"),
        "The complainant is told in writing that the complaint waits, for what reasons, and for \
         which proceedings.",
    ),
    act(
        "REP-6.4",
        Citation::to_be_checked("SI 2006/1738 reg 8(5)"),
        "When the proceedings have ended the complainant may bring the complaint again within a \
         year, and it must be considered.",
    )
    .noting(
        "That it may be brought again was read in Ombudsman decisions (24 005 324, 24 013 539); \
         the year in no text. It is apart from the year for complaining: what was frozen in time \
         stays in time.",
    ),
    convention(
        "REP-6.5",
        "No limit runs during a freeze; a complaint that is brought again takes up the stage it \
         had reached, with a fresh limit.",
    )
    .noting(
        "Sources disagree, or rather say nothing: a fresh limit or what was left of the old one.",
    )
    .set_by("cfg.freeze.resume"),
    convention(
        "REP-6.6",
        "A freeze keeps its points, the reasoning on prejudice, who decided, the notice, a date \
         to look again, the end of the proceedings, and the invitation to come back.",
    ),
    ombudsman(
        "REP-6.7",
        Citation::read("LGSCO decision 21 015 515"),
        "A decision to suspend a complaint is no fault where it is reasoned.",
    ),
    convention(
        "REP-6.8",
        "A freeze whose notice lacks the reasons or does not name the proceedings does not take \
         effect.",
    ),
];
