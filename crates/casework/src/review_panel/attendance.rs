//! Who was at the panel's meeting, and who spoke for the complainant.

use serde::{Deserialize, Serialize};

use crate::refusal::{PanelFault, Refusal};

/// Who was at the meeting.
///
/// Source: SI 2006/1738 reg 19(5) and (6): the complainant may bring an advocate and one other person
/// throughout, and chooses who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Everybody, once each.
    pub present: Vec<Present>,
    /// Who spoke for the complainant; `None` when the complaint was put in writing only.
    pub spoke: Option<Present>,
}

/// Somebody at the meeting, besides the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Present {
    /// The complainant.
    Complainant,
    /// The complainant's advocate.
    Advocate,
    /// One other person at the complainant's side.
    Companion,
    /// The Independent Person of Stage 2.
    IndependentPerson,
    /// The Investigating Officer.
    InvestigatingOfficer,
    /// The Adjudicating Officer.
    AdjudicatingOfficer,
    /// The complaints manager.
    ComplaintsManager,
    /// Whoever takes the notes.
    NoteTaker,
    /// A lawyer acting as such, on either side, which guidance advises against.
    Lawyer,
}

impl Present {
    /// Everybody there may be, in the order a form lists them.
    pub const ALL: [Self; 9] = [
        Self::Complainant,
        Self::Advocate,
        Self::Companion,
        Self::IndependentPerson,
        Self::InvestigatingOfficer,
        Self::AdjudicatingOfficer,
        Self::ComplaintsManager,
        Self::NoteTaker,
        Self::Lawyer,
    ];

    /// Those of whom one speaks for the complainant.
    pub const SPEAKERS: [Self; 3] = [Self::Complainant, Self::Advocate, Self::Companion];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Complainant => "The complainant",
            Self::Advocate => "Their advocate",
            Self::Companion => "One other person at their side",
            Self::IndependentPerson => "The Independent Person",
            Self::InvestigatingOfficer => "The Investigating Officer",
            Self::AdjudicatingOfficer => "The Adjudicating Officer",
            Self::ComplaintsManager => "The complaints manager",
            Self::NoteTaker => "A note-taker",
            Self::Lawyer => "A lawyer acting as such",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Complainant => "complainant",
            Self::Advocate => "advocate",
            Self::Companion => "companion",
            Self::IndependentPerson => "independent_person",
            Self::InvestigatingOfficer => "investigating_officer",
            Self::AdjudicatingOfficer => "adjudicating_officer",
            Self::ComplaintsManager => "complaints_manager",
            Self::NoteTaker => "note_taker",
            Self::Lawyer => "lawyer",
        }
    }
}

impl Attendance {
    /// Whether somebody was there.
    pub fn includes(&self, who: Present) -> bool {
        self.present.contains(&who)
    }

    /// Checks that whoever spoke for the complainant was there and may.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self.spoke {
            Some(who) if !Present::SPEAKERS.contains(&who) || !self.includes(who) => {
                Err(Refusal::Panel(PanelFault::CouldNotSpeak(who)))
            }
            Some(_) | None => Ok(()),
        }
    }
}
