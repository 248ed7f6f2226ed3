//! Retention.

use super::written::{Written, act, convention, local};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    local(
        "REP-23.1",
        Citation::read("council retention schedules"),
        "No Act or regulation sets how long complaint files are kept; the periods are customary.",
    )
    .set_by("cfg.retention.*"),
    local(
        "REP-23.2",
        Citation::to_be_checked("council retention schedules"),
        "Stage 1, corporate complaints, enquiries and compliments are kept six years from \
         closing, Stages 2 and 3 and the Ombudsman ten, a child’s not before the 25th birthday, \
         annual reports for ever.",
    )
    .noting(
        "The six years were read in council schedules; the ten years and the birthday are custom \
         nobody found written.",
    )
    .set_by("cfg.retention.*"),
    act(
        "REP-23.3",
        Citation::to_be_checked(
            "Care Planning, Placement and Case Review (England) Regulations 2010",
        ),
        "A document on the child’s care record follows that record: for a looked-after child to \
         the 75th anniversary of birth, for an adopted child a hundred years.",
    )
    .noting(
        "The 75 years were read in four councils’ schedules, some counting from the 18th \
         birthday; the Regulations were not read.",
    ),
    local(
        "REP-23.4",
        Citation::second_hand("Independent Inquiry into Child Sexual Abuse, July 2015"),
        "A legal hold comes before disposal, and stands until the council releases it.",
    )
    .noting(
        "The inquiry forbade destroying records about abuse and the care of children; it is said \
         to have ended.",
    )
    .set_by("cfg.retention.*"),
    convention(
        "REP-23.5",
        "Disposal is reviewed, approved and logged, and leaves a stub, so that past reports still \
         add up.",
    ),
];
