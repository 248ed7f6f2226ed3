//! The shape of a case: what its record says about what may happen next.
//!
//! Days are left out, and so is what no decision about the way forward asks: who it is assigned to, what
//! was said of advocates and equality, how a stage that is past was reached. Of the clocks only the
//! running ones count, each with whether it was extended and whether it has run out.

use casework::case::Case;
use casework::clock::Extension;
use serde_json::Value;

/// Left out of every shape.
const FORGOTTEN: [&str; 11] = [
    "version",
    "received_on",
    "last_on",
    "representation",
    "assigned_to",
    "acknowledged_on",
    "advocacy",
    "equality",
    "clocks",
    "withdrawn_requests",
    "judgements",
];

/// The stages in order; the last that has begun is told in full, the others only as past.
const STAGES: [&str; 3] = ["local_resolution", "investigation", "review_panel"];

/// The shape, as text. Lists keep each different entry once, so that doing a thing again is no news.
pub(crate) fn of(case: &Case) -> String {
    let mut record = serde_json::to_value(case).expect("a case is JSON");
    if let Value::Object(fields) = &mut record {
        for field in FORGOTTEN {
            fields.remove(field);
        }
        let mut later_begun = false;
        for stage in STAGES.iter().rev() {
            let begun = fields.get(*stage).is_some_and(|stage| !stage.is_null());
            if begun && later_begun {
                fields.insert((*stage).to_owned(), Value::String("past".to_owned()));
            }
            later_begun |= begun;
        }
    }
    forget(&mut record);
    let mut running: Vec<String> = case
        .clocks
        .running()
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
    format!("{state} {procedure:?} {running:?} {record}")
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
