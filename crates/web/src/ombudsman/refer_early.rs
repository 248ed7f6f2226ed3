//! Refer a complaint to the Ombudsman without a panel.

use casework::action::{Action, Command};
use casework::ombudsman::{EarlyCondition, EarlyReferral, ReferEarly};
use casework::refusal::Refusal;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/refer-early`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReferEarly,
    path: "/cases/{reference}/refer-early",
    button: "Record the referral",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "After Stage 2 a complaint can go to the Ombudsman without a panel if six conditions hold, all of them, \
             and this was put to the complainant in writing (" (EarlyCondition::SOURCE)
            ", to be checked by a lawyer)."
        }
        p class="govuk-body" {
            "The complainant keeps the right to a panel: the time for asking stands still until the Ombudsman decides, \
             and goes on if the Ombudsman sends the complaint back."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let conditions = EarlyCondition::ALL.map(|condition| (condition.code(), condition.label()));
    html! {
        (answers.any_of("conditions", "Which conditions hold?", "All six are needed.", conditions))
        (answers.date("proposed", "When was it put to the complainant in writing?", "For example, 27 3 2026."))
        (answers.date("agreed", "When did the complainant agree?", "For example, 27 3 2026."))
        (answers.date("on", "When was it referred?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let ticked: Vec<_> = reading.fields.all("conditions").collect();
    let conditions = EarlyCondition::ALL
        .into_iter()
        .filter(|condition| ticked.contains(&condition.code()))
        .collect();
    let proposed_on = reading.date("proposed", "The date it was put to the complainant");
    let agreed_on = reading.date("agreed", "The date the complainant agreed");
    let on = reading.date("on", "The date it was referred");
    Some(
        ReferEarly {
            conditions,
            referral: EarlyReferral {
                proposed_on: proposed_on?,
                agreed_on: agreed_on?,
            },
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::EarlyReferralNeeds(_)) {
        "conditions"
    } else if day_of(refusal).contains("proposal") {
        "proposed-day"
    } else if day_of(refusal).contains("agreement") {
        "agreed-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
