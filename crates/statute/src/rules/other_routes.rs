//! Exclusions and other routes.

use super::written::{Written, convention, guidance, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    guidance(
        "REP-4.1",
        Citation::to_be_checked("Getting the Best from Complaints (2006)"),
        "The procedure does not serve somebody with no ground who acts for nobody with one, a \
         matter that is not this authority’s, or a complaint that has been through every stage.",
    )
    .noting(
        "The third was read in a council’s briefing for its members (Gloucestershire); the other \
         two in no text.",
    ),
    ombudsman(
        "REP-4.2",
        Citation::read("LGSCO fact sheet on the procedure (2025)"),
        "The procedure is chosen on receipt and the complainant is told which it is and why; \
         where only part qualifies, also how the rest will be answered.",
    ),
    ombudsman(
        "REP-4.3",
        Citation::read("LGSCO decisions 22 008 976 and 21 018 463; LGSCO report 24 015 996"),
        "A complaint that was taken at Stage 1 may not be refused Stage 2 or 3 because the \
         authority thinks nothing can be added.",
    ),
    ombudsman(
        "REP-4.4",
        Citation::read("LGSCO fact sheets on the procedure, the older and that of 2025"),
        "The procedure also serves parents, carers, special guardians and adopters who complain \
         of how they themselves were treated.",
    )
    .noting(
        "Sources disagree: an older fact sheet sent how an adult was treated to the corporate \
         procedure. The later view is followed.",
    )
    .set_by("cfg.scope.adult_treatment"),
    convention(
        "REP-4.5",
        "Every decision to send a matter elsewhere keeps the point, the route, the reason, who \
         decided and when, the letter sent, and that the Ombudsman was named.",
    ),
];
