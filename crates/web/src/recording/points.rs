//! Choosing points: the complainant's words beside a box for each.

use casework::point::{Point, PointNumber};
use maud::Markup;

use super::{Answers, CaseDesk, Reading};

/// The longest beginning of a point's words beside its box, in characters.
const BEGINNING: usize = 120;

/// The question which points are meant.
pub(crate) fn ask_points(
    desk: &CaseDesk,
    answers: &Answers<'_>,
    points: &[Point],
    legend: &str,
    hint: &str,
) -> Markup {
    let items = points.iter().map(|point| {
        let words = desk
            .file
            .text(&point.text)
            .unwrap_or("the words are no longer kept");
        let words = format!("Point {}: {}", point.number.0, beginning(words));
        (point.number.0.to_string(), words)
    });
    answers.any_of("points", legend, hint, items)
}

/// The points that were ticked.
pub(crate) fn read_points(reading: &mut Reading<'_>, missing: &str) -> Vec<PointNumber> {
    let ticked: Vec<PointNumber> = reading
        .fields
        .all("points")
        .filter_map(|number| number.parse().ok().map(PointNumber))
        .collect();
    if ticked.is_empty() {
        reading.problems.add("points", missing);
    }
    ticked
}

fn beginning(words: &str) -> String {
    let mut letters = words.chars();
    let mut start: String = letters.by_ref().take(BEGINNING).collect();
    if letters.next().is_some() {
        start.push('…');
    }
    start
}
