//! Advocacy in a register line: one entry for each child and young person, with the episodes of help
//! they had, so that people and episodes can be counted apart.

use casework::advocacy::{AdvocateKind, Wanted};
use casework::case::Case;
use casework::ids::PersonId;
use casework::settings::Code;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a child or young person was told and offered, what they wanted and who helped them.
///
/// Source: REP-9.9.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvocacyLine {
    /// The capacity in which they complain; `None` for a child who does not.
    pub complains_as: Option<Code>,
    /// When they were first told about advocacy.
    pub told_on: Option<Date>,
    /// When they were first offered help in getting an advocate.
    pub offered_on: Option<Date>,
    /// What they said last; `None` where no answer was recorded.
    pub wanted: Option<Wanted>,
    /// Every episode of help, in the order recorded.
    pub episodes: Vec<EpisodeLine>,
}

/// One advocate's help for one child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpisodeLine {
    /// Who helps.
    pub kind: AdvocateKind,
    /// Since when; `None` where only an old register tells of it, which has no days.
    pub since: Option<Date>,
    /// Until when; `None` while it goes on, or without days.
    pub until: Option<Date>,
}

impl AdvocacyLine {
    /// Whether anything was recorded about advocacy for this person.
    pub fn is_recorded(&self) -> bool {
        self.wanted.is_some() || !self.episodes.is_empty()
    }
}

impl EpisodeLine {
    /// Whether the help went on at the end of a day.
    pub fn is_open_on(&self, day: Date) -> bool {
        self.since.is_some_and(|since| since <= day) && self.until.is_none_or(|until| until > day)
    }
}

/// The entries of a case: whoever complains as a child or young person first, then whoever else
/// something was recorded for.
///
/// Reading: a child about whom an adult complains has an entry only when advocacy was recorded, since
/// the duty is owed to children who complain or mean to (REP-9.2, REP-9.3).
pub(super) fn lines(case: &Case) -> Vec<AdvocacyLine> {
    let representation = &case.representation;
    let is_child = |person: PersonId| {
        let mut children = representation.children.iter();
        children.any(|child| child.person == person)
    };
    let complaining = representation
        .complainants
        .iter()
        .filter(|each| each.complains_as_a_young_person() || is_child(each.person))
        .map(|each| each.person);
    let told = case.advocacy.iter().map(|recorded| recorded.person);
    let helped = case
        .advocates
        .iter()
        .map(|episode| episode.appointed.person);
    let mut people: Vec<PersonId> = Vec::new();
    for person in complaining.chain(told).chain(helped) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people
        .into_iter()
        .map(|person| line(case, person))
        .collect()
}

fn line(case: &Case, person: PersonId) -> AdvocacyLine {
    let recorded = || case.advocacy.iter().filter(|each| each.person == person);
    let mut complainants = case.representation.complainants.iter();
    AdvocacyLine {
        complains_as: complainants
            .find(|each| each.person == person)
            .map(|each| each.capacity.clone()),
        told_on: recorded().filter_map(|each| each.told_on).min(),
        offered_on: recorded().filter_map(|each| each.offered_on).min(),
        wanted: recorded().next_back().map(|each| each.wanted),
        episodes: episodes(case, person),
    }
}

/// The help that was appointed, and help of another kind that an old register told of.
///
/// Reading: two records that name the same kind of help tell of it twice, and so does a record beside
/// an appointment of that kind; neither is a second episode.
fn episodes(case: &Case, person: PersonId) -> Vec<EpisodeLine> {
    let mut episodes: Vec<EpisodeLine> = case
        .advocates
        .iter()
        .filter(|episode| episode.appointed.person == person)
        .map(|episode| EpisodeLine {
            kind: episode.appointed.kind,
            since: Some(episode.since),
            until: episode.until,
        })
        .collect();
    let told = case
        .advocacy
        .iter()
        .filter(|recorded| recorded.person == person && recorded.wanted == Wanted::Yes)
        .map(|recorded| recorded.kind);
    for kind in told {
        if !episodes.iter().any(|episode| episode.kind == kind) {
            episodes.push(EpisodeLine {
                kind,
                since: None,
                until: None,
            });
        }
    }
    episodes.retain(|episode| episode.kind != AdvocateKind::Nobody);
    episodes
}

#[cfg(test)]
mod tests {
    use casework::event::Fact;
    use casework::ids::CaseId;
    use jiff::civil::date;
    use serde_json::json;

    use super::*;
    use crate::register_line::RegisterLine;

    const PARENT: &str = "00000000-0000-0000-0000-000000000002";
    const CHILD: &str = "00000000-0000-0000-0000-000000000004";
    const LEAVER: &str = "00000000-0000-0000-0000-000000000005";
    const MS_SHAH: &str = "00000000-0000-0000-0000-000000000023";
    const MR_LANE: &str = "00000000-0000-0000-0000-000000000024";

