//! Equality monitoring: one answer per complaint and question, with those that gave none.
//!
//! Source: REP-18.4, REP-18.5: the answers describe the complainant, not the child.

use casework::ids::CaseId;
use casework::settings::{Code, EqualityLists, List, Settings};
use views::equality::{About, EqualityAnswers, Source};

use super::count_table::{CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use super::equality_sources::{BySource, SOURCES};
use crate::measures::Population;

/// Words for the last row where the authority's list has none.
pub(super) const NOT_STATED: &str = "Not stated or no response";

/// Codes of an authority's list that mean that nothing was stated.
const NON_ANSWERS: [&str; 2] = ["not_stated", "not_specified"];

/// Every form of the authority, until the complaints of the year are known.
#[derive(Clone, Debug, Default)]
pub(super) struct EqualityForms(Vec<(CaseId, Form)>);

/// A form by places in the authority's lists, which is all a count needs.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub about: About,
    source: Source,
    answers: [Answer; QUESTIONS.len()],
    pub age: Option<u8>,
}

/// The answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    NotStated,
    Listed(usize),
    Unlisted,
}

/// The answers counted for the complaints received in the year.
pub(super) struct EqualityCounts {
    questions: [QuestionCount; QUESTIONS.len()],
    /// The first complainant's age for each complaint.
    pub ages: Vec<Option<u8>>,
    /// Where those ages come from.
    age_sources: BySource,
    /// Ages of children, from answers about them.
    pub children: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
struct QuestionCount {
    listed: Vec<i64>,
    unlisted: i64,
    not_stated: i64,
    sources: BySource,
}

/// A question of the form: the id of its table, its caption, its row heading and its list.
struct Question {
    id: &'static str,
    caption: &'static str,
    row_heading: &'static str,
    list: fn(&EqualityLists) -> &List,
    answer: fn(&EqualityAnswers) -> Option<&Code>,
}

const QUESTIONS: [Question; 5] = [
    Question {
        id: "gender",
        caption: "Gender of complainant",
        row_heading: "Gender",
        list: |lists| &lists.gender,
        answer: |answers| answers.gender.as_ref(),
    },
    Question {
        id: "ethnicity",
        caption: "Ethnic group of complainant",
        row_heading: "Ethnic group",
        list: |lists| &lists.ethnicity,
        answer: |answers| answers.ethnicity.as_ref(),
    },
    Question {
        id: "sexual_orientation",
        caption: "Sexual orientation of complainant",
        row_heading: "Sexual orientation",
        list: |lists| &lists.sexual_orientation,
        answer: |answers| answers.sexual_orientation.as_ref(),
    },
    Question {
        id: "religion",
        caption: "Religion of complainant",
        row_heading: "Religion or belief",
        list: |lists| &lists.religion,
        answer: |answers| answers.religion.as_ref(),
    },
    Question {
        id: "disability",
        caption: "Disability of complainant",
        row_heading: "Disability",
        list: |lists| &lists.disability,
        answer: |answers| answers.disability.as_ref(),
    },
];

impl EqualityForms {
    /// Keeps what a form says.
    pub(super) fn add(&mut self, settings: &Settings, case: CaseId, answers: &EqualityAnswers) {
        self.0.push((
            case,
            Form {
                about: answers.about,
                source: answers.source,
                answers: QUESTIONS.each_ref().map(|question| {
                    placed(
                        (question.list)(&settings.equality),
                        (question.answer)(answers),
                    )
                }),
                age: answers.age,
            },
        ));
    }

