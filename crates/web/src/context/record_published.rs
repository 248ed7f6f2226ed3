//! Record a figure of an earlier year as it was published.

use casework::authority_file::{FileCommand, NotKept};
use casework::context::{Printed, RecordPublished};
use casework::settings::{Code, ReportingYear};
use maud::{Markup, html};
use reports::measures::{CATALOGUE, measure};

use crate::addresses::CONTEXT;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/context/record-published`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/context/record-published",
    overview: CONTEXT,
    title: "Enter a figure as it was published",
    button: "Enter the figure",
    explain: |_| {
        html! {
            p class="govuk-body" {
                "History is kept as it was printed, also where it cannot be right: a reader who has the old report must \
                 find its figures. Leave the figure empty to take back what was entered."
            }
        }
    },
    suggest: |desk| vec![("year".to_owned(), desk.year_asked())],
    ask,
    read,
    printed: &[],
    blame,
};

fn ask(_: &FileDesk, answers: &Answers<'_>) -> Markup {
    let measures = CATALOGUE.iter().map(|measure| (measure.id, measure.title));
    html! {
        (answers.line("year", "Which year?", "From April to March, written like 2013-14."))
        (answers.one_of_many("measure", "Which figure?", "", measures))
        (answers.line("printed", "The figure, as it was printed", "For example, 62, 12.5 or at least 90%."))
        (answers.count("base", "What it was out of, if that was printed too", "For a percentage: of how many."))
        (answers.line("source", "Where was it published?", "The report and the paragraph."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let year = reading.fields.choice::<ReportingYear>(
        "year",
        &mut reading.problems,
        "Enter the year like 2013-14: it runs from April to March",
    );
    let chosen = measure(reading.fields.text("measure"));
    if chosen.is_none() {
        reading.problems.add("measure", "Choose which figure it is");
    }
    let typed = reading.fields.text("printed");
    let printed = if typed.is_empty() {
        None
    } else {
        let read = typed.parse::<Printed>();
        if let Err(why) = &read {
            let message = format!("The figure cannot be read: {why}");
            reading.problems.add("printed", &message);
        }
        read.ok()
    };
    let typed = reading.fields.text("base").replace([',', ' '], "");
    let base = (!typed.is_empty()).then(|| typed.parse::<u32>());
    if let Some(Err(_)) = base {
        let message = "What it was out of must be a whole number, in digits; leave it out if it was not printed";
        reading.problems.add("base", message);
    }
    let source = reading.sealed("source", "Enter where it was published");
    let command = RecordPublished {
        year: year?,
        measure: Code::new(chosen?.id),
        printed,
        base: base.and_then(Result::ok),
        source: source?,
    };
    Some(FileCommand::RecordPublished(command))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NothingNew) {
        "printed"
    } else {
        "year"
    }
}
