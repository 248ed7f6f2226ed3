//! Why somebody's contact cannot be restricted, or not so.

use jiff::civil::Date;
use statute::dates::short_date;

use super::lower_first;
use crate::people::{ContactMeasure, LetterPart};

/// What stands against a restriction on contact, or against going on with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactFault {
    /// Somebody else than a complainant of the case.
    #[error("only a complainant of this case can be restricted here")]
    NotAComplainant,
    /// Nobody can be told.
    #[error("this complainant gave no name and no address, so nothing can be sent to them")]
    Nameless,
    /// One at a time for each person.
    #[error("a restriction of this person runs until {}", short_date(*.0))]
    AlreadyRestricted(Date),
    /// Nothing to review.
    #[error("there is no restriction in force to review")]
    NotRestricted,
    /// What there is to review was decided in another case of the person.
    #[error("this restriction was recorded in another case of the same person")]
    RestrictedElsewhere,
    /// A restriction of nothing.
    #[error("no measure was chosen")]
    NoMeasure,
    /// The same measure again.
    #[error("a measure is given twice: {}", lower_first(.0.label()))]
    MeasureTwice(ContactMeasure),
    /// The warning came after the decision.
    #[error("the warning was on {}, after the decision on {}", short_date(*.warned_on), short_date(*.on))]
    WarnedAfterwards {
        /// The day of the warning.
        warned_on: Date,
        /// The day of the decision.
        on: Date,
    },
    /// The last day is not after the decision.
    #[error("decided on {}, it cannot end on {}", short_date(*.on), short_date(*.until))]
    EndsTooSoon {
        /// The day of the decision.
        on: Date,
        /// The last day given.
        until: Date,
    },
    /// Longer than it may last at once.
    #[error("{} is later than it may last at once, {}", short_date(*.until), short_date(*.longest))]
    TooLong {
        /// The last day given.
        until: Date,
        /// The latest day.
        longest: Date,
    },
    /// A review on a day when there is nothing to review.
    #[error(
        "the review on {} does not lie after the decision on {} and by the last day, {}",
        short_date(*.review_on), short_date(*.on), short_date(*.until)
    )]
    ReviewOutside {
        /// The day of the review.
        review_on: Date,
        /// The day of the decision.
        on: Date,
        /// The last day.
        until: Date,
    },
    /// Something the person was not told.
    #[error("the letter does not say this: {}", lower_first(.0.label()))]
    NotTold(LetterPart),
    /// A child, and no director.
    #[error("a child or young person who complains is restricted only with a director’s approval")]
    ChildWithoutDirector,
    /// Whoever is named as having decided it is not senior.
    #[error("whoever is named as having decided it is neither a complaints manager nor a director")]
    NotSenior,
    /// Whoever is named as the director is none.
    #[error("the person named as the director who approved it is no director")]
    NotADirector,
    /// The director approves what the same person decided.
    #[error("the director who approves it cannot be the person who decides it")]
    OneForBoth,
}

/// The Ombudsman's guidance, read in the policies that adopt it.
const GUIDANCE: &str = "LGSCO guidance on unreasonable behaviour, as councils adopt it";

/// What this record does by its own lights.
const CONVENTION: &str = "convention of this record";

impl ContactFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::NotAComplainant => "Choose a complainant of this case.",
            Self::Nameless => {
                "Handle what arrives on its merits. Only somebody who can be told is restricted."
            }
            Self::AlreadyRestricted(_) => {
                "Review that restriction instead. To change its measures, end it and decide anew."
            }
            Self::NotRestricted => {
                "Nothing has to be ended. If it is needed again, decide on a restriction anew."
            }
            Self::RestrictedElsewhere => {
                "Review or end it there. Whoever may open that case finds it on the page of the person."
            }
            Self::NoMeasure => "Choose at least one measure, or leave it at the warning.",
            Self::MeasureTwice(_) => "Choose each measure once.",
            Self::WarnedAfterwards { .. } => {
                "Correct the dates, or wait for what the warning brings. It is left out only for safety."
            }
            Self::EndsTooSoon { .. } => "Give a later last day.",
            Self::TooLong { .. } => {
                "Choose an earlier last day. A review can decide that it goes on."
            }
            Self::ReviewOutside { .. } => {
                "Choose a day for the review after the decision and no later than the last day."
            }
            Self::NotTold(_) => "Send a letter that says it, then record the decision.",
            Self::ChildWithoutDirector => {
                "Ask a director, or find another way with the child and their advocate."
            }
            Self::NotSenior => "Let somebody senior decide, and choose them.",
            Self::NotADirector => "Choose a director.",
            Self::OneForBoth => "Choose two people.",
        }
    }

    /// Where the rule stands.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::NotAComplainant
            | Self::Nameless
            | Self::AlreadyRestricted(_)
            | Self::NotRestricted
            | Self::NoMeasure
            | Self::MeasureTwice(_)
            | Self::WarnedAfterwards { .. }
            | Self::EndsTooSoon { .. }
            | Self::ReviewOutside { .. }
            | Self::NotSenior
            | Self::NotTold(_) => GUIDANCE,
            Self::TooLong { .. }
            | Self::RestrictedElsewhere
            | Self::ChildWithoutDirector
            | Self::NotADirector
            | Self::OneForBoth => CONVENTION,
        }
    }
}
