//! Registers: compliments, comments, enquiries, letters from members of Parliament and
//! councillors, and subject access requests. They are recorded; only a complaint enters the stages.

mod answer_enquiry;
mod extend_subject_access;
mod record_contact;

pub use answer_enquiry::AnswerEnquiry;
pub use extend_subject_access::ExtendSubjectAccess;
pub use record_contact::RecordContact;
