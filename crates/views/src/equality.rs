//! Equality monitoring answers: what the sealed form holds, and what a report counts.
//!
//! Source: REP-22.3, REP-18.5: voluntary, kept apart, and about the complainant, not the child.

pub use casework::intake::{About, AnswerSource as Source};
use casework::settings::Code;
use serde::{Deserialize, Serialize};

/// The answers of one person. They lie sealed in the vault and are opened only to be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EqualityAnswers {
    /// Whether they describe the complainant or the child.
    pub about: About,
    /// Where they come from.
    pub source: Source,
    /// Sex; `None` when not stated.
    #[serde(default)]
    pub gender: Option<Code>,
    /// Ethnic group.
    #[serde(default)]
    pub ethnicity: Option<Code>,
    /// Sexual orientation; asked from the age of 16.
    #[serde(default)]
    pub sexual_orientation: Option<Code>,
    /// Religion or belief.
    #[serde(default)]
    pub religion: Option<Code>,
    /// Disability or impairment.
    #[serde(default)]
    pub disability: Option<Code>,
    /// Age in years when the representation was received.
    #[serde(default)]
    pub age: Option<u8>,
}

/// The vault's kind of an equality form, by which forms are found for counting.
pub const VAULT_KIND: &str = "equality";
