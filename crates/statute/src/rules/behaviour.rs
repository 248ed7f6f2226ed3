//! Unreasonable behaviour.

use super::written::{Written, convention, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    ombudsman(
        "REP-21.1",
        Citation::read("LGSCO guidance on unreasonable behaviour, as five councils adopt it"),
        "Behaviour is unreasonable when the nature or number of contacts hinders the handling of \
         complaints; persistence alone is not, and the complaint may still be right.",
    ),
    ombudsman(
        "REP-21.2",
        Citation::second_hand("LGSCO guidance on unreasonable behaviour, as councils adopt it"),
        "A restriction needs a warning, a senior decision in writing with reasons, a measure, its \
         length, a day to look again, and a way to challenge it.",
    ),
    ombudsman(
        "REP-21.3",
        Citation::second_hand("LGSCO guidance on unreasonable behaviour, as councils adopt it"),
        "Measures are one point of contact, writing only, fewer contacts, no reply on closed \
         matters, an agreement on behaviour, or no reopening; each ends.",
    ),
    ombudsman(
        "REP-21.4",
        Citation::second_hand("LGSCO guidance on unreasonable behaviour, as councils adopt it"),
        "A restriction binds a person and a channel and never the right: new complaints are \
         judged on their merits and the stages stay open.",
    ),
    convention(
        "REP-21.5",
        "No child who complains is restricted without a director’s approval.",
    ),
];
