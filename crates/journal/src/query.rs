//! What can be asked of the read tables.

use std::fmt;
use std::str::FromStr;

use casework::ids::{AccountId, CaseId};
use jiff::civil::Date;

use crate::record::Listed;

/// Which cases of the register, in which order, and which page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterQuery {
    /// Open, closed or all.
    pub standing: Standing,
    /// Of this kind only.
    pub kind: Option<String>,
    /// Under this procedure only.
    pub procedure: Option<String>,
    /// At this stage only.
    pub stage: Option<String>,
    /// About this service only.
    pub service: Option<String>,
    /// In this category only.
    pub category: Option<String>,
    /// In these hands only.
    pub assigned_to: Option<AccountId>,
    /// These cases besides those in the hands asked for.
    pub or_these: Vec<CaseId>,
    /// Open and due before this day only.
    pub overdue_on: Option<Date>,
    /// Received on this day or later.
    pub received_from: Option<Date>,
    /// Received on this day or earlier.
    pub received_to: Option<Date>,
    /// By what they are sorted.
    pub sort: RegisterSort,
    /// The other way round.
    pub descending: bool,
    /// Where the page starts.
    pub page: PageFrom,
    /// How many rows a page has.
    pub size: u32,
    /// Whether to open the names of those who complain.
    pub include_names: bool,
    /// Whether to count all rows that match; costs a pass over them.
    pub count: bool,
}

/// The first page of 50 open cases, the most pressing first.
impl Default for RegisterQuery {
    fn default() -> Self {
        Self {
            standing: Standing::Open,
            kind: None,
            procedure: None,
            stage: None,
            service: None,
            category: None,
            assigned_to: None,
            or_these: Vec::new(),
            overdue_on: None,
            received_from: None,
            received_to: None,
            sort: RegisterSort::Due,
            descending: false,
            page: PageFrom::Start,
            size: 50,
            include_names: false,
            count: false,
        }
    }
}

/// Whether open or closed cases are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not yet closed.
    Open,
    /// Closed.
    Closed,
    /// Both.
    All,
}

/// By what the register is sorted. Equal rows stand in the order of their references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterSort {
    /// The next due day; cases with none come last.
    Due,
    /// The day of receipt.
    Received,
    /// The reference.
    Reference,
}

/// Where a page starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageFrom {
    /// At the first row.
    Start,
    /// At the row after this one.
    After(Cursor),
    /// So that it ends at the row before this one.
    Before(Cursor),
}

/// The place of a row in a sorted register; as text it fits in an address and says nothing personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) day: Date,
    pub(crate) number: i64,
}

/// A text that is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the register")]
pub struct NotACursor;

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.day, self.number)
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (day, number) = text.split_once('.').ok_or(NotACursor)?;
        Ok(Self {
            day: day.parse().map_err(|_| NotACursor)?,
            number: number.parse().map_err(|_| NotACursor)?,
        })
    }
}

/// A page of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterPage {
    /// Its rows.
    pub rows: Vec<Listed>,
    /// Give this to [`PageFrom::Before`] for the page before; none on the first.
    pub previous: Option<Cursor>,
    /// Give this to [`PageFrom::After`] for the next page; none on the last.
    pub next: Option<Cursor>,
    /// How many rows match in all, if asked for.
    pub total: Option<u64>,
}

/// Which running time limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockQuery {
    /// Due before this day only.
    pub due_before: Option<Date>,
    /// The duty of this role only.
    pub owner: Option<String>,
    /// The duty of anybody but these roles.
    pub other_than: Vec<String>,
    /// Of cases in these hands only.
    pub assigned_to: Option<AccountId>,
    /// Of these cases besides those in the hands asked for.
    pub or_these: Vec<CaseId>,
    /// At most so many.
    pub limit: u32,
}

/// The 100 most pressing.
impl Default for ClockQuery {
    fn default() -> Self {
        Self {
            due_before: None,
            owner: None,
            other_than: Vec::new(),
            assigned_to: None,
            or_these: Vec::new(),
            limit: 100,
        }
    }
}
