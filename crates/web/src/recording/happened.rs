//! What happened in a case, as more than one page says it.

use app::case_file::OpenedCaseFile;
use app::clock::Clock;
use app::permit::Recorded;
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::short_date;
use views::timeline::TimelineEntry;

/// One fact as a sentence: "Acknowledged on 3 March 2026, recorded by Priya Shah on 4 March 2026."
pub(crate) fn sentence(
    file: &OpenedCaseFile,
    recorded: &Recorded,
    entry: &TimelineEntry,
) -> Markup {
    html! {
        (title_of(file, entry)) " on " (short_date(entry.on)) ", recorded by " (file.name(recorded.actor))
        " on " (short_date(recorded_on(recorded))) "."
        @for detail in &entry.details { " " (detail) "." }
    }
}

/// What happened, with whom it concerns where it is a colleague.
pub(crate) fn title_of(file: &OpenedCaseFile, entry: &TimelineEntry) -> String {
    entry.account.map_or_else(
        || entry.title.clone(),
        |account| format!("{} to {}", entry.title, file.name(account)),
    )
}

/// The day in England on which a fact was written down.
pub(crate) fn recorded_on(recorded: &Recorded) -> Date {
    Clock::At(recorded.recorded_at).today()
}
