//! Appoint the Review Panel.

use casework::action::{Action, Command};
use casework::refusal::Refusal;
use casework::review_panel::{AppointReviewPanel, ReviewPanelAppointed};
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;
use statute::procedure::Role;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, day_of, person_called, today_for, who_is,
};

/// `/cases/{reference}/appoint-review-panel`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AppointReviewPanel,
    path: "/cases/{reference}/appoint-review-panel",
    button: "Record the panel",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Three independent people sit: one in the chair and two others. Nobody who investigated at Stage 2 \
             may sit (SI 2006/1738 reg 19(2) and (3))."
        }
        @if let Some(clock) = desk.case().clocks.running_of(LimitId::ReviewPanelMeets) {
            p class="govuk-body" {
                "The panel must meet by " strong { (english_date(clock.due_on())) } " (" (clock.due.source)
                "). There is no extension: a later day agreed with the complainant is still late."
            }
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.line("chair", "Chair", "First name and last name."))
        (answers.line("first-member", "First member", ""))
        (answers.line("second-member", "Second member", ""))
        (answers.date("meets", "When will the panel meet?", "For example, 27 3 2026."))
        (answers.date("on", "When were they appointed?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let stage_2 = desk
        .case()
        .investigation
        .as_ref()
        .and_then(|stage| stage.appointed.as_ref());
    let investigators = stage_2.into_iter().flat_map(|(_, appointed)| {
        [
            appointed.investigating_officer,
            appointed.independent_person,
        ]
    });
    let mut known: Vec<_> = investigators
        .filter_map(|person| who_is(&desk.file, person).map(|name| (person, name)))
        .collect();
    let chair = person_called(reading, "chair", "Enter the name of the chair", &mut known);
    let first = person_called(
        reading,
        "first-member",
        "Enter the name of the first member",
        &mut known,
    );
    let second = person_called(
        reading,
        "second-member",
        "Enter the name of the second member",
        &mut known,
    );
    let meets_on = reading.date("meets", "The day of the meeting");
    let on = reading.date("on", "The date they were appointed");
    let appointed = ReviewPanelAppointed {
        chair: chair?,
        members: [first?, second?],
        meets_on: meets_on?,
    };
    Some(AppointReviewPanel { appointed, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(
        refusal,
        Refusal::SamePerson {
            first: "one member",
            ..
        }
    ) {
        "second-member"
    } else if let Refusal::Barred { part, .. } = refusal {
        if *part == Role::PanelMember {
            "first-member"
        } else {
            "chair"
        }
    } else if day_of(refusal).contains("meeting") {
        "meets-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
