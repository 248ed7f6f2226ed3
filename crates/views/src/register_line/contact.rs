//! What a register alone tells of a contact, as the line keeps it: codes and kinds, and nobody's name.

use casework::case::Case;
use casework::registers::{ConstituentConsent, HelplineCaller, Member, Particulars};
use casework::settings::Code;
use serde::{Deserialize, Serialize};

/// What lists and reports count of a contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "register", rename_all = "snake_case")]
pub enum ContactLine {
    /// Of a compliment.
    Compliment {
        /// From whom.
        source: Code,
    },
    /// Of an enquiry by an elected member.
    MemberEnquiry {
        /// What kind of member; `None` where an old register does not say.
        member: Option<Member>,
        /// Whether the constituent's consent is held; `None` where an old register does not say.
        consent: Option<ConstituentConsent>,
        /// Whether somebody confirmed that the constituent complains or complained too.
        complains: bool,
    },
    /// Of an informal contact of a young person.
    InformalContact {
        /// What it was about.
        topic: Code,
        /// What came of it.
        result: Code,
    },
    /// Of a contact with the advocacy helpline.
    Helpline {
        /// Who wanted what.
        caller: HelplineCaller,
        /// What it was about.
        topic: Code,
        /// What came of it.
        result: Code,
    },
}

/// The line of a case; `None` for a complaint, and where nothing was told.
pub(super) fn line(case: &Case) -> Option<ContactLine> {
    let complains = !case.overlapping().is_empty();
    match &case.representation.particulars {
        Some(Particulars::Compliment { source }) => Some(ContactLine::Compliment {
            source: source.clone(),
        }),
        Some(Particulars::MemberEnquiry(enquiry)) => Some(ContactLine::MemberEnquiry {
            member: Some(enquiry.member),
            consent: Some(enquiry.consent),
            complains,
        }),
        Some(Particulars::InformalContact { topic, result }) => {
            Some(ContactLine::InformalContact {
                topic: topic.clone(),
                result: result.clone(),
            })
        }
        Some(Particulars::Helpline {
            caller,
            topic,
            result,
        }) => Some(ContactLine::Helpline {
            caller: *caller,
            topic: topic.clone(),
            result: result.clone(),
        }),
        Some(Particulars::ToSort { .. }) => None,
        None => complains.then_some(ContactLine::MemberEnquiry {
            member: None,
            consent: None,
            complains,
        }),
    }
}
