//! Reading what is stored, of a case and of the authority’s own file alike.

use jiff::civil::Date;
use serde::de::DeserializeOwned;

use super::{Event, Fact, SCHEMA};

/// A stored entry that cannot be read as a fact.
#[derive(Debug, thiserror::Error)]
#[error("a stored event \"{name}\", version {schema}, cannot be read: {problem}")]
pub struct UnreadableFact {
    /// The event's stored name.
    pub name: String,
    /// The version it was stored with.
    pub schema: u16,
    /// What is wrong with it. Never quotes the body.
    pub problem: String,
}

/// Reads a stored body, of a case or of the authority’s own file, that is no newer than what is known.
pub(crate) fn read_stored<T: DeserializeOwned>(
    name: &str,
    schema: u16,
    known: u16,
    body: &str,
) -> Result<T, UnreadableFact> {
    let unreadable = |problem: String| UnreadableFact {
        name: name.to_owned(),
        schema,
        problem,
    };
    if schema != known {
        return Err(unreadable(format!(
            "this version of Heard reads versions up to {known}"
        )));
    }
    serde_json::from_str(body)
        .map_err(|error| unreadable(format!("damaged at column {}", error.column())))
}

impl Fact {
    /// A fact that touches no clock.
    pub fn new(on: Date, event: Event) -> Self {
        Self {
            on,
            event,
            clocks: Vec::new(),
        }
    }

    /// The body as stored: JSON with the event and its clock changes. The day is stored beside it.
    ///
    /// # Panics
    ///
    /// Never: a fact has only strings for keys.
    pub fn to_stored(&self) -> String {
        serde_json::to_string(self).expect("a fact has only strings for keys, so it is always JSON")
    }

    /// Reads a stored body of any version.
    ///
    /// # Errors
    ///
    /// [`UnreadableFact`] for a version from the future or a damaged body.
    pub fn from_stored(name: &str, schema: u16, body: &str) -> Result<Self, UnreadableFact> {
        read_stored(name, schema, SCHEMA, body)
    }
}
