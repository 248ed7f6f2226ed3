//! Decide whether somebody has sufficient interest in the child's welfare.

use casework::action::{Action, Command};
use casework::ids::PersonId;
use casework::intake::{ChildViews, DecideInterest};
use casework::refusal::{DecisionFault, NotYet, Refusal};
use maud::{Markup, html};

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, day_of, limits, people_of, today_for,
};
use statute::limits::LimitId;

/// `/cases/{reference}/decide-interest`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::DecideInterest,
    path: "/cases/{reference}/decide-interest",
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
            "This is asked only of somebody whom the Act does not name, never of a child, a parent, a carer \
             or anybody else with a right of their own (SI 2006/1738 reg 12). It is decided as soon as \
             possible, and the time for the Stage 1 answer runs meanwhile."
        }
        p class="govuk-body" {
            "If the interest is not sufficient, the person is told so, and that nothing more will be done. \
             When nobody else complains, the case then leaves the procedure."
        }
        (limits(&desk.desk, &[LimitId::SufficientInterest]))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    if let [person] = desk.case().interest_to_decide().as_slice() {
        answers.push(("person".to_owned(), person.to_string()));
    }
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let people = complainants(desk)
        .into_iter()
        .map(|(person, words)| (person.to_string(), words));
    html! {
        (answers.one_of("person", "Whose interest is decided on?", "", people))
        (answers.one_of(
            "sufficient",
            "Is their interest in the child’s welfare sufficient?",
            "Think of what they are to the child, how they know of the matter, and what they want for the child.",
            [("yes", "Yes, the complaint is considered"), ("no", "No")],
        ))
        (answers.text("reasons", "What are the reasons?", "", 5))
        (answers.one_of(
            "views",
            "Were the child’s own views taken into account?",
            "They are, where that is appropriate.",
            [("yes", "Yes"), ("no", "No, that was not appropriate")],
        ))
        (answers.text("no-views", "If not, why not?", "", 2))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
        (answers.date("told", "When was the person told?", "Needed if their interest is not sufficient."))
        (answers.date("child-told", "When was the child told?", "Leave it empty where that was not appropriate."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let typed = reading.fields.text("person");
    let person = complainants(desk)
        .into_iter()
        .map(|(person, _)| person)
        .find(|person| person.to_string() == typed);
    if person.is_none() {
        reading
            .problems
            .add("person", "Choose whose interest is decided on");
    }
    let sufficient = reading.yes_or_no("sufficient", "Choose whether their interest is sufficient");
    let reasons = reading.sealed("reasons", "Enter the reasons");
    let views = reading.yes_or_no("views", "Choose whether the child’s views were considered");
    let child_views = match views {
        Some(true) => Some(ChildViews::Considered),
        Some(false) => reading
            .sealed("no-views", "Enter why the child’s views were not asked for")
            .map(|why| ChildViews::NotConsidered { why }),
        None => None,
    };
    let on = reading.date("on", "The date it was decided");
    let told_on = reading.date_if_any("told", "The date the person was told");
    let child_told_on = reading.date_if_any("child-told", "The date the child was told");
    Some(
        DecideInterest {
            person: person?,
            sufficient: sufficient?,
            child_views: child_views?,
            reasons: reasons?,
            told_on,
            child_told_on,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::NotYet(NotYet::Told(_)))
        || day_of(refusal).contains("telling")
    {
        "told-day"
    } else if matches!(
        refusal,
        Refusal::Decision(DecisionFault::InterestNotAsked(_) | DecisionFault::NotInThisCase(_))
            | Refusal::AlreadyDone { .. }
    ) {
        "person"
    } else {
        "on-day"
    };
    field.to_owned()
}

/// Those who complain, each with the ground they rely on.
fn complainants(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let people = people_of(desk);
    let complainants = &desk.case().representation.complainants;
    complainants
        .iter()
        .map(|complainant| {
            let name = people
                .iter()
                .find(|(person, _)| *person == complainant.person)
                .map_or("A complainant", |(_, name)| name);
            let ground = complainant
                .ground
                .map_or("no ground given", statute::procedure::LegalGround::title);
            (complainant.person, format!("{name}: {ground}"))
        })
        .collect()
}
