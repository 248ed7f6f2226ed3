//! Record a compliment, a comment or an enquiry.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::event::{Event, Fact, RepresentationRecorded};
use crate::ids::Sealed;
use crate::intake::RepresentationKind;
use crate::law::Law;
use crate::people::{Channel, Child, Complainant};
use crate::point::{Point, PointNumber};
use crate::refusal::Refusal;
use crate::registers::Particulars;
use crate::settings::{Code, Settings};

/// Record a representation that is not a complaint.
///
/// Source: SI 2006/1738 reg 13(1), each representation; elected members' letters have a local target
/// of their own (D-MP), subject access requests one of the law (D-SAR). Young people's informal contacts and those with
/// the advocacy helpline have none.
#[derive(Clone, Debug)]
pub struct RecordContact {
    /// What it is; anything but a complaint.
    pub kind: RepresentationKind,
    /// How it arrived.
    pub channel: Channel,
    /// The day it was received.
    pub received_on: Date,
    /// The service it is about.
    pub service: Code,
    /// Who made it, if they gave a name.
    pub person: Option<Complainant>,
    /// The children it is about.
    pub children: Vec<Child>,
    /// What was said.
    pub text: Option<Sealed>,
    /// What its register alone asks; `None` where an old register does not say.
    pub particulars: Option<Particulars>,
}

impl RecordContact {
    /// Decides and changes nothing; the caller appends the fact to a new stream.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] for a complaint, an unknown service or an impossible day.
    pub fn decide(&self, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        law.happened(
            "the receipt",
            self.received_on,
            ("the receipt", self.received_on),
        )?;
        let settings = law.settings;
        if !settings.compliment_services.has(&self.service) {
            Settings::listed("services", &settings.services, &self.service)?;
        }
        let clocks = match self.kind {
            RepresentationKind::Complaint => {
                return Err(Refusal::WrongKind {
                    action: "this register",
                    wanted: "compliments, comments and enquiries",
                    is: "a complaint",
                });
            }
            RepresentationKind::ContactToSort => {
                return Err(Refusal::WrongKind {
                    action: "this register",
                    wanted: "compliments, comments and enquiries",
                    is: "a contact to sort",
                });
            }
            RepresentationKind::ElectedMemberEnquiry => {
                vec![law.start(LimitId::CouncillorEnquiry, self.received_on)?]
            }
            RepresentationKind::SubjectAccessRequest => {
                vec![law.start(LimitId::SubjectAccess, self.received_on)?]
            }
            RepresentationKind::AnonymousComplaint if self.is_named() => {
                return Err(Refusal::WrongKind {
                    action: "an anonymous complaint",
                    wanted: "people who cannot be identified",
                    is: "somebody who gave a name",
                });
            }
            RepresentationKind::Compliment
            | RepresentationKind::Comment
            | RepresentationKind::Enquiry
            | RepresentationKind::AnonymousComplaint
            | RepresentationKind::ServiceRequest
            | RepresentationKind::SettledAtFirstContact
            | RepresentationKind::InformalContact
            | RepresentationKind::HelplineContact => Vec::new(),
        };
        if let Some(particulars) = &self.particulars {
            if particulars.kind() != self.kind {
                return Err(Refusal::WrongKind {
                    action: "what was filled in",
                    wanted: particulars.kind().label(),
                    is: self.kind.label(),
                });
            }
            particulars.listed(settings)?;
        }
        let point = |text: &Sealed| Point {
            number: PointNumber(1),
            text: text.clone(),
            categories: Vec::new(),
        };
        let representation = RepresentationRecorded {
            place: crate::organisation::Place::default(),
            kind: self.kind,
            procedure: None,
            channel: self.channel,
            reached_team_on: None,
            grounds_arose_on: None,
            late_reasons: None,
            service: Some(self.service.clone()),
            complainants: self.person.iter().cloned().collect(),
            children: self.children.clone(),
            points: self.text.iter().map(point).collect(),
            desired_outcome: None,
            complained_about: Vec::new(),
            particulars: self.particulars.clone(),
        };
        let event = Event::RepresentationRecorded(Box::new(representation));
        Ok(vec![Fact {
            on: self.received_on,
            event,
            clocks,
        }])
    }

