//! Judge which procedure a point belongs to.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;
use statute::procedure::interview::{
    Answered, Beside, Goes, Judgement, Leaf, QuestionId, Step, Timeliness, interview, timeliness,
};
use statute::procedure::{LegalGround, Procedure, Route};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::point::{Point, PointNumber};
use crate::refusal::Refusal;
use crate::settings::Code;

/// Record the answers that show which procedure points belong to, for one complainant.
///
/// Source: SI 2006/1738 regs 3 to 5, 8, 9 and 12; the procedure is decided on receipt and the complainant told which and
/// why (LGSCO fact sheet on the procedure). A point accepted at Stage 1 stays in the statutory procedure (LGSCO decisions
/// 22 008 976 and 21 018 463). Recording a judgement moves nothing: it says why whatever follows was right. Only a data-protection
/// complaint has to be acknowledged from then on, whatever else becomes of it.
#[derive(Clone, Debug)]
pub struct JudgeProcedure {
    /// The points the answers are about.
    pub points: Vec<PointNumber>,
    /// The complainant they are about: another may have another way.
    pub complainant: PersonId,
    /// The children they are about; empty where no child is recorded.
    pub children: Vec<PersonId>,
    /// The code of the answer to each question. Answers to questions that are not asked are left out.
    pub answers: Vec<(QuestionId, String)>,
    /// When the matter arose, or last happened, as far as known.
    pub arose_on: Option<Date>,
    /// What was weighed, in the officer’s words.
    pub note: Option<Sealed>,
    /// The day it was judged.
    pub on: Date,
}

/// What was judged, as the record keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureJudged {
    /// The points, in order.
    pub points: Vec<PointNumber>,
    /// For whom.
    pub complainant: PersonId,
    /// About which children.
    #[serde(default)]
    pub children: Vec<PersonId>,
    /// Every question that was asked, with its answer and the authority for what follows from it.
    pub answers: Vec<RecordedAnswer>,
    /// Where it leads.
    pub leaf: Leaf,
    /// The head of the Act under which the person complains, where it was asked.
    #[serde(default)]
    pub ground: Option<LegalGround>,
    /// What was set going at once beside it.
    #[serde(default)]
    pub beside: Vec<Route>,
    /// When the matter arose, with the last day of its year as counted then.
    #[serde(default)]
    pub arose: Option<Arose>,
    /// What was weighed, sealed.
    #[serde(default)]
    pub note: Option<Sealed>,
}

/// One question with its answer, as codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedAnswer {
    /// The question.
    pub question: Code,
    /// The answer.
    pub answer: Code,
    /// The authority cited for it then.
    pub source: String,
}

/// When a matter arose, and the last day on which complaining of it was in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arose {
    /// The day.
    pub on: Date,
    /// The last day of the year.
    pub until: Date,
}

