//! Recommendations of a report, and what the authority decides about each.

use app::private::seal_text;
use casework::refusal::{PanelFault, Refusal};
use casework::review_panel::{
    Recommendation, RecommendationAnswer, RecommendationDecision, RecommendationNumber,
};
use maud::{Markup, html};

use super::{Answers, CaseDesk, Reading, lines};
use crate::components::{InsetText, inset_text};

/// The question what is recommended.
pub(crate) fn ask_recommendations(answers: &Answers<'_>, question: &str) -> Markup {
    html! {
        h2 class="govuk-heading-m" { "Recommendations" }
        (answers.text(
            "recommendations",
            question,
            "In the order of the report, with an empty line between one and the next. They are numbered from 1. \
             Leave it empty if there are none.",
            10,
        ))
    }
}

/// The recommendations, numbered in the order of the report.
pub(crate) fn read_recommendations(reading: &mut Reading<'_>) -> Vec<Recommendation> {
    let text = reading.short_enough("recommendations").unwrap_or_default();
    paragraphs(text)
        .zip(1_u16..)
        .map(|(text, number)| Recommendation {
            number: RecommendationNumber(number),
            text: seal_text(&mut reading.sealing, &text),
        })
        .collect()
}

/// The questions about every recommendation.
pub(crate) fn ask_decisions(
    desk: &CaseDesk,
    answers: &Answers<'_>,
    recommendations: &[Recommendation],
) -> Markup {
    html! {
        @for recommendation in recommendations { (ask_about(desk, answers, recommendation)) }
    }
}

/// What was decided about every recommendation.
pub(crate) fn read_decisions(
    reading: &mut Reading<'_>,
    recommendations: &[Recommendation],
) -> Vec<RecommendationDecision> {
    let mut decisions = Vec::with_capacity(recommendations.len());
    for recommendation in recommendations {
        decisions.extend(read_decision(reading, recommendation.number));
    }
    decisions
}

/// The field a refusal of a decision is about; `None` when it is about something else.
pub(crate) fn blame_recommendation(refusal: &Refusal) -> Option<String> {
    let Refusal::Panel(fault) = refusal else {
        return None;
    };
    match fault {
        PanelFault::RecommendationWithoutReasons(number) => Some(field("because", *number)),
        PanelFault::RecommendationUndecided(number)
        | PanelFault::NoSuchRecommendation(number)
        | PanelFault::DecidedTwice(number) => Some(field("answer", *number)),
        PanelFault::PaperMissing(_)
        | PanelFault::CouldNotSpeak(_)
        | PanelFault::NotWithTheIndependentPerson => None,
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
                &field("because", number),
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
    let reasons = sealed("because");
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

/// The paragraphs of a text, however many empty lines lie between, as browsers send them.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line);
        }
    }
    paragraphs
        .into_iter()
        .filter(|paragraph| !paragraph.is_empty())
}

fn field(name: &str, number: RecommendationNumber) -> String {
    format!("{name}-{}", number.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recommendations_stand_apart_by_empty_lines() {
        let text = "Say sorry.\r\n\r\n\r\nTrain the team,\r\nby June.\r\n";
        let found: Vec<_> = paragraphs(text).collect();
        assert_eq!(found, ["Say sorry.", "Train the team,\nby June."]);
        assert_eq!(paragraphs("").count(), 0);
    }
}
