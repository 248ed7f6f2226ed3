//! The corporate procedure.

use super::written::{Written, convention_from, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    ombudsman(
        "REP-25.1",
        Citation::read("LGSCO manual for councils, part 3"),
        "Complaints about children’s services outside the statutory procedure are corporate; the \
         Ombudsman’s Code covers them and not those with a statutory process.",
    ),
    ombudsman(
        "REP-25.2",
        Citation::second_hand(
            "LGSCO Complaint Handling Code (2024), as Walsall and Staffordshire report it",
        ),
        "The Code has two stages: acknowledgement in five working days, Stage 1 in ten and Stage \
         2 in twenty from the acknowledgement, extensions with reason and date, and another \
         person at Stage 2.",
    )
    .set_by("cfg.corp.*"),
    ombudsman(
        "REP-25.3",
        Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
        "The corporate limits run from the acknowledgement and not from receipt.",
    )
    .noting(
        "Sources disagree: several councils count from receipt, or print 15, 20 or 25 working \
         days.",
    )
    .set_by("cfg.corp.*"),
    ombudsman(
        "REP-25.4",
        Citation::second_hand("notices of Staffordshire and Buckinghamshire; trade press"),
        "The Code is guidance; the Ombudsman uses it in investigations from 1 April 2026.",
    ),
    convention_from(
        "REP-25.5",
        Citation::read("LGSCO decisions on refused stages; convention of this record"),
        "A complaint that changes procedure keeps its day of receipt, who decided and why, and \
         the complainant is told; after a statutory Stage 1 it may not become corporate.",
    ),
    ombudsman(
        "REP-25.6",
        Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
        "The corporate procedure ends with the Ombudsman, within twelve months.",
    ),
];
