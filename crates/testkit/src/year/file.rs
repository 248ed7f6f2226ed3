//! The council’s own file: the populations of the year and the figures of earlier years, as the report gives them.

use app::authority_file::DatedEntry;
use app::private::seal_text;
use casework::authority_file::FileCommand;
use casework::context::{RecordContext, RecordPublished};
use casework::settings::Code;
use jiff::civil::Date;

use crate::dice::Dice;
use crate::published::PublishedYear;
use app::clock::noon;

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
