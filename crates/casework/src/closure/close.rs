//! Close a case.

use jiff::civil::Date;

use super::{Closed, NextRight, NoticeOfRights};
use crate::case::{Case, Departure};
use crate::event::{Event, Fact};
use crate::intake::{Procedure, RepresentationKind};
use crate::law::Law;
use crate::learning::Learned;
use crate::local_resolution::EscalationGround;
use crate::refusal::Refusal;

/// Close a case when nothing is owed: the last answer was sent, or the complaint left the procedure.
///
/// Source: REP-15.7 and the rights at the end of each stage (SI 2006/1738 regs 15(2), 17, 18 and
/// 20(3)). The next right is worked out here, not typed; a complaint is closed only when the
/// complainant was told of it, by the last answer or now. A complaint that was answered is closed only when
/// it is said what it taught (council policy; REP-17.4).
#[derive(Clone, Debug)]
pub struct Close {
    /// What the complainant is told now; `None` to go by the last answer.
    pub notice: Option<NoticeOfRights>,
    /// What the complaint taught, or that it taught nothing; `None` where a corrective action says it, and of what was
    /// not answered.
    pub learned: Option<Learned>,
    /// The day it was closed.
    pub on: Date,
}

impl Close {
    /// The closing of a case that comes from another program’s register, which does not say what it taught.
    pub const fn from_a_register(notice: Option<NoticeOfRights>, on: Date) -> Self {
        Self {
            notice,
            learned: None,
            on,
        }
    }

    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when something is still owed, the next right was not named, nothing is said of what it taught, it is
    /// closed already, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_open()?;
        law.happened(
            "closing",
            self.on,
            ("the last thing recorded", case.last_on),
        )?;
        let next_right = next_right(case, self.on)?;
        let notice = match closing_notice(case, law, self.on)? {
            Some(owed) => {
                let told = self.notice.as_ref().or_else(|| case.told_of(owed.right));
                Some(NoticeOfRights::checked(told, &owed)?)
            }
            None => None,
        };
        case.says_what_it_taught(self.learned.as_ref(), notice.as_ref())?;
        let mut clocks = case.clocks.stop_all(self.on);
        clocks.extend(case.told_of_right(next_right, law)?);
        clocks.extend(case.owes_learning(law, self.on, notice.as_ref(), self.learned.as_ref())?);
        Ok(vec![Fact {
            on: self.on,
            event: Event::Closed(Closed {
                next_right,
                notice,
                learned: self.learned.clone(),
            }),
            clocks,
        }])
    }
}

/// What the complainant has to have been told of when a case is closed as it stands; `None` for what is
/// no complaint. The time for using the right counts from the last answer, or from the closing.
///
/// # Errors
///
/// [`Refusal::NotReadyToClose`] while an answer is owed.
pub fn closing_notice(
    case: &Case,
    law: &Law<'_>,
    on: Date,
) -> Result<Option<NoticeOfRights>, Refusal> {
    let right = next_right(case, on)?;
    if right == NextRight::None {
        return Ok(None);
    }
    let procedure = case.procedure().unwrap_or(Procedure::Corporate);
    let told_on = case.last_answered_on().unwrap_or(on);
    let notice = NoticeOfRights::lawful(right, procedure, told_on, law.calendar)?;
    Ok(Some(notice.counted_by(procedure, told_on, law)?))
}

