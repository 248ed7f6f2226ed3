//! Refuse a request for the next stage.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::closure::{NextRight, NoticeOfRights};
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};
use crate::intake::Procedure;
use crate::investigation::Investigation;
use crate::law::Law;
use crate::refusal::{EscalationFault, NotYet, Refusal};

/// Refuse Stage 2 or Stage 3, on one of the few lawful grounds, with reasons and a second person.
///
/// Source: once a complaint was accepted at Stage 1 the next stages may not be refused because nothing
/// more is expected of them (Ombudsman 22 008 976, 21 018 463, 24 015 996). What is left: somebody asks
/// who is not the complainant; every stage is behind; a panel is asked for after its time (SI 2006/1738
/// reg 18). The person is told of the Ombudsman.
#[derive(Clone, Debug)]
pub struct RefuseEscalation {
    /// What was asked for.
    pub to: Escalation,
    /// On what ground it is refused.
    pub ground: EscalationGround,
    /// The reasons given.
    pub reasons: Sealed,
    /// The second person who agreed; never the one who records it.
    pub agreed_by: AccountId,
    /// The day it was asked for.
    pub asked_on: Date,
    /// What the letter says about the next right.
    pub notice: Option<NoticeOfRights>,
    /// The day the letter was sent.
    pub on: Date,
}

/// A next stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Escalation {
    /// Stage 2.
    Investigation,
    /// Stage 3.
    ReviewPanel,
}

/// A lawful ground to refuse the next stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EscalationGround {
    /// Whoever asks is not the complainant and does not act for them.
    NotTheComplainant,
    /// The same complaint has been through every stage.
    AlreadyConsidered,
    /// A panel is asked for after its time, and there is no reason to allow it.
    TooLateForAPanel,
}

/// A request for the next stage that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscalationRefused {
    /// What was asked for.
    pub to: Escalation,
    /// On what ground it was refused.
    pub ground: EscalationGround,
    /// The reasons given, sealed.
    pub reasons: Sealed,
    /// The second person who agreed.
    pub agreed_by: AccountId,
    /// The day it was asked for.
    pub asked_on: Date,
    /// What the letter says about the next right.
    pub notice: NoticeOfRights,
}

impl RefuseEscalation {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the ground is not lawful here, the stage cannot be asked for or has begun, the
    /// Ombudsman is not named, the second person is complained about, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("refusing the next stage")?;
        if case.departure.is_some() {
            case.still_running()?;
        }
        let (answered_on, asked_on) = self.to.open_request(case)?;
        if asked_on.is_some() {
            case.not_wholly_deferred()?;
        }
        let asked_on = asked_on.unwrap_or(self.asked_on);
        law.happened("the request", asked_on, ("the receipt", answered_on))?;
        law.happened("the refusal", self.on, ("the request", asked_on))?;
        if case
            .representation
            .complained_about
            .contains(&self.agreed_by)
        {
            return Err(Refusal::ComplainedAbout);
        }
        self.lawful_ground(case, asked_on)?;
        let procedure = case.procedure().unwrap_or(Procedure::Corporate);
        let owed = NoticeOfRights::lawful(NextRight::Ombudsman, procedure, self.on, law.calendar)?;
        let notice = NoticeOfRights::checked(self.notice.as_ref(), &owed)?;
        let limits = self.to.limits().iter();
        let mut clocks: Vec<_> = limits
            .filter(|limit| case.clocks.running_of(**limit).is_some())
            .map(|limit| ClockChange::Stopped {
                limit: *limit,
                on: self.on,
            })
            .collect();
        if self.to == Escalation::Investigation {
            clocks.extend(case.stage_1_overdue_again());
        }
        clocks.extend(case.told_of_right(notice.right, law)?);
        let event = Event::EscalationRefused(EscalationRefused {
            to: self.to,
            ground: self.ground,
            reasons: self.reasons.clone(),
            agreed_by: self.agreed_by,
            asked_on,
            notice,
        });
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks,
        }])
    }

    fn lawful_ground(&self, case: &Case, asked_on: Date) -> Result<(), Refusal> {
        let lawful = match self.ground {
            EscalationGround::NotTheComplainant => true,
            EscalationGround::AlreadyConsidered => case.every_stage_is_behind(),
            EscalationGround::TooLateForAPanel => {
                let until = case.clocks.latest(LimitId::ReviewPanelRequest);
                self.to == Escalation::ReviewPanel
                    && until.is_some_and(|clock| asked_on > clock.due_on())
            }
        };
        if lawful {
            Ok(())
        } else {
            Err(Refusal::Escalation(EscalationFault::NoLawfulGround(
                self.ground,
            )))
        }
    }
}

