//! The lists of the equality monitoring form, and which version of each an answer was given under.
//!
//! Source: VOC-7: the version answered is kept; an answer is never taken for one of another version.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Code, List};

/// The lists of the equality monitoring form. `not_stated` closes each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EqualityLists {
    /// Sex.
    pub gender: List,
    /// Ethnic group.
    pub ethnicity: List,
    /// Sexual orientation.
    pub sexual_orientation: List,
    /// Religion or belief.
    pub religion: List,
    /// Disability or impairment.
    pub disability: List,
    /// Whether gender identity is the same as the sex registered at birth; empty where it is not asked.
    #[serde(default, skip_serializing_if = "is_not_asked")]
    pub gender_identity: List,
    /// Whether a condition or illness lasts twelve months or more; empty where it is not asked.
    #[serde(default, skip_serializing_if = "is_not_asked")]
    pub long_lasting: List,
    /// How far it limits what somebody does day to day; empty where it is not asked.
    #[serde(default, skip_serializing_if = "is_not_asked")]
    pub day_to_day: List,
    /// Impairments, of which somebody may name several. Where there are any, they are asked in the place of
    /// `disability`; empty where they are not asked.
    #[serde(default, skip_serializing_if = "is_not_asked")]
    pub impairments: List,
    /// What a question asks, from a day on, where it is not asked in the usual words.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub wording: BTreeMap<EqualityQuestion, Vec<Wording>>,
    /// Age bands with the first and last year of age of each.
    pub age: Vec<AgeBand>,
    /// The version of today’s lists; a list that is not here has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub versions: BTreeMap<EqualityQuestion, ListVersion>,
    /// Under which version answers were given that were recorded before the list had one. A list that
    /// is not here leaves them under no version.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub unversioned: BTreeMap<EqualityQuestion, ListVersion>,
    /// Lists no longer offered, kept for the answers given under them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<EarlierList>,
}

/// A question of the form that is answered from a list with versions, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EqualityQuestion {
    /// Sex.
    Gender,
    /// Ethnic group.
    Ethnicity,
    /// Sexual orientation.
    SexualOrientation,
    /// Religion or belief.
    Religion,
    /// Disability or impairment, as one answer.
    Disability,
    /// Whether gender identity is the same as the sex registered at birth. Asked apart from sex, and neither is ever
    /// taken from the other.
    GenderIdentity,
    /// Whether a condition or illness lasts twelve months or more.
    LongLasting,
    /// How far it limits what somebody does day to day.
    DayToDay,
    /// Impairments, several of which can be named.
    Impairments,
}

/// What a question asks from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The first day it is asked so.
    pub from: Date,
    /// The words.
    pub asks: String,
}

/// What a list is called while it stays the same, such as `gss-2021` or a council’s own `2014`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListVersion(String);

/// A list as it was offered before today’s.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierList {
    /// The question it answered.
    pub question: EqualityQuestion,
    /// Its version.
    pub version: ListVersion,
    /// Its entries, as they were.
    pub list: List,
}

/// Which list an answer belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListUsed {
    /// Today’s.
    Today,
    /// An earlier one, by its place in [`EqualityLists::earlier`].
    Earlier(usize),
    /// One the settings do not hold.
    Unknown,
}

/// A band of ages, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeBand {
    /// What the record holds.
    pub code: Code,
    /// What people read.
    pub label: String,
    /// The youngest age in the band.
    pub from: u8,
    /// The oldest age in the band.
    pub to: u8,
}

/// Whether a question that an authority need not ask is left out.
fn is_not_asked(list: &List) -> bool {
    list.0.is_empty()
}

/// The longest version taken; it stands in brackets after every label of an earlier list.
const LONGEST_VERSION: usize = 30;

impl EqualityLists {
    /// Today’s list of a question.
    pub const fn list(&self, question: EqualityQuestion) -> &List {
        match question {
            EqualityQuestion::Gender => &self.gender,
            EqualityQuestion::Ethnicity => &self.ethnicity,
            EqualityQuestion::SexualOrientation => &self.sexual_orientation,
            EqualityQuestion::Religion => &self.religion,
            EqualityQuestion::Disability => &self.disability,
            EqualityQuestion::GenderIdentity => &self.gender_identity,
            EqualityQuestion::LongLasting => &self.long_lasting,
            EqualityQuestion::DayToDay => &self.day_to_day,
            EqualityQuestion::Impairments => &self.impairments,
        }
    }

    /// The words in which a question is asked on a day.
    pub fn asks(&self, question: EqualityQuestion, day: Date) -> &str {
        let wording = self.wording.get(&question).into_iter().flatten();
        let in_force = wording.filter(|wording| wording.from <= day);
        let latest = in_force.max_by_key(|wording| wording.from);
        latest.map_or(question.usual_words(), |wording| &wording.asks)
    }

