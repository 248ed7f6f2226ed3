//! Data protection.

use super::written::{Written, act, convention};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-22.1",
        Citation::read(
            "UK GDPR art 9(1) and recital 38, as the Information Commissioner sets them out",
        ),
        "Nearly every case holds special category data, and children’s data deserve particular \
         care.",
    )
    .noting("Data on criminal offences (art 10) was read in no text."),
    act(
        "REP-22.2",
        Citation::to_be_checked(
            "UK GDPR arts 6(1)(c) and (e) and 9(2); Data Protection Act 2018 Sch 1",
        ),
        "Complaints are handled by legal obligation and public task; consent is not the basis.",
    ),
    act(
        "REP-22.3",
        Citation::to_be_checked("Data Protection Act 2018 Sch 1 para 8"),
        "Equality monitoring is voluntary, a purpose of its own, kept apart from the case and \
         unseen by those who handle it; “prefer not to say” is an answer.",
    ),
    act(
        "REP-22.4",
        Citation::second_hand("UK GDPR art 17(3)"),
        "There is no erasure where the data serve a legal obligation, a public task or legal \
         claims; correction or a statement of disagreement is offered.",
    ),
    act(
        "REP-22.5",
        Citation::to_be_checked("UK GDPR art 12(3); Data Protection Act 2018 Sch 3"),
        "A request for one’s data is answered in a month, with two more where it is complex; \
         others’ data are blacked out and some social work data withheld.",
    ),
    act(
        "REP-22.6",
        Citation::to_be_checked("Data Protection Act 2018; case law on competence under 16"),
        "A child’s data are the child’s: a parent asks for the child, and competence and best \
         interest are tested; to complain opens nothing.",
    ),
    convention(
        "REP-22.7",
        "Reports and panel papers hold others’ data, so each recipient’s copy has its own \
         redactions and its own log.",
    ),
    convention(
        "REP-22.8",
        "Investigators and panel members from outside see what they need, for as long as they \
         need it; every view is logged and copies come back or are destroyed.",
    ),
    act(
        "REP-22.9",
        Citation::second_hand("Data Protection Act 2018 s.164A, as three law firms report it"),
        "From 19 June 2026 a data-protection complaint has its own route, acknowledged within 30 \
         calendar days, and does not wait for a wider complaint.",
    ),
];
