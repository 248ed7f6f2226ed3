//! Reading what is stored, of a case and of the authority’s own file alike.

use serde::de::DeserializeOwned;

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
