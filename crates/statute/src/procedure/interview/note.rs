//! What an officer keeps in mind after an answer. Notes decide nothing.

use super::sources;
use crate::limits::Citation;

/// Something to keep in mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// Complains in their own right: no consent, and no access either.
    OwnRight,
    /// A parent without parental responsibility.
    NoAccess,
    /// A child or care leaver: advocacy is offered.
    Advocacy,
    /// Somebody speaks for a child.
    ChildsWish,
    /// Somebody speaks for an adult.
    SpeaksForAnother,
    /// Services bought in remain the authority’s.
    Provider,
    /// The Ombudsman may not look at the start of court action.
    CourtAction,
    /// The older view was different.
    AdultsOwnTreatment,
    /// Nothing may be held up by a vague fear for proceedings.
    NotAutomatic,
}

impl Note {
    /// The note.
    pub const fn text(self) -> &'static str {
        match self {
            Self::OwnRight => {
                "The person complains in their own right: the child’s consent is not needed, and complaining gives no \
                 access to the child’s personal data."
            }
            Self::NoAccess => {
                "A parent may complain without parental responsibility. What may be sent to this parent about the child \
                 is a separate decision and is not settled here."
            }
            Self::Advocacy => {
                "Offer an advocate, also to speak for the child or young person, before anything else is arranged."
            }
            Self::ChildsWish => {
                "The child is the complainant. Check where possible that the child agrees and that this is what the \
                 child would say; no particular age is required."
            }
            Self::SpeaksForAnother => {
                "Answer the questions about who it is for the person spoken for, and keep their agreement on file."
            }
            Self::Provider => {
                "The council stays answerable for a service it buys in. Note the provider and keep one case."
            }
            Self::CourtAction => {
                "The Ombudsman cannot look at the start of court action or at what happened in court; say so if it is \
                 asked for."
            }
            Self::AdultsOwnTreatment => {
                "Older advice sent complaints about how an adult was treated to the corporate procedure. The later view, \
                 followed here, takes in parents, carers, special guardians and adopters."
            }
            Self::NotAutomatic => {
                "Proceedings by themselves hold nothing up. If it later appears that they might be prejudiced, that is a \
                 new decision, point by point and with reasons."
            }
        }
    }

    /// The authority for it.
    pub const fn source(self) -> Citation {
        match self {
            Self::OwnRight | Self::NoAccess => Citation::second_hand(
                "LGSCO guide for practitioners on the statutory procedure (2021)",
            ),
            Self::Advocacy => Citation::read("Children Act 1989 s.26A"),
            Self::ChildsWish | Self::SpeaksForAnother => sources::GUIDANCE,
            Self::Provider => sources::GUIDANCE_EXCLUSIONS,
            Self::CourtAction => sources::COURT_BARRED,
            Self::AdultsOwnTreatment => sources::FACT_SHEET,
            Self::NotAutomatic => sources::REG_8,
        }
    }
}
