//! What the pools owe: appointments whose work is done and for which nothing is recorded as paid.

use casework::ids::Reference;
use casework::pools::{Engagement, Pools};
use jiff::civil::Date;
use views::register_line::{AppointmentLine, RegisterLine};

use crate::App;
use crate::failure::Failure;
use crate::permit::{Deed, Permit};

/// An appointment of somebody from a pool whose work is done, with no payment recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnpaidAppointment {
    /// The day the work was done.
    pub done_on: Date,
    /// In which case.
    pub case: Reference,
    /// Who was appointed, and as what.
    pub appointment: AppointmentLine,
}

impl App {
    /// Every appointment that waits to be paid, the longest waiting first. Nobody employed by the authority is paid by
    /// appointment, and of somebody who is in no pool it is not known how they are paid.
    ///
    /// It passes over the line of every case, as a report does.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    ///
    /// # Panics
    ///
    /// When the permit is not for keeping the authority’s own file: a bug, not a circumstance.
    pub async fn unpaid_appointments(
        &self,
        permit: &Permit,
    ) -> Result<Vec<UnpaidAppointment>, Failure> {
        assert!(
            permit.deed() == Deed::KeepAuthorityFile,
            "what is unpaid is for those who keep the pools"
        );
        let authority = &permit.officer().authority;
        let file = self.file_of(authority).await?;
        let gather = |unpaid: &mut Result<Vec<_>, Failure>, reference, line: &str| {
            if let Ok(gathered) = unpaid {
                match serde_json::from_str::<RegisterLine>(line) {
                    Ok(line) => gathered.extend(unpaid_in(reference, &line, &file.pools)),
                    Err(error) => *unpaid = Err(Failure::UnreadableLine(error.to_string())),
                }
            }
        };
        let unpaid = self
            .journal
            .register_lines(authority, Ok(Vec::new()), gather);
        let mut unpaid = unpaid.await??;
        unpaid.sort();
        Ok(unpaid)
    }
}

fn unpaid_in(
    case: Reference,
    line: &RegisterLine,
    pools: &Pools,
) -> impl Iterator<Item = UnpaidAppointment> {
    let appointments = line.appointments.iter();
    appointments.filter_map(move |appointment| {
        let mut members = pools.members();
        let (_, member) = members.find(|(person, _)| *person == appointment.person)?;
        let is_paid = member
            .paid
            .iter()
            .any(|(_, paid)| paid.case == case && paid.part == appointment.part);
        let is_owed = member.engaged != Engagement::InHouse && !is_paid;
        let done_on = appointment.done_on.filter(|_| is_owed)?;
        Some(UnpaidAppointment {
            done_on,
            case,
            appointment: *appointment,
        })
    })
}
