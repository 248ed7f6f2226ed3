//! Equality monitoring answers: what the sealed form holds, and what a report counts.
//!
//! Source: REP-22.3, REP-18.5: voluntary, kept apart, and about the complainant, not the child.

use std::collections::BTreeMap;

pub use casework::intake::{About, AnswerSource as Source};
use casework::settings::{Code, EqualityLists, EqualityQuestion, ListVersion};
use serde::{Deserialize, Serialize};

/// The answers of one person. They lie sealed in the vault and are opened only to be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct EqualityAnswers {
    /// Whether they describe the complainant or the child.
    pub about: About,
    /// Where they come from, unless a value says otherwise.
    pub source: Source,
    /// Sex.
    pub gender: Value<Code>,
    /// Ethnic group.
    pub ethnicity: Value<Code>,
    /// Sexual orientation; asked from the age of 16.
    pub sexual_orientation: Value<Code>,
    /// Religion or belief.
    pub religion: Value<Code>,
    /// Disability or impairment.
    pub disability: Value<Code>,
    /// Age in years when the representation was received.
    pub age: Value<u8>,
    /// Whether gender identity is the same as the sex registered at birth; asked from the age of 16, where it is asked.
    #[serde(skip_serializing_if = "Value::was_not_asked")]
    pub gender_identity: Value<Code>,
    /// Whether a condition or illness lasts twelve months or more, where it is asked.
    #[serde(skip_serializing_if = "Value::was_not_asked")]
    pub long_lasting: Value<Code>,
    /// How far it limits what they do day to day, where it is asked.
    #[serde(skip_serializing_if = "Value::was_not_asked")]
    pub day_to_day: Value<Code>,
    /// Every impairment named, where they are asked.
    #[serde(skip_serializing_if = "Value::was_not_asked")]
    pub impairments: Value<Vec<Code>>,
    /// The version of the list each answer was chosen from; a question whose list had none is not here,
    /// and none is in an older form.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub versions: BTreeMap<EqualityQuestion, ListVersion>,
}

/// What is known of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    from = "StoredValue<T>",
    into = "StoredValue<T>",
    bound(
        serialize = "T: Clone + Serialize",
        deserialize = "T: Deserialize<'de>"
    )
)]
pub struct Value<T> {
    /// The answer, or why there is none.
    pub answer: Answer<T>,
    /// Where it comes from, where that is not where the form comes from.
    pub source: Option<Source>,
}

/// An answer to one question, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer<T> {
    /// Why there is none. First, so that its words are never taken for a code.
    Missing(NonAnswer),
    /// What was answered.
    Stated(T),
}

/// Why a question has no answer. The four are never mixed.
///
/// Source: REP-22.3, VOC-7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonAnswer {
    /// They were asked, and prefer not to say.
    PreferNotToSay,
    /// They were asked, and left it out or sent nothing back.
    NoResponse,
    /// The care record was looked up and does not say.
    UnknownFromRecord,
    /// Nobody asked them.
    NotAsked,
}

/// The age in years from which anybody is asked about sexual orientation.
///
/// Source: VOC-7.4.
pub const SEXUAL_ORIENTATION_ASKED_FROM: u8 = 16;

/// The vault's kind of an equality form, by which forms are found for counting.
pub const VAULT_KIND: &str = "equality";

impl EqualityAnswers {
    /// A form that answers nothing.
    pub const fn unanswered(about: About, source: Source) -> Self {
        Self {
            about,
            source,
            gender: Value::gap(source),
            ethnicity: Value::gap(source),
            sexual_orientation: Value::gap(source),
            religion: Value::gap(source),
            disability: Value::gap(source),
            age: Value::gap(source),
            gender_identity: Value::NOT_ASKED,
            long_lasting: Value::NOT_ASKED,
            day_to_day: Value::NOT_ASKED,
            impairments: Value::NOT_ASKED,
            versions: BTreeMap::new(),
        }
    }

