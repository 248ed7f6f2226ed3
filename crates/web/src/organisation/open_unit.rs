//! Open an area, a team or a provider.

use casework::authority_file::{FileCommand, NotKept};
use casework::organisation::{OpenUnit, UnitKind};
use maud::{Markup, html};

use super::chosen;
use crate::addresses::ORGANISATION;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/organisation/open-unit`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/organisation/open-unit",
    overview: ORGANISATION,
    title: "Enter an area, a team or a provider",
    button: "Enter it",
    explain: |_| Markup::default(),
    suggest: |_| Vec::new(),
    ask,
    read,
    printed: &[],
    blame,
};

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    let kinds = UnitKind::ALL.map(|kind| (kind.code(), kind.label()));
    let areas = desk.file.organisation.units();
    let areas = areas
        .filter(|(_, unit)| unit.kind == UnitKind::Area && unit.until.is_none())
        .map(|(code, unit)| (code.to_string(), unit.name().to_owned()));
    let areas = std::iter::once((String::new(), "No area, or all of them".to_owned())).chain(areas);
    html! {
        (answers.one_of("kind", "What is it?", "A provider is somebody outside who works for the council.", kinds))
        (answers.line("name", "What is it called?", ""))
        (answers.line("code", "A short code for it", "It is kept for ever, also when the name changes. For example, north_west_duty."))
        (answers.one_of("within", "Which area does it belong to?", "For a team.", areas))
        (answers.date("from", "Since when has it been there?", "For example, 1 4 2015."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let kind = reading.one_of("kind", &UnitKind::ALL, UnitKind::code, "Say what it is");
    let name = reading
        .fields
        .required("name", &mut reading.problems, "Enter its name");
    let code = reading
        .fields
        .required("code", &mut reading.problems, "Enter a short code for it");
    let within = chosen(reading.fields.text("within"));
    let from = reading.date("from", "The day it began");
    Some(FileCommand::OpenUnit(OpenUnit {
        code,
        kind: kind?,
        name,
        within,
        from: from?,
    }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NotAName) {
        "name"
    } else if matches!(refused, NotKept::NoSuchUnit(_) | NotKept::NotThere { .. }) {
        "within"
    } else if matches!(refused, NotKept::InFuture(_)) {
        "from-day"
    } else {
        "code"
    }
}
