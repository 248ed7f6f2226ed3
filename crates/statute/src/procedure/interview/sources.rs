//! The authorities that answers cite, each written once.

use crate::limits::Citation;

/// What the statutory procedure covers and leaves out, as the Ombudsman tells the public.
pub(super) const FACT_SHEET: Citation = Citation::read("LGSCO fact sheet on the procedure");
/// Functions under Part 3: support for children and families.
pub(super) const PART_3: Citation =
    Citation::second_hand("Children Act 1989 s.26(3), functions under Part 3");
/// Care leavers.
pub(super) const LEAVERS: Citation = Citation::second_hand("Children Act 1989 s.24D(1)");
/// The closed list of functions under Parts 4 and 5; child protection enquiries are not on it.
pub(super) const REG_3: Citation = Citation::read("SI 2006/1738 reg 3");
/// Adoption functions.
pub(super) const REG_4: Citation = Citation::read("SI 2006/1738 reg 4");
/// Special guardianship support.
pub(super) const REG_5: Citation = Citation::second_hand("SI 2006/1738 reg 5");
/// Not considering what might prejudice other proceedings.
pub(super) const REG_8: Citation = Citation::second_hand("SI 2006/1738 reg 8");
/// The year and its exception.
pub(super) const REG_9: Citation = Citation::second_hand("SI 2006/1738 reg 9");
/// Sufficient interest.
pub(super) const REG_12: Citation = Citation::read("SI 2006/1738 reg 12");
/// The fostering limit.
pub(super) const FOSTERING_LIMIT: Citation =
    Citation::to_be_checked("Children Act 1989 Sch 7 para 6");
/// Voluntary organisations.
pub(super) const VOLUNTARY: Citation = Citation::second_hand("Children Act 1989 s.59(4)");
/// What a representation is.
pub(super) const GUIDANCE: Citation =
    Citation::second_hand("Getting the Best from Complaints (2006)");
/// What the guidance leaves out; the paragraphs have not been read.
pub(super) const GUIDANCE_EXCLUSIONS: Citation =
    Citation::to_be_checked("Getting the Best from Complaints (2006), what is left out");
/// Anonymous complaints.
pub(super) const GUIDANCE_ANONYMOUS: Citation =
    Citation::to_be_checked("Getting the Best from Complaints (2006), anonymous complaints");
/// Oral and written, with or without the word: what counts as a complaint.
pub(super) const CODE: Citation = Citation::second_hand("LGSCO Complaint Handling Code (2024)");
/// A matter accepted at Stage 1 goes on when the person asks.
pub(super) const NEXT_STAGE: Citation = Citation::read("LGSCO decisions 22 008 976 and 21 018 463");
/// Where reasons for lateness were not weighed.
pub(super) const WEIGH_REASONS: Citation =
    Citation::read("LGSCO decisions 20 006 409 and 25 000 994");
/// Where a council refused grandparents without weighing what mattered.
pub(super) const WEIGH_REFUSAL: Citation = Citation::read("LGSCO decision 24 019 922");
/// An assessment of a child in need is inside.
pub(super) const ASSESSMENT: Citation = Citation::read("LGSCO decision 23 013 837");
/// What the Ombudsman may not look at.
pub(super) const COURT_BARRED: Citation = Citation::read("Local Government Act 1974 Sch 5 para 1");
/// Custom of councils, which each may set.
pub(super) const LOCAL: Citation = Citation::second_hand("council policy");
/// Agreement between agencies.
pub(super) const ESCALATION_POLICY: Citation =
    Citation::second_hand("the safeguarding partnership’s escalation policy");
