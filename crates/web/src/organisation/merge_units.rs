//! Merge areas, teams or providers.

use casework::authority_file::{FileCommand, NotKept};
use casework::organisation::MergeUnits;
use casework::settings::Code;
use maud::{Markup, html};

use super::{asked, choices, chosen};
use crate::addresses::ORGANISATION;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/organisation/merge-units`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/organisation/merge-units",
    overview: ORGANISATION,
    title: "Merge areas, teams or providers",
    button: "Enter the merger",
    explain: |_| {
        html! {
            p class="govuk-body" {
                "What was recorded about those that end stays theirs. The teams of an area that ends belong to the one \
                 that goes on."
            }
        }
    },
    suggest: |desk| asked(desk, "units"),
    ask,
    read,
    printed: &[],
    blame,
};

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.any_of("units", "Which end?", "", choices(desk)))
        (answers.one_of_many("into", "Which goes on in their place?", "If it is a new one, enter that first.", choices(desk)))
        (answers.date("on", "From which day?", "For example, 1 4 2015."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let units: Vec<_> = reading.fields.all("units").map(Code::new).collect();
    if units.is_empty() {
        reading
            .problems
            .add("units", "Choose at least one that ends");
    }
    let into = chosen(reading.fields.text("into"));
    if into.is_none() {
        reading
            .problems
            .add("into", "Choose which goes on in their place");
    }
    let on = reading.date("on", "The day of the merger");
    Some(FileCommand::MergeUnits(MergeUnits {
        units,
        into: into?,
        on: on?,
    }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::IntoItself(_)) {
        "into"
    } else if matches!(
        refused,
        NotKept::InFuture(_) | NotKept::BeforeTheLast { .. } | NotKept::NotThere { .. }
    ) {
        "on-day"
    } else {
        "units"
    }
}
