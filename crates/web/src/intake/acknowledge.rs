//! Acknowledge a complaint.

use casework::action::{Action, Command};
use casework::intake::Acknowledge;
use casework::refusal::Refusal;
use casework::settings::Code;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, entries, limits, today_for};

/// `/cases/{reference}/acknowledge`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Acknowledge,
    path: "/cases/{reference}/acknowledge",
    button: "Record the acknowledgement",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    let awaited = |limit: LimitId| desk.case().clocks.running_of(limit).is_some();
    let later_stage = if awaited(LimitId::ReviewPanelAcknowledgement) {
        Some("the request for a Review Panel (Stage 3)")
    } else if awaited(LimitId::InvestigationAcknowledgement)
        || awaited(LimitId::CorporateReviewAcknowledgement)
    {
        Some("the request for Stage 2")
    } else {
        None
    };
    let starts = if awaited(LimitId::CorporateReviewAcknowledgement) {
        Some(LimitId::CorporateReviewResponse)
    } else if awaited(LimitId::CorporateAcknowledgement) {
        Some(LimitId::CorporateResponse)
    } else {
        None
    };
    html! {
        @if let Some(request) = later_stage {
            p class="govuk-body" {
                "Record that you told the complainant that " (request) " was received, what happens next, \
                 and by when."
            }
        } @else {
            p class="govuk-body" {
                "Record that you told the complainant that the complaint was received, which procedure is \
                 used and why, who will answer, and by when."
            }
        }
        @if let Some(limit) = starts {
            p class="govuk-body" { "In the corporate procedure the time for the answer starts here:" }
            (limits(&desk.desk, &[limit]))
        } @else {
            p class="govuk-body" {
                "The time for the answer runs from the day it was received; the acknowledgement does not \
                 change it."
            }
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.any_of(
            "leaflets",
            "Which leaflets went with it?",
            "Choose all that were given, in whatever form. You can leave this empty.",
            entries(&desk.desk.settings.leaflets),
        ))
        (answers.date(
            "on",
            "When was it sent?",
            "For example, 27 3 2026. Today is filled in.",
        ))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let leaflets = reading.fields.all("leaflets").map(Code::new).collect();
    let on = reading.date("on", "The date it was sent")?;
    Some(Acknowledge { leaflets, on }.into())
}

fn blame(refusal: &Refusal) -> String {
    let about_leaflets = matches!(refusal, Refusal::NotInTheList { .. });
    let field = if about_leaflets { "leaflets" } else { "on-day" };
    field.to_owned()
}
