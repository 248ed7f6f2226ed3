//! The read tables' rows of a case. Made here for appending and for rebuilding, so both are the same.

use casework::case::Case;
use casework::clock::ClockEnd;
use casework::event::Fact;
use casework::ids::AccountId;
use casework::people::Restriction;
use journal::{ClockRow, Entry, GapRow, ReadRows, RegisterRow};
use statute::limits;
use views::completeness::{Gap, gaps};
use views::register_line::RegisterLine;

/// What a clock row has in place of a time limit when it is for the review of a restriction on contact. The day was
/// chosen with the restriction and is no time limit of the case: nothing that decides on the case knows of it.
pub(crate) const RESTRICTION_REVIEW: &str = "restriction-review";

/// Whose duty such a review is, apart from every duty that a time limit gives.
pub(crate) const REVIEWER: &str = "reviewer of restrictions";

/// The rows of a case as it stands; one whose import was undone stands in no list.
///
/// # Panics
///
/// Never: a register line has only strings for keys.
pub fn rows(case: &Case) -> ReadRows {
    if case.is_taken_back() {
        return ReadRows {
            register: None,
            ..ReadRows::default()
        };
    }
    let line = RegisterLine::of(case);
    let outcome = line
        .local_resolution
        .as_ref()
        .and_then(|stage| stage.outcome);
    let details = case
        .representation
        .complainants
        .first()
        .and_then(|complainant| complainant.details.as_ref())
        .or_else(|| case.representation.to_sort()?.0);
    let register = RegisterRow {
        case: case.id,
        reference: None,
        version: case.version,
        kind: line.kind.code().to_owned(),
        procedure: line.procedure.map(|procedure| procedure.code().to_owned()),
        stage: line.stage.code().to_owned(),
        open: line.is_open(),
        received_on: line.received_on,
        closed_on: line.closed.map(|(on, _)| on),
        due_on: line.due.map(|(on, _)| on),
        due_limit: line.due.map(|(_, limit)| limit.code().to_owned()),
        service: line.service.as_ref().map(ToString::to_string),
        category: line.categories.first().map(ToString::to_string),
        assigned_to: line.assigned_to,
        outcome: outcome.map(|outcome| outcome.title().to_owned()),
        name_item: details.map(|sealed| sealed.item),
        line: serde_json::to_string(&line).expect("a register line has only strings for keys"),
    };
    let clocks = case.clocks.iter().map(|clock| ClockRow {
        case: case.id,
        seq: 0,
        limit: clock.due.limit.code().to_owned(),
        started_on: clock.due.from,
        due_on: clock.due_on(),
        latest_on: clock.due.latest_on,
        ended_on: clock.ended.map(|end| match end {
            ClockEnd::Met(on) | ClockEnd::Stopped(on) => on,
        }),
        owner: limits::of(clock.due.limit).owner.to_string(),
    });
    let clocks = clocks.chain(case.restrictions.iter().map(|each| review(case, each)));
    let numbered = clocks
        .zip(0_u16..)
        .map(|(clock, seq)| ClockRow { seq, ..clock });
    ReadRows {
        register: Some(register),
        clocks: numbered.collect(),
        gaps: missing_facts(case, &line),
        helpers: helpers(&line),
    }
}

/// What a report counts and the case does not have, by service, team and manager.
fn missing_facts(case: &Case, line: &RegisterLine) -> Vec<GapRow> {
    let row = |gap: Gap| GapRow {
        case: case.id,
        fact: gap.rule.code.to_owned(),
        due_on: gap.due_on,
        service: line.service.as_ref().map(ToString::to_string),
        team: line.place.team.as_ref().map(ToString::to_string),
        assigned_to: line.assigned_to,
    };
    gaps(case).into_iter().map(row).collect()
}

/// Everybody who helps with the answer, once each.
fn helpers(line: &RegisterLine) -> Vec<AccountId> {
    let mut helpers: Vec<AccountId> = Vec::new();
    for (_, helper) in &line.drafting.helpers {
        if !helpers.contains(helper) {
            helpers.push(*helper);
        }
    }
    helpers
}

/// When a restriction has to be looked at again, until a review ends it. Its last day stands beside it, since after that
/// day nothing is left to review.
fn review(case: &Case, restriction: &Restriction) -> ClockRow {
    ClockRow {
        case: case.id,
        seq: 0,
        limit: RESTRICTION_REVIEW.to_owned(),
        started_on: restriction.since,
        due_on: restriction.review_on(),
        latest_on: Some(restriction.until()),
        ended_on: restriction.ended_on(),
        owner: REVIEWER.to_owned(),
    }
}

/// The rows of a case from its stored entries: what `heard rebuild` and `heard verify` go by.
///
/// # Errors
///
/// In words, when the entries cannot be read or do not begin as a case does.
pub fn fold(entries: &[Entry]) -> Result<ReadRows, String> {
    let Some(first) = entries.first() else {
        return Err("a case without entries".to_owned());
    };
    let facts = entries
        .iter()
        .map(|entry| Fact::from_stored(&entry.name, entry.schema, &entry.body))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| error.to_string())?;
    let case = Case::fold(first.case, &facts).ok_or("the first entry records no representation")?;
    Ok(rows(&case))
}
