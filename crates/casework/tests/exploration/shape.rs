//! The shape of a case: what its record says about what may happen next.
//!
//! Days are left out, and so is what no decision about the way forward asks: who it is assigned to, what
//! was said of advocates and equality, how a stage that is past was reached. Of the clocks only the
//! running ones count, each with whether it was extended and whether it has run out.

use casework::case::{Case, Departure};
use casework::clock::Extension;
use serde_json::{Map, Value};
use statute::limits::LimitId;

/// Left out of every shape.
const FORGOTTEN: [&str; 18] = [
    "version",
    "received_on",
    "last_on",
    "representation",
    "assigned_to",
    "assigned_on",
    "acknowledged_on",
    "advocacy",
    "equality",
    "clocks",
    "withdrawn_requests",
    "judgements",
    "consents",
    "activities",
    "dissatisfactions",
    "overlaps",
    "handled_stage_1",
    "debriefs",
];

/// The stages in order; the last that has begun is told in full, the others only as past.
const STAGES: [&str; 3] = ["local_resolution", "investigation", "review_panel"];

/// How a stage came to its answer. Asked again only when deferred points open it again.
const BEFORE_THE_ANSWER: [&str; 10] = [
    "extended",
    "skipped_on",
    "offered",
    "waiting_until",
    "oral",
    "statements",
    "statement_agreed_on",
    "officer_report",
    "independent_report",
    "reported_on",
];

/// Of a stage, what was said and by whom; that it was said stays.
const WORDS: [&str; 5] = ["replaced", "version", "comments", "adjudication", "letter"];

/// Of a case at the Ombudsman, what its decision makes no matter.
const BEFORE_THE_DECISION: [&str; 2] = ["stage", "enquiries"];

/// The shape, as text. Lists keep each different entry once, so that doing a thing again is no news.
pub(crate) fn of(case: &Case) -> String {
    let mut record = serde_json::to_value(case).expect("a case is JSON");
    if let Value::Object(fields) = &mut record {
        for field in FORGOTTEN {
            fields.remove(field);
        }
        let mut later_begun = false;
        for stage in STAGES.iter().rev() {
            let Some(told) = fields.get_mut(*stage).and_then(Value::as_object_mut) else {
                continue;
            };
            told_in_short(case, told);
            if later_begun || matches!(case.departure, Some(Departure::Withdrawn { .. })) {
                fields.insert((*stage).to_owned(), Value::String("past".to_owned()));
            }
            later_begun = true;
        }
        told_of_drafts(case, fields);
        // Whether the service reported back is asked, not what it reported.
        if let Some(lesson) = fields.get_mut("lesson").filter(|lesson| !lesson.is_null()) {
            *lesson = Value::Bool(true);
        }
        // What was said at closing of what it taught decided whether D-LEARN runs, and decides nothing more.
        if let Some(Value::Array(closed)) = fields.get_mut("closed") {
            let told = closed.iter_mut().filter_map(Value::as_object_mut);
            told.for_each(|told| drop(told.remove("learned")));
        }
        let cases = fields.get_mut("ombudsman").and_then(Value::as_array_mut);
        for ombudsman in cases.into_iter().flatten().filter_map(Value::as_object_mut) {
            if ombudsman
                .get("decided")
                .is_some_and(|decided| !decided.is_null())
            {
                for field in BEFORE_THE_DECISION {
                    ombudsman.remove(field);
                }
            }
        }
    }
    forget(&mut record);
    let mut running: Vec<String> = case
        .clocks
        .running()
        // Nothing that can be done asks for the complainant's time for going to the Ombudsman.
        .filter(|clock| clock.due.limit != LimitId::OmbudsmanComplaint)
        .map(|clock| {
            let extended = match clock.extended {
                None => "",
                Some(Extension { valid: true, .. }) => "+",
                Some(Extension { valid: false, .. }) => "-",
            };
            let late = if case.last_on > clock.due_on() {
                "!"
            } else {
                ""
            };
            format!("{}{extended}{late}", clock.due.limit.code())
        })
        .collect();
    running.sort_unstable();
    running.dedup();
    let (state, procedure) = (case.state().name(), case.procedure());
    let at_stage_1 = comes_back_to_stage_1(case).then(|| {
        let stage_1 = case.local_resolution.as_ref();
        let answered = stage_1.and_then(|stage| stage.answered.as_ref());
        let manner = answered.map(|(_, answered)| answered.manner);
        (case.acknowledged_on.is_some(), manner)
    });
    format!("{state} {procedure:?} {at_stage_1:?} {running:?} {record}")
}

/// Whether a draft waits to be looked at, and a request for more time to be decided. Who helps, and what was found and
/// refused before, decide nothing.
fn told_of_drafts(case: &Case, fields: &mut Map<String, Value>) {
    fields.remove("drafting");
    if case.drafting.to_check().is_some() {
        fields.insert("draft_to_check".to_owned(), Value::Bool(true));
    }
    if case.drafting.more_time.is_some() {
        fields.insert("more_time_asked".to_owned(), Value::Bool(true));
    }
}

/// Whether Stage 1 may run again: then it matters how far it was.
fn comes_back_to_stage_1(case: &Case) -> bool {
    let stage_1 = case.local_resolution.as_ref();
    let runs = stage_1.is_some_and(|stage| stage.answered.is_none());
    match &case.investigation {
        Some(investigation) => investigation.appointed.is_none(),
        None => runs || case.open_deferrals().next().is_some(),
    }
}

fn told_in_short(case: &Case, stage: &mut Map<String, Value>) {
    let answered = stage
        .get("answered")
        .is_some_and(|answer| !answer.is_null());
    if answered && case.open_deferrals().next().is_none() {
        for field in BEFORE_THE_ANSWER {
            stage.remove(field);
        }
    }
    stage.values_mut().for_each(without_words);
    for field in WORDS {
        stage.remove(field);
    }
}

fn without_words(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for field in WORDS {
                fields.remove(field);
            }
            fields.values_mut().for_each(without_words);
        }
        Value::Array(entries) => entries.iter_mut().for_each(without_words),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn forget(value: &mut Value) {
    match value {
        Value::String(text) if is_day(text) => *text = String::from("a day"),
        Value::Number(number) => {
            // How long something took follows from its days; the numbers of points stay.
            let kept = number.as_u64().unwrap_or_default().min(2);
            *number = kept.into();
        }
        Value::Array(entries) => {
            entries.iter_mut().for_each(forget);
            let mut known: Vec<Value> = Vec::new();
            entries.retain(|entry| {
                let new = !known.contains(entry);
                if new {
                    known.push(entry.clone());
                }
                new
            });
        }
        Value::Object(fields) => fields.values_mut().for_each(forget),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2
}
