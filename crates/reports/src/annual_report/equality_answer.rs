//! The answer to one question of the equality monitoring as it is counted, and the rows that every table of them has.

use views::equality::{Answer, Source};

/// The code of the last row, which counts every missing answer that has no row of its own.
pub(super) const NOT_STATED_ROW: &str = "not_stated";

/// Words for the last row where the authority's list has none.
pub(super) const NOT_STATED: &str = "Not stated or no response";

/// The code of the row that counts people and not impairments.
pub(super) const ANSWERED_ROW: &str = "answered";

/// The answer to one question, and where it comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<T> {
    pub answer: Answer<T>,
    pub source: Source,
}

/// Where an answer stands in the authority's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// In today's list.
    Listed(usize),
    /// In an earlier list: the place of the list and the place in it.
    Earlier(usize, usize),
    /// In a list the settings do not hold, so that nobody can say what it means.
    UnknownList,
    /// Not in the list it was chosen from.
    Unlisted,
    /// Of one disability, by somebody who was asked in more detail.
    AskedInDetail,
}
