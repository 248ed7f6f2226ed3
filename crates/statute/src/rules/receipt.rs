//! Receiving a complaint.

use super::written::{Written, act, convention, convention_from, guidance, local, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-8.1",
        Citation::to_be_checked("SI 2006/1738"),
        "A complaint may be spoken or written and come to anybody in the authority; with that the \
         authority has received it and Stage 1 begins.",
    ),
    ombudsman(
        "REP-8.2",
        Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
        "Nobody has to use the word complaint.",
    ),
    act(
        "REP-8.3",
        Citation::second_hand("SI 2006/1738 reg 16"),
        "A spoken complaint is written down at once; at Stage 2 the law demands a written record.",
    ),
    convention_from(
        "REP-8.4",
        Citation::second_hand("a guide for practitioners; convention of this record"),
        "What is settled on the spot is logged all the same and left out of the figures of Stage \
         1.",
    ),
    local(
        "REP-8.5",
        Citation::read("council pages (Bexley, Norfolk)"),
        "Each council sets its own time for acknowledging a Stage 1 complaint; to miss it is poor \
         service and no breach of the law.",
    )
    .noting(
        "The Regulations set no time. Promises of two working days (Bexley) and five (Norfolk) \
         were read.",
    )
    .set_by("cfg.ack.stage1_wd"),
    act(
        "REP-8.6",
        Citation::to_be_checked("SI 2006/1738 reg 11"),
        "On receipt the complainant is told about the procedure, is helped to use it or told \
         where to find help, and hears of advocacy.",
    )
    .noting("The Welsh Regulations hold the same duties and were read."),
    guidance(
        "REP-8.7",
        Citation::to_be_checked("Getting the Best from Complaints (2006)"),
        "The procedure is made known in forms everybody can use, and to children when they become \
         looked after and at their reviews.",
    ),
    convention(
        "REP-8.8",
        "The acknowledgement gives the reference, the procedure and why, the points as \
         understood, the outcome wished for, who handles it and by when, advocacy, \
         confidentiality, what may be done if it is late, and the Ombudsman.",
    ),
];
