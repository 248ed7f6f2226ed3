//! Record a complaint.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::decide_interest::relies_on_interest;
use super::{Procedure, RepresentationKind};
use crate::advocacy::young_people;
use crate::clock::ClockChange;
use crate::event::{Event, Fact, RepresentationRecorded};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::organisation::Place;
use crate::people::{Channel, Child, Complainant};
use crate::point::Point;
use crate::refusal::Refusal;
use crate::settings::{Code, Settings};

/// Record a complaint, as received by anybody in the authority.
///
/// Source: SI 2006/1738 regs 9, 13(1) and 14; receipt anywhere in the authority is receipt (REP-8.1).
#[derive(Clone, Debug)]
pub struct RecordComplaint {
    /// Which procedure applies.
    pub procedure: Procedure,
    /// How it arrived.
    pub channel: Channel,
    /// The day the authority received it: clocks run from here.
    pub received_on: Date,
    /// The day it reached the complaints team, if later.
    pub reached_team_on: Option<Date>,
    /// When the matter arose, as far as known.
    pub grounds_arose_on: Option<Date>,
    /// Why it is taken although the year had passed.
    pub late_reasons: Option<Sealed>,
    /// The service it is about; it leads the answer where others are touched.
    pub service: Code,
    /// The area, team and provider it is about, and where it came in, as far as known. Whether the units were there is
    /// checked by the caller, who has the authority’s own file: [`Place::check_units`].
    pub place: Place,
    /// Who complains.
    pub complainants: Vec<Complainant>,
    /// The children it is about.
    pub children: Vec<Child>,
    /// What it is about, numbered from 1.
    pub points: Vec<Point>,
    /// What the complainant wants.
    pub desired_outcome: Option<Sealed>,
    /// Staff complained about.
    pub complained_about: Vec<AccountId>,
}

impl RecordComplaint {
    /// Decides and changes nothing; the caller appends the fact to a new stream.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] for an impossible day, a missing complainant, ground, point or category, or a code
    /// the authority does not have. A late complaint is received like any other; the delay is weighed
    /// then.
    pub fn decide(&self, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        self.check_days(law)?;
        self.check_people(law)?;
        self.check_points(law)?;
        let clocks = match self.procedure {
            Procedure::ChildrenAct => {
                let mut clocks = vec![
                    law.start(LimitId::Acknowledgement, self.received_on)?,
                    law.start(LimitId::LocalResolution, self.received_on)?,
                ];
                if self.made_by_a_child(law) {
                    clocks.push(law.start(LimitId::AdvocacyInformation, self.received_on)?);
                }
                if self.complainants.iter().any(relies_on_interest) {
                    clocks.push(law.start(LimitId::SufficientInterest, self.received_on)?);
                }
                if let Some(arose_on) = self.grounds_arose_on {
                    clocks.push(law.start(LimitId::MadeWithinAYear, arose_on)?);
                    clocks.push(ClockChange::Met {
                        limit: LimitId::MadeWithinAYear,
                        on: self.received_on,
                    });
                }
                clocks
            }
            // The corporate clock for an answer starts at the acknowledgement (REP-25.3).
            Procedure::Corporate => {
                vec![law.start(LimitId::CorporateAcknowledgement, self.received_on)?]
            }
        };
        let representation = RepresentationRecorded {
            kind: RepresentationKind::Complaint,
            procedure: Some(self.procedure),
            channel: self.channel,
            reached_team_on: self.reached_team_on,
            grounds_arose_on: self.grounds_arose_on,
            late_reasons: self.late_reasons.clone(),
            service: Some(self.service.clone()),
            place: self.place.clone(),
            complainants: self.complainants.clone(),
            children: self.children.clone(),
            points: self.points.clone(),
            desired_outcome: self.desired_outcome.clone(),
            complained_about: self.complained_about.clone(),
            particulars: None,
        };
        let event = Event::RepresentationRecorded(Box::new(representation));
        Ok(vec![Fact {
            on: self.received_on,
            event,
            clocks,
        }])
    }

    /// Whether a child or young person is among those who complain.
    fn made_by_a_child(&self, law: &Law<'_>) -> bool {
        let is_child = |person| self.children.iter().any(|child| child.person == person);
        let by_a_child = self
            .complainants
            .iter()
            .any(|complainant| is_child(complainant.person));
        let mut young = young_people(&self.complainants, law.settings);
        by_a_child || young.next().is_some()
    }

