//! What a letter says about the complainant's next right: which, how to use it, and by when.
//!
//! No answer leaves without it and no complaint is closed without it. The right and the day are worked
//! out from the law; a letter may be more generous than the law, and never less.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::dates::short_date;
use statute::limits::{self, Kind, LimitId};
use statute::procedure::Procedure;
use statute::proof;
use statute::working_days::{BeyondCalendar, Calendar};

use super::NextRight;
use crate::case::{Case, Stage};
use crate::law::Law;
use crate::refusal::Refusal;

/// The paragraph of a letter that names the complainant's next right, as codes.
///
/// Source: SI 2006/1738 regs 15(2), 17, 18 and 20(3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeOfRights {
    /// What the complainant may do next.
    pub right: NextRight,
    /// How; at least one way.
    pub how: Vec<Way>,
    /// By when.
    pub by_when: ByWhen,
    /// Whether somebody saw that the letter holds it.
    #[serde(default, skip_serializing_if = "Basis::is_letter")]
    pub basis: Basis,
}

/// A way to use a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// However the complainant likes, by word of mouth too.
    AnyWay,
    /// By telephone.
    Telephone,
    /// By e-mail.
    Email,
    /// By letter.
    Letter,
    /// Face to face.
    InPerson,
    /// On a web site.
    OnlineForm,
}

/// By when a right is to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum ByWhen {
    /// A real limit.
    LastDay {
        /// The last day.
        on: Date,
    },
    /// Advice: the right goes on after the day.
    Advised {
        /// The day advised.
        on: Date,
    },
    /// Twelve months from learning of the matter, as the Ombudsman keeps it and may lengthen it.
    TwelveMonths,
    /// No limit and no advice.
    AnyTime,
}

/// On what the record goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Somebody confirmed that the letter holds it.
    #[default]
    Letter,
    /// An older record that does not hold the letter.
    TakenAsGiven,
}

/// What is wrong with a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoticeFault {
    /// There is none.
    #[error("the letter does not name the complainant’s next right, {}", .0.label())]
    Missing(NextRight),
    /// It names another right.
    #[error("the letter names the right {}, and the next right is {}", named.label(), right.label())]
    WrongRight {
        /// The right it names.
        named: NextRight,
        /// The next right.
        right: NextRight,
    },
    /// It does not say how.
    #[error("the letter does not say how to use the right {}", .0.label())]
    NoWay(NextRight),
    /// It gives less time than the law.
    #[error("{} is earlier than the law allows: {}", short_date(*named), short_date(*last))]
    TooEarly {
        /// The right concerned.
        right: NextRight,
        /// The day it names.
        named: Date,
        /// The day that the law gives.
        last: Date,
    },
    /// It makes a limit of what is none, or of another kind.
    #[error("the letter limits the right {} in a way that the law does not", .0.label())]
    MadeBinding(NextRight),
    /// It leaves out a day on which the right ends.
    #[error("the letter does not say that the right {} ends on {}", right.label(), short_date(*last))]
    NoDay {
        /// The right concerned.
        right: NextRight,
        /// The day on which it ends.
        last: Date,
    },
}

