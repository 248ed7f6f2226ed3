//! Words for numbers: what a drafted sentence may claim, and when.
//!
//! Reading: a majority is more than half; highest, lowest, more and fewer come from the counts; nothing
//! is claimed that the counts do not support, nor that a withheld count could make untrue. Published
//! reports have called 47% a majority and the second largest category the largest.

use crate::share::Share;

/// One row as a sentence sees it; `None` when its count is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen<'a> {
    /// The row's label.
    pub label: &'a str,
    /// Its count.
    pub count: Option<i64>,
}

/// The rows of a table, to be ranked in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking<'a> {
    /// The rows.
    pub rows: Vec<Seen<'a>>,
    /// What the withheld counts come to together, where a reader can work it out.
    pub withheld_together: Option<i64>,
}

/// "1 complaint", "2 complaints".
pub fn counted(count: i64, one: &str, many: &str) -> String {
    if count == 1 {
        format!("{count} {one}")
    } else {
        format!("{count} {many}")
    }
}

/// "a, b and c".
pub fn joined(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// How a number stands to an earlier one: "1 more than", "16 fewer than", "the same as".
pub fn compared(now: i64, before: i64) -> String {
    match now - before {
        0 => "the same as".to_owned(),
        more @ 1.. => format!("{more} more than"),
        fewer => format!("{} fewer than", -fewer),
    }
}

impl<'a> Ranking<'a> {
    /// The labels with the highest count and that count; `None` when there is none above zero, or when
    /// a reader could not tell from what is shown that no withheld count is as high.
    pub fn highest(&self) -> Option<(Vec<&'a str>, i64)> {
        let most = self.rows.iter().filter_map(|row| row.count).max()?;
        let certain = self.rows.iter().all(|row| row.count.is_some())
            || self.withheld_together.is_some_and(|sum| sum < most);
        (most > 0 && certain).then(|| (self.with_count(most), most))
    }

    /// The labels after the highest, with their count.
    pub fn runners_up(&self) -> Option<(Vec<&'a str>, i64)> {
        let (_, most) = self.highest()?;
        let rest = self.rows.iter().copied();
        Self {
            rows: rest.filter(|row| row.count != Some(most)).collect(),
            withheld_together: self.withheld_together,
        }
        .highest()
    }

    /// The labels with the lowest count above zero, with that count; `None` when all are equal or when
    /// any is withheld.
    pub fn lowest(&self) -> Option<(Vec<&'a str>, i64)> {
        let (_, most) = self.highest()?;
        let least = self.rows.iter().filter_map(|row| row.count);
        let least = least.filter(|count| *count > 0).min()?;
        let all_shown = self.rows.iter().all(|row| row.count.is_some());
        (all_shown && least < most).then(|| (self.with_count(least), least))
    }

    fn with_count(&self, count: i64) -> Vec<&'a str> {
        self.rows
            .iter()
            .filter(|row| row.count == Some(count))
            .map(|row| row.label)
            .collect()
    }
}

/// Which rows lead, with the share of the first and whether that is a majority.
///
/// `subject` names what the rows are, such as "main issue"; `of` makes the share of a count.
pub fn leading(
    subject: &str,
    ranking: &Ranking<'_>,
    of: impl Fn(i64) -> Option<Share>,
) -> Option<String> {
    let (first, most) = ranking.highest()?;
    let share = of(most)?;
    let lead = if let [only] = first.as_slice() {
        let claim = claim(share);
        format!(
            "The most frequent {subject} was {}: {}, {claim}.",
            quoted(only),
            share.brief()
        )
    } else {
        format!(
            "The most frequent {subject} was shared by {}, each with {}.",
            together(&first),
            share.brief()
        )
    };
    let next = ranking.runners_up().and_then(|(next, count)| {
        let each = if next.len() > 1 { "each with" } else { "with" };
        let share = of(count)?.brief();
        Some(format!(" Next came {}, {each} {share}.", together(&next)))
    });
    Some(lead + &next.unwrap_or_default())
}

/// What somebody who cannot see a bar chart needs to know.
pub fn bars(what: &str, ranking: &Ranking<'_>) -> String {
    let Some((first, most)) = ranking.highest() else {
        return format!("A bar chart of {what}: every bar is at zero.");
    };
    let lowest = ranking.lowest().map(|(last, least)| {
        let (shortest, is) = named(&last, "shortest bar");
        format!(
            "; the {shortest} that {is} not zero {is} {} with {least}",
            together(&last)
        )
    });
    let empty = ranking.rows.iter().filter(|row| row.count == Some(0));
    let empty = match empty.count() {
        0 => String::new(),
        empty => format!("; {empty} of {} have none", ranking.rows.len()),
    };
    let (longest, is) = named(&first, "longest bar");
    format!(
        "A bar chart of {what}: the {longest} {is} {} with {most}{}{empty}.",
        together(&first),
        lowest.unwrap_or_default()
    )
}

