//! What happened in a case, when, and who wrote it down.

use app::case_file::OpenedCaseFile;
use app::permit::Recorded;
use maud::{Markup, html};
use statute::dates::short_date;
use views::timeline::TimelineEntry;

use crate::components::{Content, HeadingLevel, Timeline, TimelineItem, timeline};
use crate::recording::{CaseDesk, lines, recorded_on, title_of};

/// The timeline, latest first.
pub(super) fn history(desk: &CaseDesk) -> Markup {
    let file = &desk.file;
    let happened = file.history.iter().zip(&file.file.timeline);
    let items = happened
        .rev()
        .map(|(recorded, entry)| item(file, recorded, entry))
        .collect();
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What happened" }
            (timeline(&Timeline { items, heading_level: HeadingLevel::H3 }))
        }
    }
}

fn item(file: &OpenedCaseFile, recorded: &Recorded, entry: &TimelineEntry) -> TimelineItem {
    let written = recorded_on(recorded);
    TimelineItem {
        title: title_of(file, entry).into(),
        by: file.name(recorded.actor).into(),
        date: short_date(entry.on),
        datetime: entry.on.to_string(),
        recorded: if written == entry.on {
            Content::default()
        } else {
            short_date(written).into()
        },
        body: body(file, entry).into(),
    }
}

fn body(file: &OpenedCaseFile, entry: &TimelineEntry) -> Markup {
    let text = entry.text.as_ref().and_then(|sealed| file.text(sealed));
    html! {
        @for detail in &entry.details { p { (detail) } }
        @if let Some(words) = text { (lines(words)) }
    }
}