    /// The answers for complaints, each with one complainant: the first whose form came, with gaps
    /// filled from what a carer or advocate told, and then from the care record.
    pub(super) fn counted(&self, settings: &Settings, complaints: &[CaseId]) -> EqualityCounts {
        let mut forms: Vec<&(CaseId, Form)> = self.0.iter().collect();
        forms.sort_by_key(|(case, _)| *case);
        let mut complaints = complaints.to_vec();
        complaints.sort_unstable();
        let mut counts = EqualityCounts {
            questions: QUESTIONS.each_ref().map(|question| QuestionCount {
                listed: vec![0; (question.list)(&settings.equality).0.len()],
                ..QuestionCount::default()
            }),
            ages: Vec::with_capacity(complaints.len()),
            age_sources: BySource::default(),
            children: Vec::new(),
        };
        let mut forms = forms.as_slice();
        for complaint in complaints {
            forms = &forms[forms.partition_point(|(case, _)| *case < complaint)..];
            let here = forms.partition_point(|(case, _)| *case == complaint);
            counts.add(&forms[..here]);
        }
        counts
    }
}

impl EqualityCounts {
    fn add(&mut self, forms: &[&(CaseId, Form)]) {
        let complainant = |source: Source| {
            forms
                .iter()
                .map(|(_, form)| form)
                .find(|form| form.about == About::Complainant && form.source == source)
        };
        let forms_used = SOURCES.map(complainant).into_iter().flatten();
        for (question, count) in self.questions.iter_mut().enumerate() {
            let answered = forms_used
                .clone()
                .map(|form| (form.source, form.answers[question]))
                .find(|(_, answer)| *answer != Answer::NotStated);
            match answered {
                Some((source, Answer::Listed(place))) => {
                    count.listed[place] += 1;
                    count.sources.add(source);
                }
                Some((source, Answer::Unlisted)) => {
                    count.unlisted += 1;
                    count.sources.add(source);
                }
                Some((_, Answer::NotStated)) | None => count.not_stated += 1,
            }
        }
        let age = forms_used
            .clone()
            .find_map(|form| Some((form.source, form.age?)));
        if let Some((source, _)) = age {
            self.age_sources.add(source);
        }
        self.ages.push(age.map(|(_, age)| age));
        self.children.extend(
            forms
                .iter()
                .filter(|(_, form)| form.about == About::Child)
                .filter_map(|(_, form)| form.age),
        );
    }

    /// The values of each question by where they come from, in the order of the form and age last.
    pub(super) fn sources(&self) -> Vec<(&'static str, &'static str, BySource)> {
        let counts = self.questions.iter().map(|count| count.sources);
        QUESTIONS
            .iter()
            .zip(counts)
            .map(|(question, sources)| (question.id, question.row_heading, sources))
            .chain([("age", "Age", self.age_sources)])
            .collect()
    }

    /// The tables of every question but age, in the order of the form.
    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> Vec<CountTable> {
        QUESTIONS
            .iter()
            .zip(&self.questions)
            .map(|(question, count)| question_table(question, count, drawing))
            .collect()
    }
}

fn question_table(
    question: &Question,
    count: &QuestionCount,
    drawing: &mut Drawing<'_>,
) -> CountTable {
    let list = (question.list)(&drawing.settings.equality);
    let mut rows: Vec<CountRow> = list
        .0
        .iter()
        .zip(&count.listed)
        .filter(|(entry, _)| !is_non_answer(&entry.code))
        .map(|(entry, count)| {
            CountRow::new(entry.code.as_str(), &entry.label, *count, drawing.ledger)
        })
        .collect();
    if count.unlisted > 0 {
        rows.push(CountRow::new(
            "not_in_the_list",
            "Not in the list",
            count.unlisted,
            drawing.ledger,
        ));
    }
    let own_words = list.0.iter().find(|entry| is_non_answer(&entry.code));
    let label = own_words.map_or(NOT_STATED, |entry| entry.label.as_str());
    rows.push(CountRow::new(
        "not_stated",
        label,
        count.not_stated,
        drawing.ledger,
    ));
    drawing
        .ledger
        .adds_up(drawing.cohorts.received, cells(&rows));
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
    CountTable {
        id: question.id,
        caption: question.caption.to_owned(),
        population: Population::Stage1Received.line(drawing.year),
        row_heading: question.row_heading,
        unit: "Complaints",
        rows,
        total: Some(drawing.cohorts.received),
        share: None,
        reconciliation: Some(Reconciliation::exact(drawing.received())),
        notes,
    }
}

fn placed(list: &List, code: Option<&Code>) -> Answer {
    match code {
        Some(code) if !is_non_answer(code) => list
            .0
            .iter()
            .position(|entry| entry.code == *code)
            .map_or(Answer::Unlisted, Answer::Listed),
        Some(_) | None => Answer::NotStated,
    }
}

fn is_non_answer(code: &Code) -> bool {
    NON_ANSWERS.contains(&code.as_str())
}