impl NoticeOfRights {
    /// The notice that the law asks for in a letter sent on a day.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn lawful(
        right: NextRight,
        procedure: Procedure,
        sent_on: Date,
        calendar: &Calendar,
    ) -> Result<Self, BeyondCalendar> {
        let day_of = |limit: LimitId| -> Result<ByWhen, BeyondCalendar> {
            let rule = limits::of(limit);
            let on = proof::due_date(rule, sent_on, calendar)?.due_on;
            Ok(if rule.kind == Kind::Advisory {
                ByWhen::Advised { on }
            } else {
                ByWhen::LastDay { on }
            })
        };
        let by_when = match (limit_of(right, procedure), right) {
            (Some(limit), _) => day_of(limit)?,
            (None, NextRight::Ombudsman) => ByWhen::TwelveMonths,
            (
                None,
                NextRight::Investigation
                | NextRight::ReviewPanel
                | NextRight::BringItBack
                | NextRight::None,
            ) => ByWhen::AnyTime,
        };
        let how = match right {
            NextRight::Ombudsman => vec![Way::OnlineForm, Way::Telephone],
            NextRight::Investigation
            | NextRight::ReviewPanel
            | NextRight::BringItBack
            | NextRight::None => vec![Way::AnyWay],
        };
        Ok(Self {
            right,
            how,
            by_when,
            basis: Basis::Letter,
        })
    }

    /// The same with the day to which the authority counts, where it chose to give longer than the law or the
    /// limit is its own.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn counted_by(
        self,
        procedure: Procedure,
        sent_on: Date,
        law: &Law<'_>,
    ) -> Result<Self, Refusal> {
        let Some(limit) = limit_of(self.right, procedure) else {
            return Ok(self);
        };
        let on = law.due(limit, sent_on)?.due_on;
        let by_when = match self.by_when {
            ByWhen::LastDay { .. } => ByWhen::LastDay { on },
            ByWhen::Advised { .. } => ByWhen::Advised { on },
            ByWhen::TwelveMonths => ByWhen::TwelveMonths,
            ByWhen::AnyTime => ByWhen::AnyTime,
        };
        Ok(Self { by_when, ..self })
    }

    /// The same, taken as given from a record that does not hold the letter.
    #[must_use]
    pub fn taken_as_given(self) -> Self {
        Self {
            basis: Basis::TakenAsGiven,
            ..self
        }
    }

    /// Checks what a letter says against what the law asks for.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoticeOfRights`] when it is missing, names another right, no way or less time.
    pub fn checked(given: Option<&Self>, owed: &Self) -> Result<Self, Refusal> {
        let right = owed.right;
        let Some(given) = given else {
            return Err(NoticeFault::Missing(right).into());
        };
        if given.right != right {
            let named = given.right;
            return Err(NoticeFault::WrongRight { named, right }.into());
        }
        if given.how.is_empty() {
            return Err(NoticeFault::NoWay(right).into());
        }
        match (given.by_when, owed.by_when) {
            (
                ByWhen::LastDay { on: named } | ByWhen::Advised { on: named },
                ByWhen::LastDay { on: last },
            )
            | (ByWhen::Advised { on: named }, ByWhen::Advised { on: last })
                if named < last =>
            {
                Err(NoticeFault::TooEarly { right, named, last }.into())
            }
            (ByWhen::LastDay { .. } | ByWhen::TwelveMonths, ByWhen::Advised { .. })
            | (
                ByWhen::LastDay { .. } | ByWhen::Advised { .. },
                ByWhen::TwelveMonths | ByWhen::AnyTime,
            )
            | (ByWhen::TwelveMonths, ByWhen::AnyTime) => {
                Err(NoticeFault::MadeBinding(right).into())
            }
            (ByWhen::TwelveMonths | ByWhen::AnyTime, ByWhen::LastDay { on: last }) => {
                Err(NoticeFault::NoDay { right, last }.into())
            }
            (ByWhen::LastDay { .. } | ByWhen::Advised { .. }, ByWhen::LastDay { .. })
            | (ByWhen::Advised { .. } | ByWhen::AnyTime, ByWhen::Advised { .. })
            | (ByWhen::TwelveMonths | ByWhen::AnyTime, ByWhen::TwelveMonths)
            | (ByWhen::AnyTime, ByWhen::AnyTime) => Ok(given.clone()),
        }
    }
}

/// The notice that the letter which ends a stage has to hold when it is sent on a day.
///
/// # Errors
///
/// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
pub fn notice_owed(
    case: &Case,
    law: &Law<'_>,
    ending: Stage,
    sent_on: Date,
) -> Result<NoticeOfRights, Refusal> {
    let procedure = case.procedure().unwrap_or(Procedure::Corporate);
    let right = match (ending, procedure) {
        (Stage::LocalResolution, _) => NextRight::Investigation,
        (Stage::Investigation, Procedure::ChildrenAct) => NextRight::ReviewPanel,
        (Stage::Investigation, Procedure::Corporate) | (Stage::ReviewPanel, _) => {
            NextRight::Ombudsman
        }
        (Stage::Register, _) => NextRight::None,
    };
    NoticeOfRights::lawful(right, procedure, sent_on, law.calendar)?
        .counted_by(procedure, sent_on, law)
}