/// What the complainant may do next when a case is closed as it stands.
///
/// # Errors
///
/// [`Refusal::NotReadyToClose`] while an answer is owed.
pub(crate) fn next_right(case: &Case, on: Date) -> Result<NextRight, Refusal> {
    match case.representation.kind {
        RepresentationKind::Complaint => {}
        RepresentationKind::Compliment
        | RepresentationKind::Comment
        | RepresentationKind::AnonymousComplaint
        | RepresentationKind::ServiceRequest
        | RepresentationKind::SettledAtFirstContact
        | RepresentationKind::InformalContact
        | RepresentationKind::HelplineContact => return Ok(NextRight::None),
        RepresentationKind::ContactToSort => {
            return match case.departure {
                Some(_) => Ok(NextRight::None),
                None => Err(Refusal::NotReadyToClose("the contact has not been sorted")),
            };
        }
        RepresentationKind::Enquiry | RepresentationKind::ElectedMemberEnquiry => {
            return match case.enquiry_answered {
                Some(_) => Ok(NextRight::None),
                None => Err(Refusal::NotReadyToClose(
                    "the enquiry has not been answered",
                )),
            };
        }
        RepresentationKind::SubjectAccessRequest => {
            return match case.enquiry_answered {
                Some(_) => Ok(NextRight::None),
                None => Err(Refusal::NotReadyToClose(
                    "the request has not been answered",
                )),
            };
        }
    }
    if case.early_referral.is_some() && case.departure.is_none() {
        return Err(Refusal::NotReadyToClose(
            "the Ombudsman has not decided on the early referral",
        ));
    }
    if case
        .ombudsman
        .iter()
        .any(|ombudsman| ombudsman.outstanding().next().is_some())
    {
        return Err(Refusal::NotReadyToClose(
            "a remedy the Ombudsman recommended is not done",
        ));
    }
    if case
        .ombudsman
        .iter()
        .any(|ombudsman| ombudsman.open_enquiry().is_some())
    {
        return Err(Refusal::NotReadyToClose(
            "the Ombudsman’s enquiry has not been answered",
        ));
    }
    match &case.departure {
        Some(Departure::Withdrawn { .. }) => return Ok(NextRight::BringItBack),
        Some(Departure::Declined { .. } | Departure::ReferredElsewhere { .. }) => {
            return Ok(NextRight::Ombudsman);
        }
        None => {}
    }
    if let Some(closes) = deferred_to_the_end(case, on)? {
        return Ok(closes);
    }
    if let Some(review_panel) = &case.review_panel {
        return match review_panel.answered_on {
            Some(_) => Ok(NextRight::Ombudsman),
            None => Err(Refusal::NotReadyToClose(
                "the Review Panel asked for has not been held and answered",
            )),
        };
    }
    if let Some(investigation) = &case.investigation {
        return match (&investigation.answered, case.procedure()) {
            (None, _) => Err(Refusal::NotReadyToClose(
                "the investigation asked for has not been answered",
            )),
            (Some(_), Some(Procedure::Corporate)) => Ok(NextRight::Ombudsman),
            (Some(_), _) if panel_refused_for_lateness(case) => Ok(NextRight::Ombudsman),
            (Some(_), Some(Procedure::ChildrenAct) | None) => Ok(NextRight::ReviewPanel),
        };
    }
    match case
        .local_resolution
        .as_ref()
        .and_then(|local_resolution| local_resolution.answered.as_ref())
    {
        Some(_) => Ok(NextRight::Investigation),
        None => Err(Refusal::NotReadyToClose(
            "the complaint has not been answered",
        )),
    }
}

impl Case {
    /// Copies a closing: what the case taught is asked anew.
    pub(crate) fn close(&mut self, on: Date, closed: &Closed) {
        self.closed = Some((on, closed.clone()));
        self.lesson = None;
    }

    /// What the letter that ended the last stage said about a right, if the record knows it.
    pub fn told_of(&self, right: NextRight) -> Option<&NoticeOfRights> {
        let second = self
            .investigation
            .as_ref()
            .and_then(|stage| stage.answered.as_ref())
            .and_then(|(_, answered)| answered.notice.as_ref());
        let first = self
            .local_resolution
            .as_ref()
            .and_then(|stage| stage.answered.as_ref())
            .and_then(|(_, answered)| answered.notice.as_ref());
        let third = self
            .review_panel
            .as_ref()
            .and_then(|panel| panel.notice.as_ref());
        let refused = self
            .refused_escalations
            .last()
            .map(|(_, refused)| &refused.notice);
        let told = [third, refused, second, first];
        told.into_iter().flatten().find(|told| told.right == right)
    }

