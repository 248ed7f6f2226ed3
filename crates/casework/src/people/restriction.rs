//! A restriction on contact: what it holds, how long, and when somebody looks at it again.
//!
//! It binds a person and a channel and never a right: new complaints are judged on their merits and the
//! stages stay open. So nothing outside this room asks for it before it decides.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId, Sealed};
use crate::people::Complainant;
use crate::refusal::{ContactFault, DecisionFault, Refusal};
use crate::settings::Settings;

/// A restriction lasts no longer than this at once, from the day it is decided; a review may go on.
///
/// Reading: the guidance wants every measure limited in time and names no length. Twelve months are a
/// convention of this record.
pub(super) const LONGEST_MONTHS: i32 = 12;

/// What may be restricted, each for a time.
///
/// Source: LGSCO guidance on unreasonable behaviour, as councils adopt it. None of them stands in the way
/// of a new complaint or of the next stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactMeasure {
    /// One named officer for everything.
    SinglePointOfContact,
    /// Letters and e-mails only.
    WritingOnly,
    /// Fewer contacts, or at set times.
    LimitedFrequency,
    /// Letters about what is closed are read, filed and not answered.
    NoReplyOnClosedMatters,
    /// An agreement on how to deal with each other.
    AgreementOnBehaviour,
    /// What has been through every stage is not taken up again.
    NoReopening,
}

impl ContactMeasure {
    /// Every measure, in the order a form lists them.
    pub const ALL: [Self; 6] = [
        Self::SinglePointOfContact,
        Self::WritingOnly,
        Self::LimitedFrequency,
        Self::NoReplyOnClosedMatters,
        Self::AgreementOnBehaviour,
        Self::NoReopening,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SinglePointOfContact => "One named person to contact",
            Self::WritingOnly => "Contact in writing only",
            Self::LimitedFrequency => "Contact only so often, or at set times",
            Self::NoReplyOnClosedMatters => "No reply about matters that are closed",
            Self::AgreementOnBehaviour => "An agreement on behaviour",
            Self::NoReopening => "What has been through every stage is not taken up again",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SinglePointOfContact => "single_point_of_contact",
            Self::WritingOnly => "writing_only",
            Self::LimitedFrequency => "limited_frequency",
            Self::NoReplyOnClosedMatters => "no_reply_on_closed_matters",
            Self::AgreementOnBehaviour => "agreement_on_behaviour",
            Self::NoReopening => "no_reopening",
        }
    }
}

/// Whether the person was warned first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "was", rename_all = "snake_case")]
pub enum Warning {
    /// The person was told what would follow if nothing changed.
    Given {
        /// When.
        on: Date,
    },
    /// A warning would have put somebody at risk.
    LeftOutForSafety,
}

/// What the letter to the person has to say.
///
/// Source: LGSCO guidance on unreasonable behaviour, as councils adopt it: a decision in writing with
/// reasons, and a way to challenge it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterPart {
    /// The decision.
    Decision,
    /// The way to challenge it.
    Challenge,
    /// The Ombudsman.
    Ombudsman,
}

impl LetterPart {
    /// Every part, in the order a form asks them.
    pub const ALL: [Self; 3] = [Self::Decision, Self::Challenge, Self::Ombudsman];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Decision => {
                "What was decided and why, each measure, the last day and the day of the review"
            }
            Self::Challenge => "How the decision can be challenged",
            Self::Ombudsman => "How to reach the Ombudsman",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Challenge => "challenge",
            Self::Ombudsman => "ombudsman",
        }
    }
}

/// A decision to restrict how somebody contacts the authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRestricted {
    /// The complainant it binds.
    pub person: PersonId,
    /// What the person does and how it hinders the handling of complaints, sealed.
    pub behaviour: Sealed,
    /// Whether the person was warned first.
    pub warning: Warning,
    /// Who decided.
    pub decided_by: AccountId,
    /// The director who approved it; needed for a child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by_director: Option<AccountId>,
    /// What is restricted.
    pub measures: Vec<ContactMeasure>,
    /// The last day.
    pub until: Date,
    /// The day by which somebody looks at it again.
    pub review_on: Date,
    /// What the letter said.
    pub told: Vec<LetterPart>,
}