/// The limit within which a right is to be used, where it has one of working days.
const fn limit_of(right: NextRight, procedure: Procedure) -> Option<LimitId> {
    match (right, procedure) {
        (NextRight::Investigation, Procedure::ChildrenAct) => Some(LimitId::InvestigationRequest),
        (NextRight::Investigation, Procedure::Corporate) => Some(LimitId::CorporateReviewRequest),
        (NextRight::ReviewPanel, _) => Some(LimitId::ReviewPanelRequest),
        (NextRight::Ombudsman | NextRight::BringItBack | NextRight::None, _) => None,
    }
}

impl Way {
    /// Every way, in the order a form lists them.
    pub const ALL: [Self; 6] = [
        Self::AnyWay,
        Self::Telephone,
        Self::Email,
        Self::Letter,
        Self::InPerson,
        Self::OnlineForm,
    ];

    /// The words a page and a letter show.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AnyWay => "in any way you like, in writing or by word of mouth",
            Self::Telephone => "by telephone",
            Self::Email => "by e-mail",
            Self::Letter => "by letter",
            Self::InPerson => "in person",
            Self::OnlineForm => "on its web site",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AnyWay => "any_way",
            Self::Telephone => "telephone",
            Self::Email => "email",
            Self::Letter => "letter",
            Self::InPerson => "in_person",
            Self::OnlineForm => "online_form",
        }
    }
}

impl Basis {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_letter(&self) -> bool {
        match self {
            Self::Letter => true,
            Self::TakenAsGiven => false,
        }
    }
}

impl NoticeFault {
    /// Where the right stands that the letter has to name.
    pub const fn source(self) -> &'static str {
        let right = match self {
            Self::Missing(right)
            | Self::WrongRight { right, .. }
            | Self::NoWay(right)
            | Self::TooEarly { right, .. }
            | Self::MadeBinding(right)
            | Self::NoDay { right, .. } => right,
        };
        match right {
            NextRight::Investigation => "SI 2006/1738 reg 15(2)",
            NextRight::ReviewPanel => "SI 2006/1738 regs 17 and 18",
            NextRight::Ombudsman => "SI 2006/1738 reg 20(3) and Local Government Act 1974 s.26B",
            NextRight::BringItBack | NextRight::None => "SI 2006/1738 reg 7",
        }
    }
}

impl From<NoticeFault> for Refusal {
    fn from(fault: NoticeFault) -> Self {
        Self::NoticeOfRights(fault)
    }
}

#[cfg(test)]
mod tests {
    use statute::working_days::Region;

    use super::*;
    use crate::story::day;

    fn owed(right: NextRight) -> NoticeOfRights {
        let calendar = Calendar::of(Region::EnglandAndWales);
        NoticeOfRights::lawful(right, Procedure::ChildrenAct, day("2015-08-05"), calendar)
            .expect("2015 is known")
    }

    fn fault(given: &NoticeOfRights, owed: &NoticeOfRights) -> Option<NoticeFault> {
        match NoticeOfRights::checked(Some(given), owed) {
            Ok(_) => None,
            Err(Refusal::NoticeOfRights(fault)) => Some(fault),
            Err(other) => panic!("another refusal: {other}"),
        }
    }

    fn saying(by_when: ByWhen, owed: &NoticeOfRights) -> NoticeOfRights {
        NoticeOfRights {
            by_when,
            ..owed.clone()
        }
    }

    #[test]
    fn the_day_for_a_panel_is_a_real_limit_and_the_day_for_an_investigation_is_advice() {
        let last = day("2015-09-03");
        assert_eq!(
            owed(NextRight::ReviewPanel).by_when,
            ByWhen::LastDay { on: last }
        );
        assert_eq!(
            owed(NextRight::Investigation).by_when,
            ByWhen::Advised { on: last }
        );
        assert_eq!(owed(NextRight::Ombudsman).by_when, ByWhen::TwelveMonths);
    }

