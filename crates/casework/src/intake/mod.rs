//! Intake: recording what was said, who said it and which procedure applies; acknowledging and
//! handing it to somebody to answer; or saying, with reasons, that it belongs elsewhere.

mod acknowledge;
mod assign;
mod change_procedure;
mod data_protection;
mod decide_interest;
mod decline;
mod equality;
mod import_batch;
mod judge_procedure;
mod record_as_complaint;
mod record_complaint;
mod record_consent;
mod record_equality;
mod refer_elsewhere;
mod send_equality_form;
mod take_contact;
mod weigh_delay;

pub use acknowledge::Acknowledge;
pub use assign::Assign;
pub use change_procedure::{ChangeProcedure, GroundFound, ProcedureChanged};
pub use decide_interest::{ChildViews, DecideInterest, InterestDecided};
pub use decline::{Decline, DeclineGround, Declined};
pub use equality::{
    About, AnswerSource, EqualityFormSent, EqualityMonitoring, EqualityRecorded, FormState, SentHow,
};
pub use import_batch::{CameIn, NotTakenBack};
pub use judge_procedure::{Arose, JudgeProcedure, ProcedureJudged, RecordedAnswer};
pub use record_as_complaint::RecordAsComplaint;
pub use record_complaint::RecordComplaint;
pub use record_consent::{
    ConsentAnswer, ConsentBasis, ConsentRecorded, RecordConsent, in_their_own_right,
};
pub use record_equality::RecordEquality;
pub use refer_elsewhere::ReferElsewhere;
pub use send_equality_form::SendEqualityForm;
pub use take_contact::TakeContact;
pub use weigh_delay::{DelayWeighed, WeighDelay};

pub use statute::procedure::Procedure;

use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};

/// What kind of representation it is. Only a complaint enters the stages.
///
/// Source: *representation* in the Children Act 1989 is wider than complaint; Getting the Best from
/// Complaints on anonymous ones; LGSCO Complaint Handling Code (2024) on service requests; UK GDPR art 15 on subject
/// access requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepresentationKind {
    /// Dissatisfaction or disquiet that needs an answer.
    Complaint,
    /// Praise.
    Compliment,
    /// A suggestion or a comment.
    Comment,
    /// A question or concern of somebody who does not wish to complain, or cannot under the procedure.
    Enquiry,
    /// A letter from a member of Parliament or a councillor.
    ElectedMemberEnquiry,
    /// A complaint of somebody who cannot be identified: logged and looked at, with no deadlines, outside
    /// the statutory procedure, and counted in a line of its own.
    AnonymousComplaint,
    /// A first request that something be done, with no dissatisfaction; that makes it a complaint.
    ServiceRequest,
    /// Dissatisfaction that was put right on the spot, to the person's content: logged and counted apart,
    /// outside the figures of Stage 1. Whoever is not content after all makes a complaint.
    SettledAtFirstContact,
    /// A request of somebody for their own data that reached those who handle complaints.
    SubjectAccessRequest,
    /// A contact of a young person that was dealt with informally, apart from complaints.
    InformalContact,
    /// A contact with the advocacy helpline: of a young person, about one, or of staff who want advice.
    HelplineContact,
    /// What somebody said, taken down before it is known what it is.
    ContactToSort,
}

impl RepresentationKind {
    /// Every kind, in the order a form lists them.
    pub const ALL: [Self; 12] = [
        Self::Complaint,
        Self::Compliment,
        Self::Comment,
        Self::Enquiry,
        Self::ElectedMemberEnquiry,
        Self::AnonymousComplaint,
        Self::ServiceRequest,
        Self::SettledAtFirstContact,
        Self::SubjectAccessRequest,
        Self::InformalContact,
        Self::HelplineContact,
        Self::ContactToSort,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Complaint => "a complaint",
            Self::Compliment => "a compliment",
            Self::Comment => "a comment",
            Self::Enquiry => "an enquiry",
            Self::ElectedMemberEnquiry => "an MP or councillor enquiry",
            Self::AnonymousComplaint => "an anonymous complaint",
            Self::ServiceRequest => "a service request",
            Self::SettledAtFirstContact => "a complaint settled at first contact",
            Self::SubjectAccessRequest => "a subject access request",
            Self::InformalContact => "an informal contact of a young person",
            Self::HelplineContact => "an advocacy helpline contact",
            Self::ContactToSort => "a contact to sort",
        }
    }

    /// Whether it may be referred elsewhere without being a complaint with stages: an anonymous complaint, which nothing
    /// keeps from safeguarding or the police, and a contact that turns out to be somebody else's matter.
    pub(crate) const fn is_passed_on(self) -> bool {
        matches!(self, Self::AnonymousComplaint | Self::ContactToSort)
    }

    /// The code that the register and files use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Compliment => "compliment",
            Self::Comment => "comment",
            Self::Enquiry => "enquiry",
            Self::ElectedMemberEnquiry => "elected_member_enquiry",
            Self::AnonymousComplaint => "anonymous_complaint",
            Self::ServiceRequest => "service_request",
            Self::SettledAtFirstContact => "settled_at_first_contact",
            Self::SubjectAccessRequest => "subject_access_request",
            Self::InformalContact => "informal_contact",
            Self::HelplineContact => "helpline_contact",
            Self::ContactToSort => "contact_to_sort",
        }
    }
}

impl Case {
    /// Copies a decision of this room into the state.
    pub(crate) fn evolve_intake(&mut self, fact: &Fact) {
        if let Event::InterestDecided(decided) = &fact.event {
            self.interests
                .push((fact.on, InterestDecided::clone(decided)));
        } else if let Event::ProcedureJudged(judged) = &fact.event {
            self.judgements
                .push((fact.on, ProcedureJudged::clone(judged)));
        } else if let Event::DelayWeighed(weighed) = &fact.event {
            self.delays.push((fact.on, DelayWeighed::clone(weighed)));
        } else if let Event::ConsentRecorded(recorded) = &fact.event {
            self.consents.push((fact.on, recorded.clone()));
        } else if let Event::ProcedureChanged(changed) = &fact.event {
            self.change_procedure(fact.on, changed);
        }
    }
}
