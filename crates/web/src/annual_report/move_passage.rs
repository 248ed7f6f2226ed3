//! Move a passage to another place in its list.

use app::annual_report::ShownPassage;
use casework::annual_report::{MovePassage, PassageNumber};
use casework::authority_file::{FileCommand, NotKept};
use maud::{Markup, html};

use super::rewrite_passage::{ask_passage, which};
use crate::addresses::WORDS;
use crate::components::{InsetText, inset_text};
use crate::recording::{Answers, FileDesk, FilePage, Reading, lines};

/// `/annual-report/move-passage`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/annual-report/move-passage",
    overview: WORDS,
    title: "Move a passage",
    button: "Move it",
    explain,
    suggest: super::passage_asked,
    ask,
    read,
    printed: &[],
    blame,
};

/// The choice of the last place.
const LAST: &str = "last";

/// So much of another passage says which it is, in characters.
const BEGINNING: usize = 80;

fn explain(desk: &FileDesk) -> Markup {
    html! {
        (which(desk))
        @if let Some(shown) = desk.passage() {
            (inset_text(&InsetText {
                body: lines(&shown.opened.text).into(),
                ..InsetText::default()
            }))
        }
    }
}

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    let others = others(desk).map(|(number, shown)| {
        let text = &shown.opened.text;
        let beginning: String = text.chars().take(BEGINNING).collect();
        let more = if beginning.len() < text.len() {
            "…"
        } else {
            ""
        };
        let label = format!("Before {number}. {beginning}{more}");
        (shown.passage.number.to_string(), label)
    });
    let last = std::iter::once((LAST.to_owned(), "At the end".to_owned()));
    html! {
        (ask_passage(answers))
        (answers.one_of("place", "Where is it to stand?", "", others.chain(last)))
    }
}

/// The others of the same list, each with its place.
fn others(desk: &FileDesk) -> impl Iterator<Item = (usize, &ShownPassage)> {
    let moved = desk.passage().map(|shown| &shown.passage);
    let list = desk.passages.iter().filter(move |shown| {
        moved.is_some_and(|moved| {
            shown.passage.year == moved.year && shown.passage.kind == moved.kind
        })
    });
    (1..)
        .zip(list)
        .filter(move |(_, shown)| moved.is_some_and(|moved| shown.passage.number != moved.number))
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let passage = super::read_passage(reading);
    let place = reading.fields.text("place");
    let before = if place == LAST {
        Some(None)
    } else {
        place.parse().ok().map(|number| Some(PassageNumber(number)))
    };
    if before.is_none() {
        reading.problems.add("place", "Choose where it is to stand");
    }
    Some(FileCommand::MovePassage(MovePassage {
        passage: passage?,
        before: before?,
    }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NothingNew) {
        "place"
    } else {
        "main-content"
    }
}