    fn check_days(&self, law: &Law<'_>) -> Result<(), Refusal> {
        law.happened(
            "the receipt",
            self.received_on,
            ("the receipt", self.received_on),
        )?;
        let grounds = self.grounds_arose_on.unwrap_or(self.received_on);
        law.happened(
            "the receipt",
            self.received_on,
            ("the matter complained about", grounds),
        )?;
        if let Some(reached) = self.reached_team_on {
            law.happened(
                "reaching the complaints team",
                reached,
                ("the receipt", self.received_on),
            )?;
        }
        Ok(())
    }

    fn check_people(&self, law: &Law<'_>) -> Result<(), Refusal> {
        if self.complainants.is_empty() {
            return Err(Refusal::NobodyComplains);
        }
        for (index, complainant) in self.complainants.iter().enumerate() {
            Settings::listed(
                "capacities",
                &law.settings.capacities,
                &complainant.capacity,
            )?;
            if self.procedure == Procedure::ChildrenAct && complainant.ground.is_none() {
                return Err(Refusal::NoGround(index + 1));
            }
        }
        Settings::listed("services", &law.settings.services, &self.service)?;
        self.place.check_services(&self.service, law.settings)
    }

    fn check_points(&self, law: &Law<'_>) -> Result<(), Refusal> {
        if self.points.is_empty() {
            return Err(Refusal::NoPoints);
        }
        for point in &self.points {
            if point.categories.is_empty() {
                return Err(Refusal::PointWithoutCategory(point.number));
            }
            for category in &point.categories {
                Settings::listed("categories", &law.settings.categories, category)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, fixture, given, record_complaint};

    #[test]
    fn a_complaint_starts_both_clocks_with_their_citation() {
        given([])
            .when(record_complaint())
            .then_clocks(&[("D-ACK1", "2015-03-30"), ("D-S1", "2015-04-13")]);
    }

    #[test]
    fn a_complaint_in_the_corporate_procedure_waits_for_its_acknowledgement() {
        let complaint = RecordComplaint {
            procedure: Procedure::Corporate,
            ..fixture::complaint()
        };
        given([])
            .when(complaint)
            .then_clocks(&[("D-C1-ACK", "2015-04-02")]);
    }

    #[test]
    fn receipt_tomorrow_is_refused_with_both_days() {
        let complaint = RecordComplaint {
            received_on: day("2015-03-27"),
            ..fixture::complaint()
        };
        given([])
            .on("2015-03-26")
            .when(complaint)
            .then_refused(&Refusal::InTheFuture {
                what: "the receipt",
                on: day("2015-03-27"),
                today: day("2015-03-26"),
            });
    }

    #[test]
    fn a_complaint_is_received_in_time_or_late() {
        let arose = |on: &str| RecordComplaint {
            grounds_arose_on: Some(day(on)),
            ..fixture::complaint()
        };
        let year = |on: &str, due: &str| {
            given([])
                .when(arose(on))
                .then_met("D-YEAR", "2015-03-26")
                .then_due("D-YEAR", due);
        };
        year("2014-03-26", "2015-03-26");
        year("2014-03-25", "2015-03-25");
    }

    #[test]
    fn a_complaint_needs_a_complainant_a_ground_a_point_and_a_category() {
        let complaint = fixture::complaint();
        given([])
            .when(RecordComplaint {
                complainants: Vec::new(),
                ..complaint.clone()
            })
            .then_refused(&Refusal::NobodyComplains);
        let mut groundless = complaint.clone();
        groundless.complainants[0].ground = None;
        given([])
            .when(groundless)
            .then_refused(&Refusal::NoGround(1));
        given([])
            .when(RecordComplaint {
                points: Vec::new(),
                ..complaint.clone()
            })
            .then_refused(&Refusal::NoPoints);
        let mut bare = complaint;
        bare.points[0].categories.clear();
        let number = bare.points[0].number;
        given([])
            .when(bare)
            .then_refused(&Refusal::PointWithoutCategory(number));
    }

    #[test]
    fn a_service_the_authority_does_not_have_is_refused_and_the_known_ones_named() {
        let complaint = RecordComplaint {
            service: Code::new("parks"),
            ..fixture::complaint()
        };
        given([])
            .when(complaint)
            .then_refused(&Refusal::NotInTheList {
                list: "services",
                code: "parks".to_owned(),
                known: "first_response, fostering".to_owned(),
            });
    }
}
