//! Which part somebody plays in a case, and over which days: a child of one case may complain in the next.

use casework::case::Case;
use casework::ids::PersonId;
use casework::people::ChildStatus;
use casework::pools::PoolPart;
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use statute::dates::short_date;

use crate::register_line::appointments;

/// A part somebody plays in a case, while it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolePlayed {
    /// Which.
    pub role: CaseRole,
    /// The day the case was received, or they were appointed.
    pub from: Date,
    /// The day it was closed, or their work was done; `None` while it goes on.
    pub until: Option<Date>,
}

/// A part in a case, of somebody it is about or of somebody who works on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseRole {
    /// Complains, in this capacity.
    Complainant(Code),
    /// A child it is about, and the child’s standing with the authority at the time.
    Child(ChildStatus),
    /// Whom an elected member writes about.
    WrittenAbout,
    /// Appointed to work on it.
    Appointed(PoolPart),
    /// Decides at the end of Stage 2.
    Adjudicates,
}

impl CaseRole {
    /// What it is, in words.
    pub fn words(&self, settings: &Settings) -> String {
        match self {
            Self::Complainant(capacity) => {
                format!("Complainant ({})", settings.capacities.label(capacity))
            }
            Self::Child(ChildStatus::NotKnown | ChildStatus::NoneOfThese) => "Child".to_owned(),
            Self::Child(standing) => format!("Child ({})", standing.label()),
            Self::WrittenAbout => "Whom an elected member writes about".to_owned(),
            Self::Appointed(part) => part.label().to_owned(),
            Self::Adjudicates => "Adjudicating Officer".to_owned(),
        }
    }
}

impl RolePlayed {
    /// From when until when.
    pub fn days(&self) -> String {
        let from = short_date(self.from);
        match self.until {
            Some(until) => format!("{from} to {}", short_date(until)),
            None => match self.role {
                CaseRole::Complainant(_) | CaseRole::Child(_) | CaseRole::WrittenAbout => {
                    format!("{from}, and the case is open")
                }
                CaseRole::Appointed(_) | CaseRole::Adjudicates => {
                    format!("{from}, and it goes on")
                }
            },
        }
    }
}

/// The parts somebody plays in a case: as a complainant first, then as a child, then in its handling.
pub fn roles(case: &Case, person: PersonId) -> Vec<RolePlayed> {
    let representation = &case.representation;
    let complainants = representation.complainants.iter();
    let complains = complainants.filter(|each| each.person == person);
    let complains = complains.map(|each| CaseRole::Complainant(each.capacity.clone()));
    let children = representation.children.iter();
    let children = children.filter(|each| each.person == person);
    let children = children.map(|each| CaseRole::Child(each.status));
    let constituent = representation
        .member_enquiry()
        .and_then(|enquiry| enquiry.constituent.as_ref());
    let written_about = constituent.filter(|each| each.person == person);
    let written_about = written_about.map(|_| CaseRole::WrittenAbout);
    let until = case.closed.as_ref().map(|(on, _)| *on);
    complains
        .chain(children)
        .chain(written_about)
        .map(|role| RolePlayed {
            role,
            from: case.received_on,
            until,
        })
        .chain(worked_on(case, person))
        .collect()
}

/// What somebody was appointed as, and from when.
fn worked_on(case: &Case, person: PersonId) -> Vec<RolePlayed> {
    let appointed = appointments(case).into_iter();
    let appointed = appointed.filter(|each| each.person == person);
    let mut played: Vec<RolePlayed> = appointed
        .map(|each| RolePlayed {
            role: CaseRole::Appointed(each.part),
            from: appointed_on(case, each.part, person),
            until: each.done_on,
        })
        .collect();
    let stage = case.investigation.as_ref();
    let answered = stage.and_then(|stage| stage.answered.as_ref());
    let adjudicated = answered.filter(|(_, answered)| {
        let adjudication = answered.adjudication.as_ref();
        adjudication.is_some_and(|each| each.officer == person)
    });
    played.extend(adjudicated.map(|(on, _)| RolePlayed {
        role: CaseRole::Adjudicates,
        from: *on,
        until: Some(*on),
    }));
    played
}

