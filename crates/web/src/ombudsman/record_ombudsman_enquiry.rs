//! Record an enquiry of the Ombudsman.

use casework::action::{Action, Command};
use casework::ombudsman::RecordOmbudsmanEnquiry;
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/record-ombudsman-enquiry`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordOmbudsmanEnquiry,
    path: "/cases/{reference}/record-ombudsman-enquiry",
    button: "Record the enquiry",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The Ombudsman’s letter sets the day for the reply, and the Ombudsman alone can move it. A closed case \
             opens again."
        }
        @if let Some(clock) = desk.case().clocks.running_of(LimitId::OmbudsmanEnquiry) {
            p class="govuk-body" {
                "A reply is due by " strong { (english_date(clock.due_on())) }
                ". Another letter recorded here moves that day."
            }
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("on", "When did the enquiry arrive?", "For example, 27 3 2026."))
        (answers.date("reply-by", "By when does the Ombudsman want the reply?", "As the letter says."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date the enquiry arrived");
    let reply_by = reading.date("reply-by", "The date for the reply");
    Some(
        RecordOmbudsmanEnquiry {
            reply_by: reply_by?,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal) == "the reply" {
        "reply-by-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
