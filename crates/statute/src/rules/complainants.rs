//! Who may complain.

use super::written::{Written, act, convention, local};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-2.1",
        Citation::second_hand("Children Act 1989 ss.24D and 26(3) to (3C)"),
        "Somebody whom no legal ground covers has no statutory route; the corporate procedure \
         takes the complaint.",
    ),
    act(
        "REP-2.2",
        Citation::read("SI 2006/1738 reg 2"),
        "An advocate or representative who speaks for a child does not become the complainant; \
         the child is.",
    )
    .noting("Follows from the definitions of complainant and advocate."),
    local(
        "REP-2.3",
        Citation::read("annual reports of two English counties"),
        "A letter from a Member of Parliament or councillor is an enquiry: linked to the person’s \
         case, counted apart, and not by itself a complaint.",
    ),
    local(
        "REP-2.4",
        Citation::second_hand("complaints policy of a children’s trust (Slough)"),
        "A fellow professional’s complaint goes to the multi-agency escalation policy.",
    ),
    convention(
        "REP-2.5",
        "Who may complain and who may see a child’s data are two separate checks: a father \
         without parental responsibility passes the first and may fail the second.",
    ),
];