    fn is_named(&self) -> bool {
        self.person
            .as_ref()
            .is_some_and(|person| person.details.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::ReferElsewhere;
    use crate::registers::HelplineCaller;
    use crate::settings::lists;
    use crate::story::{close, contact, day, fixture, given, respond};
    use statute::procedure::Route;

    #[test]
    fn a_letter_from_a_member_of_parliament_and_a_subject_access_request_have_limits_of_their_own()
    {
        given([])
            .when(contact(RepresentationKind::ElectedMemberEnquiry))
            .then_clocks(&[("D-MP", "2015-04-13")]);
        given([])
            .when(contact(RepresentationKind::SubjectAccessRequest))
            .then_clocks(&[("D-SAR", "2015-04-26")]);
        given([])
            .when(contact(RepresentationKind::Compliment))
            .then_clocks(&[]);
    }

    #[test]
    fn an_anonymous_complaint_is_logged_without_deadlines_and_may_go_to_safeguarding() {
        given([])
            .when(contact(RepresentationKind::AnonymousComplaint))
            .then_clocks(&[]);
        let refer = ReferElsewhere {
            route: Route::Safeguarding,
            reasons: fixture::sealed(71),
            on: day("2015-03-26"),
        };
        given([contact(RepresentationKind::AnonymousComplaint)])
            .when(refer.clone())
            .then_accepted();
        given([contact(RepresentationKind::Comment)])
            .when(refer)
            .then_refused(&Refusal::WrongKind {
                action: "a referral to another route",
                wanted: "complaints",
                is: "a comment",
            });
        given([contact(RepresentationKind::AnonymousComplaint)])
            .when(close("2015-04-13"))
            .then_accepted();
    }

    #[test]
    fn somebody_who_gave_a_name_is_not_anonymous() {
        let person = fixture::complaint().complainants.remove(0);
        let named = RecordContact {
            person: Some(person.clone()),
            ..fixture::contact(RepresentationKind::AnonymousComplaint)
        };
        given([]).when(named).then_refused(&Refusal::WrongKind {
            action: "an anonymous complaint",
            wanted: "people who cannot be identified",
            is: "somebody who gave a name",
        });
        let unnamed = RecordContact {
            person: Some(crate::people::Complainant {
                details: None,
                ..person
            }),
            ..fixture::contact(RepresentationKind::AnonymousComplaint)
        };
        given([]).when(unnamed).then_accepted();
    }

    #[test]
    fn what_is_settled_at_first_contact_is_logged_and_has_no_stage() {
        let settled = || contact(RepresentationKind::SettledAtFirstContact);
        given([]).when(settled()).then_clocks(&[]);
        given([settled()])
            .when(respond("2015-03-27"))
            .then_refused(&Refusal::WrongKind {
                action: "answering at Stage 1",
                wanted: "complaints",
                is: "a complaint settled at first contact",
            });
        given([settled()]).when(close("2015-03-27")).then_accepted();
    }

    #[test]
    fn a_service_request_has_no_deadline_and_is_closed_when_it_is_dealt_with() {
        given([])
            .when(contact(RepresentationKind::ServiceRequest))
            .then_clocks(&[]);
        given([contact(RepresentationKind::ServiceRequest)])
            .when(close("2015-04-13"))
            .then_accepted();
    }

    #[test]
    fn what_is_told_of_a_contact_belongs_to_its_register_and_stands_in_the_lists() {
        let of = |kind, particulars| RecordContact {
            particulars: Some(particulars),
            ..fixture::contact(kind)
        };
        let from = |source: &str| Particulars::Compliment {
            source: Code::new(source),
        };
        given([])
            .when(of(RepresentationKind::Compliment, from("court")))
            .then_clocks(&[]);
        given([])
            .when(of(RepresentationKind::Comment, from("court")))
            .then_refused(&Refusal::WrongKind {
                action: "what was filled in",
                wanted: "a compliment",
                is: "a comment",
            });
        given([])
            .when(of(RepresentationKind::Compliment, from("nobody")))
            .then_refused(&Refusal::NotInTheList {
                list: "sources of compliments",
                code: "nobody".to_owned(),
                known: "young_person, parent_or_carer, professional, court, councillor, other"
                    .to_owned(),
            });
    }

    #[test]
    fn a_young_person_s_informal_contact_and_a_call_to_the_helpline_have_no_clock() {
        let helpline = |topic: &str, result: &str| RecordContact {
            particulars: Some(Particulars::Helpline {
                caller: HelplineCaller::StaffAdvice,
                topic: Code::new(topic),
                result: Code::new(result),
            }),
            ..fixture::contact(RepresentationKind::HelplineContact)
        };
        given([])
            .when(helpline("education", "put_right"))
            .then_clocks(&[]);
        given([])
            .when(helpline("x", "put_right"))
            .then_refused(&Refusal::NotInTheList {
                list: "topics of contacts",
                code: "x".to_owned(),
                known: lists::contact_topics().codes(),
            });
        given([])
            .when(helpline("education", "x"))
            .then_refused(&Refusal::NotInTheList {
                list: "results of contacts",
                code: "x".to_owned(),
                known: lists::contact_results().codes(),
            });
        let informal = || contact(RepresentationKind::InformalContact);
        given([]).when(informal()).then_clocks(&[]);
        given([informal()])
            .when(close("2015-03-27"))
            .then_accepted();
    }

    #[test]
    fn a_complaint_does_not_belong_in_this_register() {
        given([])
            .when(contact(RepresentationKind::Complaint))
            .then_refused(&Refusal::WrongKind {
                action: "this register",
                wanted: "compliments, comments and enquiries",
                is: "a complaint",
            });
    }
}
