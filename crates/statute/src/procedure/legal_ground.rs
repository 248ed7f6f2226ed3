//! On what ground somebody may complain.
//!
//! The ground is kept for each complainant and each child, apart from the reporting category, and says nothing of
//! what the person may be shown.

use serde::{Deserialize, Serialize};

use crate::limits::Citation;

/// The head of the Act under which a person may use the statutory procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LegalGround {
    /// A child who is looked after or in need.
    #[serde(rename = "W-CHILD")]
    Child,
    /// A parent of such a child.
    #[serde(rename = "W-PARENT")]
    Parent,
    /// Somebody else with parental responsibility.
    #[serde(rename = "W-PR")]
    ParentalResponsibility,
    /// A local authority foster carer.
    #[serde(rename = "W-FOSTER")]
    FosterCarer,
    /// Another person with sufficient interest.
    #[serde(rename = "W-OTHER")]
    Other,
    /// A care leaver.
    #[serde(rename = "W-LEAVER")]
    CareLeaver,
    /// Special guardianship.
    #[serde(rename = "W-SGO")]
    SpecialGuardianship,
    /// Another person with sufficient interest, special guardianship.
    #[serde(rename = "W-SGO-OTHER")]
    SpecialGuardianshipOther,
    /// Adoption.
    #[serde(rename = "W-ADOPT")]
    Adoption,
    /// Another person with sufficient interest, adoption.
    #[serde(rename = "W-ADOPT-OTHER")]
    AdoptionOther,
    /// A child accommodated by a voluntary organisation.
    #[serde(rename = "W-VOLORG")]
    VoluntaryOrganisation,
    /// A carer, about the usual fostering limit.
    #[serde(rename = "W-USUALLIMIT")]
    UsualFosteringLimit,
}

/// How a person comes to have standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The Act names them.
    Named,
    /// An "other person": the authority decides whether their interest in the child’s welfare is sufficient.
    OtherPerson,
}

impl LegalGround {
    /// Every ground.
    pub const ALL: &[Self] = &[
        Self::Child,
        Self::Parent,
        Self::ParentalResponsibility,
        Self::FosterCarer,
        Self::Other,
        Self::CareLeaver,
        Self::SpecialGuardianship,
        Self::SpecialGuardianshipOther,
        Self::Adoption,
        Self::AdoptionOther,
        Self::VoluntaryOrganisation,
        Self::UsualFosteringLimit,
    ];

    /// The code, such as "W-CHILD".
    pub const fn code(self) -> &'static str {
        match self {
            Self::Child => "W-CHILD",
            Self::Parent => "W-PARENT",
            Self::ParentalResponsibility => "W-PR",
            Self::FosterCarer => "W-FOSTER",
            Self::Other => "W-OTHER",
            Self::CareLeaver => "W-LEAVER",
            Self::SpecialGuardianship => "W-SGO",
            Self::SpecialGuardianshipOther => "W-SGO-OTHER",
            Self::Adoption => "W-ADOPT",
            Self::AdoptionOther => "W-ADOPT-OTHER",
            Self::VoluntaryOrganisation => "W-VOLORG",
            Self::UsualFosteringLimit => "W-USUALLIMIT",
        }
    }

    /// Who it is, for a page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Child => "a child the authority looks after, or a child in need",
            Self::Parent => "a parent of such a child, with or without parental responsibility",
            Self::ParentalResponsibility => {
                "somebody with parental responsibility who is not a parent"
            }
            Self::FosterCarer => {
                "a local authority foster carer, also through an independent agency"
            }
            Self::Other => "somebody else with sufficient interest in the child’s welfare",
            Self::CareLeaver => "a care leaver",
            Self::SpecialGuardianship => {
                "a special guardian, the child or a parent under a special guardianship order, or somebody who asked for support to be assessed"
            }
            Self::SpecialGuardianshipOther => {
                "somebody else with sufficient interest, special guardianship"
            }
            Self::Adoption => {
                "a person concerned in an adoption: child, adopter, adopted person, parent or guardian"
            }
            Self::AdoptionOther => "somebody else with sufficient interest, adoption",
            Self::VoluntaryOrganisation => "a child accommodated by a voluntary organisation",
            Self::UsualFosteringLimit => {
                "a carer, about the usual fostering limit or an exemption from it"
            }
        }
    }

    /// The authority for it.
    pub const fn source(self) -> Citation {
        match self {
            Self::Child => Citation::second_hand("Children Act 1989 s.26(3)(a)"),
            Self::Parent => Citation::second_hand("Children Act 1989 s.26(3)(b)"),
            Self::ParentalResponsibility => Citation::second_hand("Children Act 1989 s.26(3)(c)"),
            Self::FosterCarer => Citation::second_hand("Children Act 1989 s.26(3)(d)"),
            Self::Other => Citation::second_hand("Children Act 1989 s.26(3)(e)"),
            Self::CareLeaver => Citation::second_hand("Children Act 1989 s.24D(1)"),
            Self::SpecialGuardianship => Citation::second_hand("Children Act 1989 s.26(3C)"),
            Self::SpecialGuardianshipOther => Citation::read("Children Act 1989 s.26(3C)(c)"),
            Self::Adoption => Citation::second_hand("Children Act 1989 s.26(3B)(a)"),
            Self::AdoptionOther => Citation::read("Children Act 1989 s.26(3B)(b)"),
            Self::VoluntaryOrganisation => {
                Citation::read("SI 2006/1738 regs 21 and 22, under Children Act 1989 s.59(4)")
            }
            Self::UsualFosteringLimit => Citation::second_hand("Children Act 1989 Sch 7 para 6"),
        }
    }

    /// Whether the Act names the person or leaves it to the authority.
    pub const fn standing(self) -> Standing {
        match self {
            Self::Other | Self::SpecialGuardianshipOther | Self::AdoptionOther => {
                Standing::OtherPerson
            }
            Self::Child
            | Self::Parent
            | Self::ParentalResponsibility
            | Self::FosterCarer
            | Self::CareLeaver
            | Self::SpecialGuardianship
            | Self::Adoption
            | Self::VoluntaryOrganisation
            | Self::UsualFosteringLimit => Standing::Named,
        }
    }

    /// The ground with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|ground| ground.code() == code)
    }
}
