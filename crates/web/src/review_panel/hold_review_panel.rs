//! Record that the Review Panel met.

use casework::action::{Action, Command};
use casework::review_panel::HoldReviewPanel;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, limits, today_for};

/// `/cases/{reference}/hold-review-panel`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::HoldReviewPanel,
    path: "/cases/{reference}/hold-review-panel",
    button: "Record the meeting",
    explain,
    suggest,
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" { "This starts:" }
        (limits(&desk.desk, &[LimitId::ReviewPanelReport]))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let settled = desk
        .case()
        .review_panel
        .as_ref()
        .and_then(|panel| panel.appointed);
    today_for(
        "on",
        settled.map_or(desk.desk.today, |(_, appointed)| appointed.meets_on),
    )
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date(
        "on",
        "When did the panel meet?",
        "The day that was settled is filled in.",
    )
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date the panel met")?;
    Some(HoldReviewPanel { on }.into())
}