    /// The same, with the versions of these lists noted for what was chosen from them.
    #[must_use]
    pub fn chosen_from(mut self, lists: &EqualityLists) -> Self {
        let versions = lists.versions.iter();
        self.versions = versions
            .filter(|(question, _)| self.answers(**question))
            .map(|(question, version)| (*question, version.clone()))
            .collect();
        self
    }

    /// Whether a question has an answer.
    fn answers(&self, question: EqualityQuestion) -> bool {
        let one = self.value(question).and_then(Value::known);
        let several =
            question == EqualityQuestion::Impairments && self.impairments.known().is_some();
        one.is_some() || several
    }

    /// What is known of a question that is answered by one entry of a list.
    pub const fn value(&self, question: EqualityQuestion) -> Option<&Value<Code>> {
        Some(match question {
            EqualityQuestion::Gender => &self.gender,
            EqualityQuestion::Ethnicity => &self.ethnicity,
            EqualityQuestion::SexualOrientation => &self.sexual_orientation,
            EqualityQuestion::Religion => &self.religion,
            EqualityQuestion::Disability => &self.disability,
            EqualityQuestion::GenderIdentity => &self.gender_identity,
            EqualityQuestion::LongLasting => &self.long_lasting,
            EqualityQuestion::DayToDay => &self.day_to_day,
            EqualityQuestion::Impairments => return None,
        })
    }

    /// Where a value of this form comes from.
    pub fn source_of<T>(&self, value: &Value<T>) -> Source {
        value.source.unwrap_or(self.source)
    }
}

impl<T> Value<T> {
    /// Nobody put the question: what an older form means by saying nothing of it.
    pub const NOT_ASKED: Self = Self {
        answer: Answer::Missing(NonAnswer::NotAsked),
        source: None,
    };

    /// Whether nobody put the question.
    fn was_not_asked(&self) -> bool {
        matches!(self.answer, Answer::Missing(NonAnswer::NotAsked)) && self.source.is_none()
    }

    /// What was answered on the form itself.
    pub const fn stated(answer: T) -> Self {
        Self {
            answer: Answer::Stated(answer),
            source: None,
        }
    }

    /// What a form says that may have been left out; the form comes from this source.
    pub fn from_form(answer: Option<T>, source: Source) -> Self {
        answer.map_or(Self::gap(source), Self::stated)
    }

    /// The answer, where there is one.
    pub const fn known(&self) -> Option<&T> {
        match &self.answer {
            Answer::Stated(answer) => Some(answer),
            Answer::Missing(_) => None,
        }
    }

    /// A question left out.
    const fn gap(source: Source) -> Self {
        Self {
            answer: Answer::Missing(NonAnswer::of_a_gap(source)),
            source: None,
        }
    }
}

impl Value<Code> {
    /// The same, with a list's own entry for a missing answer taken as what it means on a form from
    /// this source.
    #[must_use]
    pub fn settled(self, source: Source) -> Self {
        let meant = self.known().and_then(|code| {
            let by_name = NonAnswer::ALL
                .into_iter()
                .find(|each| each.code() == code.as_str());
            let gap = NonAnswer::of_a_gap(self.source.unwrap_or(source));
            by_name.or_else(|| stands_for_any(code).then_some(gap))
        });
        Self {
            answer: meant.map_or(self.answer, Answer::Missing),
            source: self.source,
        }
    }
}

impl NonAnswer {
    /// Every one, in the order a page and a table name them.
    pub const ALL: [Self; 4] = [
        Self::PreferNotToSay,
        Self::NoResponse,
        Self::UnknownFromRecord,
        Self::NotAsked,
    ];

    /// What leaving a question out means, by who left it out.
    pub const fn of_a_gap(source: Source) -> Self {
        match source {
            Source::OwnForm | Source::ToldForThem => Self::NoResponse,
            Source::CareRecord => Self::UnknownFromRecord,
        }
    }

