//! Registers: compliments, comments, enquiries, letters from members of Parliament and councillors, young people's
//! informal contacts and those with the advocacy helpline, and subject access requests. They are recorded; only a
//! complaint enters the stages.

mod answer_enquiry;
mod extend_subject_access;
mod note_overlap;
mod particulars;
mod record_as_contact;
mod record_contact;

pub use answer_enquiry::AnswerEnquiry;
pub use extend_subject_access::ExtendSubjectAccess;
pub use note_overlap::{NoteOverlap, Overlap};
pub use particulars::{
    Constituent, ConstituentConsent, HelplineCaller, Member, MemberEnquiry, Particulars,
};
pub use record_as_contact::RecordAsContact;
pub use record_contact::RecordContact;

use crate::case::{Case, EnquiryAnswer};
use crate::event::{Event, Fact};

impl Case {
    /// Copies a fact of this room into the state.
    pub(crate) fn evolve_registers(&mut self, fact: &Fact) {
        if let Event::EnquiryAnswered { took, outcome } = &fact.event {
            self.enquiry_answered = Some(EnquiryAnswer {
                on: fact.on,
                took: *took,
                outcome: outcome.clone(),
            });
        } else if let Event::OverlapNoted(overlap) = &fact.event {
            self.overlaps.push((fact.on, *overlap));
        }
    }
}
