//! The annual report.

use super::written::{Written, act, convention, guidance, local, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-18.1",
        Citation::second_hand("SI 2006/1738 reg 13, as ministers reported it to Parliament"),
        "For each year from 1 April to 31 March the authority compiles a report on how the \
         procedure worked.",
    )
    .noting(
        "That it is the financial year, and “as soon as possible” after its end, was read in no \
         text; both counties whose reports were read do it so.",
    ),
    act(
        "REP-18.2",
        Citation::second_hand("SI 2006/1738 reg 13, as ministers reported it to Parliament"),
        "The report contains nothing by which a complainant could be identified.",
    ),
    guidance(
        "REP-18.3",
        Citation::second_hand(
            "Getting the Best from Complaints (2006), as a council report of 2015/16 \
                         quotes it",
        ),
        "It goes to staff and to the committee, and is there for the regulator and the public.",
    ),
    guidance(
        "REP-18.4",
        Citation::to_be_checked("Getting the Best from Complaints (2006)"),
        "It tells of representations, complaints at each stage and with the Ombudsman, who \
         complained and about what, outcomes, advocacy, time kept and extended, learning, \
         equality figures and how well the procedure works.",
    )
    .noting("The list was read in part, as others report it."),
    local(
        "REP-18.5",
        Citation::read("annual report of an English county"),
        "Equality figures describe the complainant and not the child.",
    ),
    convention(
        "REP-18.6",
        "Each table says what it counts: received, closed or answered in the year, or open at its \
         end.",
    ),
    convention(
        "REP-18.7",
        "A stage is counted in the year it was opened, whenever the complaint was made, and a \
         share that went further names what it is a share of.",
    )
    .set_by("cfg.report.escalation_denominator"),
    convention(
        "REP-18.8",
        "Average times are those from receipt to response over the responses counted, with the \
         median beside them.",
    ),
    convention("REP-18.9", "Totals agree, or the difference is shown."),
    ombudsman(
        "REP-18.10",
        Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
        "The corporate Code asks for a report of its own on corporate complaints; many councils \
         print both in one.",
    ),
];
