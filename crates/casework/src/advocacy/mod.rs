//! Advocacy: help for children and young people who complain or think of it.

mod record_advocacy;

pub use record_advocacy::RecordAdvocacy;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

/// What was done about an advocate for a child or young person.
///
/// Source: Children Act 1989 s.26A; SI 2004/719 reg 4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvocacyRecorded {
    /// The child or young person.
    pub person: PersonId,
    /// Whether they want one.
    pub wanted: Wanted,
    /// Who helps them.
    pub kind: AdvocateKind,
}

/// Whether an advocate is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not decided.
    Undecided,
}

/// Who helps a child or young person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdvocateKind {
    /// An independent advocate under the authority's arrangements.
    Independent,
    /// An advocate of the authority's own service.
    InHouse,
    /// A person of their choice, who is no advocate in the law's sense.
    ChosenPerson,
    /// Nobody.
    Nobody,
}
