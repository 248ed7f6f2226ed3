//! Compliments, enquiries and letters from elected members as they are planned.

use app::private::{PersonDetails, seal_text};
use casework::closure::Close;
use casework::ids::AccountId;
use casework::intake::{Assign, RepresentationKind};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::registers::{
    AnswerEnquiry, Constituent, ConstituentConsent, HelplineCaller, Member, MemberEnquiry,
    Particulars, RecordContact,
};
use casework::settings::Code;
use jiff::civil::Date;
use journal::Sealing;
use statute::working_days::Calendar;

use crate::dice::Dice;
use crate::life::{Life, after};
use crate::{names, texts};

/// A representation that is no complaint, with its answer.
#[derive(Clone, Debug)]
pub struct ContactPlan {
    /// What it is; anything but a complaint.
    pub kind: RepresentationKind,
    /// How it arrives.
    pub channel: Channel,
    /// When it is received.
    pub received_on: Date,
    /// The service it is about.
    pub service: Code,
    /// In what capacity somebody writes, if they give a name.
    pub capacity: Option<Code>,
    /// The standing of the child it is about, if it is about one.
    pub child: Option<ChildStatus>,
    /// Who is asked to answer.
    pub assigned_to: Option<AccountId>,
    /// Working days to the answer; `None` for what needs none.
    pub took: Option<u16>,
    /// What its register tells; `None` where it tells nothing.
    pub tells: Option<Tells>,
    /// Whom an elected member writes about; `None` for any name.
    pub constituent: Option<String>,
}

/// What a register tells of a contact.
#[derive(Clone, Debug)]
pub enum Tells {
    /// From whom a compliment comes.
    Source(Code),
    /// What comes of a general enquiry.
    Outcome(Code),
    /// What kind of member writes; each names somebody and holds their consent.
    Member(Member),
    /// A young person's contact: topic and result, and who calls where it is the helpline.
    Contact(Option<HelplineCaller>, Code, Code),
}

impl ContactPlan {
    /// Writes the plan as a life, as far as it has gone on a day.
    pub fn live(&self, dice: &mut Dice, until: Date, calendar: &Calendar) -> Life {
        let mut dice = dice.fork();
        let mut life = Life::new(dice.fork(), self.received_on, until);
        let dice = &mut dice;
        life.then(self.received_on, |sealing| {
            let name = names::name(dice);
            let contact = Some(names::contact(&name, dice));
            let details = PersonDetails {
                name,
                contact,
                born_on: None,
            };
            let text = match self.kind {
                RepresentationKind::Compliment => texts::praise(dice),
                RepresentationKind::ElectedMemberEnquiry => texts::member_s_question(dice),
                RepresentationKind::Complaint
                | RepresentationKind::Comment
                | RepresentationKind::Enquiry
                | RepresentationKind::AnonymousComplaint
                | RepresentationKind::ServiceRequest
                | RepresentationKind::SettledAtFirstContact
                | RepresentationKind::SubjectAccessRequest
                | RepresentationKind::InformalContact
                | RepresentationKind::HelplineContact
                | RepresentationKind::ContactToSort => texts::question(dice),
            };
            RecordContact {
                kind: self.kind,
                channel: self.channel,
                received_on: self.received_on,
                service: self.service.clone(),
                person: self.capacity.clone().map(|capacity| Complainant {
                    person: dice.person(),
                    ground: None,
                    capacity,
                    details: Some(details.seal(sealing)),
                }),
                children: self
                    .child
                    .iter()
                    .map(|status| Child {
                        person: dice.person(),
                        status: *status,
                        details: None,
                    })
                    .collect(),
                text: Some(seal_text(sealing, text)),
                particulars: self.particulars(dice, sealing),
            }
        });
        let taken_in = after(
            self.received_on,
            self.took.map_or(1, |took| took.min(1)),
            calendar,
        );
        if let Some(to) = self.assigned_to {
            life.then(taken_in, |_| Assign { to, on: taken_in });
        }
        let answered_on = self
            .took
            .map(|took| after(self.received_on, took, calendar));
        if let Some(sent_on) = answered_on {
            let outcome = self.tells.as_ref().and_then(Tells::outcome);
            life.then(sent_on, |_| AnswerEnquiry { sent_on, outcome });
        }
        let closed_on = answered_on.unwrap_or(taken_in);
        life.then(closed_on, |_| Close {
            notice: None,
            learned: None,
            on: closed_on,
        });
        life
    }

    fn particulars(&self, dice: &mut Dice, sealing: &mut Sealing) -> Option<Particulars> {
        match self.tells.clone()? {
            Tells::Source(source) => Some(Particulars::Compliment { source }),
            Tells::Outcome(_) => None,
            Tells::Member(member) => {
                let any_name = names::name(dice);
                let name = self.constituent.clone().unwrap_or(any_name);
                let details = PersonDetails {
                    name,
                    contact: None,
                    born_on: None,
                };
                Some(Particulars::MemberEnquiry(MemberEnquiry {
                    member,
                    consent: ConstituentConsent::Held,
                    scope: None,
                    constituent: Some(Constituent {
                        person: dice.person(),
                        details: details.seal(sealing),
                    }),
                }))
            }
            Tells::Contact(None, topic, result) => {
                Some(Particulars::InformalContact { topic, result })
            }
            Tells::Contact(Some(caller), topic, result) => Some(Particulars::Helpline {
                caller,
                topic,
                result,
            }),
        }
    }
}

impl Tells {
    fn outcome(&self) -> Option<Code> {
        match self {
            Self::Outcome(outcome) => Some(outcome.clone()),
            Self::Source(_) | Self::Member(_) | Self::Contact(..) => None,
        }
    }
}