/// What came of a review of a restriction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestrictionReviewed {
    /// Whose.
    pub person: PersonId,
    /// Whether it goes on.
    pub outcome: ReviewOutcome,
    /// Who decided.
    pub decided_by: AccountId,
    /// The director who approved it; needed for a child whose restriction goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by_director: Option<AccountId>,
    /// What the letter said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<LetterPart>,
}

/// Whether a restriction goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "restriction", rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// It ended that day.
    Ended,
    /// It goes on with the same measures.
    Continued {
        /// The new last day.
        until: Date,
        /// The day by which somebody looks at it again.
        review_on: Date,
        /// Why it is still needed, sealed.
        reasons: Sealed,
    },
}

/// A restriction on contact with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// What was decided.
    pub restricted: ContactRestricted,
    /// When: its first day.
    pub since: Date,
    /// What came of each review, the earliest first.
    pub reviews: Vec<(Date, RestrictionReviewed)>,
}

impl Restriction {
    /// Whom it binds.
    pub fn person(&self) -> PersonId {
        self.restricted.person
    }

    /// The last day, as the latest word has it. After it the restriction ends by itself.
    pub fn until(&self) -> Date {
        self.last_term().0
    }

    /// The day by which somebody looks at it again, as the latest word has it.
    pub fn review_on(&self) -> Date {
        self.last_term().1
    }

    /// When a review ended it.
    pub fn ended_on(&self) -> Option<Date> {
        let (on, reviewed) = self.reviews.last()?;
        match reviewed.outcome {
            ReviewOutcome::Ended => Some(*on),
            ReviewOutcome::Continued { .. } => None,
        }
    }

    /// Whether it binds the person on a day: from its first day to its last, and no longer from the day a
    /// review ends it.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.since <= day && self.runs_beyond(day)
    }

    /// Whether the day for looking at it again has passed while it is in force.
    pub fn review_is_overdue(&self, today: Date) -> bool {
        self.is_in_force(today) && self.review_on() < today
    }

    /// Whether any of its days is this one or a later one.
    pub(super) fn runs_beyond(&self, day: Date) -> bool {
        match self.ended_on() {
            Some(ended_on) => day < ended_on,
            None => day <= self.until(),
        }
    }

    /// The last day on which something was decided about it.
    pub(super) fn last_decided_on(&self) -> Date {
        self.reviews.last().map_or(self.since, |(on, _)| *on)
    }

    fn last_term(&self) -> (Date, Date) {
        let mut reviews = self.reviews.iter().rev();
        let continued = reviews.find_map(|(_, reviewed)| match reviewed.outcome {
            ReviewOutcome::Ended => None,
            ReviewOutcome::Continued {
                until, review_on, ..
            } => Some((until, review_on)),
        });
        continued.unwrap_or((self.restricted.until, self.restricted.review_on))
    }
}

impl Case {
    /// The restriction on somebody's contact that is in force on a day.
    pub fn restricted(&self, person: PersonId, today: Date) -> Option<&Restriction> {
        let mut restrictions = self.restrictions.iter().rev();
        restrictions.find(|each| each.person() == person && each.is_in_force(today))
    }

    /// The restriction of somebody that no review has ended. Its last day may have passed.
    pub(super) fn unended_restriction(&self, person: PersonId) -> Option<&Restriction> {
        let mut restrictions = self.restrictions.iter().rev();
        restrictions.find(|each| each.person() == person && each.ended_on().is_none())
    }

