//! Tell everybody the day and place of the panel.

use casework::action::{Action, Command};
use casework::review_panel::{InviteToReviewPanel, ReviewPanel};
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, source, today_for};

/// `/cases/{reference}/invite-to-review-panel`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::InviteToReviewPanel,
    path: "/cases/{reference}/invite-to-review-panel",
    button: "Record the invitations as sent",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Tell the complainant, the panel and everybody who takes part the day and the place. The complainant \
             may bring an advocate and one other person throughout, and chooses who speaks (SI 2006/1738 reg 19(6))."
        }
        (counted_back(desk, LimitId::ReviewPanelInvitations))
    }
}

/// The day of the meeting and the last day in time before it.
pub(super) fn counted_back(desk: &CaseDesk, limit: LimitId) -> Markup {
    let meets_on = desk
        .case()
        .review_panel
        .as_ref()
        .and_then(ReviewPanel::meets_on);
    html! {
        @if let Some(on) = meets_on {
            p class="govuk-body" { "The panel is to meet on " strong { (english_date(on)) } "." }
        }
        @if let Some(clock) = desk.case().clocks.running_of(limit) {
            p class="govuk-body" {
                "The last day in time is " strong { (english_date(clock.due_on())) }
                ", counted back from the meeting (" (source(limit)) ")."
            }
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date(
        "on",
        "When were the invitations sent?",
        "The day the last of them went. For example, 27 3 2026.",
    )
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date the invitations were sent")?;
    Some(InviteToReviewPanel { on }.into())
}
