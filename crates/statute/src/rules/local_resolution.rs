//! Stage 1: local resolution.

use super::written::{Written, act, convention, guidance, local};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-11.1",
        Citation::second_hand("SI 2006/1738 reg 14"),
        "Stage 1 ends within ten working days of receipt, with a resolution or a response.",
    ),
    act(
        "REP-11.2",
        Citation::second_hand("SI 2006/1738 reg 14(5)"),
        "It may be extended once, by up to ten working days and to twenty in all, for a complex \
         complaint or to find an advocate.",
    )
    .noting(
        "Read as several councils report it (Devon, Greenwich, Thurrock, Norfolk); the number of \
         the paragraph has to be checked.",
    ),
    guidance(
        "REP-11.3",
        Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 1"),
        "The complainant is told of the extension before day 10 with the reason and the new date; \
         told later or without them, it does not count as an extension.",
    ),
    guidance(
        "REP-11.4",
        Citation::second_hand("a guide for practitioners; council pages"),
        "Twenty working days are the ceiling of Stage 1; there is no third period.",
    ),
    guidance(
        "REP-11.5",
        Citation::to_be_checked("Getting the Best from Complaints (2006), para 3.5"),
        "When Stage 1 has run out, the complainant is told that Stage 2 is open without an \
         answer; whoever agrees to wait is still counted as over.",
    ),
    local(
        "REP-11.6",
        Citation::read("annual reports of two English counties"),
        "The manager responsible for the service answers, and never the person complained about.",
    ),
    act(
        "REP-11.7",
        Citation::second_hand(
            "SI 2006/1738 reg 15(1); Getting the Best from Complaints (2006), para 3.5.7",
        ),
        "When a complaint is resolved, the complainant is sent the agreed terms in writing as \
         soon as possible.",
    ),
    act(
        "REP-11.8",
        Citation::second_hand("SI 2006/1738 reg 15(2)"),
        "When it is not resolved, the complainant is told of the right to Stage 2.",
    ),
    convention(
        "REP-11.9",
        "The response gives each point its finding with reasons, apology or remedy, actions with \
         owner and date, the right to Stage 2 and how, advocacy and the Ombudsman.",
    )
    .set_by("cfg.s1.answer_check"),
    guidance(
        "REP-11.10",
        Citation::second_hand(
            "Getting the Best from Complaints (2006), as Gloucestershire words it",
        ),
        "There is no legal limit for asking for Stage 2; complainants are advised to ask within \
         twenty working days, and a late request is judged on its merits.",
    )
    .noting(
        "Sources disagree: some councils print twenty working days as a rule, children’s \
         charities speak of 28 days. Passing it may prompt a question and never closes the right.",
    )
    .set_by("cfg.s2.request_window_wd"),
    act(
        "REP-11.11",
        Citation::to_be_checked("SI 2006/1738 reg 17"),
        "Stage 1 is left out only where both the authority and the complainant agree that it is \
         not appropriate.",
    ),
    convention(
        "REP-11.12",
        "For the figures Stage 1 is complete on the day the response, or the written terms, were \
         sent.",
    ),
];
