//! A complaint as it is planned: who, about what, and how it goes through the stages.
//!
//! Everything is counted in working days from the step before. Writing a plan as a [`Life`] only sets
//! the days; whether each step is lawful is decided by `casework`, as for a person's own entry.

mod telling;

use casework::advocacy::{AdvocateKind, Wanted};
use casework::ids::AccountId;
use casework::intake::Procedure;
use casework::local_resolution::{ActivityKind, ActivityOutcome, ExtensionReason, Instead};
use casework::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanDecision};
use casework::organisation::Place;
use casework::people::{Channel, ChildStatus};
use casework::settings::Code;
use jiff::civil::Date;
use statute::procedure::{Finding, LegalGround, Route};
use statute::working_days::Calendar;
use views::equality::EqualityAnswers;

use self::telling::Telling;
use crate::dice::Dice;
use crate::life::Life;
use crate::pool::Pool;

/// A complaint with everything that will happen to it.
#[derive(Clone, Debug)]
pub struct ComplaintPlan {
    /// Which procedure.
    pub procedure: Procedure,
    /// How it arrives.
    pub channel: Channel,
    /// When it is received.
    pub received_on: Date,
    /// The service it is about.
    pub service: Code,
    /// In what capacity each person complains.
    pub capacities: Vec<Code>,
    /// The child it is about.
    pub child: ChildPlan,
    /// The category of each point, the main one first.
    pub categories: Vec<Code>,
    /// Working days to the acknowledgement; `None` while nobody has sent one.
    pub acknowledged_after: Option<u16>,
    /// Who is asked to answer.
    pub assigned_to: Option<AccountId>,
    /// What came of the offer of an advocate.
    pub advocate: Option<(Wanted, AdvocateKind)>,
    /// Equality answers: the complainant's and the child's.
    pub equality: Vec<EqualityAnswers>,
    /// How it goes on.
    pub course: Course,
    /// What the Ombudsman makes of it, after the case is closed.
    pub ombudsman: Option<OmbudsmanPlan>,
    /// What is known of it beyond that, where a reconstruction says so.
    pub particulars: ParticularsPlan,
    /// Working days from the last step to closing.
    pub closed_after: u16,
}

/// What only some reconstructions say of a complaint.
#[derive(Clone, Debug, Default)]
pub struct ParticularsPlan {
    /// The name of the first complainant; `None` for any name.
    pub name: Option<String>,
    /// The area and the team it is about.
    pub place: Place,
    /// Advocates who help the child who complains, from the day it is taken in.
    pub helped_by: Vec<AdvocateKind>,
    /// What it teaches.
    pub learning: LearningPlan,
}

/// What a complaint teaches.
#[derive(Clone, Debug, Default)]
pub enum LearningPlan {
    /// Chance decides, in words and without actions.
    #[default]
    Chance,
    /// Nothing, which is said when it is closed.
    Nothing,
    /// What these actions change.
    Actions(Vec<ActionPlan>),
}

/// A corrective action, carried out and checked.
#[derive(Clone, Debug)]
pub struct ActionPlan {
    /// Of which kind.
    pub kind: Code,
    /// What it is about.
    pub theme: Code,
    /// What it comes from: the answer at Stage 1, or what came of the request for Stage 2.
    pub from_stage_1: bool,
    /// Whose it is.
    pub owner: AccountId,
    /// Who checks it.
    pub checked_by: AccountId,
}

/// The child a complaint is about.
#[derive(Clone, Copy, Debug)]
pub struct ChildPlan {
    /// The child's standing with the authority.
    pub status: ChildStatus,
    /// The child's age when the complaint is received.
    pub age: u8,
    /// Whether the child is the one who complains.
    pub complains: bool,
}

/// How a complaint goes on once it is recorded.
#[derive(Clone, Debug)]
pub enum Course {
    /// Withdrawn, confirmed in writing after so many working days.
    Withdrawn {
        /// Working days from receipt.
        took: u16,
    },
    /// Not considered, because it is about another body.
    Declined {
        /// Working days from receipt.
        took: u16,
    },
    /// Sent to another route.
    ReferredElsewhere {
        /// Working days from receipt.
        took: u16,
        /// Which.
        route: Route,
    },
    /// Nobody recorded an answer.
    NotRecorded,
    /// Answered at Stage 1.
    Answered(LocalResolutionPlan),
}

/// Stage 1.
#[derive(Clone, Debug)]
pub struct LocalResolutionPlan {
    /// An extension, if there is one.
    pub extension: Option<ExtensionPlan>,
    /// Working days from receipt to the answer.
    pub took: u16,
    /// The finding on each point.
    pub findings: Vec<Finding>,
    /// Whether it is answered by terms agreed with the complainant.
    pub by_terms: bool,
    /// What the complainant does then.
    pub next: AfterLocalResolution,
}

/// An extension of Stage 1 or Stage 2.
#[derive(Clone, Copy, Debug)]
pub struct ExtensionPlan {
    /// Working days from the start of the stage to the decision.
    pub decided_after: u16,
    /// Working days from the start of the stage to the new last day.
    pub until: u16,
    /// Why.
    pub reason: ExtensionReason,
    /// Whether the complainant is told.
    pub notified: bool,
}

