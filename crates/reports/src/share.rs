//! Proportions and averages, rounded one way everywhere, and never without what they are out of.

use std::collections::BTreeMap;
use std::fmt;

use crate::document::Number;

/// A part of a whole. Its fields are closed, so that whatever shows it shows its base as well.
///
/// Source: VOC-8.1, VOC-8.2: whole percentages, halves up, each with its base and not forced to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    numerator: i64,
    denominator: i64,
    base: &'static str,
    places: Places,
}

/// How many decimals a percentage has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// None: the rule.
    None,
    /// One: for the few measures that have always been published so.
    One,
}

/// Working days, counted one by one, of which means and medians are taken.
///
/// Source: REP-18.8: the mean over the responses in the population, with the median beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    how_many_took: BTreeMap<u16, i64>,
}

impl Share {
    /// A share of a base that is named in full; `None` of an empty base, or of no proper part.
    pub fn of(
        numerator: i64,
        denominator: i64,
        base: &'static str,
        places: Places,
    ) -> Option<Self> {
        (denominator > 0 && numerator >= 0).then_some(Self {
            numerator,
            denominator,
            base,
            places,
        })
    }

    /// The percentage with its sign, for a place where the base stands beside it, such as a column
    /// whose heading names it.
    pub(crate) fn percent(self) -> (Number, String) {
        match self.places {
            Places::None => {
                let whole = rounded(self.numerator * 100, self.denominator);
                (Number::Whole(whole), format!("{whole}%"))
            }
            Places::One => {
                let tenths = rounded(self.numerator * 1000, self.denominator);
                (
                    Number::Decimal(decimal(tenths)),
                    format!("{}.{}%", tenths / 10, tenths % 10),
                )
            }
        }
    }

    /// What was counted.
    pub fn numerator(self) -> i64 {
        self.numerator
    }

    /// What it is out of.
    pub fn denominator(self) -> i64 {
        self.denominator
    }

    /// What the base is, as a phrase.
    pub fn base(self) -> &'static str {
        self.base
    }

    /// More than half.
    pub fn is_majority(self) -> bool {
        self.numerator * 2 > self.denominator
    }

    /// "18% (11 of 62)".
    pub fn brief(self) -> String {
        format!(
            "{} ({} of {})",
            self.percent().1,
            self.numerator,
            self.denominator
        )
    }
}

impl fmt::Display for Share {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} of {} {} ({})",
            self.numerator,
            self.denominator,
            self.base,
            self.percent().1
        )
    }
}

impl Days {
    /// Counts one answer.
    pub fn add(&mut self, took: u16) {
        *self.how_many_took.entry(took).or_default() += 1;
    }

    /// Counts the answers that others counted.
    pub fn add_all(&mut self, others: &Self) {
        for (took, count) in &others.how_many_took {
            *self.how_many_took.entry(*took).or_default() += count;
        }
    }

    /// How many were counted.
    pub fn count(&self) -> i64 {
        self.how_many_took.values().sum()
    }

    /// How many took from one length to another, both included.
    pub fn within(&self, from: u16, to: u16) -> i64 {
        self.how_many_took
            .range(from..=to)
            .map(|(_, count)| count)
            .sum()
    }

    /// Their sum.
    pub fn sum(&self) -> i64 {
        self.how_many_took
            .iter()
            .map(|(took, count)| i64::from(*took) * count)
            .sum()
    }

    /// The mean in tenths of a day, halves up; `None` of nothing.
    pub fn mean_tenths(&self) -> Option<i64> {
        let count = self.count();
        (count > 0).then(|| rounded(self.sum() * 10, count))
    }

    /// The median in tenths of a day; `None` of nothing.
    pub fn median_tenths(&self) -> Option<i64> {
        let count = self.count();
        (count > 0).then(|| {
            let middle = self.nth((count - 1) / 2) + self.nth(count / 2);
            middle * 5
        })
    }

    fn nth(&self, position: i64) -> i64 {
        let mut before = 0;
        self.how_many_took
            .iter()
            .find(|(_, count)| {
                before += **count;
                before > position
            })
            .map_or(0, |(took, _)| i64::from(*took))
    }
}

/// A number of tenths as it is shown: "17" or "12.5".
pub(crate) fn tenths(tenths: i64) -> (Number, String) {
    if tenths % 10 == 0 {
        (Number::Whole(tenths / 10), (tenths / 10).to_string())
    } else {
        (
            Number::Decimal(decimal(tenths)),
            format!("{}.{}", tenths / 10, tenths % 10),
        )
    }
}

/// Division of numbers that are not negative, halves up.
fn rounded(numerator: i64, denominator: i64) -> i64 {
    (2 * numerator + denominator) / (2 * denominator)
}

fn decimal(tenths: i64) -> f64 {
    let text = format!("{}.{}", tenths / 10, tenths % 10);
    text.parse()
        .expect("digits, a point and a digit are a number")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(numerator: i64, denominator: i64, places: Places) -> String {
        Share::of(numerator, denominator, "complaints", places)
            .unwrap()
            .percent()
            .1
    }

    #[test]
    fn percentages_round_halves_up() {
        for (numerator, denominator, shown) in [
            (17, 62, "27%"),
            (27, 62, "44%"),
            (18, 62, "29%"),
            (42, 64, "66%"),
            (42, 62, "68%"),
            (55, 101, "54%"),
            (1, 8, "13%"),
            (1, 200, "1%"),
            (1, 201, "0%"),
            (0, 62, "0%"),
            (62, 62, "100%"),
        ] {
            assert_eq!(percent(numerator, denominator, Places::None), shown);
        }
        assert_eq!(percent(9, 37, Places::One), "24.3%");
        assert_eq!(percent(1, 8, Places::One), "12.5%");
    }

    #[test]
    fn a_share_of_nothing_is_no_share() {
        assert_eq!(Share::of(0, 0, "complaints", Places::None), None);
    }

    #[test]
    fn a_share_names_its_base() {
        let share = Share::of(11, 62, "complaints received in the year", Places::None).unwrap();
        assert_eq!(
            share.to_string(),
            "11 of 62 complaints received in the year (18%)"
        );
        assert_eq!(share.brief(), "18% (11 of 62)");
    }

    #[test]
    fn half_is_no_majority() {
        let majority = |numerator| {
            Share::of(numerator, 62, "complaints", Places::None)
                .unwrap()
                .is_majority()
        };
        assert!(!majority(29));
        assert!(!majority(31));
        assert!(majority(32));
    }

    #[test]
    fn means_and_medians() {
        for (days, mean, median) in [
            (vec![], None, None),
            (vec![5], Some(50), Some(50)),
            (vec![5, 6], Some(55), Some(55)),
            (vec![30, 2, 4], Some(120), Some(40)),
            (vec![1, 1, 2], Some(13), Some(10)),
            (vec![10, 10, 10, 11], Some(103), Some(100)),
        ] {
            let mut counted = Days::default();
            for took in &days {
                counted.add(*took);
            }
            assert_eq!(counted.mean_tenths(), mean, "{days:?}");
            assert_eq!(counted.median_tenths(), median, "{days:?}");
        }
        assert_eq!(tenths(170).1, "17");
        assert_eq!(tenths(125).1, "12.5");
    }
}
