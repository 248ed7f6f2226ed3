//! Send the director's response to the Review Panel.

use app::private::seal_text;
use casework::action::{Action, Command};
use casework::case::Stage;
use casework::closure::{NoticeOfRights, notice_owed};
use casework::refusal::Refusal;
use casework::review_panel::{
    PanelResponse, Recommendation, RecommendationAnswer, RecommendationDecision,
    RecommendationNumber, SendPanelResponse,
};
use maud::{Markup, html};
use statute::limits::{self, LimitId};

use crate::components::{InsetText, inset_text};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_notice, blame_notice, day_of, lines, read_notice,
    suggest_notice, today_for,
};

/// `/cases/{reference}/send-panel-response`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendPanelResponse,
    path: "/cases/{reference}/send-panel-response",
    button: "Record the response as sent",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The authority considers the recommendations together with the Independent Person of Stage 2, answers \
             every one of them, and tells the complainant of the right to go to the Ombudsman within twelve months ("
            (limits::of(LimitId::ReviewPanelResponse).source) "). A recommendation that is not wholly accepted needs a \
             reason. The panel’s report goes with the letter to whoever has not had it. This ends Stage 3."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("sent", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    answers
}

/// What a response sent today has to say about the next right; `None` where it cannot be worked out.
fn owed(desk: &CaseDesk) -> Option<NoticeOfRights> {
    let law = desk.desk.law();
    notice_owed(desk.case(), &law, Stage::ReviewPanel, desk.desk.today).ok()
}

fn recommendations(desk: &CaseDesk) -> &[Recommendation] {
    desk.case()
        .review_panel
        .as_ref()
        .and_then(|panel| panel.report.as_ref())
        .map_or(&[], |report| report.recommendations.as_slice())
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date(
            "considered",
            "When were the recommendations considered with the Independent Person?",
            "For example, 27 3 2026.",
        ))
        @for recommendation in recommendations(desk) { (ask_about(desk, answers, recommendation)) }
        h2 class="govuk-heading-m" { "The letter" }
        (answers.text(
            "letter",
            "Text of the letter",
            "Paste the letter as it was sent. You can leave this empty if it is kept elsewhere.",
            12,
        ))
        (ask_notice(desk, answers, owed(desk).as_ref()))
        (answers.date("sent", "When was it sent?", "For example, 27 3 2026."))
    }
}

fn ask_about(desk: &CaseDesk, answers: &Answers<'_>, recommendation: &Recommendation) -> Markup {
    let number = recommendation.number;
    let choices = RecommendationAnswer::ALL.map(|answer| (answer.code(), answer.label()));
    html! {
        section {
            h2 class="govuk-heading-m" { "Recommendation " (number.0) }
            @match desk.file.text(&recommendation.text) {
                Some(words) => (inset_text(&InsetText { body: lines(words).into(), ..InsetText::default() })),
                None => p class="govuk-body" { "The words of this recommendation are no longer kept." }
            }
            (answers.one_of(
                &field("answer", number),
                &format!("What is the answer to recommendation {}?", number.0),
                "",
                choices,
            ))
            (answers.text(
                &field("reasons", number),
                &format!("Reasons, if recommendation {} is not wholly accepted", number.0),
                "",
                3,
            ))
            (answers.text(
                &field("action", number),
                &format!("What will be done about recommendation {}, and who does it?", number.0),
                "",
                3,
            ))
            (answers.date(
                &field("due", number),
                &format!("By when? (recommendation {})", number.0),
                "Leave it empty if nothing is to be done.",
            ))
        }
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let considered_on = reading.date_if_any("considered", "The date they were considered");
    let mut decisions = Vec::new();
    for recommendation in recommendations(desk) {
        decisions.extend(read_decision(reading, recommendation.number));
    }
    let letter = reading.sealed_if_any("letter");
    let notice = read_notice(reading, owed(desk).as_ref());
    let sent_on = reading.date("sent", "The date it was sent");
    Some(
        SendPanelResponse {
            sent_on: sent_on?,
            response: Some(PanelResponse {
                considered_on,
                decisions,
                letter,
            }),
            notice,
        }
        .into(),
    )
}

fn read_decision(
    reading: &mut Reading<'_>,
    number: RecommendationNumber,
) -> Option<RecommendationDecision> {
    let answer = reading.one_of(
        &field("answer", number),
        &RecommendationAnswer::ALL,
        RecommendationAnswer::code,
        &format!("Choose the answer to recommendation {}", number.0),
    );
    let mut sealed = |name| {
        let text = reading
            .short_enough(&field(name, number))
            .unwrap_or_default();
        (!text.is_empty()).then(|| seal_text(&mut reading.sealing, text))
    };
    let reasons = sealed("reasons");
    let action = sealed("action");
    let what = format!("The date for recommendation {}", number.0);
    let due_on = reading.date_if_any(&field("due", number), &what);
    Some(RecommendationDecision {
        recommendation: number,
        answer: answer?,
        reasons,
        action,
        due_on,
    })
}

fn blame(refusal: &Refusal) -> String {
    if let Some(field) = blame_notice(refusal) {
        field
    } else if let Refusal::RecommendationWithoutReasons(number) = refusal {
        field("reasons", *number)
    } else if let Refusal::RecommendationUndecided(number)
    | Refusal::NoSuchRecommendation(number)
    | Refusal::DecidedTwice(number) = refusal
    {
        field("answer", *number)
    } else if matches!(refusal, Refusal::NotWithTheIndependentPerson)
        || day_of(refusal).contains("considering")
    {
        "considered-day".to_owned()
    } else {
        "sent-day".to_owned()
    }
}

fn field(name: &str, number: RecommendationNumber) -> String {
    format!("{name}-{}", number.0)
}
