//! Refer a complaint to another route.

use casework::action::{Action, Command};
use casework::intake::ReferElsewhere;
use maud::{Markup, html};
use statute::procedure::{Handling, Route};

use super::judge_procedure::unjudged;
use crate::components::{
    Legend, Radio, Radios, Size, WarningText, capitalised, radios, warning_text,
};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/refer-elsewhere`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReferElsewhere,
    path: "/cases/{reference}/refer-elsewhere",
    button: "Record the referral",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (unjudged(desk))
        (warning_text(&WarningText::new(
            "A child at risk comes first: refer to safeguarding at once, then record it here.",
        )))
        p class="govuk-body" {
            "Every time limit of this case stops. Tell the person which route is used and why. If only a part \
             belongs elsewhere, keep this case for the rest and do not refer the whole."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let routes = Route::ALL.iter().map(|route| {
        let handling = match route.handling() {
            Handling::Corporate | Handling::Elsewhere => "",
            Handling::Alongside => " The complaint itself is held or goes on.",
        };
        let radio = Radio {
            hint: Some(format!("Goes to {}.{handling}", route.goes_to()).into()),
            checked: answers.fields.text("route") == route.code(),
            ..Radio::new(route.code(), capitalised(route.title()))
        };
        radio.into()
    });
    html! {
        (radios(&Radios {
            name: "route".into(),
            legend: Some(Legend { size: Size::S, ..Legend::new("What is the matter about?") }),
            error: answers.problems.at("route").map(Into::into),
            items: routes.collect(),
            ..Radios::default()
        }))
        (answers.text("reasons", "What reasons were given?", "As told to the person.", 5))
        (answers.date("on", "When was the person told?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let route = reading.one_of(
        "route",
        Route::ALL,
        Route::code,
        "Choose what the matter is about",
    );
    let reasons = reading.sealed("reasons", "Enter the reasons that were given");
    let on = reading.date("on", "The date the person was told");
    Some(
        ReferElsewhere {
            route: route?,
            reasons: reasons?,
            on: on?,
        }
        .into(),
    )
}
