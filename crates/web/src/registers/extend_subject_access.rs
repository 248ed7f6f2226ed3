//! Extend a subject access request.

use casework::action::{Action, Command};
use casework::clock::Clock;
use casework::refusal::{Refusal, SubjectAccessFault};
use casework::registers::ExtendSubjectAccess;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, due_and_latest, today_for};

/// `/cases/{reference}/extend-subject-access`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ExtendSubjectAccess,
    path: "/cases/{reference}/extend-subject-access",
    button: "Record the extension",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A complex request, or several from one person, may take up to two months more. The person is told of it, \
             and why, within the first month (UK GDPR art 12(3), to be checked by a lawyer)."
        }
        (due_and_latest(
            running(desk),
            "Told later than the first date, or not at all, the extension is kept on record but the answer counts as late.",
        ))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(today_for("told", desk.desk.today));
    if let Some(latest) = running(desk).and_then(|clock| clock.due.latest_on) {
        answers.extend(today_for("until", latest));
    }
    answers
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.text("reasons", "Why is more time needed?", "As the person was told.", 4))
        (answers.date(
            "until",
            "What is the new last day?",
            "The latest possible day is filled in. Choose an earlier one if you can.",
        ))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
        (answers.date("told", "When was the person told?", "Leave it empty if they have not been told."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reasons = reading.sealed("reasons", "Enter why more time is needed");
    let to = reading.date("until", "The new last day");
    let on = reading.date("on", "The date it was decided");
    let told_on = reading.date_if_any("told", "The date the person was told");
    Some(
        ExtendSubjectAccess {
            to: to?,
            reasons: reasons?,
            told_on,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::SubjectAccess(fault) = refusal {
        match fault {
            SubjectAccessFault::AlreadyExtended(_)
            | SubjectAccessFault::NotLater { .. }
            | SubjectAccessFault::PastThreeMonths { .. } => "until-day",
        }
    } else if day_of(refusal).contains("telling") {
        "told-day"
    } else {
        "on-day"
    };
    field.to_owned()
}

fn running(desk: &CaseDesk) -> Option<&Clock> {
    desk.case().clocks.running_of(LimitId::SubjectAccess)
}
