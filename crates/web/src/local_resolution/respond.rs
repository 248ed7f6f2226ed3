//! Send the Stage 1 response.

use casework::action::{Action, Command};
use casework::case::Stage;
use casework::closure::{NoticeOfRights, notice_owed};
use casework::local_resolution::{KINDS_OF_RESOLUTION, Respond};
use casework::refusal::{DecisionFault, Refusal};
use casework::settings::choices::ANSWER_CHECKED;
use maud::{Markup, html};
use statute::dates::english_date;

use super::lateness::{ask_lateness, read_lateness};
use super::learning_shared::{ask_learning_shared, read_learning_shared};
use super::resolution::{ask_resolution, read_resolution};
use super::respond;
use crate::components::{WarningText, warning_text};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, ask_notice, blame_finding, blame_notice,
    check_day_of_notice, read_findings, read_notice, suggest_notice, today_for,
};

/// `/cases/{reference}/respond`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Respond,
    path: "/cases/{reference}/respond",
    button: "Record the response as sent",
    explain,
    suggest,
    ask,
    read,
    blame: respond::blame,
};

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("sent", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    // What was drafted and looked at is not typed again.
    let drafting = &desk.case().drafting;
    let latest = drafting.drafts.last().filter(|_| !drafting.sent);
    let draft = latest.and_then(|draft| draft.handed_in.draft.as_ref());
    if let Some(text) = draft.and_then(|draft| desk.file.text(draft)) {
        answers.push(("letter".to_owned(), text.to_owned()));
    }
    answers
}

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (due(desk))
        (unchecked(desk))
        p class="govuk-body" {
            "Answer every point. The overall outcome is worked out from your findings. The letter says \
             sorry where something went wrong, what will happen next, and how to ask for an independent \
             investigation (SI 2006/1738 regs 14 and 15(2))."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_findings(desk, answers))
        h2 class="govuk-heading-m" { "The letter" }
        (answers.text(
            "letter",
            "Text of the letter",
            "Paste the letter as it was sent. You can leave this empty if it is kept elsewhere.",
            12,
        ))
        (ask_notice(desk, answers, owed(desk).as_ref()))
        (ask_learning_shared(answers))
        (ask_resolution(desk, answers))
        (ask_lateness(desk, answers))
        (answers.date("sent", "When was it sent?", "The stage ends on this day. For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let findings = read_findings(desk, reading);
    let letter = reading.sealed_if_any("letter");
    let owed = owed(desk);
    let notice = read_notice(reading, owed.as_ref());
    let sent_on = reading.date("sent", "The date it was sent");
    check_day_of_notice(desk, reading, owed.as_ref(), notice.as_ref(), sent_on);
    let late = read_lateness(desk, reading, sent_on);
    let resolution = read_resolution(reading);
    let learning_shared = read_learning_shared(reading);
    Some(
        Respond {
            findings,
            letter,
            notice,
            late,
            resolution,
            learning_shared,
            sent_on: sent_on?,
        }
        .into(),
    )
}

/// That nobody has checked the answer, where the authority wants that said. It may leave all the same, unless the
/// authority requires a check and there is time for one.
fn unchecked(desk: &CaseDesk) -> Markup {
    let drafting = &desk.case().drafting;
    let wanted = desk.desk.settings.cfg.word(&ANSWER_CHECKED) != "off";
    if !wanted || drafting.is_ready_to_send() {
        return Markup::default();
    }
    let words = if drafting.to_check().is_some() {
        "A draft is in, and nobody but its writer has checked it."
    } else {
        "Nobody but its writer has checked this answer."
    };
    warning_text(&WarningText::new(words))
}

/// By when Stage 1 has to be answered.
pub(super) fn due(desk: &CaseDesk) -> Markup {
    let due_on = desk.case().stage_1_due_on();
    html! {
        @if let Some(due_on) = due_on {
            p class="govuk-body-l" { "Due by " strong { (english_date(due_on)) } }
        }
    }
}

/// What an answer sent today has to say about the next right; `None` where it cannot be worked out.
pub(super) fn owed(desk: &CaseDesk) -> Option<NoticeOfRights> {
    let law = desk.desk.law();
    notice_owed(desk.case(), &law, Stage::LocalResolution, desk.desk.today).ok()
}

/// The field a refused answer is about; written terms are refused alike.
pub(super) fn blame(refusal: &Refusal) -> String {
    if let Refusal::NotInTheList { list, .. } = refusal {
        let about_resolution = *list == KINDS_OF_RESOLUTION;
        let field = if about_resolution {
            "resolved-by"
        } else {
            "late-reason"
        };
        return field.to_owned();
    }
    if matches!(refusal, Refusal::Draft(_)) {
        return "letter".to_owned();
    }
    if matches!(refusal, Refusal::Decision(DecisionFault::AnsweredInTime(_))) {
        return "late-reason".to_owned();
    }
    blame_finding(refusal)
        .or_else(|| blame_notice(refusal))
        .unwrap_or_else(|| "sent-day".to_owned())
}
