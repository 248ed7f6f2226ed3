//! What may be complained about.

use super::written::{Written, act, guidance, local, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    act(
        "REP-3.1",
        Citation::second_hand(
            "Children Act 1989 s.26(3A), as reported in Family Law, October 2006",
        ),
        "Every function under Part 3 of the Act may be complained about: support for children and \
         families, looked-after children and care leavers.",
    )
    .noting(
        "The explanatory notes to s.117 of the Adoption and Children Act 2002, read, say the \
         same: the functions of Part 3 qualify as a whole, those of Parts 4 and 5 where \
         regulations name them.",
    ),
    act(
        "REP-3.2",
        Citation::read("SI 2006/1738 reg 3"),
        "Of Parts 4 and 5 only these functions may be complained about: s.31(1), s.33(3), (4) and \
         (6) to (9), s.34(6) and (8), s.35(1) and (2), s.43(1), and s.44(1), (10) and (11).",
    ),
    act(
        "REP-3.3",
        Citation::read("SI 2006/1738 reg 3"),
        "Child protection enquiries under section 47 are not among the functions the English \
         procedure covers.",
    )
    .noting("The Welsh Regulations of 2005 did include them."),
    act(
        "REP-3.4",
        Citation::read("SI 2006/1738 reg 4"),
        "Adoption may be complained about: support services and the functions tied to them, \
         sections 18 to 40 of the Adoption and Children Act 2002, an agency’s duties when it \
         considers adoption for a child, and adoption with a foreign element.",
    )
    .noting(
        "Read in part. After Part 3 of the Adoption Agencies Regulations 2005 the list goes on; a \
         lawyer has to say which further Parts it names.",
    ),
    act(
        "REP-3.5",
        Citation::second_hand("SI 2006/1738 reg 5, as reported in Family Law, October 2006"),
        "Special guardianship support services may be complained about as far as the Regulations \
         specify them.",
    ),
    guidance(
        "REP-3.6",
        Citation::second_hand(
            "Getting the Best from Complaints (2006), as three published summaries agree",
        ),
        "A complaint may be about a decision, quality, delay, delivery, quantity or cost, staff, \
         criteria, what a policy does to a child, or assessment, care management and review.",
    ),
    ombudsman(
        "REP-3.7",
        Citation::read("LGSCO decision 23 013 837"),
        "The assessment of a child in need under section 17 falls within the procedure.",
    )
    .noting(
        "Early help without a basis in statute is usually taken to lie outside; that is local \
         practice.",
    )
    .set_by("cfg.scope.early_help"),
    local(
        "REP-3.8",
        Citation::to_be_checked("council practice"),
        "A service bought from a contractor remains the authority’s function: one case, with the \
         provider named.",
    )
    .noting("Whether the Regulations say so was read in no text."),
];
