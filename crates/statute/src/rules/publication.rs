//! Publishing figures.

use super::written::{Written, act, convention, convention_from, local};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-24.1",
        Citation::second_hand("SI 2006/1738 reg 13, as ministers reported it to Parliament"),
        "Where counts are small a figure can identify a complainant, and the report must not.",
    ),
    local(
        "REP-24.2",
        Citation::read("answers of one council in 2020 and 2023; research services"),
        "Counts of one to four are withheld, and nought is printed.",
    )
    .noting("Sources disagree: fewer than five, five or fewer, fewer than ten.")
    .set_by("cfg.sdc.threshold"),
    convention_from(
        "REP-24.3",
        Citation::read("guides to disclosure control; convention of this record"),
        "When one cell is withheld, at least one more is, so that no total gives it away: the \
         smallest left that is not nought, in the order of the table.",
    ),
    convention_from(
        "REP-24.4",
        Citation::read("guides to disclosure control; convention of this record"),
        "Percentages and averages from a withheld count or from fewer than ten are withheld too.",
    )
    .set_by("cfg.sdc.min_denominator"),
    convention(
        "REP-24.5",
        "No two published figures may give a small one by subtraction.",
    ),
    convention_from(
        "REP-24.6",
        Citation::read("guides to disclosure control; convention of this record"),
        "Categories may be merged, bands widened or figures rounded to five instead.",
    )
    .set_by("cfg.sdc.mode"),
    convention(
        "REP-24.7",
        "The public and the internal report are two renderings of one set of figures.",
    ),
    convention(
        "REP-24.8",
        "An example in a report has consent or nothing by which it could be known, and a second \
         person reads it first.",
    ),
];