/// What a complainant does with a Stage 1 answer.
#[derive(Clone, Debug)]
pub enum AfterLocalResolution {
    /// Nothing.
    Satisfied,
    /// Asks for Stage 2 and takes the request back.
    TakenBack {
        /// Working days from the answer to the request.
        asked_after: u16,
        /// Working days from the request to taking it back.
        back_after: u16,
        /// What was done in place of Stage 2.
        instead: InPlace,
    },
    /// Asks for Stage 2.
    Investigated(InvestigationPlan),
}

/// What was done in place of Stage 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InPlace {
    /// Nothing.
    Nothing,
    /// A meeting was held.
    Meeting,
    /// A manager who was not involved reviewed it, or somebody independent mediated.
    Activity(ActivityKind, ActivityOutcome),
    /// Another route, or the service once more.
    Agreed(Instead),
}

/// Stage 2.
#[derive(Clone, Debug)]
pub struct InvestigationPlan {
    /// Working days from the Stage 1 answer to the request.
    pub asked_after: u16,
    /// Working days from the request to the answer.
    pub took: u16,
    /// The finding on each point.
    pub findings: Vec<Finding>,
    /// Stage 3, if it is asked for.
    pub panel: Option<ReviewPanelPlan>,
}

/// Stage 3.
#[derive(Clone, Copy, Debug)]
pub struct ReviewPanelPlan {
    /// Working days from the Stage 2 answer to the request.
    pub asked_after: u16,
    /// Working days from the request to the meeting.
    pub meets_after: u16,
    /// Working days from the meeting to the report.
    pub reports_after: u16,
    /// Working days from the report to the director's response.
    pub answered_after: u16,
}

/// A case at the Ombudsman.
#[derive(Clone, Debug)]
pub struct OmbudsmanPlan {
    /// Working days from closing to the Ombudsman's letter.
    pub asked_after: u16,
    /// Working days from the letter to the decision.
    pub decided_after: u16,
    /// The decision.
    pub decision: Code,
}

impl ComplaintPlan {
    /// Working days from receipt to closing.
    pub fn length(&self) -> u16 {
        self.closed_after
            + match &self.course {
                Course::Withdrawn { took }
                | Course::Declined { took }
                | Course::ReferredElsewhere { took, .. } => *took,
                Course::NotRecorded => 0,
                Course::Answered(stage) => stage.length(),
            }
    }

    /// Working days from receipt to the Ombudsman's decision, or to closing when there is none.
    pub fn whole_length(&self) -> u16 {
        let ombudsman = self
            .ombudsman
            .as_ref()
            .map_or(0, |plan| plan.asked_after + plan.decided_after);
        self.length() + ombudsman
    }

    /// Writes the plan as a life, as far as it has gone on a day. Without a pool those whom it appoints are known by
    /// their ids alone.
    pub fn live(
        &self,
        pool: Option<&Pool>,
        dice: &mut Dice,
        until: Date,
        calendar: &Calendar,
    ) -> Life {
        let mut telling = Telling::new(self, pool, dice.fork(), until, calendar);
        telling.record();
        telling.intake();
        let Some(last) = telling.course() else {
            return telling.life;
        };
        let closed_on = telling.day(last, self.closed_after);
        let notice = telling.closing_notice(closed_on);
        telling.close(notice, closed_on);
        if let Some(plan) = &self.ombudsman {
            let opened_on = telling.day(closed_on, plan.asked_after);
            let decided_on = telling.day(opened_on, plan.decided_after);
            let decision = plan.decision.clone();
            telling
                .life
                .then(opened_on, |_| RecordOmbudsmanCase::on(opened_on));
            telling.life.then(decided_on, |_| {
                RecordOmbudsmanDecision::new(decision, decided_on)
            });
        }
        telling.life
    }
}

impl LocalResolutionPlan {
    fn length(&self) -> u16 {
        self.took
            + match &self.next {
                AfterLocalResolution::Satisfied => 0,
                AfterLocalResolution::TakenBack {
                    asked_after,
                    back_after,
                    ..
                } => asked_after + back_after,
                AfterLocalResolution::Investigated(stage) => stage.length(),
            }
    }
}

impl InvestigationPlan {
    fn length(&self) -> u16 {
        self.asked_after + self.took + self.panel.map_or(0, ReviewPanelPlan::length)
    }
}

impl ReviewPanelPlan {
    fn length(self) -> u16 {
        self.asked_after + self.meets_after + self.reports_after + self.answered_after
    }
}

/// The ground on which somebody in a capacity usually complains.
///
/// Reading: capacities are the report's words and grounds the law's; the usual one is taken here, where
/// an officer would ask.
pub fn usual_ground(capacity: &Code) -> LegalGround {
    match capacity.as_str() {
        "parent" => LegalGround::Parent,
        "carer" | "foster_carer" => LegalGround::FosterCarer,
        "care_leaver" => LegalGround::CareLeaver,
        "young_person"
        | "unaccompanied_young_person"
        | "child_looked_after"
        | "child_in_need"
        | "child_on_cp_plan" => LegalGround::Child,
        "kinship_or_special_guardian" => LegalGround::SpecialGuardianship,
        "adopter" | "adopted_person" => LegalGround::Adoption,
        _ => LegalGround::Other,
    }
}
