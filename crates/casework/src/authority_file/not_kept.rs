//! Why something is not entered in the authority’s own file.

use jiff::civil::Date;
use statute::dates::short_date;

use crate::ids::Reference;
use crate::pools::PoolPart;
use crate::settings::{Code, ReportingYear};

/// What stands against an entry, with what would help.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// The year has not begun.
    #[error("the year {0} has not begun; nothing can be counted in it yet")]
    YearToCome(ReportingYear),
    /// A figure of a year that is not over is no published figure.
    #[error("the year {0} is not over, so nothing can have been published of it")]
    YearNotOver(ReportingYear),
    /// Nothing differs from what stands there.
    #[error("nothing differs from what was entered before")]
    NothingNew,
    /// A day that has not come.
    #[error("{} has not come yet", short_date(*.0))]
    InFuture(Date),
    /// There is no such unit.
    #[error("there is no area, team or provider with the code {0}")]
    NoSuchUnit(Code),
    /// There is no such ethnic group.
    #[error(
        "there is no ethnic group with the code {0} in the list of the equality form, which may have changed; open the page again"
    )]
    NoSuchGroup(Code),
    /// It is no code.
    #[error(
        "{0:?} is no code: take 2 to 40 lower-case letters, digits and underscores, such as north_west"
    )]
    NotACode(String),
    /// The code is taken, also by one that ended: old cases still mean that one.
    #[error("the code {0} is taken; one that has ended keeps its code, so choose another")]
    CodeTaken(Code),
    /// It needs a name.
    #[error("a name has 1 to 80 characters")]
    NotAName,
    /// It was not there on the day.
    #[error("{unit} was not there on {}", short_date(*.on))]
    NotThere {
        /// Its code.
        unit: Code,
        /// The day.
        on: Date,
    },
    /// It is already called that.
    #[error("it has that name already")]
    SameName,
    /// A change before one that is recorded already.
    #[error("a change of {unit} on {} is recorded already; enter changes in the order they took effect", short_date(*.since))]
    BeforeTheLast {
        /// Its code.
        unit: Code,
        /// The latest change.
        since: Date,
    },
    /// Merging needs something to merge.
    #[error("a merger takes at least one unit into another; {0} cannot be merged into itself")]
    IntoItself(Code),
    /// Only like becomes like.
    #[error("an area, a team and a provider cannot be merged with each other")]
    UnlikeUnits,
    /// Nothing they can be appointed as.
    #[error("say at least one thing they can be appointed as")]
    NoPart,
    /// Somebody employed by the authority is not independent of it.
    #[error(
        "an officer of the council is neither an Independent Person nor a member of a panel (SI 2006/1738 regs 2 and 19); \
         take that out, or say that they are not employed here"
    )]
    NotIndependent,
    /// Nobody of that name can be appointed.
    #[error("choose somebody who is in the pool")]
    NotInThePool,
    /// They are not in the pool for that.
    #[error("they are not in the pool as {}", .0.label())]
    NotAppointedAs(PoolPart),
    /// The last day is before the first.
    #[error("that is before {}", short_date(*.0))]
    EndsBefore(Date),
    /// A training that nobody took part in was not held.
    #[error("say how many people took part, at least one; what nobody came to is not entered")]
    NobodyThere,
    /// Nobody judged them to be the same, or it was taken back.
    #[error("nobody has said that these two are the same person, or it was taken back")]
    NotMatched,
    /// They, or people who are the same as they are, were told apart.
    #[error(
        "on {} somebody judged that these are two different people, or that people judged to be the same as them are; take \
         that back first",
        short_date(*.0)
    )]
    ToldApart(Date),
    /// They are judged to be the same, perhaps through a third person.
    #[error("these two are judged to be the same person; take that back first")]
    JudgedTheSame,
    /// Nobody told them apart, or it was taken back.
    #[error("nobody has said that these are two different people, or it was taken back")]
    NotToldApart,
    /// Taking a match back would show in one case what another protects.
    #[error(
        "the contact of this person is protected, and taking this back could show it; only the complaints manager can do \
         that"
    )]
    WouldShowProtected,
    /// Nobody of the authority is known by that.
    #[error(
        "nobody in the pools and no colleague is known by that; choose somebody who is offered"
    )]
    NotOfTheAuthority,
    /// It would open to somebody the case they are in themselves.
    #[error("you are this person, so somebody else has to judge that")]
    AboutYourself,
    /// No such passage stands in a report.
    #[error("that passage does not stand in the report; perhaps somebody has taken it back")]
    NoSuchPassage,
    /// A year has one of it at most.
    #[error("the report of that year has it already; write that one anew instead")]
    PassageStands,
    /// What comes from elsewhere has a source.
    #[error("say where the evidence comes from, so that somebody else can look it up")]
    NoSource,
    /// No category of the authority’s list.
    #[error("{0} is not in the council’s list of what complaints are about; choose from the list")]
    NoSuchCategory(Code),
    /// There is no such case.
    #[error("there is no case {0} here")]
    NoSuchCase(Reference),
    /// An area that still has teams.
    #[error("{unit} still has {within} in it; close or merge that first")]
    NotEmpty {
        /// Its code.
        unit: Code,
        /// One that lies in it.
        within: Code,
    },
}
