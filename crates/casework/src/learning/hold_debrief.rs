//! Hold a debrief.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::local_resolution::ActivityKind;
use crate::refusal::{LearningFault, Refusal};
use crate::settings::{Code, Settings};

/// Record that those concerned met to talk over what a complaint taught: after an investigation, a review or a mediated
/// meeting, also when the case is closed.
///
/// Source: council policy: plans that were only sent round were nobody’s; a team that met kept what it learned.
#[derive(Clone, Debug)]
pub struct HoldDebrief {
    /// Who met, and what was learned.
    pub debrief: Debrief,
    /// The day.
    pub on: Date,
}

/// A debrief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debrief {
    /// Who was there, by part, and how many; each part once.
    pub attended: Vec<Attended>,
    /// Their names, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub names: Option<Sealed>,
    /// What was learned, sealed.
    pub learned: Sealed,
    /// What it was about, from the authority’s list of themes.
    pub themes: Vec<Code>,
}

/// How many people were at a debrief in one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// In which part.
    pub part: DebriefPart,
    /// How many; never none.
    pub people: u16,
}

/// In what part people come to a debrief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DebriefPart {
    /// Workers of the team it was about.
    Team,
    /// Managers of the service.
    Managers,
    /// The complaints team.
    ComplaintsTeam,
    /// Those who investigated or reviewed it.
    Investigators,
    /// Anybody else.
    Others,
}

impl DebriefPart {
    /// Every part, in the order a form lists them.
    pub const ALL: [Self; 5] = [
        Self::Team,
        Self::Managers,
        Self::ComplaintsTeam,
        Self::Investigators,
        Self::Others,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Team => "Workers of the team",
            Self::Managers => "Managers of the service",
            Self::ComplaintsTeam => "The complaints team",
            Self::Investigators => "Those who investigated or reviewed it",
            Self::Others => "Others",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Managers => "managers",
            Self::ComplaintsTeam => "complaints_team",
            Self::Investigators => "investigators",
            Self::Others => "others",
        }
    }
}

impl HoldDebrief {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, nothing has been looked into that could be talked over, nobody was there, a
    /// part is given twice, there is no theme or one that is not in the authority’s list, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let since = case.may_be_debriefed("a debrief")?;
        law.happened("the debrief", self.on, ("what is talked over", since))?;
        let debrief = &self.debrief;
        let mut parts: Vec<_> = debrief.attended.iter().map(|each| each.part).collect();
        parts.sort();
        let twice = parts.array_windows().any(|[one, next]| one == next);
        let nobody = debrief.attended.iter().any(|each| each.people == 0);
        if parts.is_empty() || twice || nobody {
            return Err(LearningFault::NobodyAttended.into());
        }
        if debrief.themes.is_empty() {
            return Err(LearningFault::NoTheme.into());
        }
        for theme in &debrief.themes {
            Settings::listed("themes", &law.settings.learning.themes, theme)?;
        }
        let event = Event::DebriefHeld(Box::new(debrief.clone()));
        Ok(vec![Fact::new(self.on, event)])
    }
}

impl Case {
    /// The day since which there is something to talk over: the first answer to an investigation or a corporate review,
    /// or the first review or mediated meeting.
    ///
    /// Reading: a meeting with the complainant alone is part of Stage 1; what it taught is said with the answer.
    pub(crate) fn may_be_debriefed(&self, asked: &'static str) -> Result<Date, Refusal> {
        self.complaint(asked)?;
        let second = self.investigation.iter();
        let answers = second.flat_map(|stage| stage.earlier.iter().chain(&stage.answered));
        let answers = answers.map(|(on, _)| *on);
        let tried = self.activities.iter();
        let tried = tried.filter(|(_, activity)| activity.kind != ActivityKind::Meeting);
        let since = answers.chain(tried.map(|(on, _)| *on)).min();
        since.ok_or(LearningFault::NothingToDebrief.into())
    }