    /// The words people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::PreferNotToSay => "They prefer not to say",
            Self::NoResponse => "They did not say",
            Self::UnknownFromRecord => "The care record does not say",
            Self::NotAsked => "It was not asked",
        }
    }

    /// The word the record keeps.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PreferNotToSay => "prefer_not_to_say",
            Self::NoResponse => "no_response",
            Self::UnknownFromRecord => "unknown_from_record",
            Self::NotAsked => "not_asked",
        }
    }

    /// Whether a list's own entry is no answer but stands for one of these, or for any of them.
    pub fn is_meant_by(code: &Code) -> bool {
        stands_for_any(code) || Self::ALL.iter().any(|each| each.code() == code.as_str())
    }
}

/// Whether a list's entry stands for every answer that is missing, without telling them apart.
pub fn stands_for_any(code: &Code) -> bool {
    ["not_stated", "not_specified"].contains(&code.as_str())
}

/// A form as stored, also as it was before missing answers were told apart: then a question left out
/// was null, and had no source of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    about: About,
    source: Source,
    #[serde(default)]
    gender: Option<Value<Code>>,
    #[serde(default)]
    ethnicity: Option<Value<Code>>,
    #[serde(default)]
    sexual_orientation: Option<Value<Code>>,
    #[serde(default)]
    religion: Option<Value<Code>>,
    #[serde(default)]
    disability: Option<Value<Code>>,
    #[serde(default)]
    age: Option<Value<u8>>,
    #[serde(default)]
    gender_identity: Option<Value<Code>>,
    #[serde(default)]
    long_lasting: Option<Value<Code>>,
    #[serde(default)]
    day_to_day: Option<Value<Code>>,
    #[serde(default)]
    impairments: Option<Value<Vec<Code>>>,
    #[serde(default)]
    versions: BTreeMap<EqualityQuestion, ListVersion>,
}

/// A value as stored: plain, unless it has a source of its own.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum StoredValue<T> {
    Plain(Answer<T>),
    Sourced { answer: Answer<T>, source: Source },
}

impl From<Stored> for EqualityAnswers {
    fn from(stored: Stored) -> Self {
        let source = stored.source;
        let code = |value: Option<Value<Code>>| value.unwrap_or(Value::gap(source)).settled(source);
        Self {
            about: stored.about,
            source,
            gender: code(stored.gender),
            ethnicity: code(stored.ethnicity),
            sexual_orientation: code(stored.sexual_orientation),
            religion: code(stored.religion),
            disability: code(stored.disability),
            age: stored.age.unwrap_or(Value::gap(source)),
            gender_identity: stored.gender_identity.unwrap_or(Value::NOT_ASKED),
            long_lasting: stored.long_lasting.unwrap_or(Value::NOT_ASKED),
            day_to_day: stored.day_to_day.unwrap_or(Value::NOT_ASKED),
            impairments: stored.impairments.unwrap_or(Value::NOT_ASKED),
            versions: stored.versions,
        }
    }
}

impl<T> From<StoredValue<T>> for Value<T> {
    fn from(stored: StoredValue<T>) -> Self {
        match stored {
            StoredValue::Plain(answer) => Self {
                answer,
                source: None,
            },
            StoredValue::Sourced { answer, source } => Self {
                answer,
                source: Some(source),
            },
        }
    }
}

impl<T> From<Value<T>> for StoredValue<T> {
    fn from(value: Value<T>) -> Self {
        let Value { answer, source } = value;
        match source {
            None => Self::Plain(answer),
            Some(source) => Self::Sourced { answer, source },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> EqualityAnswers {
        serde_json::from_str(text).expect("it can be read")
    }

    fn missing<T>(non_answer: NonAnswer) -> Value<T> {
        Value {
            answer: Answer::Missing(non_answer),
            source: None,
        }
    }

    #[test]
    fn a_form_stored_before_missing_answers_were_told_apart_loads_and_a_gap_means_what_its_source_makes_it()
     {
        for (source, gap) in [
            ("own_form", NonAnswer::NoResponse),
            ("told_for_them", NonAnswer::NoResponse),
            ("care_record", NonAnswer::UnknownFromRecord),
        ] {
            let answers = read(&format!(
                r#"{{"about":"complainant","source":"{source}","gender":"female","ethnicity":null,
                    "sexual_orientation":"prefer_not_to_say","disability":"not_stated","age":41}}"#
            ));
            assert_eq!(answers.gender, Value::stated(Code::new("female")));
            assert_eq!(answers.age, Value::stated(41));
            assert_eq!(answers.ethnicity, missing(gap), "null, {source}");
            assert_eq!(answers.religion, missing(gap), "left out, {source}");
            assert_eq!(answers.disability, missing(gap), "not stated, {source}");
            let prefers = missing(NonAnswer::PreferNotToSay);
            assert_eq!(answers.sexual_orientation, prefers);
        }
    }

