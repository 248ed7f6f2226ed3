//! The questions about what is complained of: point by point, in the complainant's words.

use app::private::seal_text;
use casework::point::{Point, PointNumber};
use casework::settings::Code;
use maud::{Markup, html};

use crate::recording::{Answers, Desk, Reading, entries};

/// The questions about a point.
pub(crate) fn ask_point(desk: &Desk, answers: &Answers<'_>, number: usize) -> Markup {
    html! {
        (answers.text(
            &format!("point-{number}"),
            &format!("Point {number}"),
            if number == 1 { "One thing they are unhappy about, in their own words. Each point is answered by itself." } else { "" },
            4,
        ))
        (answers.any_of(
            &format!("point-{number}-category"),
            &format!("What is point {number} about?"),
            "The first you tick counts as the main one.",
            entries(&desk.settings.categories),
        ))
    }
}

/// The points that were filled in, numbered from 1 without gaps.
pub(crate) fn read_points(reading: &mut Reading<'_>, count: usize) -> Vec<Point> {
    let mut points = Vec::new();
    for number in 1..=count {
        let (field, category_field) = (
            format!("point-{number}"),
            format!("point-{number}-category"),
        );
        let text = reading.short_enough(&field).unwrap_or_default();
        let categories: Vec<Code> = reading.fields.all(&category_field).map(Code::new).collect();
        if text.is_empty() && categories.is_empty() {
            continue;
        }
        if text.is_empty() {
            reading
                .problems
                .add(&field, &format!("Enter what point {number} is"));
        }
        if categories.is_empty() {
            let message = format!("Choose at least one category for point {number}");
            reading.problems.add(&category_field, &message);
        }
        let place = u16::try_from(points.len() + 1).unwrap_or(u16::MAX);
        let text = seal_text(&mut reading.sealing, text);
        points.push(Point {
            number: PointNumber(place),
            text,
            categories,
        });
    }
    points
}
