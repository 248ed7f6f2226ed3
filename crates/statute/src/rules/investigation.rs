//! Stage 2: investigation.

use super::written::{Written, act, convention, guidance, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-12.1",
        Citation::to_be_checked("SI 2006/1738 regs 15(2) and 17"),
        "Stage 2 opens on request after Stage 1, on request once Stage 1 has run out, or by an \
         agreed skip; the request may be spoken and needs no reasons.",
    )
    .noting(
        "To ask what remains unresolved is fine. A council page (Bexley, read) expects an \
         explanation; it must not be a condition.",
    ),
    act(
        "REP-12.2",
        Citation::second_hand("SI 2006/1738 reg 17(2)"),
        "An independent person takes part in every Stage 2 and in talking about what is to be \
         done for the child.",
    )
    .noting(
        "The appointment is named in regulation 19(3), which was read. That no case is excepted \
         has to be checked; one council page (Middlesbrough) speaks of it for children and their \
         parents and carers.",
    ),
    guidance(
        "REP-12.3",
        Citation::second_hand(
            "Getting the Best from Complaints (2006), as several councils report it",
        ),
        "An Investigating Officer is appointed, employed or external, who is not in the line of \
         management of what is complained about.",
    )
    .noting(
        "The Regulations do not ask that this officer be independent; the independent person is.",
    ),
    act(
        "REP-12.4",
        Citation::second_hand("SI 2006/1738 reg 16, as the Family Rights Group reports it"),
        "A spoken complaint is written down, the complainant may comment, and the corrected \
         record then is the complaint.",
    )
    .noting("The Regulations of 1991 as amended (SI 1991/2033), read, had the same mechanism."),
    act(
        "REP-12.5",
        Citation::second_hand("SI 2006/1738 reg 17(3)"),
        "Within 25 working days of its start the complaint is considered with the independent \
         person and the response is sent.",
    ),
    act(
        "REP-12.6",
        Citation::second_hand("SI 2006/1738 reg 17(6)"),
        "Where that is not possible, Stage 2 may be extended to at most 65 working days from the \
         same start, never 25 and 65.",
    )
    .noting(
        "Approved by the complaints manager. That the guidance names several agencies, concurrent \
         investigation, unusual complexity and an absent key witness as grounds was read in no \
         text.",
    ),
    act(
        "REP-12.7",
        Citation::second_hand("SI 2006/1738 reg 17(6), as the Family Rights Group reports it"),
        "The extension is told in writing as soon as possible, with the reasons and the date of \
         the response; without either it does not count as an extension.",
    ),
    ombudsman(
        "REP-12.8",
        Citation::read(
            "LGSCO decisions 25 005 179, 25 030 380 and 24 002 249; SI 2006/1738 reg 17",
        ),
        "Stage 2 is counted from the request and from the agreed statement of complaint; both \
         dates are kept and the earlier is the one alerted.",
    )
    .noting(
        "Sources disagree: recent Ombudsman decisions count from the request; another, several \
         councils and, for a spoken complaint, the Regulations count from the agreed record. \
         Months spent agreeing a statement were themselves found to be delay (23 013 837).",
    )
    .set_by("cfg.s2.start"),
    convention(
        "REP-12.9",
        "A change to the statement during the investigation starts no limit anew unless the \
         complainant agrees on record.",
    )
    .set_by("cfg.s2.amend_restarts"),
    guidance(
        "REP-12.10",
        Citation::second_hand("Getting the Best from Complaints (2006), as Hampshire reports it"),
        "The Investigating Officer’s report has a finding with reasons for every point, the \
         evidence, the outcomes wished for, and recommendations, in plain words that keep fact \
         and opinion apart.",
    ),
    guidance(
        "REP-12.11",
        Citation::second_hand("Getting the Best from Complaints (2006), as Hampshire reports it"),
        "The independent person reports whether the investigation was impartial, thorough and \
         effective, whether everybody could speak, and what they think of the report.",
    ),
    guidance(
        "REP-12.12",
        Citation::second_hand(
            "Getting the Best from Complaints (2006), as Middlesbrough and Hampshire \
                         report it",
        ),
        "A senior manager adjudicates: a decision on each point, with actions and dates; whoever \
         departs from the investigator gives reasons.",
    ),
    act(
        "REP-12.13",
        Citation::to_be_checked("SI 2006/1738 reg 17; Getting the Best from Complaints (2006)"),
        "The complainant is sent both reports, the adjudication, the right to a panel with its \
         limit, and word of advocacy; others receive copies as appropriate.",
    ),
    ombudsman(
        "REP-12.14",
        Citation::read("LGSCO decision 24 018 419"),
        "Stage 2 ends when the adjudication is sent; the investigator’s report stops nothing.",
    ),
    act(
        "REP-12.15",
        Citation::second_hand("SI 2006/1738 reg 17"),
        "There is no limit for the adjudication alone; it lies within the limit of Stage 2.",
    )
    .noting("Times for the reports within it are local."),
    guidance(
        "REP-12.16",
        Citation::to_be_checked("Getting the Best from Complaints (2006)"),
        "The complaints manager follows the recommendations until they are done and tells the \
         director.",
    ),
];
