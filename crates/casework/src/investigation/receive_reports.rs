//! Receive the reports of the Investigating Officer and the Independent Person.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that both reports are in, where no more is known of them. The clock goes on until the adjudication is sent (REP-12.14).
#[derive(Clone, Copy, Debug)]
pub struct ReceiveReports {
    /// The day the later of the two came in.
    pub on: Date,
}

impl ReceiveReports {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nobody investigates, the reports were in before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("receiving the reports")?;
        let Some((appointed_on, _)) = &investigation.appointed else {
            return Err(Refusal::NotYet(NotYet::InvestigatorsAppointed));
        };
        let one = investigation.officer_report.as_ref().map(|(on, _)| *on);
        let other = investigation.independent_report.as_ref().map(|(on, _)| *on);
        if let Some(on) = investigation.reported_on.or(one).or(other) {
            return Err(Refusal::AlreadyDone {
                what: "the receipt of the reports",
                on,
            });
        }
        law.happened("the reports", self.on, ("the appointment", *appointed_on))?;
        Ok(vec![Fact::new(self.on, Event::InvestigationReported)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::NextRight;
    use crate::local_resolution::Respond;
    use crate::proceedings::{DeferralNumber, Resubmit};
    use crate::story::{
        appoint_investigators, at_investigation, day, defer, end_proceedings, finding, given,
        notice, request_investigation, two_points,
    };
    use statute::procedure::Finding;

    #[test]
    fn the_reports_do_not_stop_the_clock() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        given(history)
            .when(ReceiveReports {
                on: day("2015-07-20"),
            })
            .then_running("D-S2-R");
    }

    fn reports(on: &str) -> Command {
        ReceiveReports { on: day(on) }.into()
    }

    /// Point 2 is deferred on a day and comes back on 11 August; both reports come in on 20 July.
    fn joined_after_the_reports(deferred_on: &str) -> Vec<Command> {
        let respond = Respond {
            findings: vec![finding(1, Finding::Upheld), finding(2, Finding::Upheld)],
            letter: None,
            notice: Some(notice(NextRight::Investigation, "2015-04-13")),
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: day("2015-04-13"),
        };
        let mut history = vec![
            two_points(),
            respond.into(),
            request_investigation("2015-05-06"),
            appoint_investigators(),
        ];
        let deferred: Command = defer(&[2], deferred_on).into();
        if deferred_on < "2015-07-20" {
            history.extend([deferred, reports("2015-07-20")]);
        } else {
            history.extend([reports("2015-07-20"), deferred]);
        }
        let resubmit = Resubmit {
            deferral: DeferralNumber(1),
            elsewhere: None,
            on: day("2015-08-11"),
        };
        history.extend([end_proceedings("2015-08-10").into(), resubmit.into()]);
        history
    }

    #[test]
    fn reports_that_came_while_a_point_was_deferred_do_not_do_for_it() {
        given(joined_after_the_reports("2015-06-01"))
            .when(reports("2015-09-01"))
            .then_accepted();
        given(joined_after_the_reports("2015-07-21"))
            .when(reports("2015-09-01"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the receipt of the reports",
                on: day("2015-07-20"),
            });
    }
}
