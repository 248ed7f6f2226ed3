//! Weigh why points came after the year.

use casework::action::{Action, Command};
use casework::intake::WeighDelay;
use casework::refusal::{DecisionFault, NotYet, Refusal};
use maud::{Markup, html};
use statute::dates::english_date;

use crate::components::{InsetText, inset_text};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_points, day_of, read_points, today_for,
};

/// `/cases/{reference}/weigh-delay`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::WeighDelay,
    path: "/cases/{reference}/weigh-delay",
    button: "Record the decision",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A complaint is to be made within a year of what it is about. It may still be considered if it \
             was not reasonable to expect it in time, and it can still be considered effectively and \
             fairly (SI 2006/1738 reg 9). Weigh each case for itself, lean towards taking it, and weigh \
             what the person says kept them from it, such as illness: not to do so is usually found to be fault."
        }
        @if let Some(until) = desk.case().delay_to_weigh() {
            (inset_text(&InsetText {
                body: html! {
                    "The complaint was received on " (english_date(desk.case().received_on))
                    "; the year had ended on " strong { (english_date(until)) } "."
                }
                .into(),
                ..InsetText::default()
            }))
        }
        p class="govuk-body" { "Points that came in time are not touched: choose only those that came late." }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    if let Some(arose_on) = desk.case().representation.grounds_arose_on {
        answers.extend(today_for("arose", arose_on));
    }
    if let [point] = desk.case().points() {
        answers.push(("points".to_owned(), point.number.0.to_string()));
    }
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let yes_no = || [("yes", "Yes"), ("no", "No")];
    html! {
        (ask_points(desk, answers, desk.case().points(), "Which points came late?", "Points of one day together; others in a decision of their own."))
        (answers.date("arose", "When did these happen?", "The last day, if it went on for a while."))
        (answers.one_of(
            "expected",
            "Was it unreasonable to expect the complaint in time?",
            "Age, illness, disability, fear, not knowing of it, being told to wait.",
            yes_no(),
        ))
        (answers.one_of(
            "fair",
            "Can the points still be considered effectively and fairly?",
            "Whether the records and the people are still there.",
            yes_no(),
        ))
        (answers.one_of(
            "accepted",
            "Are they considered?",
            "Only if both answers above are yes.",
            [("yes", "Yes, they are considered"), ("no", "No, they are not")],
        ))
        (answers.text("reasons", "What are the reasons?", "With those that the person gave for the delay.", 5))
        (answers.text("adjustments", "What reasonable adjustments were thought of?", "Needed for a refusal (Equality Act 2010).", 3))
        (answers.date("told", "When was the person told in writing?", "Needed for a refusal."))
        (answers.any_of(
            "ombudsman",
            "What does the letter say besides?",
            "Needed for a refusal.",
            [("yes", "How to complain to the Local Government and Social Care Ombudsman")],
        ))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let points = read_points(reading, "Choose the points that came late");
    let arose_on = reading.date("arose", "The date it happened");
    let expected = reading.yes_or_no(
        "expected",
        "Choose whether it was unreasonable to expect it in time",
    );
    let fair = reading.yes_or_no(
        "fair",
        "Choose whether they can still be considered effectively and fairly",
    );
    let accepted = reading.yes_or_no("accepted", "Choose whether they are considered");
    let reasons = reading.sealed("reasons", "Enter the reasons");
    let adjustments = reading.sealed_if_any("adjustments");
    let told_on = reading.date_if_any("told", "The date the person was told");
    let ombudsman_named = reading.fields.text("ombudsman") == "yes";
    let on = reading.date("on", "The date it was decided");
    Some(
        WeighDelay {
            points,
            arose_on: arose_on?,
            unreasonable_to_expect: Some(expected?),
            still_fair: Some(fair?),
            accepted: accepted?,
            reasons: Some(reasons?),
            adjustments,
            told_on,
            ombudsman_named,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::Decision(DecisionFault::LimbNotMet(_))) {
        "accepted"
    } else if matches!(refusal, Refusal::Decision(DecisionFault::OmbudsmanNotNamed)) {
        "ombudsman"
    } else if matches!(refusal, Refusal::NotYet(NotYet::InTheDecision(_))) {
        "adjustments"
    } else if matches!(refusal, Refusal::NotYet(NotYet::Told(_)))
        || day_of(refusal).contains("telling")
    {
        "told-day"
    } else if matches!(refusal, Refusal::Decision(DecisionFault::MadeInTime(_)))
        || day_of(refusal) == "the receipt"
    {
        "arose-day"
    } else if matches!(
        refusal,
        Refusal::NoPoints
            | Refusal::NoSuchPoint(_)
            | Refusal::AnsweredTwice(_)
            | Refusal::Decision(DecisionFault::NotUnderConsideration(_))
    ) {
        "points"
    } else {
        "on-day"
    };
    field.to_owned()
}