    /// Whether there is a restriction that no review has ended.
    pub(crate) fn has_unended_restriction(&self) -> bool {
        let mut restrictions = self.restrictions.iter();
        restrictions.any(|each| each.ended_on().is_none())
    }

    /// The complainant, where they can be restricted at all.
    pub(super) fn named_complainant(&self, person: PersonId) -> Result<&Complainant, Refusal> {
        let mut complainants = self.representation.complainants.iter();
        let complainant = complainants.find(|each| each.person == person);
        let complainant = complainant.ok_or(ContactFault::NotAComplainant)?;
        if complainant.details.is_none() {
            return Err(ContactFault::Nameless.into());
        }
        Ok(complainant)
    }

    /// Checks who decides on a restriction that begins or goes on.
    ///
    /// Reading: a child is whoever has a right to an advocate as a complainant, so a care leaver too. The
    /// approval is a second look, so it is never by the person who decides.
    pub(super) fn may_restrict(
        &self,
        person: PersonId,
        decided_by: AccountId,
        director: Option<AccountId>,
        settings: &Settings,
    ) -> Result<(), Refusal> {
        self.decides_on_others(decided_by)?;
        match director {
            Some(director) if director == decided_by => Err(ContactFault::OneForBoth.into()),
            Some(director) => self.decides_on_others(director),
            None if self.complaining_children(settings).contains(&person) => {
                Err(ContactFault::ChildWithoutDirector.into())
            }
            None => Ok(()),
        }
    }

    /// Refuses a decision of somebody the case complains about.
    pub(crate) fn decides_on_others(&self, account: AccountId) -> Result<(), Refusal> {
        if self.representation.complained_about.contains(&account) {
            Err(DecisionFault::DecidesOnThemselves.into())
        } else {
            Ok(())
        }
    }

    /// Copies a fact of this room.
    pub(crate) fn evolve_people(&mut self, fact: &Fact) {
        if let Event::ContactRestricted(restricted) = &fact.event {
            self.restrictions.push(Restriction {
                restricted: ContactRestricted::clone(restricted),
                since: fact.on,
                reviews: Vec::new(),
            });
        } else if let Event::RestrictionReviewed(reviewed) = &fact.event {
            let mut restrictions = self.restrictions.iter_mut().rev();
            let restriction = restrictions
                .find(|each| each.person() == reviewed.person && each.ended_on().is_none());
            if let Some(restriction) = restriction {
                let reviewed = RestrictionReviewed::clone(reviewed);
                restriction.reviews.push((fact.on, reviewed));
            }
        } else {
            self.evolve_protection(fact);
        }
    }
}

impl Event {
    /// Whether it is about how a person contacts the authority or is contacted, and so nothing of the case.
    pub(crate) const fn is_about_contact(&self) -> bool {
        matches!(
            self,
            Self::ContactRestricted(_)
                | Self::RestrictionReviewed(_)
                | Self::ContactProtected(_)
                | Self::ProtectionLifted(_)
                | Self::ContactReleased(_)
        )
    }
}

/// Checks the last day and the day of the review against the day of the decision.
pub(super) fn check_term(on: Date, until: Date, review_on: Date) -> Result<(), Refusal> {
    if until <= on {
        return Err(ContactFault::EndsTooSoon { on, until }.into());
    }
    let longest = on.saturating_add(LONGEST_MONTHS.months());
    if until > longest {
        return Err(ContactFault::TooLong { until, longest }.into());
    }
    if review_on <= on || review_on > until {
        return Err(ContactFault::ReviewOutside {
            review_on,
            on,
            until,
        }
        .into());
    }
    Ok(())
}

/// Checks that the letter says all it has to.
pub(super) fn check_told(told: &[LetterPart]) -> Result<(), Refusal> {
    let mut parts = LetterPart::ALL.into_iter();
    match parts.find(|part| !told.contains(part)) {
        Some(missing) => Err(ContactFault::NotTold(missing).into()),
        None => Ok(()),
    }
}
