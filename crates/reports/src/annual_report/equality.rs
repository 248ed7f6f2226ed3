//! Equality monitoring: one answer per complaint and question, with those that gave none.
//!
//! Source: REP-18.4, REP-18.5: the answers describe the complainant, not the child.

use std::collections::BTreeMap;

use casework::ids::CaseId;
use casework::settings::{Code, EqualityLists, EqualityQuestion, List, ListUsed, Settings};
use views::equality::{About, Answer, EqualityAnswers, NonAnswer, Source, Value, stands_for_any};

use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use super::equality_answer::{Found, NOT_STATED, NOT_STATED_ROW, Place};
use super::equality_impairments::Impairments;
use super::equality_origins::{Origins, SOURCES};
use crate::measures::Population;

/// Every form of the authority, until the complaints of the year are known.
#[derive(Clone, Debug, Default)]
pub(super) struct EqualityForms(Vec<(CaseId, Form)>);

/// A form by places in the authority's lists, which is all a count needs.
#[derive(Clone, Debug)]
pub(super) struct Form {
    about: About,
    source: Source,
    answers: [Found<Place>; QUESTIONS.len()],
    age: Found<u8>,
    /// Whether impairments were named, and which.
    named: Found<()>,
    impairments: Vec<Place>,
}

/// The answers counted for the complaints received in the year.
pub(super) struct EqualityCounts {
    questions: [QuestionCount; QUESTIONS.len()],
    /// Impairments, of which somebody may name several.
    impairments: Impairments,
    /// The first complainant's age for each complaint.
    pub ages: Vec<Option<u8>>,
    /// Where those ages come from, and why others are missing.
    age_origins: Origins,
    /// Ages of children, from answers about them.
    pub children: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
struct QuestionCount {
    /// Whether the authority asks it, or somebody answered it.
    is_asked: bool,
    listed: Vec<i64>,
    /// Answers that do not stand in today's list.
    elsewhere: BTreeMap<Place, i64>,
    origins: Origins,
}

/// A question of the form: the id of its table, its caption, its row heading and its list.
struct Question {
    id: &'static str,
    caption: &'static str,
    row_heading: &'static str,
    asks: EqualityQuestion,
    /// Whether an authority may leave it out; then it has a table only where it is asked.
    may_be_left_out: bool,
}

const QUESTIONS: [Question; 8] = [
    Question {
        id: "gender",
        caption: "Gender of complainant",
        row_heading: "Gender",
        asks: EqualityQuestion::Gender,
        may_be_left_out: false,
    },
    Question {
        id: "ethnicity",
        caption: "Ethnic group of complainant",
        row_heading: "Ethnic group",
        asks: EqualityQuestion::Ethnicity,
        may_be_left_out: false,
    },
    Question {
        id: "sexual_orientation",
        caption: "Sexual orientation of complainant",
        row_heading: "Sexual orientation",
        asks: EqualityQuestion::SexualOrientation,
        may_be_left_out: false,
    },
    Question {
        id: "religion",
        caption: "Religion of complainant",
        row_heading: "Religion or belief",
        asks: EqualityQuestion::Religion,
        may_be_left_out: false,
    },
    Question {
        id: "disability",
        caption: "Disability of complainant",
        row_heading: "Disability",
        asks: EqualityQuestion::Disability,
        may_be_left_out: false,
    },
    Question {
        id: "gender_identity",
        caption: "Gender identity of complainant: whether the same as registered at birth",
        row_heading: "Gender identity as registered",
        asks: EqualityQuestion::GenderIdentity,
        may_be_left_out: true,
    },
    Question {
        id: "long_lasting",
        caption: "Long-lasting condition or illness of complainant",
        row_heading: "Long-lasting condition",
        asks: EqualityQuestion::LongLasting,
        may_be_left_out: true,
    },
    Question {
        id: "day_to_day",
        caption: "How far it limits the complainant day to day",
        row_heading: "Limits day to day",
        asks: EqualityQuestion::DayToDay,
        may_be_left_out: true,
    },
];

impl Place {
    /// The code and the label of its row, where it is not a row of today's list.
    pub(super) fn words(self, lists: &EqualityLists) -> Option<(String, String)> {
        match self {
            Self::Listed(_) => None,
            Self::Earlier(list, entry) => {
                let list = &lists.earlier[list];
                let entry = &list.list.0[entry];
                // Named after its list too, so that it is never taken for today's entry of the same code.
                Some((
                    format!("{}/{}", list.version, entry.code),
                    list.label(entry),
                ))
            }
            Self::UnknownList => Some((
                "unknown_list".to_owned(),
                "Answered from a list that the settings do not hold".to_owned(),
            )),
            Self::Unlisted => Some(("not_in_the_list".to_owned(), "Not in the list".to_owned())),
            Self::AskedInDetail => Some((
                "asked_in_detail".to_owned(),
                "Asked in more detail, in tables of their own".to_owned(),
            )),
        }
    }
}

impl EqualityForms {
    /// Keeps what a form says.
    pub(super) fn add(&mut self, settings: &Settings, case: CaseId, answers: &EqualityAnswers) {
        let answered = QUESTIONS.each_ref().map(|question| {
            let value = answers.value(question.asks).cloned();
            let value = value.unwrap_or(Value::NOT_ASKED);
            let value = value.settled(answers.source);
            if question.asks == EqualityQuestion::Disability
                && let Some(source) = asked_in_detail(answers, &value)
            {
                return Found {
                    answer: Answer::Stated(Place::AskedInDetail),
                    source,
                };
            }
            let version = answers.versions.get(&question.asks);
            let used = settings.equality.used(question.asks, version);
            found(answers, &value, |code| {
                placed(&settings.equality, (question.asks, used), code)
            })
        });
        let form = Form {
            about: answers.about,
            source: answers.source,
            answers: answered,
            age: found(answers, &answers.age, |age| *age),
            named: found(answers, &answers.impairments, |_| ()),
            impairments: named(&settings.equality, answers),
        };
        self.0.push((case, form));
    }

