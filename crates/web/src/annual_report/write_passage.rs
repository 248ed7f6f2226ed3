//! Write a passage of a year’s report.

use casework::annual_report::{PassageKind, PassageWords, WritePassage};
use casework::authority_file::{FileCommand, NotKept};
use casework::settings::{Code, ReportingYear};
use maud::{Markup, html};

use crate::addresses::WORDS;
use crate::components::{Details, details};
use crate::recording::{Answers, FileDesk, FilePage, Reading, entries, lines, pointed_at};

/// `/annual-report/write-passage`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/annual-report/write-passage",
    overview: WORDS,
    title: "Write a passage of the report",
    button: "Keep it",
    explain,
    suggest,
    ask,
    read,
    printed: &["text", "source"],
    blame,
};

/// The longest passage taken, in characters: some four pages.
const LONGEST: usize = 12_000;

fn explain(desk: &FileDesk) -> Markup {
    let kind = label(desk.asked.text("kind"));
    html! {
        @if let Some(kind) = kind {
            p class="govuk-body" { strong { (kind) } ", in the report for " (desk.year()) "." }
        }
        (for_everybody())
        @if kind == Some(PassageKind::Focus.label()) { (last_years_focus(desk)) }
    }
}

/// What holds of every passage.
pub(super) fn for_everybody() -> Markup {
    html! {
        p class="govuk-body" {
            "The public reads it too. Name nobody, tell of nobody so that they could be recognised, and give no count \
             below five."
        }
    }
}

/// What last year’s report said this year would be about: a reader wants to know what became of it.
pub(super) fn last_years_focus(desk: &FileDesk) -> Markup {
    let before = desk.year().before();
    let mut passages = desk.passages.iter();
    let focus = passages
        .find(|shown| shown.passage.year == before && shown.passage.kind == PassageKind::Focus);
    html! {
        @if let Some(focus) = focus {
            (details(&Details {
                summary: format!("The focus in the report for {before}: say what became of it").into(),
                body: lines(&focus.opened.text).into(),
                open: true,
                ..Details::default()
            }))
        }
    }
}

fn suggest(desk: &FileDesk) -> Vec<(String, String)> {
    let asked = |name: &str| (name.to_owned(), desk.asked.text(name).to_owned());
    vec![
        ("year".to_owned(), desk.year().to_string()),
        asked("kind"),
        asked("category"),
    ]
}

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    let kind = answers.fields.text("kind");
    let is_example = kind == "example";
    html! {
        input type="hidden" name="year" value=(answers.fields.text("year"));
        @if label(kind).is_some() {
            input type="hidden" name="kind" value=(kind);
        } @else {
            (answers.one_of_many("kind", "What is it?", "", PassageKind::CODES.map(|code| (code, label(code).unwrap_or_default()))))
        }
        @if is_example || label(kind).is_none() {
            (answers.one_of_many(
                "category",
                "Which kind of complaint is it an example of?",
                if is_example { "" } else { "For an example only." },
                entries(&desk.settings.categories),
            ))
        }
        (ask_words(answers, is_example, label(kind).is_none() || kind == "evidence"))
    }
}

/// The words, their source where they have one, and what was pointed at in them.
pub(super) fn ask_words(answers: &Answers<'_>, is_example: bool, has_source: bool) -> Markup {
    let hint = if is_example {
        "In one paragraph. Change what could lead to somebody: what matters is what went wrong and what came of it."
    } else {
        "An empty line begins a new paragraph; lines that begin with a hyphen become a list."
    };
    html! {
        (answers.text("text", "The words", hint, 12))
        @if has_source {
            (answers.line("source", "Where does the evidence come from?", "For example, the survey of young people in care of March 2026. The report prints it."))
        }
        (pointed_at::ask(answers))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let year = reading.fields.choice::<ReportingYear>(
        "year",
        &mut reading.problems,
        "The year is missing: begin again on the page of the words",
    );
    let code = reading.fields.text("kind");
    let category = reading.fields.text("category");
    let category = (!category.is_empty()).then(|| Code::new(category));
    let kind = PassageKind::read(code, category);
    if kind.is_none() {
        if code == "example" {
            let message = "Choose which kind of complaint it is an example of";
            reading.problems.add("category", message);
        } else {
            reading.problems.add("kind", "Choose what it is");
        }
    }
    let words = read_words(reading, kind.as_ref().is_some_and(PassageKind::has_source));
    Some(FileCommand::WritePassage(WritePassage {
        year: year?,
        kind: kind?,
        words: words?,
    }))
}

/// The words and where they come from, sealed.
pub(super) fn read_words(reading: &mut Reading<'_>, has_source: bool) -> Option<PassageWords> {
    if reading.fields.text("text").chars().count() > LONGEST {
        let message = format!("The words are longer than {LONGEST} characters; shorten them");
        reading.problems.add("text", &message);
    }
    let text = reading.sealed("text", "Enter the words");
    let source = if has_source {
        let missing = "Enter where the evidence comes from, so that somebody else can look it up";
        reading.sealed("source", missing)
    } else {
        None
    };
    Some(PassageWords {
        text: text?,
        source,
        confirmed: pointed_at::is_confirmed(reading.fields),
    })
}

pub(super) fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NoSuchCategory(_)) {
        "category"
    } else if matches!(refused, NotKept::NoSource) {
        "source"
    } else if matches!(refused, NotKept::PassageStands) {
        "text"
    } else {
        "main-content"
    }
}

/// What people call the kind with a code.
fn label(code: &str) -> Option<&'static str> {
    let kind = PassageKind::read(code, Some(Code::new("")));
    kind.map(|kind| kind.label())
}
