//! Review a restriction on contact.

use casework::action::{Action, Command};
use casework::ids::PersonId;
use casework::people::{ReviewOutcome, ReviewRestriction};
use maud::{Markup, html};

use super::{
    WHOSE, WHOSE_MISSING, approved_by, ask_deciders, ask_told, blame, complainants, read_told,
    reviewable,
};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_person, read_colleague, read_person, the_only_one,
    today_for,
};

/// `/cases/{reference}/review-restriction`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReviewRestriction,
    path: "/cases/{reference}/review-restriction",
    button: "Record the review",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (reviewable(desk))
        p class="govuk-body" {
            "Going on is a decision like the first: in writing, with reasons, a last day and a way to challenge it. \
             Where other measures are needed, end this restriction and decide anew."
        }
    }
}

/// Those whose restriction can be reviewed.
fn restricted(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let mut people = complainants(desk);
    people.retain(|(person, _)| desk.case().restricted(*person, desk.desk.today).is_some());
    people
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(&restricted(desk)));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_person(answers, WHOSE, "", &restricted(desk)))
        (answers.one_of(
            "outcome",
            "What came of the review?",
            "",
            [("ended", "It ends"), ("continued", "It goes on with the same measures")],
        ))
        (ask_deciders(desk, answers))
        h2 class="govuk-heading-m" { "If it goes on" }
        (answers.text("reasons", "Why is it still needed?", "As the letter gives the reasons.", 4))
        (answers.date("until", "The new last day", "Twelve months after the review at most."))
        (answers.date("review", "By when is it looked at again?", "After the review and by the last day."))
        (ask_told(answers))
        h2 class="govuk-heading-m" { "The review" }
        (answers.date("on", "When was it reviewed?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &restricted(desk), WHOSE_MISSING);
    let outcome = match reading.fields.text("outcome") {
        "ended" => Some(ReviewOutcome::Ended),
        "continued" => read_continued(reading),
        _ => {
            let message = "Choose what came of the review";
            reading.problems.add("outcome", message);
            None
        }
    };
    let decided_by = read_colleague(desk, reading, "decided-by", "Choose who decided it");
    let on = reading.date("on", "The date of the review");
    Some(
        ReviewRestriction {
            person: person?,
            outcome: outcome?,
            decided_by: decided_by?,
            approved_by_director: approved_by(desk, reading),
            told: read_told(reading),
            on: on?,
        }
        .into(),
    )
}

fn read_continued(reading: &mut Reading<'_>) -> Option<ReviewOutcome> {
    let reasons = reading.sealed("reasons", "Enter why it is still needed");
    let until = reading.date("until", "The new last day");
    let review_on = reading.date("review", "The day of the next review");
    Some(ReviewOutcome::Continued {
        until: until?,
        review_on: review_on?,
        reasons: reasons?,
    })
}
