//! Send the written statement of complaint.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::StatementVersion;
use super::statement::keeps_every_point;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::point::Point;
use crate::refusal::Refusal;
use crate::settings::{Code, Settings};

/// Send the complainant the statement, or a new version of it, to comment on and agree.
///
/// Source: SI 2006/1738 reg 16: what was said by word of mouth is written down and sent, and comments
/// are considered. Sending a new version starts no clock again.
#[derive(Clone, Debug)]
pub struct SendStatement {
    /// Every point of the case, reworded where that was asked for, and new ones after them.
    pub points: Vec<Point>,
    /// The statement as a whole, if it says more than its points.
    pub text: Option<Sealed>,
    /// The day it was sent.
    pub on: Date,
}

impl SendStatement {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 2 does not run, a point is dropped or has no category, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("sending the statement")?;
        law.happened(
            "sending the statement",
            self.on,
            ("the request for Stage 2", investigation.requested_on),
        )?;
        let of_the_case = case.points().iter().map(|point| point.number);
        let of_the_last = investigation
            .statements
            .last()
            .into_iter()
            .flat_map(|statement| &statement.version.points)
            .map(|point| point.number);
        let before: Vec<_> = of_the_case.chain(of_the_last).collect();
        keeps_every_point(&self.points, &before)?;
        let known = |code: &&Code| {
            case.points()
                .iter()
                .any(|point| point.categories.contains(code))
        };
        let codes = self.points.iter().flat_map(|point| &point.categories);
        for code in codes.filter(|code| !known(code)) {
            Settings::listed("categories", &law.settings.categories, code)?;
        }
        let version = StatementVersion {
            number: u16::try_from(investigation.statements.len() + 1).unwrap_or(u16::MAX),
            text: self.text.clone(),
            points: self.points.clone(),
        };
        let clocks = case
            .clocks
            .meet(LimitId::InvestigationRecord, self.on)
            .into_iter()
            .collect();
        Ok(vec![Fact {
            on: self.on,
            event: Event::StatementSent(version),
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::investigation::AgreeStatement;
    use crate::local_resolution::RequestInvestigation;
    use crate::point::PointNumber;
    use crate::refusal::InvestigationFault;
    use crate::story::{at_investigation, day, fixture, given, record_complaint, respond};

    fn points(count: u16) -> Vec<Point> {
        (1..=count)
            .map(|number| Point {
                number: PointNumber(number),
                ..fixture::complaint().points[0].clone()
            })
            .collect()
    }

    fn send(points: Vec<Point>, on: &str) -> SendStatement {
        SendStatement {
            points,
            text: None,
            on: day(on),
        }
    }

    #[test]
    fn an_oral_request_is_written_down_and_sent_in_the_time_for_it() {
        let oral = RequestInvestigation {
            reasons: Vec::new(),
            oral: true,
            on: day("2015-05-06"),
        };
        let history = [record_complaint(), respond("2015-04-13"), oral.into()];
        given(history.clone())
            .when(send(points(1), "2015-05-20"))
            .then_met("D-S2-RECORD", "2015-05-20");
        given(history)
            .when(send(points(1), "2015-05-20"))
            .then_due("D-S2-RECORD", "2015-05-20");
    }

    #[test]
    fn a_point_may_be_added_and_none_is_ever_dropped() {
        let mut history = at_investigation();
        given(history.clone())
            .when(send(points(2), "2015-05-08"))
            .then_accepted();
        history.push(send(points(2), "2015-05-08").into());
        given(history)
            .when(send(points(1), "2015-05-11"))
            .then_refused(&Refusal::Investigation(InvestigationFault::PointDropped(
                PointNumber(2),
            )));
        given(at_investigation())
            .when(send(Vec::new(), "2015-05-08"))
            .then_refused(&Refusal::NoPoints);
    }

    #[test]
    fn an_agreed_version_becomes_the_complaint_and_a_later_one_restarts_no_clock() {
        let agree = |on| AgreeStatement { on: day(on) }.into();
        let mut history = at_investigation();
        history.push(send(points(2), "2015-05-08").into());
        given(history.clone())
            .when(AgreeStatement {
                on: day("2015-05-12"),
            })
            .then_clocks(&[("D-S2-A", "2015-06-17")])
            .then_points(2);
        history.push(agree("2015-05-12"));
        given(history.clone())
            .when(AgreeStatement {
                on: day("2015-05-13"),
            })
            .then_refused(&Refusal::AlreadyDone {
                what: "the agreement of the statement",
                on: day("2015-05-12"),
            });
        history.push(send(points(3), "2015-06-01").into());
        given(history)
            .when(AgreeStatement {
                on: day("2015-06-03"),
            })
            .then_clocks(&[])
            .then_due("D-S2-A", "2015-06-17")
            .then_points(3);
    }
}
