//! End an advocate's help.

use casework::action::{Action, Command};
use casework::advocacy::{Advocacy, EndAdvocacy};
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::dates::short_date;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, day_of, people_of, today_for, who_is,
};

/// `/cases/{reference}/end-advocacy`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::EndAdvocacy,
    path: "/cases/{reference}/end-advocacy",
    button: "Record the end",
    explain,
    suggest,
    ask,
    read,
    blame,
};

/// The episodes that go on, with the number each has in the case.
fn going_on(desk: &CaseDesk) -> Vec<(String, &Advocacy)> {
    let numbered = (1..).zip(&desk.case().advocates);
    numbered
        .filter(|(_, episode)| episode.until.is_none())
        .map(|(number, episode): (u32, _)| (number.to_string(), episode))
        .collect()
}

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Each advocate’s help for each child is counted apart from the others in the annual report."
        }
        @if going_on(desk).is_empty() {
            p class="govuk-body" { "No advocate helps anybody in this case at present." }
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    if let [(number, _)] = going_on(desk).as_slice() {
        answers.push(("episode".to_owned(), number.clone()));
    }
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let people = people_of(desk);
    let items = going_on(desk).into_iter().map(|(number, episode)| {
        let appointed = &episode.appointed;
        let advocate = who_is(&desk.file, appointed.advocate)
            .unwrap_or_else(|| "An advocate whose name is no longer held".to_owned());
        let child = people
            .iter()
            .find(|(person, _)| *person == appointed.person)
            .map_or("a child", |(_, name)| name.as_str());
        let words = format!(
            "{advocate}, for {child}, since {}",
            short_date(episode.since)
        );
        (number, words)
    });
    html! {
        (answers.one_of("episode", "Whose help ended?", "", items))
        (answers.date("on", "What was the last day?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let typed = reading.fields.text("episode");
    let episodes = going_on(desk);
    let chosen = episodes.iter().find(|(number, _)| number == typed);
    if chosen.is_none() {
        reading.problems.add("episode", "Choose whose help ended");
    }
    let on = reading.date("on", "The last day");
    let appointed = &chosen?.1.appointed;
    Some(
        EndAdvocacy {
            person: appointed.person,
            advocate: appointed.advocate,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal).is_empty() {
        "episode"
    } else {
        "on-day"
    };
    field.to_owned()
}
