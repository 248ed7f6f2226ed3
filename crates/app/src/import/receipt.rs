//! The beginning of a row's case: what was received, from whom and about what.

use casework::action::Command;
use casework::ids::{PersonId, Sealed};
use casework::intake::{Procedure, RecordComplaint, RepresentationKind};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::point::{Point, PointNumber};
use casework::registers::RecordContact;
use casework::settings::Code;
use jiff::civil::Date;
use journal::Sealing;
use statute::procedure::LegalGround;
use uuid::Uuid;

use super::columns::{MOST_POINTS, same_name};
use super::findable::{seal_person, words};
use super::particulars::{belonging, left_behind, member, particulars};
use super::place::place;
use super::row::Row;
use crate::private::{PersonDetails, TEXT, seal_text};

/// What was received.
pub(super) struct Receipt {
    /// The command that opens the case.
    pub command: Command,
    /// The day it was received.
    pub received_on: Date,
    /// What kind of representation it is.
    pub kind: RepresentationKind,
    /// How many points it has.
    pub points: usize,
}

/// Reads the receipt; `None` when too little of it can be read, and then the row has problems.
pub(super) fn receipt(row: &mut Row<'_>, sealing: &mut Sealing) -> Option<Receipt> {
    let kind = kind(row);
    let channel = channel(row);
    let received_on = row.required_day("received_on");
    let service = service(row, kind);
    let texts = row.points();
    if texts.len() > usize::from(MOST_POINTS) * 4 {
        row.blame(
            "points",
            "these are too many points for one case".to_owned(),
        );
        return None;
    }
    // A case is also found by its old reference, so that goes with the first thing that is sealed.
    let mut findable = row.text("reference");
    let complainant = complainant(row, kind, sealing, &mut findable);
    let child = child(row, complainant.as_ref(), sealing);
    let sealed: Vec<Sealed> = texts
        .iter()
        .map(|text| sealing.seal(TEXT, text, &words(findable.take())))
        .collect();
    let points = sealed.len();
    let kind = kind?;
    belonging(row, kind);
    row.leave_behind(left_behind(row, kind));
    let particulars = particulars(row, kind, sealing, &mut findable);
    let command = match kind {
        RepresentationKind::Complaint => {
            let complaint = Complaint {
                channel,
                received_on,
                service,
                complainant,
                child,
            };
            complaint.command(row, sealing, sealed)?.into()
        }
        RepresentationKind::Compliment
        | RepresentationKind::Comment
        | RepresentationKind::Enquiry
        | RepresentationKind::ElectedMemberEnquiry
        | RepresentationKind::AnonymousComplaint
        | RepresentationKind::ServiceRequest
        | RepresentationKind::SettledAtFirstContact
        | RepresentationKind::SubjectAccessRequest
        | RepresentationKind::InformalContact
        | RepresentationKind::HelplineContact
        | RepresentationKind::ContactToSort => RecordContact {
            kind,
            channel: channel?,
            received_on: received_on?,
            service: service?,
            person: complainant,
            children: child.into_iter().collect(),
            text: sealed.into_iter().next(),
            particulars,
        }
        .into(),
    };
    Some(Receipt {
        command,
        received_on: received_on?,
        kind,
        points,
    })
}

/// What a complaint shares with every other representation.
struct Complaint {
    channel: Option<Channel>,
    received_on: Option<Date>,
    service: Option<Code>,
    complainant: Option<Complainant>,
    child: Option<Child>,
}

