//! Close a case.

use jiff::civil::Date;

use super::{Closed, NextRight};
use crate::case::{Case, Departure};
use crate::event::{Event, Fact};
use crate::intake::{Procedure, RepresentationKind};
use crate::law::Law;
use crate::refusal::Refusal;

/// Close a case when nothing is owed: the last answer was sent, or the complaint left the procedure.
///
/// Source: REP-15.7 and the rights at the end of each stage (SI 2006/1738 regs 15(2), 17, 18 and
/// 20(3)). The next right is worked out here, not typed.
#[derive(Clone, Copy, Debug)]
pub struct Close {
    /// The day it was closed.
    pub on: Date,
}

impl Close {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when something is still owed, it is closed already, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_open()?;
        law.happened(
            "closing",
            self.on,
            ("the last thing recorded", case.last_on),
        )?;
        let next_right = next_right(case)?;
        let clocks = case.clocks.stop_all(self.on);
        Ok(vec![Fact {
            on: self.on,
            event: Event::Closed(Closed { next_right }),
            clocks,
        }])
    }
}

/// What the complainant may do next when a case is closed as it stands.
///
/// # Errors
///
/// [`Refusal::NotReadyToClose`] while an answer is owed.
pub(crate) fn next_right(case: &Case) -> Result<NextRight, Refusal> {
    match case.representation.kind {
        RepresentationKind::Complaint => {}
        RepresentationKind::Compliment | RepresentationKind::Comment => return Ok(NextRight::None),
        RepresentationKind::Enquiry | RepresentationKind::ElectedMemberEnquiry => {
            return match case.enquiry_answered {
                Some(_) => Ok(NextRight::None),
                None => Err(Refusal::NotReadyToClose(
                    "the enquiry has not been answered",
                )),
            };
        }
    }
    match &case.departure {
        Some(Departure::Withdrawn { .. }) => return Ok(NextRight::BringItBack),
        Some(Departure::Declined { .. } | Departure::ReferredElsewhere { .. }) => {
            return Ok(NextRight::Ombudsman);
        }
        None => {}
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{
        at_investigation, close, contact, given, record_complaint, respond, stage_2_answered,
    };

    #[test]
    fn a_complaint_is_closed_with_the_next_right_named() {
        given([record_complaint(), respond("2015-04-13")])
            .when(close("2015-05-13"))
            .then_event(&Event::Closed(Closed {
                next_right: NextRight::Investigation,
            }));
        given(stage_2_answered())
            .when(close("2015-09-10"))
            .then_event(&Event::Closed(Closed {
                next_right: NextRight::ReviewPanel,
            }));
    }

    #[test]
    fn nothing_is_closed_while_an_answer_is_owed() {
        given([record_complaint()])
            .when(close("2015-04-13"))
            .then_refused(&Refusal::NotReadyToClose(
                "the complaint has not been answered",
            ));
        given(at_investigation())
            .when(close("2015-09-10"))
            .then_refused(&Refusal::NotReadyToClose(
                "the investigation asked for has not been answered",
            ));
        given([contact(RepresentationKind::Enquiry)])
            .when(close("2015-09-10"))
            .then_refused(&Refusal::NotReadyToClose(
                "the enquiry has not been answered",
            ));
    }
}
