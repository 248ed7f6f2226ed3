//! Record that a remedy was carried out.

use casework::action::{Action, Command};
use casework::closure::{CarryOutRemedy, RemedyOfTheCase};
use casework::ombudsman::RemedyNumber;
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::dates::short_date;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/carry-out-remedy`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::CarryOutRemedy,
    path: "/cases/{reference}/carry-out-remedy",
    button: "Record it as carried out",
    explain: |_| {
        html! {
            p class="govuk-body" { "Record a payment on the day it was paid, and anything else on the day it was done." }
        }
    },
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn outstanding(desk: &CaseDesk) -> impl Iterator<Item = &RemedyOfTheCase> {
    let remedies = desk.case().remedies.iter();
    remedies.filter(|remedy| remedy.carried_out_on.is_none())
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let items = outstanding(desk).map(|remedy| {
        let mut words = vec![format!(
            "{}. {}",
            remedy.number.0,
            remedy.agreed.kind.label()
        )];
        let payment = remedy.agreed.payment.as_ref();
        words.extend(payment.map(|payment| payment.amount.to_string()));
        words.push(format!("agreed on {}", short_date(remedy.agreed_on)));
        (remedy.number.0.to_string(), words.join(", "))
    });
    html! {
        (answers.one_of("remedy", "Which remedy was carried out?", "", items))
        (answers.date("on", "When?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let remedy = reading.fields.text("remedy").parse().ok();
    if remedy.is_none() {
        reading
            .problems
            .add("remedy", "Choose which remedy was carried out");
    }
    let on = reading.date("on", "The date it was carried out");
    let remedy = RemedyNumber(remedy?);
    Some(CarryOutRemedy { remedy, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal).is_empty() {
        "remedy"
    } else {
        "on-day"
    };
    field.to_owned()
}
