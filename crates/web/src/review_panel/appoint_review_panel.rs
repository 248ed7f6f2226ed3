//! Appoint the Review Panel.

use casework::action::{Action, Command};
use casework::ids::PersonId;
use casework::pools::PoolPart;
use casework::refusal::Refusal;
use casework::review_panel::{AppointReviewPanel, COOLING_OFF_YEARS, Tie};
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;
use statute::procedure::Role;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, about_the_pool, ask_appointed, day_of, known_people,
    limits, person_called, today_for,
};

/// `/cases/{reference}/appoint-review-panel`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AppointReviewPanel,
    path: "/cases/{reference}/appoint-review-panel",
    button: "Record the panel",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

/// A seat: its field, what is asked, what is missing when it is empty, and the field of the ties.
const SEATS: [(&str, &str, &str, &str); 3] = [
    (
        "chair",
        "Chair",
        "Enter the name of the chair",
        "chair-ties",
    ),
    (
        "first-member",
        "First member",
        "Enter the name of the first member",
        "first-member-ties",
    ),
    (
        "second-member",
        "Second member",
        "Enter the name of the second member",
        "second-member-ties",
    ),
];

const NONE: &str = "none";

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Three independent people sit: one in the chair and two others. None of them is a member or officer \
             of the council or married to one, and the Independent Person of Stage 2 does not sit \
             (SI 2006/1738 regs 2 and 19(2) and (3))."
        }
        (must_meet_by(desk))
        p class="govuk-body" { "The day of the meeting starts, counted back from it:" }
        (limits(&desk.desk, &[LimitId::ReviewPanelInvitations, LimitId::ReviewPanelPapers]))
    }
}

/// By when the panel meets.
pub(super) fn must_meet_by(desk: &CaseDesk) -> Markup {
    html! {
        @if let Some(clock) = desk.case().clocks.running_of(LimitId::ReviewPanelMeets) {
            p class="govuk-body" {
                "The panel must meet by " strong { (english_date(clock.due_on())) } " (" (clock.due.source)
                "). There is no extension: a later day agreed with the complainant is still late."
            }
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (about_the_pool(desk, &[PoolPart::PanelMember]))
        @for (field, label, _, ties) in SEATS {
            (ask_appointed(desk, answers, (field, label), PoolPart::PanelMember))
            (answers.any_of(
                ties,
                &format!("What did they declare? ({label})"),
                "Ask each of them. Guidance advises against the last three; they need a reason below.",
                tie_boxes(),
            ))
        }
        (answers.text(
            "despite",
            "Why does somebody sit whom guidance advises against?",
            "Leave it empty if nobody declared anything.",
            3,
        ))
        (answers.date("meets", "When will the panel meet?", "For example, 27 3 2026."))
        (ask_agreed(answers))
        (answers.date("on", "When were they appointed?", "For example, 27 3 2026."))
    }
}

/// When the complainant agreed to a late day.
pub(super) fn ask_agreed(answers: &Answers<'_>) -> Markup {
    answers.date(
        "agreed",
        "If that is after the last day: when did the complainant agree?",
        "Leave it empty otherwise, or if they did not agree.",
    )
}

fn tie_boxes() -> Vec<(String, String)> {
    let mut boxes: Vec<_> = Tie::ALL
        .into_iter()
        .map(|tie| {
            let words = match tie {
                Tie::MemberOrOfficer => "They are a member or officer of the council".to_owned(),
                Tie::MarriedToOne => {
                    "They are the spouse or civil partner of a member or officer".to_owned()
                }
                Tie::LeftLately => {
                    format!("They were a member or officer less than {COOLING_OFF_YEARS} years ago")
                }
                Tie::SatBefore => {
                    "They sat on an earlier panel for the same complainant".to_owned()
                }
                Tie::Conflict => "They have another conflict of interest".to_owned(),
            };
            (tie.code().to_owned(), words)
        })
        .collect();
    boxes.push((NONE.to_owned(), "None of these".to_owned()));
    boxes
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let mut known = known_people(desk);
    let people =
        SEATS.map(|(field, _, missing, _)| person_called(reading, field, missing, &mut known));
    let mut declared = SEATS.map(|(_, label, _, field)| read_ties(reading, field, label));
    let works_here = |person: PersonId| {
        let mut colleagues = desk.desk.colleagues.iter();
        colleagues.any(|officer| PersonId::from(officer.account) == person)
    };
    for (person, ties) in people.iter().zip(&mut declared) {
        if person.is_some_and(works_here) && !ties.contains(&Tie::MemberOrOfficer) {
            ties.insert(0, Tie::MemberOrOfficer);
        }
    }
    let despite = reading.sealed_if_any("despite");
    let meets_on = reading.date("meets", "The day of the meeting");
    let agreed_late_on = reading.date_if_any("agreed", "The date the complainant agreed");
    let on = reading.date("on", "The date they were appointed");
    let [chair, first, second] = people;
    Some(
        AppointReviewPanel {
            chair: chair?,
            members: [first?, second?],
            meets_on: meets_on?,
            agreed_late_on,
            declared: Some(declared),
            despite,
            on: on?,
        }
        .into(),
    )
}

/// What somebody declared; "none of these" has to be said.
fn read_ties(reading: &mut Reading<'_>, field: &str, label: &str) -> Vec<Tie> {
    let ticked: Vec<_> = reading.fields.all(field).collect();
    let ties: Vec<_> = Tie::ALL
        .into_iter()
        .filter(|tie| ticked.contains(&tie.code()))
        .collect();
    let none = ticked.contains(&NONE);
    if ties.is_empty() != none {
        let seat = label.to_lowercase();
        let message = format!("Choose what the {seat} declared, or none of these");
        reading.problems.add(field, &message);
    }
    ties
}

fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::NotIndependent { seat, .. } = refusal {
        match *seat {
            "the first member" => "first-member-ties",
            "the second member" => "second-member-ties",
            _ => "chair-ties",
        }
    } else if matches!(refusal, Refusal::SamePerson { .. }) {
        "second-member"
    } else if let Refusal::Barred { part, .. } = refusal {
        if *part == Role::PanelMember {
            "first-member"
        } else {
            "chair"
        }
    } else if day_of(refusal).contains("meeting") {
        "meets-day"
    } else if day_of(refusal).contains("agreement") {
        "agreed-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
