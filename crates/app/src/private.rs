//! What lies in the vault: the shapes of the sealed texts, and the words they are found by.

use std::fmt;

use casework::ids::Sealed;
use jiff::civil::Date;
use journal::Sealing;
use serde::{Deserialize, Serialize};
use views::equality::{self, EqualityAnswers};

/// The vault's kind of a person's particulars.
pub const PERSON: &str = "person";
/// The vault's kind of a text: a point, reasons, a letter.
pub const TEXT: &str = "text";

/// A person's particulars.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonDetails {
    /// The name as the person gives it.
    pub name: String,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// When they were born.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born_on: Option<Date>,
}

impl fmt::Debug for PersonDetails {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PersonDetails([sealed])")
    }
}

impl PersonDetails {
    /// Seals the particulars; the person is found by the words of the name.
    ///
    /// # Panics
    ///
    /// Never: the particulars have only strings for keys.
    pub fn seal(&self, sealing: &mut Sealing) -> Sealed {
        let text = self.as_text();
        let words: Vec<&str> = self.name.split_whitespace().collect();
        sealing.seal(PERSON, &text, &words)
    }

    /// Seals the particulars of somebody who belongs to no case: the search finds cases, so nothing is indexed.
    ///
    /// # Panics
    ///
    /// Never: the particulars have only strings for keys.
    pub fn seal_unsearchable(&self, sealing: &mut Sealing) -> Sealed {
        sealing.seal(PERSON, &self.as_text(), &[])
    }

    /// The particulars as the vault holds them.
    ///
    /// # Panics
    ///
    /// Never: the particulars have only strings for keys.
    pub(crate) fn as_text(&self) -> String {
        serde_json::to_string(self).expect("the particulars have only strings for keys")
    }

    /// Reads opened particulars; a text that is none is taken for the name.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_else(|_| Self {
            name: text.to_owned(),
            contact: None,
            born_on: None,
        })
    }
}

/// Seals a text. Texts are not indexed: what children and parents say is read in the case, not searched.
pub fn seal_text(sealing: &mut Sealing, text: &str) -> Sealed {
    sealing.seal(TEXT, text, &[])
}

/// Seals the answers of an equality form.
///
/// # Panics
///
/// Never: the answers have only strings for keys.
pub fn seal_equality(sealing: &mut Sealing, answers: &EqualityAnswers) -> Sealed {
    let text = serde_json::to_string(answers).expect("the answers have only strings for keys");
    sealing.seal_apart(equality::VAULT_KIND, &text)
}
