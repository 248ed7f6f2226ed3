//! The year's equality answers: who answered what, so that the published tables come out.
//!
//! For 39 of the 62 complaints something is known, for 23 nothing. Few forms came back; most of what is
//! known was filled in from the care record, and with it the child's age where the complainant's was
//! asked. For eight of them the child's age was counted although the complainant's was kept as not
//! stated, which is why the published table of ages comes to eight more than there were complaints.

use casework::settings::Code;
use views::equality::{About, EqualityAnswers, Source, Value};

use crate::dice::Dice;
use crate::published::PublishedYear;

/// Answers still to be given out.
pub(super) struct Answers {
    /// Ages that only the complainant can have told, by capacity.
    told: Vec<(&'static [&'static str], u8)>,
    /// Ages of children from the care record; those with `false` stand in the child's own answers.
    filled: Vec<(u8, bool)>,
    columns: Columns,
}

/// What is recorded for one complaint.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub forms: Vec<EqualityAnswers>,
    /// How old the child is, where the answers say so.
    pub child_s_age: Option<u8>,
}

/// Answers to the other questions for everybody of whom something is known; `None` is not stated.
struct Columns {
    gender: Vec<Option<Code>>,
    ethnicity: Vec<Option<Code>>,
    religion: Vec<Option<Code>>,
    disability: Vec<Option<Code>>,
    orientation: Vec<Option<Code>>,
}

const YOUNG: &[&str] = &["young_person"];
const LEAVER: &[&str] = &["care_leaver"];
const ADULT: &[&str] = &["parent", "grandparent", "relative", "carer", "other"];

impl Answers {
    pub(super) fn new(published: &PublishedYear, dice: &mut Dice) -> Self {
        let ages = published.table("age");
        let mut told: Vec<(&[&str], u8)> = [13, 15, 15]
            .into_iter()
            .chain([16, 16, 17, 17, 17])
            .map(|age| (YOUNG, age))
            .collect();
        told.extend([19, 20].map(|age| (LEAVER, age)));
        told.extend([22, 24, 34, 47].map(|age| (ADULT, age)));
        let told_in = |low: u8, high: u8| {
            told.iter()
                .filter(|(_, age)| (low..=high).contains(age))
                .count()
        };
        let mut filled = Vec::new();
        for (code, low, high) in [("0_9", 1, 9), ("10_15", 10, 15), ("16_17", 16, 17)] {
            let left = ages.value(code) as usize - told_in(low, high);
            filled.extend(
                (0..left)
                    .map(|_| u8::try_from(dice.between(low.into(), high.into())).unwrap_or(low)),
            );
        }
        dice.shuffle(&mut filled);
        let counted_twice = (ages.sum() - published.count("stage1_complaints")) as usize;
        let filled: Vec<(u8, bool)> = filled
            .into_iter()
            .enumerate()
            .map(|(place, age)| (age, place >= counted_twice))
            .collect();
        let known = told.len() + filled.len();
        let mut column = |id: &str| {
            let mut codes: Vec<Option<Code>> = published
                .table(id)
                .codes()
                .into_iter()
                .filter(|code| code.as_str() != "not_stated")
                .map(Some)
                .collect();
            codes.resize(known, None);
            dice.shuffle(&mut codes);
            codes
        };
        let columns = Columns {
            gender: column("gender"),
            ethnicity: column("ethnicity"),
            religion: column("religion"),
            disability: column("disability"),
            // Asked of those aged 16 and over only, so given out apart.
            orientation: published
                .table("sexual_orientation")
                .codes()
                .into_iter()
                .filter(|code| code.as_str() != "not_stated")
                .map(Some)
                .collect(),
        };
        Self {
            told,
            filled,
            columns,
        }
    }

    /// The answers of a complaint whose first complainant has this capacity.
    pub(super) fn of(&mut self, capacity: &str) -> Given {
        if let Some(place) = self
            .told
            .iter()
            .position(|(capacities, _)| capacities.contains(&capacity))
        {
            let (_, age) = self.told.remove(place);
            let mut answers = self.columns.next(Source::OwnForm, Some(age));
            if age >= 18 {
                let orientation = self.columns.orientation.pop().flatten();
                answers.sexual_orientation = Value::from_form(orientation, answers.source);
            }
            let child_s_age =
                (capacity == "young_person" || capacity == "care_leaver").then_some(age);
            return Given {
                forms: vec![answers],
                child_s_age,
            };
        }
        let Some((age, as_the_complainant_s)) = self.filled.pop() else {
            return Given::default();
        };
        let mut forms = vec![
            self.columns
                .next(Source::CareRecord, as_the_complainant_s.then_some(age)),
        ];
        if !as_the_complainant_s {
            forms.push(EqualityAnswers {
                age: Value::stated(age),
                ..EqualityAnswers::unanswered(About::Child, Source::CareRecord)
            });
        }
        Given {
            forms,
            child_s_age: Some(age),
        }
    }
}

impl Columns {
    fn next(&mut self, source: Source, age: Option<u8>) -> EqualityAnswers {
        let next =
            |column: &mut Vec<Option<Code>>| Value::from_form(column.pop().flatten(), source);
        EqualityAnswers {
            gender: next(&mut self.gender),
            ethnicity: next(&mut self.ethnicity),
            religion: next(&mut self.religion),
            disability: next(&mut self.disability),
            age: Value::from_form(age, source),
            ..EqualityAnswers::unanswered(About::Complainant, source)
        }
    }
}