    /// The day the last stage was answered.
    fn last_answered_on(&self) -> Option<Date> {
        let third = self
            .review_panel
            .as_ref()
            .and_then(|stage| stage.answered_on);
        let second = self
            .investigation
            .as_ref()
            .and_then(|stage| stage.answered.as_ref())
            .map(|(on, _)| *on);
        let first = self
            .local_resolution
            .as_ref()
            .and_then(|stage| stage.answered.as_ref())
            .map(|(on, _)| *on);
        third.or(second).or(first)
    }
}

/// Deferred points keep a case open while the proceedings run and for the year after them. Then, when
/// nothing else was considered, the case ends without an answer and only the Ombudsman is left.
fn deferred_to_the_end(case: &Case, on: Date) -> Result<Option<NextRight>, Refusal> {
    for deferral in case.open_deferrals() {
        match deferral.resubmit_until() {
            None => {
                return Err(Refusal::NotReadyToClose(
                    "points are deferred while proceedings run",
                ));
            }
            Some(until) if on <= until => {
                return Err(Refusal::NotReadyToClose(
                    "the complainant may still resubmit the deferred points",
                ));
            }
            Some(_) => {}
        }
    }
    let nothing_left = case.points_in_play().is_empty() && !case.deferrals.is_empty();
    Ok((nothing_left && !case.stage_is_answered()).then_some(NextRight::Ombudsman))
}

