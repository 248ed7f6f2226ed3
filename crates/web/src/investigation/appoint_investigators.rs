//! Appoint the Investigating Officer and the Independent Person.

use casework::action::{Action, Command};
use casework::investigation::{AppointInvestigators, InvestigatorsAppointed};
use casework::pools::PoolPart;
use casework::refusal::{InvestigationFault, Refusal};
use maud::{Markup, html};
use statute::procedure::Role;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, about_the_pool, ask_appointed, known_people,
    person_called, today_for,
};

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

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (about_the_pool(desk, &[PoolPart::InvestigatingOfficer, PoolPart::IndependentPerson]))
        (ask_appointed(desk, answers, ("investigating-officer", "Investigating Officer"), PoolPart::InvestigatingOfficer))
        (ask_appointed(desk, answers, ("independent-person", "Independent Person"), PoolPart::IndependentPerson))
        (answers.any_of(
            "checked",
            "What have you asked them?",
            "Both have to be so. If one is not, choose somebody else.",
            [
                ("outside", "The Investigating Officer stands outside the line of management of the service and the people complained about"),
                ("independent", "The Independent Person is no member or officer of the council and neither married to nor the civil partner of one"),
            ],
        ))
        @if replaces(desk) {
            (answers.text(
                "replaces",
                "Why do they take the place of those appointed before?",
                "For example, because somebody fell ill. Name both people again, also the one who stays.",
                3,
            ))
        }
        (answers.date("on", "When were they appointed?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let mut known = known_people(desk);
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
    let ticked: Vec<_> = reading.fields.all("checked").collect();
    let checked = ["outside", "independent"]
        .iter()
        .all(|check| ticked.contains(check));
    let replaces = reading.sealed_if_any("replaces").filter(|_| replaces(desk));
    let on = reading.date("on", "The date they were appointed");
    let appointed = InvestigatorsAppointed {
        investigating_officer: investigating_officer?,
        independent_person: independent_person?,
        checked: Some(checked),
        replaces,
    };
    Some(AppointInvestigators { appointed, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = match blamed_part(refusal) {
        Some(Role::InvestigatingOfficer) => "investigating-officer",
        Some(_) => "independent-person",
        None if matches!(refusal, Refusal::SamePerson { .. }) => "independent-person",
        None if matches!(
            refusal,
            Refusal::Investigation(InvestigationFault::InvestigatorsNotChecked)
        ) =>
        {
            "checked"
        }
        None if matches!(
            refusal,
            Refusal::Investigation(InvestigationFault::ReplacedWithoutReason(_))
        ) =>
        {
            "replaces"
        }
        None => "on-day",
    };
    field.to_owned()
}

fn blamed_part(refusal: &Refusal) -> Option<Role> {
    if let Refusal::Barred { part, .. } = refusal {
        Some(*part)
    } else {
        None
    }
}

/// Whether others were appointed before.
fn replaces(desk: &CaseDesk) -> bool {
    let investigation = desk.case().investigation.as_ref();
    investigation.is_some_and(|stage| stage.appointed.is_some())
}