    #[test]
    fn a_letter_may_give_the_day_of_the_law_or_a_later_one_and_never_an_earlier() {
        let owed = owed(NextRight::ReviewPanel);
        let (named, last) = (day("2015-09-02"), day("2015-09-03"));
        let too_early = Some(NoticeFault::TooEarly {
            right: NextRight::ReviewPanel,
            named,
            last,
        });
        assert_eq!(
            fault(&saying(ByWhen::LastDay { on: named }, &owed), &owed),
            too_early
        );
        assert_eq!(fault(&owed, &owed), None);
        let later = ByWhen::LastDay {
            on: day("2015-09-04"),
        };
        assert_eq!(fault(&saying(later, &owed), &owed), None);
    }

    #[test]
    fn a_real_limit_is_named_and_advice_is_never_made_one() {
        let panel = owed(NextRight::ReviewPanel);
        let last = day("2015-09-03");
        assert_eq!(
            fault(&saying(ByWhen::AnyTime, &panel), &panel),
            Some(NoticeFault::NoDay {
                right: NextRight::ReviewPanel,
                last,
            })
        );
        let investigation = owed(NextRight::Investigation);
        assert_eq!(
            fault(
                &saying(ByWhen::LastDay { on: last }, &investigation),
                &investigation
            ),
            Some(NoticeFault::MadeBinding(NextRight::Investigation))
        );
        assert_eq!(
            fault(&saying(ByWhen::AnyTime, &investigation), &investigation),
            None
        );
    }

    #[test]
    fn a_notice_names_the_right_that_comes_next_and_a_way_to_use_it() {
        let panel = owed(NextRight::ReviewPanel);
        assert_eq!(
            fault(&owed(NextRight::Ombudsman), &panel),
            Some(NoticeFault::WrongRight {
                named: NextRight::Ombudsman,
                right: NextRight::ReviewPanel,
            })
        );
        let without = NoticeOfRights {
            how: Vec::new(),
            ..panel.clone()
        };
        assert_eq!(
            fault(&without, &panel),
            Some(NoticeFault::NoWay(NextRight::ReviewPanel))
        );
        assert_eq!(
            NoticeOfRights::checked(None, &panel),
            Err(NoticeFault::Missing(NextRight::ReviewPanel).into())
        );
    }

    #[test]
    fn a_letter_names_the_day_to_which_the_authority_counts() {
        let mut settings = crate::story::fixture::settings();
        settings.cfg = crate::settings::Choices::read(&serde_json::json!({
            "deemed_receipt_wd": 2,
            "corp.s2_request_wd": 10,
        }))
        .expect("sound");
        let law = Law {
            calendar: Calendar::of(statute::Region::EnglandAndWales),
            settings: &settings,
            today: day("2026-03-31"),
        };
        let sent_on = day("2026-03-04");
        let owed = |right, procedure| {
            NoticeOfRights::lawful(right, procedure, sent_on, law.calendar)
                .expect("within the calendar")
                .counted_by(procedure, sent_on, &law)
                .expect("within the calendar")
                .by_when
        };
        let (statutory, corporate) = (Procedure::ChildrenAct, Procedure::Corporate);
        let rows = [
            (
                owed(NextRight::ReviewPanel, statutory),
                ByWhen::LastDay {
                    on: day("2026-04-07"),
                },
            ),
            (
                owed(NextRight::Investigation, statutory),
                ByWhen::Advised {
                    on: day("2026-04-07"),
                },
            ),
            (
                owed(NextRight::Investigation, corporate),
                ByWhen::LastDay {
                    on: day("2026-03-20"),
                },
            ),
            (owed(NextRight::Ombudsman, statutory), ByWhen::TwelveMonths),
        ];
        for (named, expected) in rows {
            assert_eq!(named, expected);
        }
    }
}