    #[test]
    fn each_way_not_to_answer_and_each_source_is_stored_and_comes_back() {
        for non_answer in NonAnswer::ALL {
            let answers = EqualityAnswers {
                gender: missing(non_answer),
                ethnicity: Value {
                    answer: Answer::Stated(Code::new("white_irish")),
                    source: Some(Source::CareRecord),
                },
                religion: Value {
                    answer: Answer::Missing(non_answer),
                    source: Some(Source::ToldForThem),
                },
                age: Value {
                    answer: Answer::Stated(15),
                    source: Some(Source::CareRecord),
                },
                ..EqualityAnswers::unanswered(About::Child, Source::OwnForm)
            };
            let text = serde_json::to_string(&answers).expect("it can be written");
            assert!(
                text.contains(&format!(r#""gender":"{}""#, non_answer.code())),
                "{text}"
            );
            assert_eq!(read(&text), answers, "{text}");
        }
    }

    #[test]
    fn a_form_stored_before_a_question_was_there_did_not_ask_it_and_several_impairments_come_back()
    {
        let older = r#"{"about":"complainant","source":"own_form","gender":"female"}"#;
        let older = read(older);
        let not_asked = missing::<Code>(NonAnswer::NotAsked);
        for value in [
            &older.gender_identity,
            &older.long_lasting,
            &older.day_to_day,
        ] {
            assert_eq!(value, &not_asked);
        }
        assert_eq!(older.impairments, missing(NonAnswer::NotAsked));
        let text = serde_json::to_string(&older).expect("it can be written");
        assert!(!text.contains("impairments"), "{text}");
        for impairments in [
            Value::stated(vec![Code::new("hearing"), Code::new("memory")]),
            Value::stated(vec![Code::new("hearing")]),
            missing(NonAnswer::PreferNotToSay),
            Value {
                source: Some(Source::CareRecord),
                ..Value::stated(vec![Code::new("memory")])
            },
        ] {
            let answers = EqualityAnswers {
                impairments,
                gender_identity: missing(NonAnswer::PreferNotToSay),
                ..older.clone()
            };
            let text = serde_json::to_string(&answers).expect("it can be written");
            assert_eq!(read(&text), answers, "{text}");
        }
    }

    #[test]
    fn a_form_keeps_the_versions_its_answers_were_chosen_from_and_an_older_form_has_none() {
        let version = || ListVersion::new("gss-2021");
        let lists = EqualityLists {
            versions: [
                (EqualityQuestion::Ethnicity, version()),
                (EqualityQuestion::Religion, version()),
            ]
            .into(),
            ..EqualityLists::default()
        };
        let older = EqualityAnswers {
            ethnicity: Value::stated(Code::new("white_irish")),
            gender: Value::stated(Code::new("female")),
            ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
        };
        let text = serde_json::to_string(&older).expect("it can be written");
        assert!(!text.contains("versions"), "{text}");
        assert_eq!(read(&text), older);
        // Religion was not answered, and the list of sexes has no version.
        let answers = older.chosen_from(&lists);
        let chosen_from = [(EqualityQuestion::Ethnicity, version())].into();
        assert_eq!(answers.versions, chosen_from);
        let text = serde_json::to_string(&answers).expect("it can be written");
        assert!(
            text.contains(r#""versions":{"ethnicity":"gss-2021"}"#),
            "{text}"
        );
        assert_eq!(read(&text), answers);
    }
}
