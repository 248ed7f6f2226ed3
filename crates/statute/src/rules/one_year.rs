//! The one-year limit.

use super::written::{Written, act, convention, guidance, local, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-5.1",
        Citation::second_hand("SI 2006/1738 reg 9"),
        "A representation is to be made within one year of its grounds, counted by the calendar \
         and not in working days.",
    ),
    act(
        "REP-5.2",
        Citation::second_hand("SI 2006/1738 reg 9, as Gloucestershire reports it"),
        "A late one may still be considered when it was not reasonable to expect it in time and, \
         despite the delay, it can be considered effectively and fairly: both, not either.",
    ),
    guidance(
        "REP-5.3",
        Citation::to_be_checked(
            "Getting the Best from Complaints (2006); LGSCO fact sheet on the procedure",
        ),
        "Lateness is decided case by case and leaning towards acceptance; a refusal goes out in \
         writing, with reasons and the way to the Ombudsman.",
    )
    .noting(
        "To be weighed: vulnerability, benefit to the complainant, whether records and people are \
         still there, human rights. That the limit is not to be applied rigidly was read with the \
         Ombudsman; the guidance was not read.",
    ),
    ombudsman(
        "REP-5.4",
        Citation::read("LGSCO decisions 20 006 409 and 25 000 994"),
        "A refusal for lateness answers both limbs and says which reasonable adjustments were \
         considered.",
    )
    .noting(
        "The Ombudsman found fault where the complainant’s reasons, mental ill health among them, \
         had not been weighed.",
    ),
    convention(
        "REP-5.5",
        "The limit is tested for each point, because one letter may hold points in time and \
         points out of time.",
    ),
    convention(
        "REP-5.6",
        "The last day in time is the same date a year on, included, and does not move off a \
         weekend; from 29 February it is 28 February.",
    )
    .set_by("cfg.limit.leap"),
    local(
        "REP-5.7",
        Citation::read("council policy"),
        "A failure that goes on is taken to arise on its last day.",
    )
    .set_by("cfg.limit.continuing"),
];
