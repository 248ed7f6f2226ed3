//! Record what an appointment cost.

use jiff::civil::Date;

use super::AppointmentPaid;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Enter what was paid for an appointment in a case. Whether there is such a case is checked by the caller.
#[derive(Clone, Copy, Debug)]
pub struct RecordCost {
    /// To whom, for what and how much.
    pub paid: AppointmentPaid,
    /// The day it was paid.
    pub on: Date,
}

impl RecordCost {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when they never were in a pool, cannot be appointed as that, or the day has not come.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        // An invoice may come after somebody left.
        let mut members = file.pools.members();
        let member = members.find(|(id, _)| *id == self.paid.member);
        let Some((_, member)) = member else {
            return Err(NotKept::NotInThePool);
        };
        if !member.parts.contains(&self.paid.part) {
            return Err(NotKept::NotAppointedAs(self.paid.part));
        }
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::AppointmentPaid(self.paid),
        }])
    }
}
