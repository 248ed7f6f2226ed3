//! Acknowledge a complaint.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::Refusal;
use crate::settings::{Code, Settings};

/// Tell the complainant that the complaint, or the request for the next stage, was received, how it
/// will be handled and by when.
///
/// Source: no time in the Regulations; local promises (REP-8.5), and for Stage 3 the guidance
/// (REP-13.3). In the corporate procedure it starts the clock for the answer (REP-25.3). For a data-protection complaint
/// it is a duty of its own (Data Protection Act 2018 s.164A).
#[derive(Clone, Debug)]
pub struct Acknowledge {
    /// Which leaflets went with it, from the authority's list.
    pub leaflets: Vec<Code>,
    /// The day it was sent.
    pub on: Date,
}

/// The clocks an acknowledgement can end, and the one that it starts.
const ACKNOWLEDGEMENTS: [(LimitId, Option<LimitId>); 6] = [
    (LimitId::DataProtectionAcknowledgement, None),
    (LimitId::Acknowledgement, None),
    (
        LimitId::CorporateAcknowledgement,
        Some(LimitId::CorporateResponse),
    ),
    (LimitId::InvestigationAcknowledgement, None),
    (
        LimitId::CorporateReviewAcknowledgement,
        Some(LimitId::CorporateReviewResponse),
    ),
    (LimitId::ReviewPanelAcknowledgement, None),
];

impl Acknowledge {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, is closed, nothing waits to be acknowledged, a leaflet is not in the
    /// authority's list, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("an acknowledgement")?;
        case.still_running()?;
        case.not_wholly_deferred()?;
        let Some((limit, starts)) = awaited(case) else {
            let on = case.acknowledged_on.unwrap_or(case.last_on);
            return Err(Refusal::AlreadyDone {
                what: "the acknowledgement",
                on,
            });
        };
        let since = case
            .clocks
            .running_of(limit)
            .map_or(case.received_on, |clock| clock.due.from);
        law.happened("the acknowledgement", self.on, ("the receipt", since))?;
        for leaflet in &self.leaflets {
            Settings::listed("leaflets", &law.settings.leaflets, leaflet)?;
        }
        let mut clocks: Vec<_> = case.clocks.meet(limit, self.on).into_iter().collect();
        // Whatever else the letter acknowledges, it says that what was written has arrived.
        let data_protection = LimitId::DataProtectionAcknowledgement;
        if limit != data_protection {
            clocks.extend(case.clocks.meet(data_protection, self.on));
        }
        // A complaint that moved to the statutory procedure is answered by that procedure's clock.
        let corporate = case.procedure() == Some(Procedure::Corporate);
        if let Some(starts) = starts.filter(|_| corporate) {
            clocks.push(law.start(starts, self.on)?);
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::Acknowledged {
                leaflets: self.leaflets.clone(),
            },
            clocks,
        }])
    }
}

/// What waits to be acknowledged, the latest request first.
fn awaited(case: &Case) -> Option<(LimitId, Option<LimitId>)> {
    let mut acknowledgements = ACKNOWLEDGEMENTS.into_iter().rev();
    acknowledgements.find(|(limit, _)| case.clocks.running_of(*limit).is_some())
}

impl Case {
    /// Whether the complaint, or a request for the next stage, waits to be acknowledged.
    pub fn awaits_acknowledgement(&self) -> bool {
        awaited(self).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RecordComplaint;
    use crate::story::{
        acknowledge, at_investigation, at_review_panel, day, fixture, given, record_complaint,
        request_investigation, respond,
    };

    #[test]
    fn the_leaflets_given_are_the_authority_s_and_none_has_to_be() {
        let giving = |leaflets: &[&str]| Acknowledge {
            leaflets: leaflets.iter().copied().map(Code::new).collect(),
            on: day("2015-03-30"),
        };
        given([record_complaint()])
            .when(giving(&["complaints", "advocacy"]))
            .then_event(&Event::Acknowledged {
                leaflets: vec![Code::new("complaints"), Code::new("advocacy")],
            });
        given([record_complaint()])
            .when(giving(&[]))
            .then_accepted();
        given([record_complaint()])
            .when(giving(&["timetable"]))
            .then_refused(&Refusal::NotInTheList {
                list: "leaflets",
                code: "timetable".to_owned(),
                known: fixture::settings().leaflets.codes(),
            });
    }

    #[test]
    fn an_acknowledgement_ends_its_clock() {
        given([record_complaint()])
            .when(acknowledge("2015-03-30"))
            .then_met("D-ACK1", "2015-03-30");
    }

    #[test]
    fn a_second_acknowledgement_says_when_the_first_was() {
        given([record_complaint(), acknowledge("2015-03-30")])
            .when(acknowledge("2015-03-31"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the acknowledgement",
                on: day("2015-03-30"),
            });
    }

    #[test]
    fn an_acknowledgement_cannot_come_before_the_receipt() {
        given([record_complaint()])
            .when(acknowledge("2015-03-25"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the acknowledgement",
                on: day("2015-03-25"),
                earliest: "the receipt",
                earliest_on: day("2015-03-26"),
            });
    }

    #[test]
    fn in_the_corporate_procedure_the_answer_is_due_from_the_acknowledgement() {
        let corporate = RecordComplaint {
            procedure: Procedure::Corporate,
            ..fixture::complaint()
        };
        given([corporate.into()])
            .when(acknowledge("2015-04-02"))
            .then_clocks(&[("D-C1", "2015-04-20")]);
    }

    #[test]
    fn a_request_for_the_next_stage_is_acknowledged_too() {
        given(at_investigation())
            .when(acknowledge("2015-05-07"))
            .then_met("D-ACK2", "2015-05-07");
        given(at_review_panel())
            .when(acknowledge("2015-09-01"))
            .then_met("D-ACK3", "2015-09-01");
    }

    #[test]
    fn a_corporate_review_is_due_from_its_acknowledgement() {
        let corporate = RecordComplaint {
            procedure: Procedure::Corporate,
            ..fixture::complaint()
        };
        given([
            corporate.into(),
            acknowledge("2015-04-02"),
            respond("2015-04-20"),
            request_investigation("2015-05-06"),
        ])
        .when(acknowledge("2015-05-08"))
        .then_met("D-C2-ACK", "2015-05-08")
        .then_clocks(&[("D-C2", "2015-06-08")]);
    }
}