    /// A parent and a care leaver complain, about a child.
    fn received() -> String {
        let complainant = |person, ground, capacity| json!({"person": person, "ground": ground, "capacity": capacity, "details": null});
        json!({"on": "2026-03-02", "event": {
            "event": "representation_recorded", "kind": "complaint", "procedure": "children_act",
            "channel": "letter", "reached_team_on": null, "grounds_arose_on": null, "late_reasons": null,
            "service": "first_response",
            "complainants": [complainant(PARENT, "W-PARENT", "parent"), complainant(LEAVER, "W-LEAVER", "care_leaver")],
            "children": [{"person": CHILD, "status": "in_need", "details": null}],
            "points": [], "desired_outcome": null, "complained_about": [],
        }})
        .to_string()
    }

    fn told(person: &str, wanted: &str, kind: &str, offered_on: Option<&str>) -> String {
        json!({"on": "2026-03-04", "event": {
            "event": "advocacy_recorded", "person": person, "wanted": wanted, "kind": kind,
            "told_on": "2026-03-03", "offered_on": offered_on,
        }})
        .to_string()
    }

    fn begun(person: &str, advocate: &str, kind: &str, on: &str) -> String {
        json!({"on": on, "event": {
            "event": "advocate_appointed", "person": person, "advocate": advocate, "kind": kind,
            "organisation": null,
        }})
        .to_string()
    }

    fn ended(person: &str, advocate: &str, on: &str) -> String {
        json!({"on": on, "event": {"event": "advocacy_ended", "person": person, "advocate": advocate}})
            .to_string()
    }

    fn line_of(facts: &[String]) -> RegisterLine {
        let facts: Vec<_> = facts
            .iter()
            .map(|body| Fact::from_stored("", 1, body).expect("a stored fact"))
            .collect();
        let id: CaseId = "00000000-0000-0000-0000-000000000001"
            .parse()
            .expect("an id");
        RegisterLine::of(&Case::fold(id, &facts).expect("a beginning"))
    }

    #[test]
    fn a_child_helped_by_two_advocates_is_one_person_with_two_episodes() {
        let line = line_of(&[
            received(),
            told(CHILD, "undecided", "nobody", None),
            told(CHILD, "yes", "nobody", Some("2026-03-04")),
            begun(CHILD, MS_SHAH, "independent", "2026-03-05"),
            ended(CHILD, MS_SHAH, "2026-03-20"),
            begun(CHILD, MR_LANE, "independent", "2026-03-25"),
        ]);
        let [leaver, child] = line.advocacy.as_slice() else {
            panic!("{:?}", line.advocacy);
        };
        assert_eq!(leaver.complains_as, Some(Code::new("care_leaver")));
        assert!(!leaver.is_recorded());
        assert_eq!(child.complains_as, None);
        assert_eq!(child.told_on, Some(date(2026, 3, 3)));
        assert_eq!(child.offered_on, Some(date(2026, 3, 4)));
        assert_eq!(child.wanted, Some(Wanted::Yes));
        assert_eq!(child.episodes.len(), 2);
        assert_eq!(line.advocates.len(), 2);
        let open = |day| {
            let episodes = child.episodes.iter();
            episodes.filter(|episode| episode.is_open_on(day)).count()
        };
        assert_eq!(open(date(2026, 3, 4)), 0);
        assert_eq!(open(date(2026, 3, 19)), 1);
        assert_eq!(open(date(2026, 3, 20)), 0);
        assert_eq!(open(date(2026, 3, 31)), 1);
    }

    #[test]
    fn help_told_of_twice_is_one_episode_without_days() {
        let again = told(LEAVER, "yes", "independent", None);
        let line = line_of(&[received(), again.clone(), again.clone()]);
        let undated = EpisodeLine {
            kind: AdvocateKind::Independent,
            since: None,
            until: None,
        };
        assert_eq!(line.advocacy[0].episodes, [undated]);
        assert!(!undated.is_open_on(date(2026, 3, 31)));
        let appointed = begun(LEAVER, MS_SHAH, "independent", "2026-03-05");
        let line = line_of(&[received(), again, appointed]);
        assert_eq!(line.advocates, [AdvocateKind::Independent]);
    }

    #[test]
    fn nobody_is_listed_for_a_parents_complaint_alone() {
        let facts = [received().replace("W-LEAVER", "W-PR")];
        assert_eq!(line_of(&facts).advocacy, []);
    }

    #[test]
    fn a_line_stored_before_people_were_kept_still_reads() {
        let line = line_of(&[received()]);
        let mut stored = serde_json::to_value(&line).expect("a line is written");
        let fields = stored.as_object_mut().expect("a line is an object");
        fields.remove("advocacy");
        fields.insert("people_helped".to_owned(), json!(1));
        let read: RegisterLine = serde_json::from_value(stored).expect("an old line is read");
        assert_eq!(read.advocacy, []);
        assert_eq!(read.case, line.case);
    }
}
