//! The legal frame.

use super::written::{Written, act, convention, guidance, local};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-1.1",
        Citation::read("SI 2006/1738 reg 1; Children Act 1989 ss.24D and 26(3) to (3C)"),
        "Every English authority keeps a procedure for representations, complaints among them; \
         the Regulations of 2006, in force since 1 September 2006, prescribe it for England.",
    ),
    act(
        "REP-1.2",
        Citation::second_hand("SI 2006/1738, as reported in Family Law, October 2006"),
        "The Regulations of 2006 took the place of the Representations Procedure (Children) \
         Regulations 1991 in England.",
    ),
    guidance(
        "REP-1.3",
        Citation::read(
            "Getting the Best from Complaints (2006), archive page; LGSCO news, July 2025",
        ),
        "Getting the Best from Complaints is the statutory guidance: archived, and replaced by \
         nothing.",
    )
    .noting(
        "In July 2025 the Ombudsman still named it beside the Regulations and asked for both to \
         be reviewed. Only its foreword and list of contents were read; what else it says is \
         known from those who quote it.",
    ),
    guidance(
        "REP-1.4",
        Citation::second_hand("Getting the Best from Complaints (2006), as Bury and Hull quote it"),
        "A representation may be praise, an idea or a request; only a complaint, which is \
         dissatisfaction or disquiet about an individual child that needs an answer, enters the \
         stages.",
    ),
    act(
        "REP-1.5",
        Citation::read("SI 2006/1738 reg 2"),
        "An independent person is neither a member nor an officer of the authority complained to, \
         nor the spouse or civil partner of one.",
    )
    .noting(
        "Where a voluntary organisation runs the procedure: nobody who is its officer, furthers \
         its objects in any way, or is married to such a person (reg 22(2)(c), read).",
    ),
    act(
        "REP-1.6",
        Citation::read("SI 2006/1738 reg 2"),
        "A complainant is whoever makes a representation under section 24D or 26; an advocate is \
         only somebody who helps under the authority’s own arrangements.",
    )
    .noting("A friend or solicitor may help as well, and is no advocate in this sense."),
    convention(
        "REP-1.7",
        "Each step is judged by the rules in force on the day of the event that set it going.",
    )
    .noting(
        "What lies before 1 September 2006 is history, to be read only. Limits relaxed in 2020 \
         keep their dates and are marked as relaxed.",
    )
    .set_by("cfg.ruleset.overlay_2020"),
    local(
        "REP-1.8",
        Citation::second_hand("complaints policy of a children’s trust (Slough)"),
        "A trust or company may run the procedure for a council; the council stays answerable.",
    ),
    act(
        "REP-1.9",
        Citation::read("SI 2006/1738 reg 10"),
        "Each authority appoints one of its officers as complaints manager, sees that everybody \
         involved knows the procedure, and handles complaints without delay.",
    ),
];