impl Escalation {
    /// Every next stage, in order.
    pub const ALL: [Self; 2] = [Self::Investigation, Self::ReviewPanel];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Investigation => "Stage 2, investigation",
            Self::ReviewPanel => "Stage 3, review panel",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Investigation => "investigation",
            Self::ReviewPanel => "review_panel",
        }
    }

    const fn limits(self) -> &'static [LimitId] {
        match self {
            Self::Investigation => &[
                LimitId::InvestigationAcknowledgement,
                LimitId::InvestigationRecord,
                LimitId::InvestigationFromRequest,
                LimitId::InvestigationFromRecord,
                LimitId::InvestigationExtension,
                LimitId::CorporateReviewAcknowledgement,
                LimitId::CorporateReviewResponse,
            ],
            Self::ReviewPanel => &[
                LimitId::ReviewPanelAcknowledgement,
                LimitId::ReviewPanelChair,
                LimitId::ReviewPanelMeets,
            ],
        }
    }

    /// The day after which this stage can be asked for, and the day of a recorded request that has not begun.
    fn open_request(self, case: &Case) -> Result<(Date, Option<Date>), Refusal> {
        match self {
            Self::Investigation => {
                let begun = case
                    .investigation
                    .as_ref()
                    .and_then(Investigation::begun_on);
                if let Some(on) = begun.filter(|_| !case.every_stage_is_behind()) {
                    return Err(Refusal::AlreadyDone {
                        what: "the appointment of those who consider it",
                        on,
                    });
                }
                let recorded = case.investigation.as_ref().map(|stage| stage.requested_on);
                let recorded = recorded.filter(|_| !case.every_stage_is_behind());
                Ok((case.received_on, recorded))
            }
            Self::ReviewPanel => {
                let answered = case
                    .investigation
                    .as_ref()
                    .and_then(|stage| stage.answered.as_ref());
                let Some((answered_on, _)) = answered else {
                    return Err(Refusal::NotYet(NotYet::Answered));
                };
                let panel = case
                    .review_panel
                    .as_ref()
                    .filter(|panel| panel.answered_on.is_none());
                let begun = panel.and_then(|panel| panel.appointed.as_ref());
                if let Some((on, _)) = begun {
                    return Err(Refusal::AlreadyDone {
                        what: "the appointment of the panel",
                        on: *on,
                    });
                }
                Ok((*answered_on, panel.map(|panel| panel.requested_on)))
            }
        }
    }
}

impl EscalationGround {
    /// Every ground, in the order a form lists them.
    pub const ALL: [Self; 3] = [
        Self::NotTheComplainant,
        Self::AlreadyConsidered,
        Self::TooLateForAPanel,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotTheComplainant => {
                "Whoever asks is not the complainant and does not act for them"
            }
            Self::AlreadyConsidered => "The same complaint has been through every stage",
            Self::TooLateForAPanel => {
                "A panel was asked for after its time, with no reason to allow it"
            }
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotTheComplainant => "not_the_complainant",
            Self::AlreadyConsidered => "already_considered",
            Self::TooLateForAPanel => "too_late_for_a_panel",
        }
    }
}

impl Case {
    /// Whether the complaint has been through every stage of its procedure.
    fn every_stage_is_behind(&self) -> bool {
        match self.procedure() {
            Some(Procedure::ChildrenAct) => self
                .review_panel
                .as_ref()
                .is_some_and(|panel| panel.answered_on.is_some()),
            Some(Procedure::Corporate) => self
                .investigation
                .as_ref()
                .is_some_and(|stage| stage.answered.is_some()),
            None => false,
        }
    }

