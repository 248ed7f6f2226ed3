//! Registers: compliments, comments, enquiries, and letters from members of Parliament and
//! councillors. They are recorded and counted; only a complaint enters the stages.

mod answer_enquiry;
mod record_contact;

pub use answer_enquiry::AnswerEnquiry;
pub use record_contact::RecordContact;
