//! The Ombudsman.

use super::written::{Written, act, convention, convention_from, guidance, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    ombudsman(
        "REP-14.1",
        Citation::read("LGSCO decision 25 001 573"),
        "The Ombudsman normally expects all three stages first and sends a complainant back to \
         ask for the panel.",
    )
    .noting(
        "Cases are taken earlier where, for example, delay is serious or fault is admitted and no \
         remedy agreed (fact sheet, as Wiltshire restates it).",
    ),
    guidance(
        "REP-14.2",
        Citation::to_be_checked("Getting the Best from Complaints (2006), para 3.10 and annex"),
        "A complaint goes to the Ombudsman early, after Stage 2, only with a sound report, a \
         complete adjudication, all significant points upheld, a clear plan, most outcomes \
         agreed, and the complainant’s agreement.",
    )
    .noting("All six, and proposed in writing."),
    convention_from(
        "REP-14.3",
        Citation::to_be_checked("convention of this record"),
        "An early referral does not abolish the panel: if the Ombudsman declines, it may still be \
         asked for.",
    )
    .noting("The time for asking stands still from the referral until the Ombudsman decides."),
    act(
        "REP-14.4",
        Citation::read("Local Government Act 1974 ss.26B and 34D"),
        "A complaint to the Ombudsman is to be made within twelve months of learning of the \
         matter; the Ombudsman may waive that, and the authority does not enforce it.",
    ),
    convention(
        "REP-14.5",
        "An Ombudsman case keeps its reference, the stage reached, enquiry and reply dates, the \
         decision with the vocabulary of its time, fault, injustice, remedies and whether they \
         were done.",
    ),
    act(
        "REP-14.6",
        Citation::read("Local Government Act 1974 s.31(2), as cited in LGSCO report 24 022 000"),
        "A public report is considered by members and answered within three months.",
    ),
    ombudsman(
        "REP-14.7",
        Citation::read(
            "LGSCO decisions 24 018 419, 24 004 450, 25 030 380, 24 009 439 and 24 022 000",
        ),
        "What the Ombudsman recommended for delay alone, from 50 pounds a month to sums of 150 to \
         500 pounds, is there for comparison only.",
    ),
];
