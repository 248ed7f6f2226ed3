//! The questions about people: who complains, and which children it is about.

use app::private::PersonDetails;
use casework::ids::{PersonId, Sealed};
use casework::people::{Child, ChildStatus, Complainant};
use casework::settings::Code;
use maud::{Markup, html};
use statute::procedure::LegalGround;
use uuid::Uuid;

use crate::form::Fields;
use crate::recording::{Answers, Desk, Reading, entries};

/// Whether anything was answered about a person; `prefix` begins the names of the fields.
pub(crate) fn filled(fields: &Fields, prefix: &str) -> bool {
    fields
        .pairs()
        .any(|(name, value)| name.starts_with(prefix) && !value.trim().is_empty())
}

/// The questions about a complainant.
pub(crate) fn ask_complainant(
    desk: &Desk,
    answers: &Answers<'_>,
    prefix: &str,
    with_ground: bool,
) -> Markup {
    let grounds = LegalGround::ALL
        .iter()
        .map(|ground| (ground.code(), ground.title()));
    html! {
        (answers.line(&format!("{prefix}-name"), "Name", "Leave it empty if they gave none or want to stay anonymous."))
        (answers.text(&format!("{prefix}-contact"), "How to reach them", "A telephone number alone will do. Note what is safe: who else may pick up, or open a letter.", 2))
        (answers.one_of_many(&format!("{prefix}-capacity"), "In what capacity?", "As counted in the annual report.", entries(&desk.settings.capacities)))
        @if with_ground {
            (answers.one_of_many(
                &format!("{prefix}-ground"),
                "What gives them the right to use the statutory procedure?",
                "Not needed in the corporate procedure (Children Act 1989 s.26(3) to (3C) and s.24D).",
                grounds,
            ))
        }
    }
}

/// A complainant; `None` when something was noted among the problems.
pub(crate) fn read_complainant(reading: &mut Reading<'_>, prefix: &str) -> Option<Complainant> {
    let capacity_field = format!("{prefix}-capacity");
    let capacity = reading.fields.text(&capacity_field);
    let ground = LegalGround::from_code(reading.fields.text(&format!("{prefix}-ground")));
    let details = details(reading, prefix, None);
    if capacity.is_empty() {
        reading
            .problems
            .add(&capacity_field, "Choose in what capacity they complain");
        return None;
    }
    Some(Complainant {
        person: PersonId(Uuid::now_v7()),
        ground,
        capacity: Code::new(capacity),
        details,
    })
}

/// The questions about a child.
pub(crate) fn ask_child(answers: &Answers<'_>, prefix: &str, may_complain: bool) -> Markup {
    let standings = ChildStatus::ALL.map(|status| (status.code(), status.label()));
    html! {
        (answers.line(&format!("{prefix}-name"), "Child’s name", ""))
        @if may_complain {
            (answers.any_of(
                &format!("{prefix}-complains"),
                "Does this child complain?",
                "",
                [("yes", "Yes, this child is the first person above")],
            ))
        }
        (answers.date(&format!("{prefix}-born"), "Date of birth", "Leave it empty if you do not know."))
        (answers.one_of(&format!("{prefix}-standing"), "How does the child stand with the council?", "On the day the complaint was received.", standings))
    }
}

/// A child; `None` when something was noted among the problems. A child who complains is the person
/// already read.
pub(crate) fn read_child(
    reading: &mut Reading<'_>,
    prefix: &str,
    complainant: Option<&Complainant>,
) -> Option<Child> {
    let born_on = reading.date_if_any(&format!("{prefix}-born"), "The date of birth");
    let status = reading.one_of(
        &format!("{prefix}-standing"),
        &ChildStatus::ALL,
        ChildStatus::code,
        "Choose how the child stands with the council",
    );
    let complains = reading.fields.text(&format!("{prefix}-complains")) == "yes";
    let person = complainant
        .filter(|_| complains)
        .map(|complainant| complainant.person);
    let details = details(reading, prefix, born_on);
    Some(Child {
        person: person.unwrap_or_else(|| PersonId(Uuid::now_v7())),
        status: status?,
        details,
    })
}

/// Name, contact and date of birth, sealed; `None` where nothing is known.
fn details(
    reading: &mut Reading<'_>,
    prefix: &str,
    born_on: Option<jiff::civil::Date>,
) -> Option<Sealed> {
    let name = reading
        .short_enough(&format!("{prefix}-name"))
        .unwrap_or_default();
    let contact = reading
        .short_enough(&format!("{prefix}-contact"))
        .unwrap_or_default();
    if name.is_empty() && contact.is_empty() && born_on.is_none() {
        return None;
    }
    let details = PersonDetails {
        name: name.to_owned(),
        contact: (!contact.is_empty()).then(|| contact.to_owned()),
        born_on,
    };
    Some(details.seal(&mut reading.sealing))
}
