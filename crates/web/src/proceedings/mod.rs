//! Proceedings: deferring points while considering them might prejudice proceedings elsewhere, looking
//! at that again, and taking the points up when they come back.

mod defer_points;
mod end_proceedings;
mod resubmit;
mod review_deferral;

use casework::ids::Reference;
use casework::proceedings::{Deferral, DeferralNumber};
use maud::{Markup, html};
use statute::dates::short_date;

use crate::recording::{self, Answers, CaseDesk, Reading};
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &defer_points::PAGE,
        &review_deferral::PAGE,
        &end_proceedings::PAGE,
        &resubmit::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}

/// The open deferrals whose proceedings have ended, or have not.
fn open(desk: &CaseDesk, ended: bool) -> Vec<&Deferral> {
    desk.case()
        .open_deferrals()
        .filter(|deferral| deferral.ended.is_some() == ended)
        .collect()
}

/// The question which deferral is meant.
fn ask_deferral(desk: &CaseDesk, answers: &Answers<'_>, ended: bool) -> Markup {
    let items = open(desk, ended).into_iter().map(|deferral| {
        let deferred = &deferral.deferred;
        let points: Vec<_> = deferred
            .points
            .iter()
            .map(|point| point.0.to_string())
            .collect();
        let named = desk.file.text(&deferred.proceedings).unwrap_or_default();
        let words = format!(
            "Points {}, deferred on {}: {}. {named}",
            points.join(", "),
            short_date(deferral.on),
            deferred.kind.label()
        );
        (deferred.deferral.0.to_string(), words)
    });
    html! { (answers.one_of("deferral", "Which deferral?", "", items)) }
}

/// The deferral to fill in beforehand, where there is one only.
fn suggest_deferral(desk: &CaseDesk, ended: bool) -> Option<(String, String)> {
    match open(desk, ended).as_slice() {
        [deferral] => Some((
            "deferral".to_owned(),
            deferral.deferred.deferral.0.to_string(),
        )),
        [] | [_, _, ..] => None,
    }
}

/// The deferral that was chosen. Where there is none to choose, the rules say so themselves.
fn read_deferral(
    desk: &CaseDesk,
    reading: &mut Reading<'_>,
    ended: bool,
) -> Option<DeferralNumber> {
    let typed = reading.fields.text("deferral").parse().ok();
    if typed.is_none() && !open(desk, ended).is_empty() {
        reading
            .problems
            .add("deferral", "Choose which deferral it is about");
        return None;
    }
    Some(DeferralNumber(typed.unwrap_or_default()))
}

/// The question in which other case the points are considered, where they cannot come back here.
fn ask_elsewhere(answers: &Answers<'_>) -> Markup {
    answers.line(
        "elsewhere",
        "Reference of the complaint in which they are considered",
        "Only if the other points have gone on to a later stage: record these as a complaint of their own first, \
         received on the day they came back. Otherwise leave it empty.",
    )
}

/// The other case.
fn read_elsewhere(reading: &mut Reading<'_>) -> Option<Reference> {
    let typed = reading.fields.text("elsewhere");
    if typed.is_empty() {
        return None;
    }
    let reference = typed.parse().ok();
    if reference.is_none() {
        reading
            .problems
            .add("elsewhere", "Enter a reference such as C-0142, or nothing");
    }
    reference
}
