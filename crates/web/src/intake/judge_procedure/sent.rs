//! What a page of the interview sent: which page it was, and the answers so far.

use casework::action::Command;
use casework::ids::PersonId;
use casework::intake::JudgeProcedure;
use casework::point::PointNumber;
use statute::procedure::interview::{Question, QuestionId, Step, interview};

use super::page::{CHECK, Page, START};
use crate::form::{Fields, Problems};
use crate::recording::{CaseDesk, Reading, today_for};

/// The field that says which page was sent.
pub(super) const ASKED: &str = "asked";
/// The button that goes back to a page.
pub(super) const CHANGE: &str = "change";
/// The fields of a page that was sent.
pub(super) struct Sent<'a>(&'a Fields);

/// The field of the answer to a question.
pub(super) fn field(id: QuestionId) -> String {
    format!("answer-{}", id.code())
}

/// The answers filled in beforehand.
pub(super) fn suggested(desk: &CaseDesk) -> Vec<(String, String)> {
    let case = desk.case();
    let mut fields = today_for("on", desk.desk.today);
    if let Some(arose_on) = case.representation.grounds_arose_on {
        fields.extend(today_for("arose", arose_on));
    }
    let mut tick = |name: &str, value: String| fields.push((name.to_owned(), value));
    for point in case.unjudged_points() {
        tick("points", point.number.0.to_string());
    }
    for child in &case.representation.children {
        tick("children", child.person.to_string());
    }
    if let Some(first) = case.representation.complainants.first() {
        tick("complainant", first.person.to_string());
    }
    fields
}

impl<'a> Sent<'a> {
    pub(super) fn of(fields: &'a Fields) -> Self {
        Self(fields)
    }

    /// How far the answers reach.
    pub(super) fn step(&self) -> Step {
        let answers: Vec<(QuestionId, &str)> = self.answers().collect();
        interview(|id| {
            let mut given = answers.iter();
            given
                .find(|(question, _)| *question == id)
                .map(|(_, answer)| *answer)
        })
    }

    /// Every answer given, whether its question still belongs to the way or not.
    fn answers(&self) -> impl Iterator<Item = (QuestionId, &'a str)> + '_ {
        QuestionId::ALL.iter().filter_map(|id| {
            let answer = self.0.text(&field(*id));
            (!answer.is_empty()).then_some((*id, answer))
        })
    }

    /// The page somebody wants to see again.
    pub(super) fn asked_to_change(&self) -> Option<Page> {
        let wanted = self.0.text(CHANGE);
        if wanted == START {
            return Some(Page::Start);
        }
        QuestionId::from_code(wanted).map(|id| Page::Question(id.question()))
    }

    /// Whether the last page was sent, on which the answers were checked.
    pub(super) fn checked(&self) -> bool {
        self.0.text(ASKED) == CHECK
    }

    /// The page that was sent without what it asked for.
    pub(super) fn unanswered(&self, desk: &CaseDesk) -> Option<(Page, Problems)> {
        let asked = self.0.text(ASKED);
        if asked.is_empty() {
            return Some((Page::Start, Problems::default()));
        }
        let mut reading = Reading::of(self.0);
        if subject(desk, &mut reading).is_none() || !reading.problems.is_empty() {
            return Some((Page::Start, reading.problems));
        }
        let question: &Question = QuestionId::from_code(asked)?.question();
        let name = field(question.id);
        if question.choice(self.0.text(&name)).is_some() {
            return None;
        }
        let mut problems = Problems::default();
        problems.add(&name, "Choose an answer");
        Some((Page::Question(question), problems))
    }
}

/// Whom and what the interview is about.
struct Subject {
    points: Vec<PointNumber>,
    complainant: PersonId,
    children: Vec<PersonId>,
    arose_on: Option<jiff::civil::Date>,
}

fn subject(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Subject> {
    let representation = &desk.case().representation;
    let chosen = |name: &str, value: &str| reading.fields.all(name).any(|typed| typed == value);
    let points: Vec<PointNumber> = desk
        .case()
        .points()
        .iter()
        .map(|point| point.number)
        .filter(|number| chosen("points", &number.0.to_string()))
        .collect();
    let children = representation
        .children
        .iter()
        .map(|child| child.person)
        .filter(|person| chosen("children", &person.to_string()))
        .collect();
    let complainant = representation
        .complainants
        .iter()
        .map(|complainant| complainant.person)
        .find(|person| chosen("complainant", &person.to_string()));
    if points.is_empty() {
        reading
            .problems
            .add("points", "Choose the points that the answers are about");
    }
    if complainant.is_none() {
        reading
            .problems
            .add("complainant", "Choose who the answers are about");
    }
    let arose_on = reading.date_if_any("arose", "The date it happened");
    Some(Subject {
        points,
        complainant: complainant?,
        children,
        arose_on,
    })
}

/// The answers as the command.
pub(super) fn command(
    desk: &CaseDesk,
    sent: &Sent<'_>,
    reading: &mut Reading<'_>,
) -> Option<Command> {
    let subject = subject(desk, reading);
    let note = reading.sealed_if_any("note");
    let on = reading.date("on", "The date it was judged");
    let subject = subject?;
    let command = JudgeProcedure {
        points: subject.points,
        complainant: subject.complainant,
        children: subject.children,
        answers: sent
            .answers()
            .map(|(question, answer)| (question, answer.to_owned()))
            .collect(),
        arose_on: subject.arose_on,
        note,
        on: on?,
    };
    Some(command.into())
}
