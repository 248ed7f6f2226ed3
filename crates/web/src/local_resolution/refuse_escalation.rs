//! Refuse a request for the next stage.

use casework::action::{Action, Command};
use casework::closure::{NextRight, NoticeOfRights};
use casework::intake::Procedure;
use casework::local_resolution::{Escalation, EscalationGround, RefuseEscalation};
use casework::refusal::{EscalationFault, Refusal};
use maud::{Markup, html};

use crate::components::{WarningText, warning_text};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_colleague, ask_notice, blame_notice, day_of,
    read_colleague, read_notice, suggest_notice, today_for,
};

/// `/cases/{reference}/refuse-escalation`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RefuseEscalation,
    path: "/cases/{reference}/refuse-escalation",
    button: "Record the refusal as sent",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        (warning_text(&WarningText::new(
            "A complaint that was accepted at Stage 1 has a right to the next stages. That nothing more can be found, or \
             that it costs too much, is no ground to refuse them.",
        )))
        p class="govuk-body" {
            "The Ombudsman finds fault with such refusals (22 008 976, 21 018 463, 24 015 996). A second person has to \
             agree, the reasons go to whoever asked, and the letter names the Ombudsman."
        }
    }
}

/// Whoever is refused may go to the Ombudsman.
fn owed(desk: &CaseDesk) -> Option<NoticeOfRights> {
    let procedure = desk.case().procedure().unwrap_or(Procedure::Corporate);
    let (right, today) = (NextRight::Ombudsman, desk.desk.today);
    NoticeOfRights::lawful(right, procedure, today, &desk.desk.calendar).ok()
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let stages = Escalation::ALL.map(|stage| (stage.code(), stage.label()));
    let grounds = EscalationGround::ALL.map(|ground| (ground.code(), ground.label()));
    html! {
        (answers.one_of("to", "What was asked for?", "", stages))
        (answers.date("asked", "When was it asked for?", "For example, 27 3 2026."))
        (answers.one_of("ground", "On what ground is it refused?", "There is no other lawful ground.", grounds))
        (answers.text("reasons", "What reasons were given?", "As written to whoever asked.", 6))
        (ask_colleague(
            desk,
            answers,
            "agreed-by",
            ["Who else agreed to refuse it?", "Two people decide this, never one."],
            |officer| officer.account != desk.desk.officer.account,
        ))
        (ask_notice(desk, answers, owed(desk).as_ref()))
        (answers.date("on", "When was the letter sent?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let to = reading.one_of(
        "to",
        &Escalation::ALL,
        Escalation::code,
        "Choose what was asked for",
    );
    let asked_on = reading.date("asked", "The date it was asked for");
    let ground = reading.one_of(
        "ground",
        &EscalationGround::ALL,
        EscalationGround::code,
        "Choose the ground on which it is refused",
    );
    let reasons = reading.sealed("reasons", "Enter the reasons that were given");
    let missing = "Choose who else agreed to refuse it";
    let agreed_by = read_colleague(desk, reading, "agreed-by", missing);
    let notice = read_notice(reading, owed(desk).as_ref());
    let on = reading.date("on", "The date the letter was sent");
    Some(
        RefuseEscalation {
            to: to?,
            ground: ground?,
            reasons: reasons?,
            agreed_by: agreed_by?,
            asked_on: asked_on?,
            notice,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if let Some(field) = blame_notice(refusal) {
        return field;
    }
    let field = if matches!(
        refusal,
        Refusal::Escalation(EscalationFault::NoLawfulGround(_))
    ) {
        "ground"
    } else if matches!(
        refusal,
        Refusal::Escalation(EscalationFault::SecondPerson) | Refusal::ComplainedAbout
    ) {
        "agreed-by"
    } else if matches!(refusal, Refusal::NotYet(_) | Refusal::AlreadyDone { .. }) {
        "to"
    } else if day_of(refusal).contains("request") {
        "asked-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