/// What may be said of the largest share.
fn claim(share: Share) -> &'static str {
    if share.numerator() == share.denominator() {
        "all of them"
    } else if share.is_majority() {
        "the majority"
    } else {
        "though not a majority"
    }
}

/// "longest bar is" or "longest bars are".
fn named(labels: &[&str], bar: &str) -> (String, &'static str) {
    if labels.len() == 1 {
        (bar.to_owned(), "is")
    } else {
        (format!("{bar}s"), "are")
    }
}

fn together(labels: &[&str]) -> String {
    let quoted: Vec<String> = labels.iter().map(|label| quoted(label)).collect();
    joined(&quoted)
}

fn quoted(label: &str) -> String {
    format!("“{label}”")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::Places;

    fn rows<'a>(counts: &[(&'a str, i64)]) -> Ranking<'a> {
        Ranking {
            rows: counts
                .iter()
                .map(|(label, count)| Seen {
                    label,
                    count: Some(*count),
                })
                .collect(),
            withheld_together: Some(0),
        }
    }

    fn of(total: i64) -> impl Fn(i64) -> Option<Share> {
        move |count| Share::of(count, total, "complaints", Places::None)
    }

    #[test]
    fn rise_and_fall_are_measured_and_not_judged() {
        for (now, before, words) in [
            (62, 61, "1 more than"),
            (46, 101, "55 fewer than"),
            (4, 4, "the same as"),
        ] {
            assert_eq!(compared(now, before), words);
        }
    }

    #[test]
    fn majority_is_more_than_half() {
        for (counts, words) in [
            (
                [("Quality", 16), ("Decision", 13), ("Other", 33)],
                "The most frequent issue was “Other”: 53% (33 of 62), the majority. Next came “Quality”, with 26% (16 of 62).",
            ),
            (
                [("Quality", 31), ("Decision", 13), ("Other", 18)],
                "The most frequent issue was “Quality”: 50% (31 of 62), though not a majority. Next came “Other”, with 29% (18 of 62).",
            ),
            (
                [("Quality", 62), ("Decision", 0), ("Other", 0)],
                "The most frequent issue was “Quality”: 100% (62 of 62), all of them.",
            ),
            (
                [("Quality", 30), ("Decision", 30), ("Other", 2)],
                "The most frequent issue was shared by “Quality” and “Decision”, each with 48% (30 of 62). Next came “Other”, with 3% (2 of 62).",
            ),
        ] {
            assert_eq!(leading("issue", &rows(&counts), of(62)).unwrap(), words);
        }
    }

    #[test]
    fn nothing_is_said_to_lead_that_a_reader_could_not_see() {
        let withheld = |together| Ranking {
            rows: vec![
                Seen {
                    label: "A",
                    count: Some(9),
                },
                Seen {
                    label: "B",
                    count: None,
                },
            ],
            withheld_together: together,
        };
        assert_eq!(withheld(None).highest(), None);
        assert_eq!(withheld(Some(9)).highest(), None);
        assert_eq!(withheld(Some(8)).highest(), Some((vec!["A"], 9)));
        assert_eq!(leading("issue", &rows(&[("A", 0), ("B", 0)]), of(62)), None);
    }

    #[test]
    fn a_chart_is_told_in_a_sentence() {
        assert_eq!(
            bars(
                "complaints by issue",
                &rows(&[("A", 3), ("B", 0), ("C", 1)])
            ),
            "A bar chart of complaints by issue: the longest bar is “A” with 3; the shortest bar that is not zero is “C” with 1; 1 of 3 have none."
        );
        assert_eq!(
            bars("complaints by issue", &rows(&[("A", 0)])),
            "A bar chart of complaints by issue: every bar is at zero."
        );
    }

    #[test]
    fn lists_read_as_english() {
        let items = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(joined(&items(&["a"])), "a");
        assert_eq!(joined(&items(&["a", "b", "c"])), "a, b and c");
        assert_eq!(counted(1, "complaint", "complaints"), "1 complaint");
        assert_eq!(counted(0, "complaint", "complaints"), "0 complaints");
    }
}