    /// The answers for complaints, each with one complainant: the first whose form came, with gaps
    /// filled from what a carer or advocate told, and then from the care record. With each complaint comes
    /// why its answers are missing where no form is held.
    pub(super) fn counted(
        &self,
        settings: &Settings,
        complaints: &[(CaseId, NonAnswer)],
    ) -> EqualityCounts {
        let mut forms: Vec<&(CaseId, Form)> = self.0.iter().collect();
        forms.sort_by_key(|(case, _)| *case);
        let mut complaints = complaints.to_vec();
        complaints.sort_unstable();
        let mut counts = EqualityCounts {
            questions: QUESTIONS.each_ref().map(|question| {
                let list = &settings.equality.list(question.asks).0;
                QuestionCount {
                    is_asked: !question.may_be_left_out || !list.is_empty(),
                    listed: vec![0; list.len()],
                    ..QuestionCount::default()
                }
            }),
            impairments: Impairments::new(&settings.equality.impairments),
            ages: Vec::with_capacity(complaints.len()),
            age_origins: Origins::default(),
            children: Vec::new(),
        };
        let mut forms = forms.as_slice();
        for (complaint, no_form) in complaints {
            forms = &forms[forms.partition_point(|(case, _)| *case < complaint)..];
            let here = forms.partition_point(|(case, _)| *case == complaint);
            counts.add(&forms[..here], no_form);
        }
        counts
    }
}

impl EqualityCounts {
    fn add(&mut self, forms: &[&(CaseId, Form)], no_form: NonAnswer) {
        let complainant = |source: Source| {
            forms
                .iter()
                .map(|(_, form)| form)
                .find(|form| form.about == About::Complainant && form.source == source)
        };
        let forms_used = SOURCES.map(complainant).into_iter().flatten();
        for (question, count) in self.questions.iter_mut().enumerate() {
            let answer = the_one(forms_used.clone().map(|form| form.answers[question]));
            count
                .origins
                .add(answer.map(|found| (found.answer, found.source)), no_form);
            count.is_asked |= matches!(answer.map(|found| found.answer), Some(Answer::Stated(_)));
            match answer.map(|found| found.answer) {
                Some(Answer::Stated(Place::Listed(place))) => count.listed[place] += 1,
                Some(Answer::Stated(
                    place @ (Place::Earlier(..)
                    | Place::UnknownList
                    | Place::Unlisted
                    | Place::AskedInDetail),
                )) => *count.elsewhere.entry(place).or_default() += 1,
                Some(Answer::Missing(_)) | None => {}
            }
        }
        let impairments = forms_used.clone().map(|form| Found {
            answer: match form.named.answer {
                Answer::Stated(()) => Answer::Stated(form.impairments.as_slice()),
                Answer::Missing(non_answer) => Answer::Missing(non_answer),
            },
            source: form.named.source,
        });
        self.impairments.add(the_one(impairments), no_form);
        let age = the_one(forms_used.map(|form| form.age));
        self.age_origins
            .add(age.map(|found| (found.answer, found.source)), no_form);
        self.ages.push(match age.map(|found| found.answer) {
            Some(Answer::Stated(age)) => Some(age),
            Some(Answer::Missing(_)) | None => None,
        });
        let children = forms.iter().map(|(_, form)| form);
        let children = children.filter(|form| form.about == About::Child);
        self.children
            .extend(children.filter_map(|form| match form.age.answer {
                Answer::Stated(age) => Some(age),
                Answer::Missing(_) => None,
            }));
    }