impl Complaint {
    fn command(
        self,
        row: &mut Row<'_>,
        sealing: &mut Sealing,
        texts: Vec<Sealed>,
    ) -> Option<RecordComplaint> {
        let procedures: [(Procedure, &[&str]); 2] = [
            (
                Procedure::ChildrenAct,
                &["children_act", "statutory", "children act"],
            ),
            (Procedure::Corporate, &["corporate", "non-statutory"]),
        ];
        let procedure = row.required_choice("procedure", &procedures);
        if procedure == Some(Procedure::ChildrenAct) && row.text("ground").is_none() {
            let reason = "the statutory procedure needs the ground on which the person may use it; without one, use corporate";
            row.blame("ground", reason.to_owned());
        }
        let place = place(row, self.received_on, self.service.as_ref());
        let categories = categories(row);
        if texts.is_empty() {
            row.blame(
                "points",
                "a complaint needs at least one point, here or in point_1".to_owned(),
            );
        }
        let late_reasons = row
            .text("late_reasons")
            .map(|text| seal_text(sealing, text));
        let desired_outcome = row
            .text("desired_outcome")
            .map(|text| seal_text(sealing, text));
        let points = (1..).zip(texts).map(|(number, text)| Point {
            number: PointNumber(number),
            text,
            categories: categories.clone(),
        });
        Some(RecordComplaint {
            place,
            points: points.collect(),
            procedure: procedure?,
            channel: self.channel?,
            received_on: self.received_on?,
            reached_team_on: row.day("reached_team_on"),
            grounds_arose_on: row.day("grounds_arose_on"),
            late_reasons,
            service: self.service?,
            complainants: self.complainant.into_iter().collect(),
            children: self.child.into_iter().collect(),
            desired_outcome,
            complained_about: Vec::new(),
        })
    }
}

fn kind(row: &mut Row<'_>) -> Option<RepresentationKind> {
    let names = |kind: RepresentationKind| -> (RepresentationKind, &[&str]) {
        let names: &[&str] = match kind {
            RepresentationKind::Complaint => &["complaint"],
            RepresentationKind::Compliment => &["compliment"],
            RepresentationKind::Comment => &["comment", "suggestion"],
            RepresentationKind::Enquiry => &["enquiry", "inquiry", "query"],
            RepresentationKind::ElectedMemberEnquiry => &[
                "elected_member_enquiry",
                "MP enquiry",
                "councillor enquiry",
                "member enquiry",
                "MP letter",
            ],
            RepresentationKind::AnonymousComplaint => &["anonymous_complaint", "anonymous"],
            RepresentationKind::ServiceRequest => &["service_request", "request for service"],
            RepresentationKind::SettledAtFirstContact => &["settled_at_first_contact", "settled"],
            RepresentationKind::InformalContact => &["informal_contact", "informal"],
            RepresentationKind::HelplineContact => &["helpline_contact", "helpline"],
            // An old register says what its entries are; there is nothing to sort later.
            RepresentationKind::ContactToSort => &[],
            RepresentationKind::SubjectAccessRequest => {
                &["subject_access_request", "subject_access"]
            }
        };
        (kind, names)
    };
    row.required_choice("kind", &RepresentationKind::ALL.map(names))
}

fn channel(row: &mut Row<'_>) -> Option<Channel> {
    let names = |channel: Channel| -> (Channel, &[&str]) {
        let names: &[&str] = match channel {
            Channel::Letter => &["letter", "post"],
            Channel::Email => &["email", "e-mail"],
            Channel::OnlineForm => &["online_form", "web", "website", "online"],
            Channel::App => &["app"],
            Channel::TextMessage => &["text_message", "text", "sms"],
            Channel::Telephone => &["telephone", "phone", "call"],
            Channel::InPerson => &["in_person", "face to face", "visit"],
            Channel::Advocate => &["advocate", "through an advocate"],
            Channel::ElectedMember => &[
                "elected_member",
                "MP",
                "councillor",
                "through a councillor or mp",
            ],
            Channel::NotNoted => &["not_noted"],
        };
        (channel, names)
    };
    row.required_choice("channel", &Channel::ALL.map(names))
}

fn service(row: &mut Row<'_>, kind: Option<RepresentationKind>) -> Option<Code> {
    let settings = row.settings();
    let text = row.required_text("service")?;
    if kind == Some(RepresentationKind::Complaint) {
        row.listed("service", &[&settings.services], text)
    } else {
        row.listed(
            "service",
            &[&settings.services, &settings.compliment_services],
            text,
        )
    }
}

