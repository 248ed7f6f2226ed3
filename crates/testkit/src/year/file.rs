//! The council’s own file: the populations of the year and the figures of earlier years, as the report gives them, and what
//! was paid to those whom its cases appointed.

use app::authority_file::DatedEntry;
use app::private::seal_text;
use casework::authority_file::FileCommand;
use casework::context::{RecordContext, RecordPublished};
use casework::ids::Reference;
use casework::pools::{AppointmentPaid, PoolPart, RecordCost};
use casework::remedy::Pence;
use casework::settings::Code;
use jiff::ToSpan as _;
use jiff::civil::Date;
use journal::Append;
use views::register_line::RegisterLine;

use crate::dice::Dice;
use crate::pool::Pool;
use crate::published::PublishedYear;
use app::clock::noon;

/// Days from the end of the work to the payment.
const PAID_AFTER: i64 = 21;

/// What was entered when the report was written.
pub(super) fn entries(
    published: &PublishedYear,
    written_on: Date,
    dice: &mut Dice,
) -> Vec<DatedEntry> {
    let mut entries = Vec::new();
    if !published.context.is_empty() {
        let mut sealing = dice.sealing();
        let command = RecordContext {
            year: published.year,
            unit: None,
            counts: published
                .context
                .iter()
                .map(|(measure, count)| (*measure, Some(*count)))
                .collect(),
            source: seal_text(&mut sealing, &published.source),
        };
        entries.push(DatedEntry {
            command: FileCommand::RecordContext(command),
            recorded_at: noon(written_on),
            items: sealing.into_items(),
        });
    }
    for (year, figures) in &published.earlier {
        for (measure, printed) in figures {
            let mut sealing = dice.sealing();
            let command = RecordPublished {
                year: *year,
                measure: Code::new(measure.as_str()),
                printed: Some(printed.parse().expect("a test reads every printed figure")),
                base: None,
                source: seal_text(&mut sealing, &published.source),
            };
            entries.push(DatedEntry {
                command: FileCommand::RecordPublished(command),
                recorded_at: noon(written_on),
                items: sealing.into_items(),
            });
        }
    }
    entries
}

/// What was paid for every appointment whose work was done in time, case by case. `cases` are numbered from 1, in the
/// order they are recorded.
pub(super) fn payments(cases: &[Append], pool: &Pool, written_on: Date) -> Vec<DatedEntry> {
    let mut entries = Vec::new();
    for (case, number) in cases.iter().zip(1..) {
        let Some(row) = &case.rows.register else {
            continue;
        };
        let line: RegisterLine =
            serde_json::from_str(&row.line).expect("it was written a moment ago");
        for appointment in line.appointments {
            let paid_on = appointment
                .done_on
                .map(|done_on| done_on.saturating_add(PAID_AFTER.days()))
                .filter(|paid_on| *paid_on < written_on && pool.is_paid(appointment.person));
            let Some(on) = paid_on else { continue };
            let paid = AppointmentPaid {
                member: appointment.person,
                part: appointment.part,
                case: Reference(number),
                paid: fee(appointment.part),
            };
            entries.push(DatedEntry {
                command: FileCommand::RecordCost(RecordCost { paid, on }),
                recorded_at: noon(on),
                items: Vec::new(),
            });
        }
    }
    entries
}

/// An invented fee.
const fn fee(part: PoolPart) -> Pence {
    match part {
        PoolPart::InvestigatingOfficer => Pence(165_000),
        PoolPart::IndependentPerson => Pence(78_000),
        PoolPart::PanelMember => Pence(26_000),
        PoolPart::Advocate => Pence(32_000),
    }
}
