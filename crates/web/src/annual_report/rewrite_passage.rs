//! Write a passage of a year’s report anew.

use casework::annual_report::{PassageKind, RewritePassage};
use casework::authority_file::FileCommand;
use maud::{Markup, html};

use super::write_passage::{ask_words, blame, for_everybody, last_years_focus, read_words};
use crate::addresses::WORDS;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/annual-report/rewrite-passage`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/annual-report/rewrite-passage",
    overview: WORDS,
    title: "Write a passage anew",
    button: "Keep it",
    explain,
    suggest,
    ask,
    read,
    printed: &["text", "source"],
    blame,
};

fn explain(desk: &FileDesk) -> Markup {
    html! {
        (which(desk))
        (for_everybody())
        p class="govuk-body" { "The report shows the new words; the record keeps the old ones." }
        @if desk.passage().is_some_and(|shown| shown.passage.kind == PassageKind::Focus) {
            (last_years_focus(desk))
        }
    }
}

/// Which passage a form is about.
pub(super) fn which(desk: &FileDesk) -> Markup {
    html! {
        @if let Some(shown) = desk.passage() {
            p class="govuk-body" {
                strong {
                    (shown.passage.kind.label())
                    @if let PassageKind::Example { category } = &shown.passage.kind {
                        ": " (desk.settings.categories.label(category))
                    }
                }
                ", in the report for " (shown.passage.year) "."
            }
        } @else {
            p class="govuk-body" {
                "No such passage stands in a report. Perhaps somebody has taken it back; look at the words of the report."
            }
        }
    }
}

fn suggest(desk: &FileDesk) -> Vec<(String, String)> {
    let Some(shown) = desk.passage() else {
        return Vec::new();
    };
    let source = shown.opened.source.clone().unwrap_or_default();
    vec![
        ("passage".to_owned(), shown.passage.number.to_string()),
        ("text".to_owned(), shown.opened.text.clone()),
        ("source".to_owned(), source),
    ]
}

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    let kind = desk.passage().map(|shown| &shown.passage.kind);
    let is_example = matches!(kind, Some(PassageKind::Example { .. }));
    html! {
        (ask_passage(answers))
        (ask_words(answers, is_example, kind.is_some_and(PassageKind::has_source)))
    }
}

/// The passage a form is about, which its address named.
pub(super) fn ask_passage(answers: &Answers<'_>) -> Markup {
    html! { input type="hidden" name="passage" value=(answers.fields.text("passage")); }
}

fn read(desk: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let kind = desk.passage().map(|shown| &shown.passage.kind);
    let words = read_words(reading, kind.is_some_and(PassageKind::has_source));
    let passage = super::read_passage(reading);
    Some(FileCommand::RewritePassage(RewritePassage {
        passage: passage?,
        words: words?,
    }))
}