fn categories(row: &mut Row<'_>) -> Vec<Code> {
    let list = &row.settings().categories;
    let Some(text) = row.required_text("category") else {
        return Vec::new();
    };
    let named = text
        .split(';')
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let mut categories: Vec<Code> = Vec::new();
    for name in named {
        if let Some(code) = row.listed("category", &[list], name)
            && !categories.contains(&code)
        {
            categories.push(code);
        }
    }
    categories
}

fn complainant(
    row: &mut Row<'_>,
    kind: Option<RepresentationKind>,
    sealing: &mut Sealing,
    findable: &mut Option<&str>,
) -> Option<Complainant> {
    let name = row.text("complainant_name");
    if name.is_none() {
        for particular in ["contact", "complainant_born_on"] {
            if row.text(particular).is_some() {
                row.blame(
                    particular,
                    "this needs a complainant_name beside it".to_owned(),
                );
            }
        }
    }
    let wanted = kind == Some(RepresentationKind::Complaint) || name.is_some();
    if !wanted && row.text("capacity").is_none() {
        return None;
    }
    let capacity = capacity(row, kind);
    let grounds: Vec<[&str; 2]> = LegalGround::ALL
        .iter()
        .map(|ground| [ground.code(), ground.code().trim_start_matches("W-")])
        .collect();
    let known: Vec<(LegalGround, &[&str])> = LegalGround::ALL
        .iter()
        .copied()
        .zip(grounds.iter().map(<[&str; 2]>::as_slice))
        .collect();
    let ground = row.choice("ground", &known);
    let born_on = row.day("complainant_born_on");
    let contact = row.text("contact").map(str::to_owned);
    let details = name.map(|name| {
        let details = PersonDetails {
            name: name.to_owned(),
            contact,
            born_on,
        };
        seal_person(&details, sealing, findable.take())
    });
    Some(Complainant {
        person: PersonId(Uuid::now_v7()),
        ground,
        capacity: capacity?,
        details,
    })
}

/// In what capacity the person writes. An elected member needs no entry in the authority’s list.
fn capacity(row: &mut Row<'_>, kind: Option<RepresentationKind>) -> Option<Code> {
    let by_office = kind == Some(RepresentationKind::ElectedMemberEnquiry)
        && row.text("capacity").is_none()
        && row.text("member").is_some();
    if by_office {
        return member(row).map(|member| Code::new(member.code()));
    }
    let capacities = &row.settings().capacities;
    row.required_listed("capacity", capacities)
}

fn child(
    row: &mut Row<'_>,
    complainant: Option<&Complainant>,
    sealing: &mut Sealing,
) -> Option<Child> {
    let name = row.text("child_name");
    let born_on = row.day("child_born_on");
    let given = ["child_name", "child_born_on", "child_status"]
        .iter()
        .any(|column| row.text(column).is_some());
    if !given {
        return None;
    }
    let statuses = ChildStatus::ALL.map(|status| (status, [status.code(), status.label()]));
    let known: Vec<(ChildStatus, &[&str])> = statuses
        .iter()
        .map(|(status, names)| (*status, names.as_slice()))
        .collect();
    let status = row.required_choice("child_status", &known)?;
    // The child complains: without a name of its own, or with the complainant's.
    let complains = complainant.filter(|complainant| {
        let by_ground = matches!(
            complainant.ground,
            Some(LegalGround::Child | LegalGround::CareLeaver)
        );
        let named_alike = name
            .zip(row.text("complainant_name"))
            .is_some_and(|(one, other)| same_name(one, other));
        named_alike || (by_ground && name.is_none())
    });
    if let Some(complainant) = complains {
        return Some(Child {
            person: complainant.person,
            status,
            details: complainant.details.clone(),
        });
    }
    let details = name.map(|name| {
        let details = PersonDetails {
            name: name.to_owned(),
            contact: None,
            born_on,
        };
        seal_person(&details, sealing, None)
    });
    Some(Child {
        person: PersonId(Uuid::now_v7()),
        status,
        details,
    })
}
