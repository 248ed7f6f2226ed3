//! Record that the Review Panel met.

use casework::action::{Action, Command};
use casework::refusal::{PanelFault, Refusal};
use casework::review_panel::{Attendance, HoldReviewPanel, Present, ReviewPanel};
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
    blame,
};

const IN_WRITING: &str = "in_writing";

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The panel considers what the complainant, the authority, the Independent Person and anybody with \
             sufficient interest say or write (SI 2006/1738 reg 19(5)). It is not a court: guidance advises against \
             lawyers acting as such on either side."
        }
        p class="govuk-body" { "This starts:" }
        (limits(&desk.desk, &[LimitId::ReviewPanelReport]))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let settled = desk
        .case()
        .review_panel
        .as_ref()
        .and_then(ReviewPanel::meets_on);
    today_for("on", settled.unwrap_or(desk.desk.today))
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let present = Present::ALL.map(|who| (who.code(), who.label()));
    let mut speakers = Present::SPEAKERS
        .map(|who| (who.code(), who.label()))
        .to_vec();
    speakers.push((IN_WRITING, "Nobody: the complaint was put in writing"));
    html! {
        (answers.date("on", "When did the panel meet?", "The day that was settled is filled in."))
        (answers.any_of("present", "Who was there?", "Besides the panel. Choose everybody.", present))
        (answers.one_of("spoke", "Who spoke for the complainant?", "The complainant chooses.", speakers))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date the panel met");
    let ticked: Vec<_> = reading.fields.all("present").collect();
    let present = Present::ALL
        .into_iter()
        .filter(|who| ticked.contains(&who.code()))
        .collect();
    let spoke = if reading.fields.text("spoke") == IN_WRITING {
        None
    } else {
        let missing = "Choose who spoke for the complainant";
        Some(reading.one_of("spoke", &Present::SPEAKERS, Present::code, missing)?)
    };
    Some(
        HoldReviewPanel {
            on: on?,
            attendance: Some(Attendance { present, spoke }),
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::Panel(PanelFault::CouldNotSpeak(_))) {
        "spoke".to_owned()
    } else {
        "on-day".to_owned()
    }
}
