//! Roles, independence and findings.

use super::written::{Written, act, convention};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-16.1",
        Citation::read("SI 2006/1738 regs 2 and 19(3); Getting the Best from Complaints (2006)"),
        "Who may not play two parts in one case is checked by person, across the whole case, when \
         somebody is appointed.",
    )
    .noting(
        "The independent person and the panel are barred by the Regulations; keeping managers, \
         investigators and adjudicators apart is guidance.",
    ),
    convention(
        "REP-16.2",
        "Each point has its finding at each stage, and a later stage overwrites none; the case’s \
         outcome follows from the points that were decided.",
    ),
];
