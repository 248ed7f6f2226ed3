//! Who is in a case: complainants, children, and the capacities the law and the report know; and how
//! somebody may contact the authority, where that had to be restricted, or be contacted, where that is not safe.

mod elsewhere;
mod known_as;
mod lift_protection;
mod match_person;
mod matching;
mod postcode;
mod protect_contact;
mod protection;
mod release_contact;
mod restrict_contact;
mod restricted_elsewhere;
mod restriction;
mod review_restriction;
mod take_back_tell_apart;
mod tell_apart;
mod unmatch_person;

pub use elsewhere::ProtectedElsewhere;
pub use lift_protection::LiftProtection;
pub use match_person::MatchPerson;
pub use matching::{CasePerson, Matches, Pair};
pub use postcode::is_postcode;
pub use protect_contact::ProtectContact;
pub use protection::{
    ContactProtected, ContactReleased, Protection, ProtectionKind, ProtectionLifted,
    StandingProtection,
};
pub use release_contact::ReleaseContact;
pub use restrict_contact::RestrictContact;
pub use restricted_elsewhere::RestrictedElsewhere;
pub use restriction::{
    ContactMeasure, ContactRestricted, LetterPart, Restriction, RestrictionReviewed, ReviewOutcome,
    Warning,
};
pub use review_restriction::ReviewRestriction;
pub use take_back_tell_apart::TakeBackTellApart;
pub use tell_apart::TellApart;
pub use unmatch_person::UnmatchPerson;

use serde::{Deserialize, Serialize};
use statute::procedure::LegalGround;

use crate::ids::{PersonId, Sealed};
use crate::settings::Code;

/// Somebody who makes a representation. A case may have several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complainant {
    /// Who it is, across cases.
    pub person: PersonId,
    /// The legal ground on which the person may complain; `None` where the statutory procedure does
    /// not ask, as for an enquiry or a compliment.
    pub ground: Option<LegalGround>,
    /// The reporting category, from the authority's list: not the same thing as the legal ground.
    pub capacity: Code,
    /// Name and contact, sealed; `None` for an anonymous representation.
    pub details: Option<Sealed>,
}

/// A child or young person a representation is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    /// Who it is; the same as a complainant's when the child complains.
    pub person: PersonId,
    /// The child's standing with the authority when the representation was received.
    pub status: ChildStatus,
    /// Name and date of birth, sealed.
    pub details: Option<Sealed>,
}

/// A child's standing with the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildStatus {
    /// Looked after by the authority.
    LookedAfter,
    /// A child in need under section 17.
    InNeed,
    /// Subject to a child protection plan.
    OnProtectionPlan,
    /// A care leaver.
    CareLeaver,
    /// None of these.
    NoneOfThese,
    /// Nobody knows, or nobody said.
    NotKnown,
}

impl ChildStatus {
    /// Every status, in the order a form lists them.
    pub const ALL: [Self; 6] = [
        Self::LookedAfter,
        Self::InNeed,
        Self::OnProtectionPlan,
        Self::CareLeaver,
        Self::NoneOfThese,
        Self::NotKnown,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::LookedAfter => "Looked after",
            Self::InNeed => "In need",
            Self::OnProtectionPlan => "On a child protection plan",
            Self::CareLeaver => "Care leaver",
            Self::NoneOfThese => "None of these",
            Self::NotKnown => "Not known",
        }
    }

    /// The code that forms and files use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LookedAfter => "looked_after",
            Self::InNeed => "in_need",
            Self::OnProtectionPlan => "on_protection_plan",
            Self::CareLeaver => "care_leaver",
            Self::NoneOfThese => "none_of_these",
            Self::NotKnown => "not_known",
        }
    }
}

/// How a representation arrived.
///
/// Source: SI 2006/1738; oral and written representations are equally valid (REP-8.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A letter.
    Letter,
    /// An e-mail.
    Email,
    /// A form on the web.
    OnlineForm,
    /// An app, such as one in which children say how they are and what they wish.
    App,
    /// A text message, or one by a messenger.
    TextMessage,
    /// A telephone call.
    Telephone,
    /// A conversation face to face.
    InPerson,
    /// Through an advocate.
    Advocate,
    /// Through a councillor or a member of Parliament.
    ElectedMember,
    /// Nobody noted how.
    NotNoted,
}

impl Channel {
    /// Every channel, in the order a form lists them. That nobody noted it is no answer to choose.
    pub const ALL: [Self; 9] = [
        Self::Telephone,
        Self::InPerson,
        Self::Email,
        Self::Letter,
        Self::OnlineForm,
        Self::App,
        Self::TextMessage,
        Self::Advocate,
        Self::ElectedMember,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Letter => "Letter",
            Self::Email => "E-mail",
            Self::OnlineForm => "Online form",
            Self::App => "App",
            Self::TextMessage => "Text message",
            Self::Telephone => "Telephone",
            Self::InPerson => "In person",
            Self::Advocate => "Through an advocate",
            Self::ElectedMember => "Through a councillor or MP",
            Self::NotNoted => "Channel not noted",
        }
    }

    /// The code that forms and files use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Email => "email",
            Self::OnlineForm => "online_form",
            Self::App => "app",
            Self::TextMessage => "text_message",
            Self::Telephone => "telephone",
            Self::InPerson => "in_person",
            Self::Advocate => "advocate",
            Self::ElectedMember => "elected_member",
            Self::NotNoted => "not_noted",
        }
    }

    /// Whether what was said has to be written down.
    pub const fn is_oral(self) -> bool {
        match self {
            Self::Telephone | Self::InPerson => true,
            Self::Letter
            | Self::Email
            | Self::OnlineForm
            | Self::App
            | Self::TextMessage
            | Self::Advocate
            | Self::ElectedMember
            | Self::NotNoted => false,
        }
    }

    /// Whether it counts as digital where the authority does not say otherwise.
    pub const fn is_usually_digital(self) -> bool {
        match self {
            Self::Email | Self::OnlineForm | Self::App | Self::TextMessage => true,
            Self::Letter
            | Self::Telephone
            | Self::InPerson
            | Self::Advocate
            | Self::ElectedMember
            | Self::NotNoted => false,
        }
    }
}
