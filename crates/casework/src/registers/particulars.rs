//! What a register asks beside what every representation has.

use serde::{Deserialize, Serialize};

use crate::event::RepresentationRecorded;
use crate::ids::{PersonId, Sealed};
use crate::intake::RepresentationKind;
use crate::refusal::Refusal;
use crate::settings::{Code, Settings};

/// What is told of a representation by its register alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "register", rename_all = "snake_case")]
pub enum Particulars {
    /// Of a contact that was taken down and is still to be sorted.
    ToSort {
        /// Name and contact of who said it, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<Sealed>,
        /// Everything that was typed, sealed, for whoever goes on.
        form: Sealed,
    },
    /// Of a compliment: from whom, from the authority's list.
    Compliment {
        /// What kind of source.
        source: Code,
    },
    /// Of an enquiry by an elected member.
    MemberEnquiry(MemberEnquiry),
    /// Of an informal contact of a young person.
    InformalContact {
        /// What it was about, from the authority's list.
        topic: Code,
        /// What came of it, from the authority's list.
        result: Code,
    },
    /// Of a contact with the advocacy helpline.
    Helpline {
        /// Who wanted what.
        caller: HelplineCaller,
        /// What it was about, from the authority's list.
        topic: Code,
        /// What came of it, from the authority's list.
        result: Code,
    },
}

/// Who writes, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberEnquiry {
    /// What kind of member.
    pub member: Member,
    /// Whether the constituent's consent to an answer is held.
    pub consent: ConstituentConsent,
    /// What the consent covers, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Sealed>,
    /// Whom the enquiry is about, where the member says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituent: Option<Constituent>,
}

/// Whom an elected member writes about. A constituent does not complain by being written about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Constituent {
    /// Who it is, across cases.
    pub person: PersonId,
    /// The name, sealed.
    pub details: Sealed,
}

macro_rules! closed_list {
    ($(#[$about:meta])* $list:ident { $($(#[$of:meta])* $entry:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $list {
            $($(#[$of])* $entry,)+
        }

        impl $list {
            /// Every entry, in the order a form lists them.
            pub const ALL: &[Self] = &[$(Self::$entry,)+];

            /// The words a page shows.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$entry => $label,)+ }
            }

            /// The code that forms use.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$entry => $code,)+ }
            }
        }
    };
}

closed_list! {
    /// What kind of elected member.
    Member {
        /// A member of the House of Commons.
        MemberOfParliament = "member_of_parliament", "Member of Parliament";
        /// A member of a council.
        Councillor = "councillor", "Councillor";
    }
}

closed_list! {
    /// Whether a constituent's consent to an answer is held.
    ///
    /// Source: council practice. It is recorded and stops nothing: what may be said without consent is judged letter
    /// by letter.
    ConstituentConsent {
        /// It is.
        Held = "held", "Yes, it is held";
        /// It is not, or not yet.
        NotHeld = "not_held", "No, or not yet";
        /// The answer says nothing about anybody.
        NotNeeded = "not_needed", "Not needed: the answer says nothing about anybody";
    }
}

closed_list! {
    /// Who contacts the advocacy helpline, and for what.
    HelplineCaller {
        /// A young person.
        YoungPerson = "young_person", "From a young person";
        /// Somebody about a young person.
        AboutYoungPerson = "about_young_person", "About a young person";
        /// Staff who want advice.
        StaffAdvice = "staff_advice", "Advice to staff";
    }
}

impl Particulars {
    /// The register they belong to.
    pub const fn kind(&self) -> RepresentationKind {
        match self {
            Self::ToSort { .. } => RepresentationKind::ContactToSort,
            Self::Compliment { .. } => RepresentationKind::Compliment,
            Self::MemberEnquiry(_) => RepresentationKind::ElectedMemberEnquiry,
            Self::InformalContact { .. } => RepresentationKind::InformalContact,
            Self::Helpline { .. } => RepresentationKind::HelplineContact,
        }
    }

    /// Checks that every code stands in the authority's lists.
    pub(super) fn listed(&self, settings: &Settings) -> Result<(), Refusal> {
        match self {
            Self::Compliment { source } => Settings::listed(
                "sources of compliments",
                &settings.compliment_sources,
                source,
            ),
            Self::MemberEnquiry(_) | Self::ToSort { .. } => Ok(()),
            Self::InformalContact { topic, result } | Self::Helpline { topic, result, .. } => {
                Settings::listed("topics of contacts", &settings.contact_topics, topic)?;
                Settings::listed("results of contacts", &settings.contact_results, result)
            }
        }
    }

    /// Every sealed part.
    pub fn sealed(&self) -> Vec<&Sealed> {
        match self {
            Self::MemberEnquiry(enquiry) => {
                let constituent = enquiry.constituent.as_ref();
                let name = constituent.map(|constituent| &constituent.details);
                enquiry.scope.iter().chain(name).collect()
            }
            Self::ToSort { person, form } => person.iter().chain([form]).collect(),
            Self::Compliment { .. } | Self::InformalContact { .. } | Self::Helpline { .. } => {
                Vec::new()
            }
        }
    }
}

impl RepresentationRecorded {
    /// Who said what is still to be sorted, as far as known, and everything that was typed; `None` for anything else.
    pub fn to_sort(&self) -> Option<(Option<&Sealed>, &Sealed)> {
        if let Some(Particulars::ToSort { person, form }) = &self.particulars {
            Some((person.as_ref(), form))
        } else {
            None
        }
    }

    /// What is told of an enquiry by an elected member; `None` for anything else, and where an old register does
    /// not say.
    pub fn member_enquiry(&self) -> Option<&MemberEnquiry> {
        if let Some(Particulars::MemberEnquiry(enquiry)) = &self.particulars {
            Some(enquiry)
        } else {
            None
        }
    }
}
