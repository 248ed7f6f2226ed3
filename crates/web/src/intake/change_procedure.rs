//! Move a complaint to the other procedure.

use casework::action::{Action, Command};
use casework::intake::{ChangeProcedure, GroundFound, Procedure};
use casework::refusal::{DecisionFault, Refusal};
use maud::{Markup, html};
use statute::procedure::LegalGround;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_colleague, day_of, people_of, read_colleague,
    today_for,
};

/// `/cases/{reference}/change-procedure`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ChangeProcedure,
    path: "/cases/{reference}/change-procedure",
    button: "Record the move",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        @match to(desk) {
            Procedure::ChildrenAct => {
                p class="govuk-body" {
                    "The complaint moves to the Children Act statutory procedure. The day of receipt stays, the \
                     corporate clocks stay beside the statutory ones, and Stage 1 counts from receipt, so \
                     it may be due at once. A corporate review was no independent investigation: the \
                     complainant keeps the right to one."
                }
            }
            Procedure::Corporate => {
                p class="govuk-body" {
                    "The complaint moves to the corporate procedure. That is possible only until it is accepted at \
                     Stage 1 of the statutory procedure, which it is once it has been acknowledged or \
                     answered; after that the complainant keeps Stages 2 and 3 (LGSCO decision 24 015 996 and others)."
                }
            }
        }
        p class="govuk-body" { "The complainant is told which procedure is used now and why." }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(today_for("told", desk.desk.today));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        @if to(desk) == Procedure::ChildrenAct {
            @for (number, (name, ground)) in complainants(desk).into_iter().enumerate() {
                @if ground.is_none() {
                    (answers.one_of_many(
                        &format!("ground-{}", number + 1),
                        &format!("What gives {name} the right to use the statutory procedure?"),
                        "Children Act 1989 s.26(3) to (3C) and s.24D.",
                        LegalGround::ALL.iter().map(|ground| (ground.code(), ground.title())),
                    ))
                }
            }
        }
        (answers.text("reasons", "Why is the other procedure the right one?", "", 5))
        (ask_colleague(desk, answers, "decided-by", ["Who decided?", ""], |_| true))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
        (answers.date("told", "When was the complainant told?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let mut grounds = Vec::new();
    for (index, complainant) in desk.case().representation.complainants.iter().enumerate() {
        let typed = reading.fields.text(&format!("ground-{}", index + 1));
        grounds.extend(LegalGround::from_code(typed).map(|ground| GroundFound {
            person: complainant.person,
            ground,
        }));
    }
    let reasons = reading.sealed("reasons", "Enter the reasons");
    let decided_by = read_colleague(desk, reading, "decided-by", "Choose who decided");
    let on = reading.date("on", "The date it was decided");
    let told_on = reading.date("told", "The date the complainant was told");
    Some(
        ChangeProcedure {
            to: to(desk),
            reasons: reasons?,
            decided_by: decided_by?,
            told_on: told_on?,
            grounds,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if let Refusal::NoGround(number) = refusal {
        return format!("ground-{number}");
    }
    let field = if matches!(
        refusal,
        Refusal::Decision(DecisionFault::DecidesOnThemselves)
    ) {
        "decided-by"
    } else if day_of(refusal).contains("telling") {
        "told-day"
    } else {
        "on-day"
    };
    field.to_owned()
}

/// The other procedure.
fn to(desk: &CaseDesk) -> Procedure {
    match desk.case().procedure() {
        Some(Procedure::ChildrenAct) => Procedure::Corporate,
        Some(Procedure::Corporate) | None => Procedure::ChildrenAct,
    }
}

fn complainants(desk: &CaseDesk) -> Vec<(String, Option<LegalGround>)> {
    let people = people_of(desk);
    let complainants = &desk.case().representation.complainants;
    complainants
        .iter()
        .map(|complainant| {
            let name = people
                .iter()
                .find(|(person, _)| *person == complainant.person)
                .map_or("the complainant", |(_, name)| name);
            (name.to_owned(), complainant.ground)
        })
        .collect()
}