impl JudgeProcedure {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint or has left the procedure, the points or people are not of this case, the
    /// interview is not finished, its answer about time does not go with the dates, or a point that was answered at Stage 1
    /// would leave the statutory procedure.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("judging the procedure")?;
        case.still_running()?;
        law.happened("the judgement", self.on, ("the receipt", case.received_on))?;
        let points = self.points_of(case)?;
        self.check_people(case)?;
        let judgement = self.judgement()?;
        let arose = self.check_time(&judgement, case, law)?;
        stays_where_it_was_answered(judgement.leaf, case)?;
        let judged = ProcedureJudged {
            points,
            complainant: self.complainant,
            children: self.children.clone(),
            answers: judgement.answered.iter().map(recorded).collect(),
            leaf: judgement.leaf,
            ground: judgement.ground(),
            beside: judgement.beside().map(Beside::route).collect(),
            arose,
            note: self.note.clone(),
        };
        let clocks = match judgement.leaf.goes() {
            Goes::By(Route::DataProtection) => case.is_a_data_protection_complaint(law, None)?,
            Goes::By(_)
            | Goes::Into(_)
            | Goes::NextStage
            | Goes::Waits(_)
            | Goes::Register
            | Goes::NotConsidered => Vec::new(),
        };
        Ok(vec![Fact {
            on: self.on,
            event: Event::ProcedureJudged(Box::new(judged)),
            clocks,
        }])
    }

    fn points_of(&self, case: &Case) -> Result<Vec<PointNumber>, Refusal> {
        if self.points.is_empty() {
            return Err(Refusal::NoPointChosen);
        }
        let mut points = self.points.clone();
        points.sort_unstable();
        points.dedup();
        match points.iter().find(|number| case.point(**number).is_none()) {
            Some(unknown) => Err(Refusal::NoSuchPoint(*unknown)),
            None => Ok(points),
        }
    }

    fn check_people(&self, case: &Case) -> Result<(), Refusal> {
        let representation = &case.representation;
        let complains = representation
            .complainants
            .iter()
            .any(|complainant| complainant.person == self.complainant);
        if !complains {
            return Err(Refusal::NotInTheCase("complainant"));
        }
        let known = |person: &PersonId| {
            let mut children = representation.children.iter();
            children.any(|child| child.person == *person)
        };
        if self.children.iter().all(known) {
            Ok(())
        } else {
            Err(Refusal::NotInTheCase("child"))
        }
    }

    fn judgement(&self) -> Result<Judgement, Refusal> {
        let given = |id: QuestionId| {
            let mut answers = self.answers.iter();
            answers
                .find(|(question, _)| *question == id)
                .map(|(_, answer)| answer.as_str())
        };
        match interview(given) {
            Step::End(judgement) => Ok(judgement),
            Step::Ask { question, .. } => Err(Refusal::InterviewNotFinished(question.title)),
        }
    }

    /// The year of the matter; refused when the answer about time says otherwise than the dates.
    fn check_time(
        &self,
        judgement: &Judgement,
        case: &Case,
        law: &Law<'_>,
    ) -> Result<Option<Arose>, Refusal> {
        let Some(arose_on) = self.arose_on else {
            return Ok(None);
        };
        law.happened(
            "the receipt",
            case.received_on,
            ("the matter complained about", arose_on),
        )?;
        let until = law.due(LimitId::MadeWithinAYear, arose_on)?.due_on;
        let counted = timeliness(arose_on, case.received_on, law.calendar)?;
        let said = judgement
            .answered
            .iter()
            .find(|answered| answered.question.id == QuestionId::Time)
            .map(|answered| answered.choice.code);
        let against = matches!(
            (said, counted),
            (Some("within"), Timeliness::Late { .. }) | (Some("late"), Timeliness::InTime { .. })
        );
        if against {
            return Err(Refusal::AnswerAgainstDates {
                arose_on,
                until,
                received_on: case.received_on,
            });
        }
        Ok(Some(Arose {
            on: arose_on,
            until,
        }))
    }
}

/// A point answered at Stage 1 of the statutory procedure does not leave it.
fn stays_where_it_was_answered(leaf: Leaf, case: &Case) -> Result<(), Refusal> {
    let answered = case
        .local_resolution
        .as_ref()
        .and_then(|stage| stage.answered.as_ref());
    let (Some((on, _)), Some(Procedure::ChildrenAct)) = (answered, case.procedure()) else {
        return Ok(());
    };
    match leaf.goes() {
        Goes::Into(Procedure::ChildrenAct) | Goes::NextStage | Goes::Waits(_) => Ok(()),
        Goes::Into(Procedure::Corporate) | Goes::By(_) | Goes::Register | Goes::NotConsidered => {
            Err(Refusal::AcceptedAtStage1(*on))
        }
    }
}

fn recorded(answered: &Answered) -> RecordedAnswer {
    RecordedAnswer {
        question: Code::new(answered.question.id.code()),
        answer: Code::new(answered.choice.code),
        source: answered.choice.source.text.to_owned(),
    }
}