    /// What is wrong with the words of the questions.
    fn wording_problems(&self) -> impl Iterator<Item = String> {
        let wordings = self.wording.iter();
        wordings.flat_map(|(question, wordings)| {
            let empty = wordings.iter().any(|each| each.asks.trim().is_empty());
            let mut pairs = wordings.array_windows();
            let out_of_order = pairs.any(|[one, next]| next.from <= one.from);
            let empty = empty.then(|| {
                format!(
                    "equality.wording: a wording of {} has no words",
                    question.name()
                )
            });
            let out_of_order = out_of_order.then(|| {
                format!(
                    "equality.wording: the wordings of {} do not begin on later and later days",
                    question.name()
                )
            });
            empty.into_iter().chain(out_of_order)
        })
    }

    /// The list an answer belongs to that was given under a version, or under none.
    pub fn used(&self, question: EqualityQuestion, version: Option<&ListVersion>) -> ListUsed {
        let version = version.or_else(|| self.unversioned.get(&question));
        if version == self.versions.get(&question) {
            return ListUsed::Today;
        }
        let mut earlier = self.earlier.iter();
        let kept =
            earlier.position(|each| each.question == question && Some(&each.version) == version);
        kept.map_or(ListUsed::Unknown, ListUsed::Earlier)
    }

    /// What is wrong with the lists; all of it at once.
    pub(super) fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for [band, next] in self.age.array_windows() {
            if next.from != band.to.saturating_add(1) {
                problems.push(format!(
                    "equality.age: the bands \"{}\" and \"{}\" overlap or leave a gap",
                    band.label, next.label
                ));
            }
        }
        problems.extend(self.wording_problems());
        let named = self.versions.iter();
        let named = named.map(|(question, version)| ("versions", *question, version));
        let kept = self.earlier.iter();
        let kept = kept.map(|each| ("earlier", each.question, &each.version));
        for (key, question, version) in named.chain(kept) {
            if !version.is_well_formed() {
                problems.push(format!(
                    "equality.{key}: the version \"{version}\" of {} is not 1 to {LONGEST_VERSION} lower-case letters, digits, full stops and hyphens",
                    question.name()
                ));
            }
        }
        for (place, each) in self.earlier.iter().enumerate() {
            problems.extend(each.problem());
            if self.used(each.question, Some(&each.version)) != ListUsed::Earlier(place) {
                problems.push(format!(
                    "equality.earlier: the version \"{}\" of {} stands twice, or is today’s; give each list a version of its own",
                    each.version,
                    each.question.name()
                ));
            }
        }
        let told_apart = self.earlier.iter().map(|each| ("earlier", each.question));
        let told_apart =
            told_apart.chain(self.unversioned.keys().map(|each| ("unversioned", *each)));
        for (key, question) in told_apart {
            // Without this an answer given today and one from before versions would look alike.
            if !self.versions.contains_key(&question) {
                problems.push(format!(
                    "equality.{key}: today’s list of {} has no version to be told apart by; name it in equality.versions",
                    question.name()
                ));
            }
        }
        for (question, version) in &self.unversioned {
            if self.used(*question, Some(version)) == ListUsed::Unknown {
                problems.push(format!(
                    "equality.unversioned: no list of {} has the version \"{version}\"; name it in equality.versions or keep it in equality.earlier",
                    question.name()
                ));
            }
        }
        problems
    }
}

impl EqualityQuestion {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::Gender,
        Self::Ethnicity,
        Self::SexualOrientation,
        Self::Religion,
        Self::Disability,
        Self::GenderIdentity,
        Self::LongLasting,
        Self::DayToDay,
        Self::Impairments,
    ];

    /// The key of its list in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gender => "gender",
            Self::Ethnicity => "ethnicity",
            Self::SexualOrientation => "sexual_orientation",
            Self::Religion => "religion",
            Self::Disability => "disability",
            Self::GenderIdentity => "gender_identity",
            Self::LongLasting => "long_lasting",
            Self::DayToDay => "day_to_day",
            Self::Impairments => "impairments",
        }
    }

    /// What the form asks where the authority words it no other way.
    pub const fn usual_words(self) -> &'static str {
        match self {
            Self::Gender => "Sex",
            Self::Ethnicity => "Ethnic group",
            Self::SexualOrientation => "Sexual orientation, asked from the age of 16",
            Self::Religion => "Religion or belief",
            Self::Disability => "Disability or impairment",
            Self::GenderIdentity => {
                "Is their gender identity the same as their sex registered at birth? Asked from the age of 16"
            }
            Self::LongLasting => {
                "Do they have a condition or illness lasting, or expected to last, 12 months or more?"
            }
            Self::DayToDay => "Does it reduce their ability to carry out day-to-day activities?",
            Self::Impairments => "Which impairments do they have?",
        }
    }
}

impl ListVersion {
    /// A version as the settings or an answer name it.
    pub fn new(version: impl Into<String>) -> Self {
        Self(version.into())
    }

    fn is_well_formed(&self) -> bool {
        let may_be = |letter: char| {
            letter.is_ascii_lowercase() || letter.is_ascii_digit() || ['.', '-'].contains(&letter)
        };
        (1..=LONGEST_VERSION).contains(&self.0.chars().count()) && self.0.chars().all(may_be)
    }
}

