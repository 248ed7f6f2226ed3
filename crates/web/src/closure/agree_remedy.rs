//! Agree a remedy.

use casework::action::{Action, Command};
use casework::closure::{AgreeRemedy, AgreedRemedy, LegalPower, Payment};
use casework::refusal::Refusal;
use casework::remedy::RemedyKind;
use maud::{Markup, html};

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, day_of, people_of, read_pounds, today_for,
};

/// `/cases/{reference}/agree-remedy`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AgreeRemedy,
    path: "/cases/{reference}/agree-remedy",
    button: "Record the remedy",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A remedy can be agreed at any stage. No finding is needed: it is enough that there may have been fault, \
             and that somebody may have been adversely affected (Local Government Act 2000 s.92)."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let kinds = RemedyKind::ALL.map(|kind| (kind.code(), kind.label()));
    let powers = LegalPower::ALL.map(|power| (power.code(), power.label()));
    let people = people_of(desk)
        .into_iter()
        .map(|(person, name)| (person.to_string(), name));
    html! {
        (answers.one_of_many("kind", "What is agreed?", "", kinds))
        (answers.one_of("person", "For whose benefit?", "", people))
        (answers.text("text", "What will be done, and why?", "With any conditions.", 4))
        (answers.date("due", "By when?", "Leave it empty if no day was agreed."))
        (answers.date("on", "When was it agreed?", "For example, 27 3 2026."))
        h2 class="govuk-heading-m" { "If it is a payment" }
        (answers.line("amount", "Amount in pounds", "For example, 150 or 150.50."))
        (answers.one_of("power", "By what power is it paid?", "", powers))
        (answers.line("approver", "Who approved it?", "First name and last name."))
        (answers.date("approved", "When was it approved?", "For example, 27 3 2026."))
        (answers.any_of(
            "set-off",
            "Is it set off against a debt?",
            "The person has to be told.",
            [("yes", "Yes, it is set off against a debt")],
        ))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let kind = reading.one_of(
        "kind",
        &RemedyKind::ALL,
        RemedyKind::code,
        "Choose what is agreed",
    );
    let typed = reading.fields.text("person");
    let person = people_of(desk)
        .into_iter()
        .map(|(person, _)| person)
        .find(|person| person.to_string() == typed);
    if person.is_none() {
        reading.problems.add("person", "Choose for whose benefit");
    }
    let text = reading.sealed("text", "Say what will be done, and why");
    let due_on = reading.date_if_any("due", "The last day");
    let on = reading.date("on", "The date it was agreed");
    let payment = read_payment(reading, kind);
    Some(
        AgreeRemedy {
            agreed: AgreedRemedy {
                kind: kind?,
                person: person?,
                text: text?,
                due_on,
                payment,
            },
            on: on?,
        }
        .into(),
    )
}

/// The payment: asked of those who chose a payment, or typed an amount.
fn read_payment(reading: &mut Reading<'_>, kind: Option<RemedyKind>) -> Option<Payment> {
    let pays = kind.is_some_and(RemedyKind::is_a_payment);
    if !pays && reading.fields.text("amount").is_empty() {
        return None;
    }
    let wrong = "The amount must be in pounds, such as 150 or 150.50";
    let amount = read_pounds(reading, "amount", wrong);
    if amount.is_none() && reading.problems.at("amount").is_none() {
        reading.problems.add("amount", "Enter the amount");
    }
    let power = reading.one_of(
        "power",
        &LegalPower::ALL,
        LegalPower::code,
        "Choose by what power it is paid",
    );
    let approver = reading.sealed("approver", "Enter who approved it");
    let approved_on = reading.date("approved", "The date it was approved");
    let set_off = reading.fields.text("set-off") == "yes";
    Some(Payment {
        amount: amount?,
        power: power?,
        approver: approver?,
        approved_on: approved_on?,
        set_off,
    })
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::PaymentOrNot(_)) {
        "kind"
    } else if day_of(refusal).contains("approval") {
        "approved-day"
    } else if day_of(refusal).contains("last day") {
        "due-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