    /// Where the values of each question come from and why others are missing, in the order of the form
    /// and age last: the id of the question's table, its name and the counts.
    pub(super) fn origins(&self) -> Vec<(&'static str, &'static str, Origins)> {
        let asked = QUESTIONS.iter().zip(&self.questions);
        let asked = asked.filter(|(_, count)| count.is_asked);
        asked
            .map(|(question, count)| (question.id, question.row_heading, count.origins))
            .chain(self.impairments.origins())
            .chain([("age", "Age", self.age_origins)])
            .collect()
    }

    /// The tables of every question but age, in the order of the form.
    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> Vec<CountTable> {
        let received = drawing.received();
        let asked = QUESTIONS.iter().zip(&self.questions);
        let asked = asked.filter(|(_, count)| count.is_asked);
        let mut tables: Vec<CountTable> = asked
            .map(|(question, count)| {
                let population = Population::Stage1Received;
                question_table(question, count, (received, population), drawing)
            })
            .collect();
        tables.extend(self.impairments.enter(drawing));
        tables
    }

    /// The table of gender of the complaints that young people made themselves, where these are the answers of those.
    pub(super) fn gender_of(&self, base: Base, drawing: &mut Drawing<'_>) -> CountTable {
        let [gender, ..] = &self.questions;
        let question = Question {
            id: "young_people_by_gender",
            caption: "Young people who complained, by gender",
            row_heading: "Gender",
            asks: EqualityQuestion::Gender,
            may_be_left_out: false,
        };
        let population = Population::YoungPeoplesComplaints;
        question_table(&question, gender, (base, population), drawing)
    }
}

fn question_table(
    question: &Question,
    count: &QuestionCount,
    (base, population): (Base, Population),
    drawing: &mut Drawing<'_>,
) -> CountTable {
    let list = drawing.settings.equality.list(question.asks);
    let prefers_not = NonAnswer::PreferNotToSay;
    let mut rows: Vec<CountRow> = list
        .0
        .iter()
        .zip(&count.listed)
        .filter(|(entry, _)| !stands_for_any(&entry.code))
        .map(|(entry, listed)| {
            let count = if entry.code.as_str() == prefers_not.code() {
                count.origins.missing(prefers_not)
            } else {
                *listed
            };
            CountRow::new(entry.code.as_str(), &entry.label, count, drawing.ledger)
        })
        .collect();
    rows.extend(count.elsewhere.iter().filter_map(|(place, count)| {
        let (code, label) = place.words(&drawing.settings.equality)?;
        Some(CountRow::new(&code, &label, *count, drawing.ledger))
    }));
    let own_words = list.0.iter().find(|entry| stands_for_any(&entry.code));
    let label = own_words.map_or(NOT_STATED, |entry| entry.label.as_str());
    let elsewhere = |non_answer: &NonAnswer| {
        *non_answer == prefers_not && rows.iter().any(|row| row.code == prefers_not.code())
    };
    let not_stated = NonAnswer::ALL
        .into_iter()
        .filter(|non_answer| !elsewhere(non_answer))
        .map(|non_answer| count.origins.missing(non_answer))
        .sum();
    rows.push(CountRow::new(
        NOT_STATED_ROW,
        label,
        not_stated,
        drawing.ledger,
    ));
    drawing.ledger.adds_up(base.cell, cells(&rows));
    let mut notes = vec![
        "The first complainant of each complaint; the last row counts those who did not say or sent no form."
            .to_owned(),
    ];
    if own_words.is_none() {
        notes.push(
            "The authority’s list has no entry for not stated: a table published without that row leaves its complaints out."
                .to_owned(),
        );
    }
    if count
        .elsewhere
        .keys()
        .any(|place| matches!(place, Place::Earlier(..) | Place::UnknownList))
    {
        notes.push(
            "An answer chosen from another version of the list stands in a row of its own: it is not taken for an answer of today’s list."
                .to_owned(),
        );
    }
    CountTable {
        id: question.id,
        caption: question.caption.to_owned(),
        population: population.line(drawing.year),
        row_heading: question.row_heading,
        unit: "Complaints",
        rows,
        total: Some(base.cell),
        share: None,
        reconciliation: Some(Reconciliation::exact(base)),
        notes,
    }
}

/// The answer that counts: the first that is one, a wish not to say among them, so that the care record
/// never overrides it; else the first reason why there is none.
fn the_one<T: Copy>(answers: impl Iterator<Item = Found<T>> + Clone) -> Option<Found<T>> {
    let mut answered = answers.clone().filter(|found| match found.answer {
        Answer::Stated(_) | Answer::Missing(NonAnswer::PreferNotToSay) => true,
        Answer::Missing(
            NonAnswer::NoResponse | NonAnswer::UnknownFromRecord | NonAnswer::NotAsked,
        ) => false,
    });
    let mut answers = answers;
    answered.next().or_else(|| answers.next())
}

fn found<T, P>(answers: &EqualityAnswers, value: &Value<T>, place: impl Fn(&T) -> P) -> Found<P> {
    Found {
        answer: match &value.answer {
            Answer::Stated(answer) => Answer::Stated(place(answer)),
            Answer::Missing(non_answer) => Answer::Missing(*non_answer),
        },
        source: answers.source_of(value),
    }
}

/// Where the answers of somebody come from who was asked of conditions and impairments in the place of one disability.
fn asked_in_detail(answers: &EqualityAnswers, one: &Value<Code>) -> Option<Source> {
    let detail = &answers.long_lasting;
    let source = answers.source_of(detail);
    (one.known().is_none() && detail.known().is_some()).then_some(source)
}

/// Where each impairment that somebody named stands.
fn named(lists: &EqualityLists, answers: &EqualityAnswers) -> Vec<Place> {
    let question = EqualityQuestion::Impairments;
    let used = lists.used(question, answers.versions.get(&question));
    let named = answers.impairments.known().into_iter().flatten();
    let mut places: Vec<Place> = named
        .map(|code| placed(lists, (question, used), code))
        .collect();
    // Named twice, it is one.
    places.sort_unstable();
    places.dedup();
    places
}

fn placed(
    lists: &EqualityLists,
    (question, used): (EqualityQuestion, ListUsed),
    code: &Code,
) -> Place {
    let place = |list: &List| list.0.iter().position(|entry| entry.code == *code);
    match used {
        ListUsed::Today => place(lists.list(question)).map(Place::Listed),
        ListUsed::Earlier(earlier) => {
            place(&lists.earlier[earlier].list).map(|place| Place::Earlier(earlier, place))
        }
        ListUsed::Unknown => Some(Place::UnknownList),
    }
    .unwrap_or(Place::Unlisted)
}
