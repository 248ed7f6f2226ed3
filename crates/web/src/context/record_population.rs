//! Record a population by ethnic group.

use casework::authority_file::{FileCommand, NotKept};
use casework::context::{GroupCount, Population, PopulationAges, RecordPopulation};
use casework::settings::{Entry, EqualityQuestion, ReportingYear};
use maud::{Markup, html};
use views::equality::NonAnswer;

use super::record_context::GREATEST;
use crate::addresses::CONTEXT;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/context/record-population`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/context/record-population",
    overview: CONTEXT,
    title: "Enter the population by ethnic group",
    button: "Enter the population",
    explain,
    suggest,
    ask,
    read,
    printed: &[],
    blame,
};

/// The field of everybody in the population.
const ALL: &str = "all";

fn explain(desk: &FileDesk) -> Markup {
    let versions = &desk.settings.equality.versions;
    html! {
        p class="govuk-body" {
            "The annual report sets the ethnic groups of complainants beside these. Enter numbers of people, not \
             percentages: a census prints them, and the report works out every share from the numbers it shows."
        }
        p class="govuk-body" {
            "The groups are those of the equality form"
            @if let Some(version) = versions.get(&EqualityQuestion::Ethnicity) {
                ", version " strong { (version) } " of its list"
            }
            ". A population counted by another list has other groups, even where they are called the same: leave out \
             what it does not give by this one. Numbers that cannot be right together are kept, and pointed at."
        }
        p class="govuk-body" {
            "What is entered takes the place of all that stands for the year. Empty every number to take it back."
        }
    }
}

/// The groups of today’s list; what stands for a missing answer is none.
fn groups(desk: &FileDesk) -> impl Iterator<Item = &Entry> {
    let list = desk.settings.equality.ethnicity.0.iter();
    list.filter(|entry| !NonAnswer::is_meant_by(&entry.code))
}

fn suggest(desk: &FileDesk) -> Vec<(String, String)> {
    let mut fields = vec![("year".to_owned(), desk.year_asked())];
    let year = desk.year_asked().parse::<ReportingYear>().ok();
    let stands = year.and_then(|year| desk.file.context.population(year));
    if let Some(population) = stands {
        fields.push(("source".to_owned(), desk.population_source.clone()));
        fields.push(("ages".to_owned(), population.ages.code().to_owned()));
        fields.push((ALL.to_owned(), population.all.to_string()));
        for known in &population.groups {
            fields.push((field(known.group.as_str()), known.count.to_string()));
        }
    }
    fields
}

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    let ages = PopulationAges::ALL.map(|ages| (ages.code(), ages.label()));
    html! {
        input type="hidden" name="list" value=(list(desk));
        (answers.line("year", "Which year?", "From April to March, written like 2025-26: the year of the complaints it is set beside."))
        (answers.one_of("ages", "Who is counted?", "Most complainants are grown up; the children they complain about are not.", ages))
        (answers.count(ALL, "How many people are there in all?", "Also those in none of the groups below."))
        h2 class="govuk-heading-m" { "Of these" }
        @for group in groups(desk) {
            (answers.count(&field(group.code.as_str()), &group.label, ""))
        }
        (answers.line("source", "Where do the numbers come from?", "For example, Census 2021, table TS021, the county."))
    }
}

fn read(desk: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let year = reading.fields.choice::<ReportingYear>(
        "year",
        &mut reading.problems,
        "Enter the year like 2025-26: it runs from April to March",
    );
    if reading.fields.text("list") != list(desk) {
        let message = "The list of ethnic groups has changed since you opened this page. See whether your numbers are by the new one, then send them again";
        reading.problems.add(ALL, message);
    }
    let all = people(reading, ALL, "How many people there are in all");
    let mut counts = Vec::new();
    for group in groups(desk) {
        if let Some(count) = people(reading, &field(group.code.as_str()), &group.label) {
            let group = group.code.clone();
            counts.push(GroupCount { group, count });
        }
    }
    let emptied = std::iter::once(ALL.to_owned())
        .chain(groups(desk).map(|group| field(group.code.as_str())))
        .all(|name| reading.fields.text(&name).is_empty());
    let population = if emptied {
        None
    } else {
        let ages = reading.one_of(
            "ages",
            &PopulationAges::ALL,
            PopulationAges::code,
            "Choose who is counted",
        );
        if reading.fields.text(ALL).is_empty() {
            let message = "Enter how many people there are in all: shares are taken of them";
            reading.problems.add(ALL, message);
        }
        let versions = &desk.settings.equality.versions;
        ages.zip(all).map(|(ages, all)| Population {
            version: versions.get(&EqualityQuestion::Ethnicity).cloned(),
            ages,
            all,
            groups: counts,
        })
    };
    let source = reading.sealed(
        "source",
        "Enter where the numbers come from, so that somebody else can look them up",
    );
    let command = RecordPopulation {
        year: year?,
        population,
        source: source?,
    };
    Some(FileCommand::RecordPopulation(command))
}

/// The version of today’s list; empty where it has none.
fn list(desk: &FileDesk) -> String {
    let versions = &desk.settings.equality.versions;
    let version = versions.get(&EqualityQuestion::Ethnicity);
    version.map_or(String::new(), ToString::to_string)
}

/// A number of people; `None` where it was left out or cannot be read, which is noted.
fn people(reading: &mut Reading<'_>, name: &str, what: &str) -> Option<u32> {
    let typed = reading.fields.text(name).replace([',', ' '], "");
    match typed.parse::<u32>() {
        Ok(count) if count <= GREATEST => Some(count),
        _ if typed.is_empty() => None,
        Ok(_) | Err(_) => {
            let message = format!(
                "{what} must be a whole number up to {GREATEST}, in digits and not a percentage; leave it out if it is not known"
            );
            reading.problems.add(name, &message);
            None
        }
    }
}

/// The field of a group.
fn field(code: &str) -> String {
    format!("group-{code}")
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NothingNew) {
        ALL
    } else {
        "year"
    }
}
