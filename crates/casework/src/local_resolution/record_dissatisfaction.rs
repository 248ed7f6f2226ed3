//! Record that the complainant is not content with an answer, before anything is asked for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record what the complainant said after an answer, what was tried about it and what came of that.
///
/// It is a conversation and no stage: it uses up no right, ends and stops no time limit, and asking for the next stage
/// needs none. Who asks for the next stage in it has asked: that is recorded as the request it is.
///
/// Source: procedure REP-15.4 and REP-15.5, meetings are tried with agreement and are no stage.
#[derive(Clone, Debug)]
pub struct RecordDissatisfaction {
    /// What they said, in their words.
    pub said: Option<Sealed>,
    /// The meeting about it, if there was one.
    pub meeting: Option<MeetingHeld>,
    /// What came of it.
    pub came_of: Afterwards,
    /// The day they told the authority.
    pub told_on: Date,
}

/// A meeting with the complainant about an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingHeld {
    /// The day.
    pub on: Date,
    /// Who met them.
    pub with: Vec<MetBy>,
}

/// Who meets a complainant about an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MetBy {
    /// The manager of the service.
    Manager,
    /// Somebody of the complaints team.
    ComplaintsOfficer,
    /// Somebody else of the authority.
    SomebodyElse,
}

/// What came of talking about an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Afterwards {
    /// They are content.
    Content,
    /// They ask for the next stage.
    AsksForTheNextStage,
    /// They took back what they had asked for.
    WithdrewTheRequest,
    /// Nothing yet.
    Open,
}

/// What was said after an answer, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissatisfaction {
    /// What they said, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Sealed>,
    /// The meeting about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingHeld>,
    /// What came of it.
    pub came_of: Afterwards,
}

impl RecordDissatisfaction {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, nothing was answered yet, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let answered_on = case.answered_and_talked_about()?;
        law.happened(
            "telling us",
            self.told_on,
            ("the Stage 1 answer", answered_on),
        )?;
        if let Some(meeting) = &self.meeting {
            law.happened("the meeting", meeting.on, ("telling us", self.told_on))?;
        }
        let event = Event::DissatisfactionRecorded(Dissatisfaction {
            said: self.said.clone(),
            meeting: self.meeting.clone(),
            came_of: self.came_of,
        });
        Ok(vec![Fact::new(self.told_on, event)])
    }
}

impl MetBy {
    /// Everybody, in the order a form lists them.
    pub const ALL: [Self; 3] = [Self::Manager, Self::ComplaintsOfficer, Self::SomebodyElse];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Manager => "The manager of the service",
            Self::ComplaintsOfficer => "The complaints officer",
            Self::SomebodyElse => "Somebody else",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::ComplaintsOfficer => "complaints_officer",
            Self::SomebodyElse => "somebody_else",
        }
    }
}

impl Afterwards {
    /// Everything that can come of it, in the order a form lists it.
    pub const ALL: [Self; 4] = [
        Self::Content,
        Self::AsksForTheNextStage,
        Self::WithdrewTheRequest,
        Self::Open,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Content => "They are content",
            Self::AsksForTheNextStage => "They ask for the next stage",
            Self::WithdrewTheRequest => "They took back their request for the next stage",
            Self::Open => "Nothing yet",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::AsksForTheNextStage => "asks_for_the_next_stage",
            Self::WithdrewTheRequest => "withdrew_the_request",
            Self::Open => "open",
        }
    }
}

impl Case {
    /// The day of the Stage 1 answer, after which a complainant may say that they are not content with it; closing
    /// ends no such conversation.
    pub(crate) fn answered_and_talked_about(&self) -> Result<Date, Refusal> {
        self.complaint("dissatisfaction with an answer")?;
        let first = self.local_resolution.as_ref();
        let answered = first.and_then(|stage| stage.answered.as_ref());
        answered
            .map(|(on, _)| *on)
            .ok_or(Refusal::NotYet(NotYet::Answered))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::story::{
        close, contact, day, fixture, given, record_complaint, request_investigation, respond,
    };

    fn told(told_on: &str, met_on: Option<&str>) -> RecordDissatisfaction {
        RecordDissatisfaction {
            said: Some(fixture::sealed(60)),
            meeting: met_on.map(|on| MeetingHeld {
                on: day(on),
                with: vec![MetBy::Manager, MetBy::ComplaintsOfficer],
            }),
            came_of: Afterwards::Content,
            told_on: day(told_on),
        }
    }

    fn answered() -> [Command; 2] {
        [record_complaint(), respond("2015-04-13")]
    }

    #[test]
    fn it_uses_up_no_right_and_touches_no_clock() {
        let before = given(answered());
        let before = before.case().expect("it is recorded");
        let then = given(answered()).when(told("2015-04-20", Some("2015-04-24")));
        then.then_accepted();
        then.then_clocks(&[]);
        assert_eq!(then.after().clocks, before.clocks);
        given(answered())
            .and(told("2015-04-20", Some("2015-04-24")))
            .when(request_investigation("2015-05-06"))
            .then_accepted();
    }

    #[test]
    fn there_is_an_answer_first_and_closing_ends_no_conversation() {
        given([record_complaint()])
            .when(told("2015-04-20", None))
            .then_refused(&Refusal::NotYet(NotYet::Answered));
        given(answered())
            .and(close("2015-05-13"))
            .when(told("2015-05-14", None))
            .then_accepted();
        given([contact(crate::intake::RepresentationKind::Comment)])
            .when(told("2015-04-20", None))
            .then_refused(&Refusal::WrongKind {
                action: "dissatisfaction with an answer",
                wanted: "complaints",
                is: "a comment",
            });
    }

    #[test]
    fn nobody_is_met_about_it_before_it_was_said_and_nothing_is_said_before_the_answer() {
        given(answered())
            .when(told("2015-04-12", None))
            .then_refused(&Refusal::BeforeItCould {
                what: "telling us",
                on: day("2015-04-12"),
                earliest: "the Stage 1 answer",
                earliest_on: day("2015-04-13"),
            });
        given(answered())
            .when(told("2015-04-13", None))
            .then_accepted();
        given(answered())
            .when(told("2015-04-20", Some("2015-04-19")))
            .then_refused(&Refusal::BeforeItCould {
                what: "the meeting",
                on: day("2015-04-19"),
                earliest: "telling us",
                earliest_on: day("2015-04-20"),
            });
        given(answered())
            .when(told("2015-04-20", Some("2015-04-20")))
            .then_accepted();
    }
}
