//! Where a matter goes that does not belong in the statutory procedure.

use serde::{Deserialize, Serialize};

use crate::limits::{Citation, Status};

macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $handling:ident, $status:ident, $matter:literal, $goes_to:literal;)+) => {
        /// A matter with a way of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Route {
            $(#[doc = $matter] #[serde(rename = $code)] $name,)+
        }

        impl Route {
            /// Every route.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code, such as "R-CPC".
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The matter, for a page.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $matter,)+ }
            }

            /// Where it goes and what to mind.
            pub const fn goes_to(self) -> &'static str {
                match self { $(Self::$name => $goes_to,)+ }
            }

            /// What happens to the complaint itself.
            pub const fn handling(self) -> Handling {
                match self { $(Self::$name => Handling::$handling,)+ }
            }

            /// How far the rule has been checked.
            pub const fn status(self) -> Status {
                match self { $(Self::$name => Status::$status,)+ }
            }
        }
    };
}

/// What happens to the complaint when its matter goes another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// Handled as a corporate complaint.
    Corporate,
    /// Sent to another procedure or body, with word to the complainant.
    Elsewhere,
    /// Referred at once, while the complaint is held or goes on by itself.
    Alongside,
}

routes! {
    Safeguarding = "R-SAFE", Alongside, ReadSecondHand,
        "a child may be at risk",
        "safeguarding, at once; a referral alone never resolves the complaint";
    ChildProtectionConference = "R-CPC", Elsewhere, Read,
        "process, outcome or category of a child protection conference",
        "the safeguarding partnership’s conference procedure; the decision stands meanwhile";
    ChildProtection = "R-CP", Corporate, Read,
        "other child protection enquiries under s.47",
        "the corporate procedure";
    CourtReport = "R-COURT-REP", Corporate, Read,
        "reports for private law proceedings under s.7 or s.37",
        "the corporate procedure or the court; the Ombudsman has no say over court reports";
    Court = "R-COURT", Elsewhere, Read,
        "what happened in court, or the start of court action",
        "the court or an appeal, with legal advice; the Ombudsman is barred";
    Approval = "R-APPROVE", Elsewhere, ReadSecondHand,
        "approval of foster carers or adopters",
        "the agency’s panel or the independent review mechanism";
    Staff = "R-STAFF", Elsewhere, ToBeCheckedByALawyer,
        "discipline, grievance or capability of staff",
        "the personnel procedure, in confidence; the complaint about the service may go on";
    DataProtection = "R-DP", Elsewhere, ReadSecondHand,
        "data protection",
        "the data-protection complaint process";
    FreedomOfInformation = "R-FOI", Elsewhere, ToBeCheckedByALawyer,
        "freedom of information",
        "an internal review, then the Information Commissioner";
    Crime = "R-CRIME", Alongside, ToBeCheckedByALawyer,
        "an alleged crime",
        "the police; consider whether the complaint has to wait";
    SpecialEducationalNeeds = "R-SEND", Elsewhere, ToBeCheckedByALawyer,
        "the content of an education, health and care plan",
        "mediation or the tribunal; delay and delivery go to the corporate procedure";
    School = "R-SCHOOL", Elsewhere, ReadSecondHand,
        "a school matter",
        "the school’s own procedure";
    AdultSocialCare = "R-ADULT", Elsewhere, Read,
        "adult social care",
        "the procedure under SI 2009/309";
    OtherBody = "R-OTHERBODY", Elsewhere, ToBeCheckedByALawyer,
        "another agency",
        "that agency, with consent; one joint answer where the matter is mixed";
    Claim = "R-CLAIM", Elsewhere, ToBeCheckedByALawyer,
        "compensation only",
        "insurance or legal services";
    RegisteredProvider = "R-OFSTED", Elsewhere, ReadSecondHand,
        "a registered home or agency",
        "the provider’s procedure; the complainant may go to Ofsted at any time";
    Whistleblowing = "R-WHISTLE", Elsewhere, ToBeCheckedByALawyer,
        "a worker raising a concern",
        "the whistleblowing policy";
}

impl Route {
    /// The route with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|route| route.code() == code)
    }

    /// The authority for sending a matter another way.
    pub const fn source(self) -> Citation {
        let text = match self {
            Self::Safeguarding | Self::Approval | Self::RegisteredProvider => {
                "procedures of several councils"
            }
            Self::ChildProtectionConference => {
                "Pan-Lancashire procedure for complaints about conferences"
            }
            Self::ChildProtection => "LGSCO fact sheet on the procedure",
            Self::CourtReport => "LGSCO fact sheet on the procedure and decisions",
            Self::Court => "Local Government Act 1974 Sch 5 and 5A",
            Self::Staff => "Getting the Best from Complaints (2006)",
            Self::DataProtection => "Data Protection Act 2018 s.164A",
            Self::FreedomOfInformation => "Freedom of Information Act 2000",
            Self::SpecialEducationalNeeds => "Children and Families Act 2014 Part 3",
            Self::School => "procedure of a council (Southwark)",
            Self::AdultSocialCare => "SI 2009/309",
            Self::Crime | Self::OtherBody | Self::Claim | Self::Whistleblowing => "council policy",
        };
        Citation {
            text,
            status: self.status(),
        }
    }
}
