//! Take up points that the complainant brought back after the proceedings.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{DeferralNumber, Resubmitted, resumption};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::Reference;
use crate::law::Law;
use crate::refusal::{DecisionFault, NotYet, Refusal};

/// Record that the complainant resubmitted deferred points. Within the year they must be considered.
///
/// Source: SI 2006/1738 reg 8. The year for complaining (reg 9) is another: what was deferred in time
/// stays in time.
#[derive(Clone, Copy, Debug)]
pub struct Resubmit {
    /// Which deferral.
    pub deferral: DeferralNumber,
    /// The complaint in which they are considered, where they cannot come back here.
    pub elsewhere: Option<Reference>,
    /// The day the authority received them.
    pub on: Date,
}

impl Resubmit {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] before the proceedings ended, after the year, when the points came back before or
    /// cannot come back as asked, or for an impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("resubmitting points")?;
        case.still_running()?;
        let deferral = case.open_deferral(self.deferral)?;
        let Some((ended_on, ended)) = deferral.ended else {
            return Err(Refusal::NotYet(NotYet::ProceedingsEnded));
        };
        law.happened(
            "resubmitting the points",
            self.on,
            ("the end of the proceedings", ended_on),
        )?;
        if self.on > ended.resubmit_until {
            return Err(Refusal::Decision(DecisionFault::ResubmittedTooLate {
                on: self.on,
                until: ended.resubmit_until,
            }));
        }
        let mut clocks: Vec<ClockChange> = Vec::new();
        clocks.extend(case.clocks.meet(LimitId::Resubmission, self.on));
        // Meeting a limit ends every clock of it; those of other deferrals start again as they were.
        for other in case.open_deferrals() {
            if let Some((ended_on, _)) = other.ended
                && other.deferred.deferral != self.deferral
            {
                clocks.push(law.start(LimitId::Resubmission, ended_on)?);
            }
        }
        let (resumed, changes) = resumption::resume(case, law, deferral, self.elsewhere, self.on)?;
        clocks.extend(changes);
        Ok(vec![Fact {
            on: self.on,
            event: Event::Resubmitted(Resubmitted {
                deferral: self.deferral,
                resumed,
            }),
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::{Close, NextRight};
    use crate::event::Event;
    use crate::proceedings::Resumption;
    use crate::settings::Choices;
    use crate::story::notice;
    use crate::story::{
        at_investigation, at_review_panel, close, day, defer, end_proceedings, finding, given,
        record_complaint, request_investigation, respond, two_points,
    };
    use statute::procedure::Finding;

    fn resubmit(on: &str) -> Resubmit {
        Resubmit {
            deferral: DeferralNumber(1),
            elsewhere: None,
            on: day(on),
        }
    }

    fn after_the_proceedings() -> Vec<Command> {
        vec![
            record_complaint(),
            defer(&[1], "2015-04-01").into(),
            end_proceedings("2015-04-20").into(),
        ]
    }

    #[test]
    fn resubmitted_points_come_back_with_a_fresh_stage_clock() {
        given(after_the_proceedings())
            .on("2016-03-18")
            .when(resubmit("2016-03-17"))
            .then_met("D-RESUB", "2016-03-17")
            .then_clocks(&[("D-ACK1", "2016-03-21"), ("D-S1", "2016-04-04")]);
    }

    #[test]
    fn each_stage_comes_back_where_it_was() {
        let mut stage_2 = at_investigation();
        stage_2.push(defer(&[1], "2015-05-20").into());
        stage_2.push(end_proceedings("2015-06-01").into());
        given(stage_2)
            .when(resubmit("2015-06-08"))
            .then_clocks(&[("D-ACK2", "2015-06-10"), ("D-S2-R", "2015-07-13")]);
        let mut stage_3 = at_review_panel();
        stage_3.push(defer(&[1], "2015-09-01").into());
        stage_3.push(end_proceedings("2015-10-01").into());
        given(stage_3).when(resubmit("2015-10-05")).then_clocks(&[
            ("D-ACK3", "2015-10-07"),
            ("D-S3-CHAIR", "2015-10-19"),
            ("D-S3-PANEL", "2015-11-16"),
        ]);
    }

    #[test]
    fn a_council_may_choose_to_count_on_instead() {
        // Frozen on day 3 of 10: seven working days are left.
        given(after_the_proceedings())
            .with_settings(|settings| {
                let cfg = serde_json::json!({"freeze": {"resume": "continue_clock"}});
                settings.cfg = Choices::read(&cfg).expect("it may be chosen");
            })
            .when(resubmit("2015-05-11"))
            .then_due("D-S1", "2015-05-19");
    }

    #[test]
    fn within_the_year_they_must_be_considered_and_on_the_day_after_the_right_has_ended() {
        given(after_the_proceedings())
            .on("2016-04-20")
            .when(resubmit("2016-04-20"))
            .then_accepted();
        given(after_the_proceedings())
            .on("2016-04-21")
            .when(resubmit("2016-04-21"))
            .then_refused(&Refusal::Decision(DecisionFault::ResubmittedTooLate {
                on: day("2016-04-21"),
                until: day("2016-04-20"),
            }));
    }

    #[test]
    fn nothing_is_resubmitted_before_the_proceedings_ended_or_twice() {
        given([record_complaint(), defer(&[1], "2015-04-01").into()])
            .when(resubmit("2015-04-20"))
            .then_refused(&Refusal::NotYet(NotYet::ProceedingsEnded));
        let mut twice = after_the_proceedings();
        twice.push(resubmit("2015-04-21").into());
        given(twice)
            .when(resubmit("2015-04-22"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the end of this deferral",
                on: day("2015-04-21"),
            });
    }

    #[test]
    fn the_case_is_closed_only_after_the_year() {
        given(after_the_proceedings())
            .on("2016-04-20")
            .when(close("2016-04-20"))
            .then_refused(&Refusal::NotReadyToClose(
                "the complainant may still resubmit the deferred points",
            ));
        given(after_the_proceedings())
            .on("2016-04-21")
            .when(Close {
                notice: Some(notice(NextRight::Ombudsman, "2016-04-21")),
                learned: Some(crate::story::fixture::lesson()),
                on: day("2016-04-21"),
            })
            .then_accepted();
    }

    #[test]
    fn a_point_that_comes_back_after_the_others_were_answered_opens_the_stage_again() {
        let mut history: Vec<Command> = vec![
            two_points(),
            defer(&[2], "2015-04-01").into(),
            respond("2015-04-13"),
            end_proceedings("2015-04-20").into(),
        ];
        given(history.clone())
            .when(resubmit("2015-04-27"))
            .then_event(&Event::Resubmitted(Resubmitted {
                deferral: DeferralNumber(1),
                resumed: Resumption::Here {
                    reopens: true,
                    counted_from: Some(day("2015-04-27")),
                },
            }))
            .then_clocks(&[("D-S1", "2015-05-12")]);
        history.push(resubmit("2015-04-27").into());
        given(history.clone())
            .when(respond("2015-05-12"))
            .then_refused(&Refusal::AnsweredTwice(crate::point::PointNumber(1)));
        given(history)
            .when(crate::local_resolution::Respond {
                findings: vec![finding(2, Finding::NotUpheld)],
                letter: None,
                notice: Some(notice(NextRight::Investigation, "2015-05-12")),
                late: None,
                resolution: Vec::new(),
                learning_shared: None,
                sent_on: day("2015-05-12"),
            })
            .then_met("D-S1", "2015-05-12")
            .then_took(10);
    }

    #[test]
    fn once_the_others_have_gone_on_it_becomes_a_complaint_of_its_own() {
        let history = || -> Vec<Command> {
            vec![
                two_points(),
                defer(&[2], "2015-04-01").into(),
                respond("2015-04-13"),
                request_investigation("2015-04-15"),
                end_proceedings("2015-04-20").into(),
            ]
        };
        given(history())
            .when(resubmit("2015-04-27"))
            .then_refused(&Refusal::NotYet(NotYet::RecordedElsewhere));
        let elsewhere = Resubmit {
            elsewhere: Some(Reference(12)),
            ..resubmit("2015-04-27")
        };
        given(history()).when(elsewhere).then_running("D-S2-R");
        given(after_the_proceedings())
            .when(elsewhere)
            .then_refused(&Refusal::NotYet(NotYet::Resumed));
    }
}
