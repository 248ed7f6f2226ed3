//! The five bars: who may not be a child's advocate.

use serde::{Deserialize, Serialize};

/// Why somebody may not be the advocate. Each is asked apart.
///
/// Source: SI 2004/719 reg 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdvocateBar {
    /// Is, or may be, the subject of the complaint.
    Subject,
    /// Manages somebody who is or may be.
    ManagesSubject,
    /// Manages the service concerned.
    ManagesService,
    /// Controls the resources of that service.
    ControlsResources,
    /// Is, or may be, involved in considering the complaint for the authority.
    Considers,
}

impl AdvocateBar {
    /// The five, in the order a form asks them.
    pub const ALL: [Self; 5] = [
        Self::Subject,
        Self::ManagesSubject,
        Self::ManagesService,
        Self::ControlsResources,
        Self::Considers,
    ];

    /// Where they stand.
    pub const SOURCE: &str = "SI 2004/719 reg 3";

    /// The question a page asks about the advocate.
    pub const fn question(self) -> &'static str {
        match self {
            Self::Subject => "Is the complaint about them, or may it be?",
            Self::ManagesSubject => "Do they manage anybody the complaint is or may be about?",
            Self::ManagesService => "Do they manage the service concerned?",
            Self::ControlsResources => "Do they control the resources of that service?",
            Self::Considers => {
                "Are they involved in considering the complaint for the council, or may they be?"
            }
        }
    }

    /// What is wrong, after "the advocate".
    pub const fn label(self) -> &'static str {
        match self {
            Self::Subject => "is or may be the subject of the complaint",
            Self::ManagesSubject => "manages somebody the complaint is or may be about",
            Self::ManagesService => "manages the service concerned",
            Self::ControlsResources => "controls the resources of the service concerned",
            Self::Considers => {
                "is or may be involved in considering the complaint for the authority"
            }
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::ManagesSubject => "manages_subject",
            Self::ManagesService => "manages_service",
            Self::ControlsResources => "controls_resources",
            Self::Considers => "considers",
        }
    }
}
