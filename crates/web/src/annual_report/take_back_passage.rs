//! Take a passage of a year’s report back.

use casework::annual_report::TakeBackPassage;
use casework::authority_file::FileCommand;
use maud::{Markup, html};

use super::rewrite_passage::{ask_passage, which};
use crate::addresses::WORDS;
use crate::components::{InsetText, inset_text};
use crate::recording::{FileDesk, FilePage, lines};

/// `/annual-report/take-back-passage`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/annual-report/take-back-passage",
    overview: WORDS,
    title: "Take a passage back",
    button: "Take it back",
    explain,
    suggest: super::passage_asked,
    ask: |_, answers| ask_passage(answers),
    read: |_, reading| {
        let passage = super::read_passage(reading)?;
        Some(FileCommand::TakeBackPassage(TakeBackPassage { passage }))
    },
    printed: &[],
    blame: |_| "main-content",
};

fn explain(desk: &FileDesk) -> Markup {
    html! {
        (which(desk))
        @if let Some(shown) = desk.passage() {
            (inset_text(&InsetText {
                body: lines(&shown.opened.text).into(),
                ..InsetText::default()
            }))
        }
        p class="govuk-body" { "It will stand in the report no longer. The record keeps what was written." }
    }
}
