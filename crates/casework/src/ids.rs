//! Names of things: what an event may carry instead of personal data.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id! {
    /// A case: one representation with everything that happens to it, and one stream of events.
    CaseId
}
impl CaseId {
    /// The stream of the authority’s own file, which is no case. No case is ever given this id.
    pub const AUTHORITY_FILE: Self = Self(Uuid::nil());
}

id! {
    /// A person in the record: a complainant, a child, an advocate, an appointed person.
    PersonId
}
id! {
    /// An item in the vault: a name, a contact, a text, an equality form.
    ItemId
}
id! {
    /// An account of somebody who works with the record.
    AccountId
}

id! {
    /// An import: the cases that came in together from one file.
    BatchId
}

/// A colleague who plays a part in a case is known there by the id of the account.
impl From<AccountId> for PersonId {
    fn from(account: AccountId) -> Self {
        Self(account.0)
    }
}

/// The short code of an authority, such as `buckinghamshire`: lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AuthorityCode(String);

/// A text that is no authority code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "an authority’s code is 2 to 40 lower-case letters, digits and hyphens, such as \"buckinghamshire\""
)]
pub struct NotAnAuthorityCode;

impl AuthorityCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AuthorityCode {
    type Err = NotAnAuthorityCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lawful =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if (2..=40).contains(&text.len()) && text.chars().all(lawful) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAnAuthorityCode)
        }
    }
}

impl TryFrom<String> for AuthorityCode {
    type Error = NotAnAuthorityCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<AuthorityCode> for String {
    fn from(code: AuthorityCode) -> Self {
        code.0
    }
}

impl fmt::Display for AuthorityCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The reference people quote, such as `C-0142`: numbered from 1 within an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(pub u64);

impl Reference {
    /// The number of the authority’s own file, which nobody quotes: no text is read as it.
    pub const AUTHORITY_FILE: Self = Self(0);
}

/// A text that is no reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a reference is C- and a number, such as \"C-0142\"")]
pub struct NotAReference;

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "C-{:04}", self.0)
    }
}

impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text
            .strip_prefix("C-")
            .or_else(|| text.strip_prefix("c-"))
            .ok_or(NotAReference)?;
        if digits.is_empty()
            || digits.len() > 12
            || !digits.bytes().all(|digit| digit.is_ascii_digit())
        {
            return Err(NotAReference);
        }
        match digits.parse() {
            Ok(0) | Err(_) => Err(NotAReference),
            Ok(number) => Ok(Self(number)),
        }
    }
}

/// What an event carries in place of something personal: where it lies sealed, and a commitment to it.
///
/// The commitment is SHA-256 over a random salt and the text; the salt lies sealed with the text, so
/// the commitment alone gives nothing away and stays checkable while the text exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Where it lies in the vault.
    pub item: ItemId,
    /// 64 hexadecimal digits.
    pub commitment: String,
}