impl fmt::Display for ListVersion {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl EarlierList {
    /// What people read of an entry: its label as it was, and of which list.
    pub fn label(&self, entry: &super::Entry) -> String {
        format!("{} (list {})", entry.label, self.version)
    }

    fn problem(&self) -> Option<String> {
        let mut codes: Vec<_> = self.list.0.iter().map(|entry| &entry.code).collect();
        codes.sort();
        let of = format!("{} {}", self.question.name(), self.version);
        if codes.is_empty() {
            return Some(format!(
                "equality.earlier: the list {of} is empty; give at least one code and label"
            ));
        }
        let mut pairs = codes.array_windows();
        let twice = pairs.find(|[one, next]| one == next);
        twice.map(|[code, _]| {
            format!("equality.earlier: in the list {of} the code \"{code}\" stands twice")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(more: &str) -> EqualityLists {
        let text = format!(
            r#"{{"gender":[],"ethnicity":[],"sexual_orientation":[],"religion":[],"disability":[],"age":[]{more}}}"#
        );
        serde_json::from_str(&text).expect("the lists can be read")
    }

    const TODAY: &str = r#","versions":{"ethnicity":"2021"}"#;

    fn earlier(version: &str, codes: &str) -> String {
        format!(r#"{{"question":"ethnicity","version":"{version}","list":[{codes}]}}"#)
    }

    const OTHER: &str = r#"{"code":"other","label":"Other"}"#;

    #[test]
    fn an_answer_belongs_to_the_list_of_its_version_and_to_no_other() {
        let question = EqualityQuestion::Ethnicity;
        let plain = lists("");
        let kept = earlier("2011", OTHER);
        let kept = format!(r#"{TODAY},"earlier":[{kept}]"#);
        let said = format!(r#"{kept},"unversioned":{{"ethnicity":"2011"}}"#);
        let (kept, said) = (lists(&kept), lists(&said));
        for (lists, version, expected) in [
            (&plain, None, ListUsed::Today),
            (&plain, Some("2021"), ListUsed::Unknown),
            (&kept, Some("2021"), ListUsed::Today),
            (&kept, Some("2011"), ListUsed::Earlier(0)),
            (&kept, Some("2001"), ListUsed::Unknown),
            (&kept, None, ListUsed::Unknown),
            (&said, None, ListUsed::Earlier(0)),
            (&said, Some("2021"), ListUsed::Today),
        ] {
            let answered = version.map(ListVersion::new);
            let used = lists.used(question, answered.as_ref());
            assert_eq!(used, expected, "{version:?} in {lists:?}");
        }
        let another = kept.used(EqualityQuestion::Religion, Some(&ListVersion::new("2011")));
        assert_eq!(
            another,
            ListUsed::Unknown,
            "the list is of another question"
        );
    }

    #[test]
    fn versions_that_cannot_tell_lists_apart_are_named() {
        let older = earlier("2011", OTHER);
        let again = earlier("2021", OTHER);
        let twice = earlier("2011", &format!("{OTHER},{OTHER}"));
        let empty = earlier("2011", "");
        let odd = "x".repeat(LONGEST_VERSION + 1);
        for (more, problem) in [
            (format!(r#"{TODAY},"earlier":[{older}]"#), None),
            (
                format!(r#"{TODAY},"unversioned":{{"ethnicity":"2021"}}"#),
                None,
            ),
            (
                format!(r#","earlier":[{older}]"#),
                Some("list of ethnicity has no version to be told apart by"),
            ),
            (
                format!(r#"{TODAY},"earlier":[{again}]"#),
                Some("stands twice, or is today’s"),
            ),
            (
                format!(r#"{TODAY},"earlier":[{older},{older}]"#),
                Some("stands twice, or is today’s"),
            ),
            (
                format!(r#"{TODAY},"earlier":[{twice}]"#),
                Some("the code \"other\" stands twice"),
            ),
            (
                format!(r#"{TODAY},"earlier":[{empty}]"#),
                Some("the list ethnicity 2011 is empty"),
            ),
            (
                format!(r#"{TODAY},"unversioned":{{"ethnicity":"2011"}}"#),
                Some("no list of ethnicity has the version \"2011\""),
            ),
            (
                r#","unversioned":{"ethnicity":"2011"}"#.to_owned(),
                Some("list of ethnicity has no version to be told apart by"),
            ),
            (
                r#","versions":{"religion":"Our List"}"#.to_owned(),
                Some("the version \"Our List\" of religion is not"),
            ),
            (
                format!(r#","versions":{{"religion":"{odd}"}}"#),
                Some("of religion is not"),
            ),
            (
                format!(r#","versions":{{"religion":"{}"}}"#, &odd[1..]),
                None,
            ),
            (
                r#","versions":{"religion":""}"#.to_owned(),
                Some("of religion is not"),
            ),
        ] {
            let found = lists(&more).problems();
            match problem {
                None => assert!(found.is_empty(), "{more}: {found:?}"),
                Some(problem) => {
                    assert!(
                        found.iter().any(|each| each.contains(problem)),
                        "{more}: {found:?}"
                    );
                }
            }
        }
    }
}
