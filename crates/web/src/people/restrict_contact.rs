//! Restrict how somebody contacts the council.

use casework::action::Action;
use casework::action::Command;
use casework::people::{ContactMeasure, RestrictContact, Warning};
use maud::{Markup, html};

use super::{
    WHOSE, WHOSE_MISSING, approved_by, ask_deciders, ask_told, blame, complainants, known_already,
    read_told,
};
use crate::components::{WarningText, warning_text};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_person, read_colleague, read_person, the_only_one,
    today_for,
};

/// `/cases/{reference}/restrict-contact`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RestrictContact,
    path: "/cases/{reference}/restrict-contact",
    button: "Record the restriction",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (warning_text(&WarningText::new(
            "Somebody who complains often, or angrily, may still be right. A restriction is about how they contact the \
             council and never about what they may ask for: a new complaint is judged on its merits, and the next stage \
             stays open to them.",
        )))
        p class="govuk-body" {
            "It is for contacts whose nature or number hinders the handling of complaints, theirs or others’. It needs \
             a warning, a senior decision in writing with reasons, a last day, a day to look at it again, and a way to \
             challenge it (LGSCO guidance on unreasonable behaviour)."
        }
        (known_already(desk))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(&complainants(desk)));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let measures = ContactMeasure::ALL.map(|measure| (measure.code(), measure.label()));
    html! {
        (ask_person(answers, WHOSE, "", &complainants(desk)))
        (answers.text(
            "behaviour",
            "What do they do, and how does it hinder?",
            "What happened, how often, and what could not be done because of it: the reasons as the letter gives them.",
            6,
        ))
        (answers.one_of(
            "warning",
            "Were they warned first?",
            "",
            [("given", "Yes"), ("safety", "No, a warning would have put somebody at risk")],
        ))
        (answers.date("warned", "When were they warned?", "Leave it empty if they were not."))
        (answers.any_of("measures", "What is restricted?", "No more than is needed.", measures))
        (answers.date("until", "The last day", "Twelve months after the decision at most. It then ends by itself."))
        (answers.date("review", "By when is it looked at again?", "After the decision and by the last day."))
        (ask_deciders(desk, answers))
        (ask_told(answers))
        (answers.date("on", "When was it decided in writing?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &complainants(desk), WHOSE_MISSING);
    let behaviour = reading.sealed("behaviour", "Enter what they do and how it hinders");
    let warning = read_warning(reading);
    let ticked: Vec<_> = reading.fields.all("measures").collect();
    let mut measures = ContactMeasure::ALL.to_vec();
    measures.retain(|measure| ticked.contains(&measure.code()));
    let until = reading.date("until", "The last day");
    let review_on = reading.date("review", "The day of the review");
    let decided_by = read_colleague(desk, reading, "decided-by", "Choose who decided it");
    let approved_by_director = approved_by(desk, reading);
    let told = read_told(reading);
    let on = reading.date("on", "The date of the decision");
    Some(
        RestrictContact {
            person: person?,
            behaviour: behaviour?,
            warning: warning?,
            decided_by: decided_by?,
            approved_by_director,
            measures,
            until: until?,
            review_on: review_on?,
            told,
            on: on?,
        }
        .into(),
    )
}

fn read_warning(reading: &mut Reading<'_>) -> Option<Warning> {
    match reading.fields.text("warning") {
        "given" => reading
            .date("warned", "The date of the warning")
            .map(|on| Warning::Given { on }),
        "safety" => Some(Warning::LeftOutForSafety),
        _ => {
            let message = "Say whether they were warned first";
            reading.problems.add("warning", message);
            None
        }
    }
}