    /// Copies a refused request; one that was recorded is then no longer open.
    pub(crate) fn refuse_escalation(&mut self, on: Date, refused: &EscalationRefused) {
        match refused.to {
            Escalation::Investigation => {
                self.investigation
                    .take_if(|stage| stage.begun_on().is_none());
            }
            Escalation::ReviewPanel => {
                self.review_panel.take_if(|panel| panel.appointed.is_none());
            }
        }
        self.refused_escalations.push((on, refused.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::{Close, NoticeFault};
    use crate::story::{
        appoint_investigators, at_investigation, at_review_panel, day, fixture, given, notice,
        record_complaint, respond, stage_2_answered,
    };

    fn refuse(to: Escalation, ground: EscalationGround, on: &str) -> RefuseEscalation {
        RefuseEscalation {
            to,
            ground,
            reasons: fixture::sealed(90),
            agreed_by: fixture::MS_HALL,
            asked_on: day(on),
            notice: Some(notice(NextRight::Ombudsman, on)),
            on: day(on),
        }
    }

    #[test]
    fn nothing_more_to_find_is_no_ground_and_lateness_is_none_for_stage_2() {
        let answered = || [record_complaint(), respond("2015-04-13")];
        for ground in [
            EscalationGround::AlreadyConsidered,
            EscalationGround::TooLateForAPanel,
        ] {
            given(answered())
                .when(refuse(Escalation::Investigation, ground, "2016-01-29"))
                .then_refused(&Refusal::Escalation(EscalationFault::NoLawfulGround(
                    ground,
                )));
        }
        given(answered())
            .when(refuse(
                Escalation::Investigation,
                EscalationGround::NotTheComplainant,
                "2016-01-29",
            ))
            .then_accepted();
    }

    #[test]
    fn a_panel_may_be_refused_only_after_the_last_day_for_asking() {
        let late = EscalationGround::TooLateForAPanel;
        given(stage_2_answered())
            .when(refuse(Escalation::ReviewPanel, late, "2015-09-03"))
            .then_refused(&Refusal::Escalation(EscalationFault::NoLawfulGround(late)));
        given(stage_2_answered())
            .when(refuse(Escalation::ReviewPanel, late, "2015-09-04"))
            .then_accepted();
    }

    #[test]
    fn a_request_that_was_recorded_and_not_begun_ends_with_its_clocks() {
        let ground = EscalationGround::NotTheComplainant;
        given(at_investigation())
            .when(refuse(Escalation::Investigation, ground, "2015-05-07"))
            .then_stopped("D-S2-R", "2015-05-07");
        given(at_review_panel())
            .when(refuse(Escalation::ReviewPanel, ground, "2015-09-01"))
            .then_stopped("D-S3-PANEL", "2015-09-01");
        let mut begun = at_investigation();
        begun.push(appoint_investigators());
        given(begun)
            .when(refuse(Escalation::Investigation, ground, "2015-05-11"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the appointment of those who consider it",
                on: day("2015-05-08"),
            });
    }

    #[test]
    fn whoever_is_refused_is_told_of_the_ombudsman() {
        let untold = RefuseEscalation {
            notice: None,
            ..refuse(
                Escalation::Investigation,
                EscalationGround::NotTheComplainant,
                "2015-05-07",
            )
        };
        given(at_investigation())
            .when(untold)
            .then_refused(&NoticeFault::Missing(NextRight::Ombudsman).into());
    }

    #[test]
    fn after_a_panel_was_refused_for_lateness_the_ombudsman_is_the_next_right() {
        let mut history = stage_2_answered();
        let late = EscalationGround::TooLateForAPanel;
        history.push(refuse(Escalation::ReviewPanel, late, "2015-09-04").into());
        given(history)
            .when(Close {
                notice: None,
                learned: Some(fixture::lesson()),
                on: day("2015-09-10"),
            })
            .then_closed(NextRight::Ombudsman);
    }
}
