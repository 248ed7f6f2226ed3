//! Send the Stage 2 answer: the adjudication with both reports.

use casework::action::{Action, Command};
use casework::case::Stage;
use casework::closure::{NoticeOfRights, notice_owed};
use casework::intake::Procedure;
use casework::investigation::{Adjudication, PackItem, SendAdjudication};
use casework::refusal::{InvestigationFault, Refusal};
use casework::review_panel::Recommendation;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_decisions, ask_findings, ask_notice, blame_finding,
    blame_notice, blame_recommendation, check_day_of_notice, known_people, limits, person_called,
    read_decisions, read_findings, read_notice, suggest_finding, suggest_notice, today_for,
};

/// `/cases/{reference}/send-adjudication`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendAdjudication,
    path: "/cases/{reference}/send-adjudication",
    button: "Record the answer as sent",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("sent", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    answers.extend(as_reported(desk));
    answers
}

/// The officer's findings, to be kept or departed from with reasons.
fn as_reported(desk: &CaseDesk) -> Vec<(String, String)> {
    let investigation = desk.case().investigation.as_ref();
    let report = investigation.and_then(|stage| stage.officer_report.as_ref());
    let findings = report.into_iter().flat_map(|(_, report)| &report.findings);
    findings
        .map(|finding| suggest_finding(finding.point, finding.finding))
        .collect()
}

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The adjudication goes to the complainant with both reports, a finding for every point, what \
             the council will do, and the next right (SI 2006/1738 regs 17 and 18). The findings of \
             Stage 1 stay as they were."
        }
        @if statutory(desk) {
            (limits(&desk.desk, &[LimitId::ReviewPanelRequest]))
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_findings(desk, answers))
        @if statutory(desk) { (ask_adjudication(desk, answers)) }
        (ask_notice(desk, answers, owed(desk).as_ref()))
        (answers.date("sent", "When was it sent?", "The stage ends on this day. For example, 27 3 2026."))
    }
}

fn ask_adjudication(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_decisions(desk, answers, recommendations(desk)))
        h2 class="govuk-heading-m" { "The answer" }
        (answers.line(
            "officer",
            "Adjudicating Officer",
            "First name and last name: a senior manager, neither of the two investigators.",
        ))
        (answers.text(
            "letter",
            "Text of the letter",
            "Paste the letter as it was sent. You can leave this empty if it is kept elsewhere.",
            12,
        ))
        (answers.any_of(
            "pack",
            "What is sent to the complainant?",
            "All of it goes out together (SI 2006/1738 reg 17).",
            PackItem::ALL.map(|item| (item.code(), item.label())),
        ))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let findings = read_findings(desk, reading);
    let adjudication = if statutory(desk) {
        read_adjudication(desk, reading).map(Some)
    } else {
        Some(None)
    };
    let owed = owed(desk);
    let notice = read_notice(reading, owed.as_ref());
    let sent_on = reading.date("sent", "The date it was sent");
    check_day_of_notice(desk, reading, owed.as_ref(), notice.as_ref(), sent_on);
    Some(
        SendAdjudication {
            findings,
            adjudication: adjudication?,
            notice,
            sent_on: sent_on?,
        }
        .into(),
    )
}

fn read_adjudication(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Adjudication> {
    let decisions = read_decisions(reading, recommendations(desk));
    let officer = person_called(
        reading,
        "officer",
        "Enter the name of the Adjudicating Officer",
        &mut known_people(desk),
    );
    let letter = reading.sealed_if_any("letter");
    let ticked: Vec<_> = reading.fields.all("pack").collect();
    let pack = PackItem::ALL
        .into_iter()
        .filter(|item| ticked.contains(&item.code()))
        .collect();
    Some(Adjudication {
        officer: officer?,
        decisions,
        pack,
        letter,
    })
}

/// A corporate review has no two investigators, and nobody to adjudicate between their reports.
fn statutory(desk: &CaseDesk) -> bool {
    desk.case().procedure() != Some(Procedure::Corporate)
}

/// What the Investigating Officer recommended.
fn recommendations(desk: &CaseDesk) -> &[Recommendation] {
    desk.case()
        .investigation
        .as_ref()
        .and_then(|stage| stage.officer_report.as_ref())
        .map_or(&[], |(_, report)| report.recommendations.as_slice())
}

/// What an answer sent today has to say about the next right; `None` where it cannot be worked out.
fn owed(desk: &CaseDesk) -> Option<NoticeOfRights> {
    let law = desk.desk.law();
    notice_owed(desk.case(), &law, Stage::Investigation, desk.desk.today).ok()
}

fn blame(refusal: &Refusal) -> String {
    if let Refusal::Investigation(InvestigationFault::DepartsWithoutReasons(point)) = refusal {
        return format!("reasons-{}", point.0);
    }
    if matches!(refusal, Refusal::Barred { .. }) {
        return "officer".to_owned();
    }
    if matches!(
        refusal,
        Refusal::Investigation(InvestigationFault::PackIncomplete(_))
    ) {
        return "pack".to_owned();
    }
    blame_finding(refusal)
        .or_else(|| blame_recommendation(refusal))
        .or_else(|| blame_notice(refusal))
        .unwrap_or_else(|| "sent-day".to_owned())
}