/// The day somebody was appointed.
///
/// Reading: of investigators who were replaced the state keeps no day, so they count from the request for Stage 2.
fn appointed_on(case: &Case, part: PoolPart, person: PersonId) -> Date {
    let day = match part {
        PoolPart::InvestigatingOfficer | PoolPart::IndependentPerson => {
            let stage = case.investigation.as_ref();
            stage.map(|stage| {
                let appointed = stage.appointed.as_ref();
                let stands = appointed.filter(|(_, now)| {
                    [now.investigating_officer, now.independent_person].contains(&person)
                });
                stands.map_or(stage.requested_on, |(on, _)| *on)
            })
        }
        PoolPart::PanelMember => {
            let panel = case.review_panel.as_ref();
            let appointed = panel.and_then(|panel| panel.appointed.as_ref());
            appointed.map(|(on, _)| *on)
        }
        PoolPart::Advocate => {
            let helps = case.advocates.iter();
            let helps = helps.filter(|episode| episode.appointed.advocate == person);
            helps.map(|episode| episode.since).min()
        }
    };
    day.unwrap_or(case.received_on)
}

#[cfg(test)]
mod tests {
    use casework::event::Fact;
    use casework::ids::CaseId;

    use super::*;

    const RECORDED: &str = r#"{"on":"2026-01-05","event":{"event":"representation_recorded","kind":"complaint","procedure":"children_act","channel":"letter","reached_team_on":null,"grounds_arose_on":null,"late_reasons":null,"service":"first_response","complainants":[{"person":"00000000-0000-0000-0000-00000000001e","ground":"W-PARENT","capacity":"parent","details":null},{"person":"00000000-0000-0000-0000-00000000001f","ground":"W-CHILD","capacity":"young_person","details":null}],"children":[{"person":"00000000-0000-0000-0000-00000000001f","status":"in_need","details":null},{"person":"00000000-0000-0000-0000-00000000002f","status":"not_known","details":null}],"points":[],"desired_outcome":null,"complained_about":[]}}"#;
    const CLOSED: &str =
        r#"{"on":"2026-02-02","event":{"event":"closed","next_right":"investigation"}}"#;
    const AGAIN: &str =
        r#"{"on":"2026-02-09","event":{"event":"investigation_requested","oral":false}}"#;

    const PARENT: &str = "00000000-0000-0000-0000-00000000001e";
    const YOUNG_PERSON: &str = "00000000-0000-0000-0000-00000000001f";
    const CHILD: &str = "00000000-0000-0000-0000-00000000002f";
    const NOBODY: &str = "00000000-0000-0000-0000-00000000003f";

    fn said(facts: &[&str], person: &str) -> Vec<String> {
        let facts: Vec<_> = facts
            .iter()
            .map(|body| Fact::from_stored("", 1, body).expect("a stored fact"))
            .collect();
        let id: CaseId = "00000000-0000-0000-0000-000000000001"
            .parse()
            .expect("an id");
        let case = Case::fold(id, &facts).expect("a beginning");
        let settings = serde_json::from_value(serde_json::json!({
            "code": "testshire", "name": "Testshire",
            "services": [], "categories": [], "outcomes": [],
            "capacities": [{"code": "parent", "label": "Parent"}, {"code": "young_person", "label": "Young person"}],
            "timescale_bands": [], "ombudsman_decisions": [],
            "equality": { "gender": [], "ethnicity": [], "sexual_orientation": [], "religion": [], "disability": [], "age": [] },
        }));
        let settings: Settings = settings.expect("settings");
        let person = person.parse().expect("an id");
        let played = roles(&case, person);
        let played = played.iter();
        played
            .map(|each| format!("{}: {}", each.role.words(&settings), each.days()))
            .collect()
    }

    #[test]
    fn a_part_runs_from_the_receipt_to_the_closing_and_goes_on_when_the_case_does() {
        let open = "5 January 2026, and the case is open";
        let shut = "5 January 2026 to 2 February 2026";
        let rows: [(&[&str], &str, Vec<String>); 6] = [
            (
                &[RECORDED],
                PARENT,
                vec![format!("Complainant (Parent): {open}")],
            ),
            (
                &[RECORDED, CLOSED],
                PARENT,
                vec![format!("Complainant (Parent): {shut}")],
            ),
            (
                &[RECORDED, CLOSED, AGAIN],
                PARENT,
                vec![format!("Complainant (Parent): {open}")],
            ),
            (
                &[RECORDED, CLOSED],
                YOUNG_PERSON,
                vec![
                    format!("Complainant (Young person): {shut}"),
                    format!("Child (In need): {shut}"),
                ],
            ),
            (&[RECORDED], CHILD, vec![format!("Child: {open}")]),
            (&[RECORDED], NOBODY, vec![]),
        ];
        for (facts, person, words) in rows {
            assert_eq!(said(facts, person), words);
        }
    }
}
