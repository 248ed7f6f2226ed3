//! Record populations of a year.

use casework::authority_file::{FileCommand, NotKept};
use casework::context::{ContextMeasure, RecordContext};
use casework::settings::{Code, ReportingYear};
use maud::{Markup, html};

use crate::addresses::CONTEXT;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/context/record-context`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/context/record-context",
    overview: CONTEXT,
    title: "Enter the council’s figures for a year",
    button: "Enter the figures",
    explain,
    suggest,
    ask,
    read,
    printed: &[],
    blame,
};

/// The greatest count that is believed.
pub(super) const GREATEST: u32 = 9_999_999;

fn explain(desk: &FileDesk) -> Markup {
    let unit = desk.asked.text("unit");
    let named = desk.file.organisation.unit(&Code::new(unit));
    html! {
        @if let (Some(named), Some(year)) = (named, year(desk)) {
            p class="govuk-body" { "For " strong { (named.name_on(year.last_day())) } " alone." }
        }
        p class="govuk-body" {
            "Leave out what is not known. Figures that cannot be right together are kept, and pointed at."
        }
    }
}

fn suggest(desk: &FileDesk) -> Vec<(String, String)> {
    let mut fields = vec![
        ("year".to_owned(), desk.year_asked()),
        ("unit".to_owned(), desk.asked.text("unit").to_owned()),
        ("source".to_owned(), desk.source.clone()),
    ];
    if let Some(year) = year(desk) {
        let unit = unit(desk.asked.text("unit"));
        let stands = ContextMeasure::ALL.iter().filter_map(|measure| {
            let count = desk.file.context.count(year, unit.as_ref(), *measure)?;
            Some((measure.code(), count.to_string()))
        });
        for (code, count) in stands {
            fields.push((shown(code), count.clone()));
            fields.push((code.to_owned(), count));
        }
    }
    fields
}

fn ask(_: &FileDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.line("year", "Which year?", "From April to March, written like 2025-26."))
        input type="hidden" name="unit" value=(answers.fields.raw("unit"));
        @for measure in ContextMeasure::ALL {
            input type="hidden" name=(shown(measure.code())) value=(answers.fields.raw(&shown(measure.code())));
            (answers.count(measure.code(), measure.label(), ""))
        }
        (answers.line("source", "Where do the figures come from?", "For example, the children in need census of June 2026."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let year = reading.fields.choice::<ReportingYear>(
        "year",
        &mut reading.problems,
        "Enter the year like 2025-26: it runs from April to March",
    );
    let mut counts = Vec::with_capacity(ContextMeasure::ALL.len());
    for measure in ContextMeasure::ALL {
        let typed = reading.fields.text(measure.code()).replace([',', ' '], "");
        let count = match typed.parse::<u32>() {
            Ok(count) if count <= GREATEST => Some(count),
            _ if typed.is_empty() => None,
            Ok(_) | Err(_) => {
                let message = format!(
                    "{} must be a whole number up to {GREATEST}, in digits; leave it out if it is not known",
                    measure.label()
                );
                reading.problems.add(measure.code(), &message);
                None
            }
        };
        // What was left as the form showed it is not the sender's: somebody else may have changed it meanwhile.
        if typed != reading.fields.text(&shown(measure.code())) {
            counts.push((*measure, count));
        }
    }
    let source = reading.sealed(
        "source",
        "Enter where the figures come from, so that somebody else can look them up",
    );
    let command = RecordContext {
        year: year?,
        unit: unit(reading.fields.text("unit")),
        counts,
        source: source?,
    };
    Some(FileCommand::RecordContext(command))
}

/// The field that keeps what the form showed of a population.
fn shown(code: &str) -> String {
    format!("shown-{code}")
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NothingNew) {
        ContextMeasure::ALL[0].code()
    } else {
        "year"
    }
}

fn year(desk: &FileDesk) -> Option<ReportingYear> {
    desk.asked.text("year").parse().ok()
}

fn unit(code: &str) -> Option<Code> {
    (!code.is_empty()).then(|| Code::new(code))
}
