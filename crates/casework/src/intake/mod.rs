//! Intake: recording what was said, who said it and which procedure applies; acknowledging and
//! handing it to somebody to answer; or saying, with reasons, that it belongs elsewhere.

mod acknowledge;
mod assign;
mod decline;
mod judge_procedure;
mod record_complaint;
mod record_equality;
mod refer_elsewhere;

pub use acknowledge::Acknowledge;
pub use assign::Assign;
pub use decline::Decline;
pub use judge_procedure::{Arose, JudgeProcedure, ProcedureJudged, RecordedAnswer};
pub use record_complaint::RecordComplaint;
pub use record_equality::RecordEquality;
pub use refer_elsewhere::ReferElsewhere;

pub use statute::procedure::Procedure;

use serde::{Deserialize, Serialize};

/// What kind of representation it is. Only a complaint enters the stages.
///
/// Source: REP-1.4; *representation* in the Children Act 1989 is wider than complaint.
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
}

impl RepresentationKind {
    /// Every kind, in the order a form lists them.
    pub const ALL: [Self; 5] = [
        Self::Complaint,
        Self::Compliment,
        Self::Comment,
        Self::Enquiry,
        Self::ElectedMemberEnquiry,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Complaint => "a complaint",
            Self::Compliment => "a compliment",
            Self::Comment => "a comment",
            Self::Enquiry => "an enquiry",
            Self::ElectedMemberEnquiry => "an MP or councillor enquiry",
        }
    }

    /// The code that the register and files use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Compliment => "compliment",
            Self::Comment => "comment",
            Self::Enquiry => "enquiry",
            Self::ElectedMemberEnquiry => "elected_member_enquiry",
        }
    }
}
