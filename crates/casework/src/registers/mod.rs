//! Registers: compliments, comments, enquiries, letters from members of Parliament and councillors, young people's
//! informal contacts and those with the advocacy helpline, and subject access requests. They are recorded; only a
//! complaint enters the stages.

mod answer_enquiry;
mod extend_subject_access;
mod note_overlap;
mod particulars;
mod record_contact;

pub use answer_enquiry::AnswerEnquiry;
pub use extend_subject_access::ExtendSubjectAccess;
pub use note_overlap::{NoteOverlap, Overlap};
pub use particulars::{
    Constituent, ConstituentConsent, HelplineCaller, Member, MemberEnquiry, Particulars,
};
pub use record_contact::RecordContact;