/// Whether a panel was asked for too late and refused, so that only the Ombudsman is left.
fn panel_refused_for_lateness(case: &Case) -> bool {
    case.refused_escalations
        .iter()
        .any(|(_, refused)| refused.ground == EscalationGround::TooLateForAPanel)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::{NoticeFault, Withdraw};
    use crate::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanEnquiry};
    use crate::refusal::LearningFault;
    use crate::story::{
        at_investigation, close, contact, corrective_action, day, fixture, given, notice,
        record_complaint, request_review_panel, respond, stage_2_answered,
    };

    #[test]
    fn a_complaint_is_closed_with_the_next_right_named() {
        given([record_complaint(), respond("2015-04-13")])
            .when(close("2015-05-13"))
            .then_event(&Event::Closed(Closed {
                next_right: NextRight::Investigation,
                notice: Some(notice(NextRight::Investigation, "2015-04-13")),
                learned: Some(fixture::lesson()),
            }));
        given(stage_2_answered())
            .when(close("2015-09-10"))
            .then_event(&Event::Closed(Closed {
                next_right: NextRight::ReviewPanel,
                notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
                learned: Some(fixture::lesson()),
            }));
    }

    #[test]
    fn a_withdrawn_complaint_is_closed_when_the_complainant_knows_it_can_come_back() {
        let withdraw = Withdraw {
            oral: true,
            looked_into: Some(false),
            confirmed_on: day("2015-04-01"),
        };
        given([record_complaint(), withdraw.into()])
            .when(close("2015-04-02"))
            .then_refused(&NoticeFault::Missing(NextRight::BringItBack).into());
        given([record_complaint(), withdraw.into()])
            .when(Close {
                learned: None,
                notice: Some(notice(NextRight::BringItBack, "2015-04-02")),
                on: day("2015-04-02"),
            })
            .then_accepted();
    }

    fn not_ready(why: &'static str) -> Refusal {
        Refusal::NotReadyToClose(why)
    }

    #[test]
    fn no_complaint_is_closed_before_it_is_answered() {
        given([record_complaint()])
            .when(close("2015-04-13"))
            .then_refused(&not_ready("the complaint has not been answered"));
    }

    #[test]
    fn no_complaint_is_closed_while_an_investigation_is_owed() {
        given(at_investigation())
            .when(close("2015-09-10"))
            .then_refused(&not_ready(
                "the investigation asked for has not been answered",
            ));
    }

    #[test]
    fn no_complaint_is_closed_while_a_review_panel_is_owed() {
        given(stage_2_answered())
            .and(request_review_panel("2015-08-10"))
            .when(close("2015-09-10"))
            .then_refused(&not_ready(
                "the Review Panel asked for has not been held and answered",
            ));
    }

    #[test]
    fn no_complaint_is_closed_while_the_ombudsman_waits_for_an_answer() {
        let enquiry = RecordOmbudsmanEnquiry {
            reply_by: day("2015-05-30"),
            on: day("2015-05-02"),
        };
        given([record_complaint(), respond("2015-04-13")])
            .and(RecordOmbudsmanCase::on(day("2015-05-01")))
            .and(enquiry)
            .when(close("2015-05-13"))
            .then_refused(&not_ready("the Ombudsman’s enquiry has not been answered"));
    }

    #[test]
    fn no_enquiry_is_closed_before_it_is_answered() {
        given([contact(RepresentationKind::Enquiry)])
            .when(close("2015-09-10"))
            .then_refused(&not_ready("the enquiry has not been answered"));
    }

    fn close_saying(learned: Option<Learned>) -> Close {
        Close {
            notice: None,
            learned,
            on: day("2015-05-13"),
        }
    }

    fn nothing_learned() -> Learned {
        Learned::Nothing {
            reason: fixture::sealed(74),
        }
    }

    #[test]
    fn a_complaint_that_was_answered_is_not_closed_in_silence_about_what_it_taught() {
        let history = [record_complaint(), respond("2015-04-13")];
        given(history.clone())
            .when(close_saying(None))
            .then_refused(&LearningFault::NothingSaid.into());
        let action = corrective_action("2015-06-30", "2015-04-20");
        for said in [
            given(history.clone()).when(close_saying(Some(fixture::lesson()))),
            given(history.clone()).when(close_saying(Some(nothing_learned()))),
            given(history).and(action).when(close_saying(None)),
        ] {
            said.then_accepted();
        }
    }

    #[test]
    fn what_taught_nothing_for_a_reason_owes_no_report_and_anything_else_does() {
        let history = [record_complaint(), respond("2015-04-13")];
        let then = given(history.clone()).when(close_saying(Some(nothing_learned())));
        then.then_clocks(&[]);
        assert!(then.after().taught_nothing());
        let then = given(history.clone()).when(close_saying(Some(fixture::lesson())));
        then.then_clocks(&[("D-LEARN", "2015-08-13")]);
        assert!(!then.after().taught_nothing());
        let action = corrective_action("2015-06-30", "2015-04-20");
        let then = given(history).and(action).when(close_saying(None));
        then.then_clocks(&[("D-LEARN", "2015-08-13")]);
        assert!(!then.after().taught_nothing());
    }

    #[test]
    fn an_older_record_is_closed_without_a_word_about_learning() {
        let told = notice(NextRight::Investigation, "2015-04-13");
        given([record_complaint(), respond("2015-04-13")])
            .when(Close {
                notice: Some(told.taken_as_given()),
                ..close_saying(None)
            })
            .then_accepted();
    }

    #[test]
    fn what_nobody_answered_is_closed_without_a_word_about_learning() {
        let withdraw = Withdraw {
            oral: true,
            looked_into: None,
            confirmed_on: day("2015-05-11"),
        };
        given([record_complaint(), withdraw.into()])
            .when(Close {
                notice: Some(notice(NextRight::BringItBack, "2015-05-13")),
                ..close_saying(None)
            })
            .then_accepted();
        given([contact(RepresentationKind::Comment)])
            .when(close_saying(None))
            .then_accepted();
    }

    #[test]
    fn a_case_closed_before_closing_asked_for_learning_still_loads() {
        let older = r#"{"next_right":"ombudsman"}"#;
        let closed: Closed = serde_json::from_str(older).expect("an older record");
        assert_eq!(closed.learned, None);
        let stored = serde_json::to_string(&closed).expect("it is JSON");
        assert_eq!(stored, older);
        let taught = Closed {
            learned: Some(fixture::lesson()),
            ..closed
        };
        let stored = serde_json::to_string(&taught).expect("it is JSON");
        let again: Closed = serde_json::from_str(&stored).expect("as stored");
        assert_eq!(again, taught);
    }
}