impl Case {
    /// What was judged of a point, the first judgement first: a later one never takes an earlier one away.
    pub fn judgements_of(
        &self,
        point: PointNumber,
    ) -> impl DoubleEndedIterator<Item = &(Date, ProcedureJudged)> {
        self.judgements
            .iter()
            .filter(move |(_, judged)| judged.points.contains(&point))
    }

    /// The points of which nobody has judged the procedure.
    pub fn unjudged_points(&self) -> impl Iterator<Item = &Point> {
        self.points()
            .iter()
            .filter(|point| self.judgements_of(point.number).next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PersonId;
    use crate::intake::RepresentationKind;
    use crate::refusal::NotYet;
    use crate::story::{
        close, contact, day, fixture, given, record_complaint, respond, two_points,
    };
    use uuid::Uuid;

    const STATUTORY: &str = "safety=none wish=complain speaker=self body=own area=help help=in_need person=parent_without \
                             earlier=no time=within proceedings=none";
    const DATA: &str =
        "safety=none wish=complain speaker=self body=own area=information information=personal";
    const LATE: &str = "safety=none wish=complain speaker=self body=own area=help help=in_need person=parent earlier=no \
                        time=late expected=not_reasonable still_fair=yes proceedings=none";

    fn judge(answers: &str, points: &[u16]) -> JudgeProcedure {
        let complaint = fixture::complaint();
        JudgeProcedure {
            points: points.iter().copied().map(PointNumber).collect(),
            complainant: complaint.complainants[0].person,
            children: vec![complaint.children[0].person],
            answers: answers
                .split_whitespace()
                .map(|pair| pair.split_once('=').expect("question=answer"))
                .map(|(question, answer)| {
                    let question = QuestionId::from_code(question).expect("a question");
                    (question, answer.to_owned())
                })
                .collect(),
            arose_on: None,
            note: None,
            on: day("2015-03-27"),
        }
    }

    fn stranger() -> PersonId {
        PersonId(Uuid::from_u128(999))
    }

    #[test]
    fn every_answer_is_recorded_with_its_citation_and_no_clock_moves() {
        let mut command = judge(STATUTORY, &[1]);
        command
            .answers
            .push((QuestionId::Interest, "no".to_owned()));
        let case = given([record_complaint()]).when(command).after();
        let (on, judged) = &case.judgements[0];
        assert_eq!(*on, day("2015-03-27"));
        assert_eq!(judged.leaf, Leaf::Statutory);
        assert_eq!(judged.ground, Some(LegalGround::Parent));
        // The answer about interest was not asked for.
        assert_eq!(judged.answers.len(), 10);
        let time = &judged.answers[8];
        assert_eq!(
            (time.question.as_str(), time.answer.as_str()),
            ("time", "within")
        );
        assert_eq!(time.source, "SI 2006/1738 reg 9");
        assert!(case.unjudged_points().next().is_none());
        given([record_complaint()])
            .when(judge(STATUTORY, &[1]))
            .then_clocks(&[]);
    }

    #[test]
    fn one_person_may_have_the_statutory_procedure_for_one_point_and_data_protection_for_another() {
        let case = given([two_points(), judge(STATUTORY, &[1]).into()])
            .when(judge(DATA, &[2]))
            .after();
        let leaf = |point| {
            let mut judgements = case.judgements_of(PointNumber(point));
            judgements.next_back().map(|(_, judged)| judged.leaf)
        };
        assert_eq!(leaf(1), Some(Leaf::Statutory));
        assert_eq!(leaf(2), Some(Leaf::DataProtection));
    }

    #[test]
    fn a_later_judgement_keeps_the_first() {
        let case = given([record_complaint(), judge(DATA, &[1]).into()])
            .when(judge(STATUTORY, &[1]))
            .after();
        let leaves: Vec<_> = case
            .judgements_of(PointNumber(1))
            .map(|(_, judged)| judged.leaf)
            .collect();
        assert_eq!(leaves, [Leaf::DataProtection, Leaf::Statutory]);
    }

    #[test]
    fn an_unfinished_interview_is_refused_with_the_question_that_is_open() {
        let command = judge("safety=none wish=complain", &[1]);
        given([record_complaint()])
            .when(command)
            .then_refused(&Refusal::InterviewNotFinished("Who is speaking?"));
    }

    #[test]
    fn points_and_people_must_be_of_the_case() {
        given([record_complaint()])
            .when(judge(STATUTORY, &[]))
            .then_refused(&Refusal::NoPointChosen);
        given([record_complaint()])
            .when(judge(STATUTORY, &[1, 2]))
            .then_refused(&Refusal::NoSuchPoint(PointNumber(2)));
        let mut command = judge(STATUTORY, &[1]);
        command.complainant = stranger();
        given([record_complaint()])
            .when(command)
            .then_refused(&Refusal::NotInTheCase("complainant"));
        let mut command = judge(STATUTORY, &[1]);
        command.children.push(stranger());
        given([record_complaint()])
            .when(command)
            .then_refused(&Refusal::NotInTheCase("child"));
    }

    #[test]
    fn the_answer_about_time_goes_with_the_dates_on_both_sides_of_the_year() {
        // Received on 26 March 2015: what arose on 26 March 2014 is in time, the day before is late.
        let arose = |answers, on: &str| JudgeProcedure {
            arose_on: Some(day(on)),
            ..judge(answers, &[1])
        };
        let against = |on: &str, until: &str| Refusal::AnswerAgainstDates {
            arose_on: day(on),
            until: day(until),
            received_on: day("2015-03-26"),
        };
        let accepted = given([record_complaint()])
            .when(arose(STATUTORY, "2014-03-26"))
            .after();
        let until = accepted.judgements[0].1.arose.map(|arose| arose.until);
        assert_eq!(until, Some(day("2015-03-26")));
        given([record_complaint()])
            .when(arose(STATUTORY, "2014-03-25"))
            .then_refused(&against("2014-03-25", "2015-03-25"));
        given([record_complaint()])
            .when(arose(LATE, "2014-03-25"))
            .then_accepted();
        given([record_complaint()])
            .when(arose(LATE, "2014-03-26"))
            .then_refused(&against("2014-03-26", "2015-03-26"));
    }

    #[test]
    fn a_point_answered_at_stage_1_does_not_leave_the_statutory_procedure() {
        let later = |answers| JudgeProcedure {
            on: day("2015-04-14"),
            ..judge(answers, &[1])
        };
        given([record_complaint(), respond("2015-04-13")])
            .when(later(DATA))
            .then_refused(&Refusal::AcceptedAtStage1(day("2015-04-13")));
        given([record_complaint(), respond("2015-04-13")])
            .when(later(STATUTORY))
            .then_accepted();
        given([record_complaint()])
            .when(later(DATA))
            .then_accepted();
    }

    #[test]
    fn only_a_complaint_that_is_still_running_is_judged() {
        given([
            record_complaint(),
            respond("2015-04-13"),
            close("2015-04-14"),
        ])
        .when(judge(STATUTORY, &[1]))
        .then_refused(&Refusal::Closed(day("2015-04-14")));
        given([contact(RepresentationKind::Enquiry)])
            .when(judge(STATUTORY, &[1]))
            .then_refused(&Refusal::WrongKind {
                action: "judging the procedure",
                wanted: "complaints",
                is: "an enquiry",
            });
        given([])
            .when(judge(STATUTORY, &[1]))
            .then_refused(&Refusal::NotYet(NotYet::Recorded));
        given([record_complaint()])
            .on("2015-03-26")
            .when(judge(STATUTORY, &[1]))
            .then_refused(&Refusal::InTheFuture {
                what: "the judgement",
                on: day("2015-03-27"),
                today: day("2015-03-26"),
            });
    }
}
