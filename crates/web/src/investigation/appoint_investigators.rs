//! Appoint the Investigating Officer and the Independent Person.

use casework::action::{Action, Command};
use casework::investigation::{AppointInvestigators, InvestigatorsAppointed};
use casework::refusal::Refusal;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, person_called, today_for};

/// `/cases/{reference}/appoint-investigators`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AppointInvestigators,
    path: "/cases/{reference}/appoint-investigators",
    button: "Record the appointment",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Two different people investigate together (SI 2006/1738 reg 17(2)). The Investigating Officer \
             may work for the council, but not for the service complained about. The Independent Person \
             is neither a member nor an officer of the council, nor married to one, nor their civil \
             partner (reg 2)."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.line("investigating-officer", "Investigating Officer", "First name and last name."))
        (answers.line("independent-person", "Independent Person", "First name and last name."))
        (answers.date("on", "When were they appointed?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let mut known = Vec::new();
    let investigating_officer = person_called(
        reading,
        "investigating-officer",
        "Enter the name of the Investigating Officer",
        &mut known,
    );
    let independent_person = person_called(
        reading,
        "independent-person",
        "Enter the name of the Independent Person",
        &mut known,
    );
    let on = reading.date("on", "The date they were appointed");
    let appointed = InvestigatorsAppointed {
        investigating_officer: investigating_officer?,
        independent_person: independent_person?,
    };
    Some(AppointInvestigators { appointed, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::SamePerson { .. }) {
        "independent-person".to_owned()
    } else {
        "on-day".to_owned()
    }
}