    /// Whether a debrief is called for: there is something to talk over, and nobody has met.
    pub fn calls_for_a_debrief(&self) -> bool {
        self.debriefs.is_empty() && self.may_be_debriefed("a debrief").is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::ActionOrigin;
    use crate::local_resolution::RecordActivity;
    use crate::story::{
        at_investigation, close, day, fixture, given, record_complaint, stage_2_answered,
    };

    fn debrief(attended: &[(DebriefPart, u16)], on: &str) -> HoldDebrief {
        let attended = attended.iter();
        HoldDebrief {
            debrief: Debrief {
                attended: attended
                    .map(|(part, people)| Attended {
                        part: *part,
                        people: *people,
                    })
                    .collect(),
                names: None,
                learned: fixture::sealed(72),
                themes: vec![Code::new("delay")],
            },
            on: day(on),
        }
    }

    fn of_the_team(on: &str) -> HoldDebrief {
        debrief(&[(DebriefPart::Team, 4)], on)
    }

    fn tried(kind: ActivityKind) -> RecordActivity {
        RecordActivity {
            kind,
            agreed_on: day("2015-04-01"),
            result: None,
            outcome: None,
            on: day("2015-04-02"),
        }
    }

    #[test]
    fn somebody_has_to_be_there_and_each_part_is_counted_once() {
        let team = (DebriefPart::Team, 1);
        for (attended, lawful) in [
            (&[team][..], true),
            (&[team, (DebriefPart::Managers, 2)], true),
            (&[], false),
            (&[(DebriefPart::Team, 0)], false),
            (&[team, team], false),
        ] {
            let then = given(stage_2_answered()).when(debrief(attended, "2015-08-06"));
            if lawful {
                then.then_accepted();
            } else {
                then.then_refused(&LearningFault::NobodyAttended.into());
            }
        }
    }

    #[test]
    fn a_debrief_has_a_theme_of_the_list() {
        let mut silent = of_the_team("2015-08-06");
        silent.debrief.themes.clear();
        given(stage_2_answered())
            .when(silent)
            .then_refused(&LearningFault::NoTheme.into());
    }

    #[test]
    fn it_follows_the_answer_to_an_investigation_also_when_the_case_is_closed() {
        let nothing = LearningFault::NothingToDebrief.into();
        given([record_complaint()])
            .when(of_the_team("2015-08-06"))
            .then_refused(&nothing);
        given(at_investigation())
            .when(of_the_team("2015-08-06"))
            .then_refused(&nothing);
        given(stage_2_answered())
            .when(of_the_team("2015-08-04"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the debrief",
                on: day("2015-08-04"),
                earliest: "what is talked over",
                earliest_on: day("2015-08-05"),
            });
        given(stage_2_answered())
            .when(of_the_team("2015-08-05"))
            .then_accepted();
        given(stage_2_answered())
            .and(close("2015-09-10"))
            .when(of_the_team("2015-09-11"))
            .then_accepted();
    }

    #[test]
    fn it_follows_a_review_or_mediation_and_not_a_meeting() {
        for (kind, lawful) in [
            (ActivityKind::Meeting, false),
            (ActivityKind::Mediation, true),
            (ActivityKind::Conciliation, true),
            (ActivityKind::ManagementReview, true),
            (ActivityKind::PeerReview, true),
        ] {
            let then = given([record_complaint(), tried(kind).into()]);
            let then = then.when(of_the_team("2015-04-02"));
            if lawful {
                then.then_accepted();
            } else {
                then.then_refused(&LearningFault::NothingToDebrief.into());
            }
        }
    }

    #[test]
    fn an_answered_investigation_calls_for_a_debrief_and_actions_may_come_from_it() {
        let before = given([record_complaint()]).case().expect("it is recorded");
        assert!(!before.calls_for_a_debrief());
        let answered = given(stage_2_answered()).case().expect("it is recorded");
        assert!(answered.calls_for_a_debrief());
        assert!(!ActionOrigin::Debrief.is_in(&answered));
        let then = given(stage_2_answered()).when(of_the_team("2015-08-06"));
        assert!(!then.after().calls_for_a_debrief());
        assert!(ActionOrigin::Debrief.is_in(&then.after()));
    }
}
