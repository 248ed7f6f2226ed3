//! The populations a year’s complaints can be set against.

use serde::{Deserialize, Serialize};

/// A population, counted over the year or on its last day. A child counts once in each.
///
/// Source: the national returns on children in need and children looked after count both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContextMeasure {
    /// Referrals.
    ReferralsDuringYear,
    /// Children in need at any time.
    InNeedDuringYear,
    /// Children in need on 31 March.
    InNeedAtYearEnd,
    /// Children in need with a disability at any time.
    InNeedWithDisabilityDuringYear,
    /// Children on a child protection plan at any time.
    OnProtectionPlanDuringYear,
    /// Children on a child protection plan on 31 March.
    OnProtectionPlanAtYearEnd,
    /// Children looked after at any time.
    LookedAfterDuringYear,
    /// Children looked after on 31 March.
    LookedAfterAtYearEnd,
    /// Children with a worker who is answerable for them on 31 March.
    AllocatedAtYearEnd,
    /// Social workers with cases on 31 March, as whole posts.
    SocialWorkersAtYearEnd,
}

impl ContextMeasure {
    /// Every population, in the order pages and reports show them.
    pub const ALL: &[Self] = &[
        Self::ReferralsDuringYear,
        Self::InNeedDuringYear,
        Self::InNeedAtYearEnd,
        Self::InNeedWithDisabilityDuringYear,
        Self::OnProtectionPlanDuringYear,
        Self::OnProtectionPlanAtYearEnd,
        Self::LookedAfterDuringYear,
        Self::LookedAfterAtYearEnd,
        Self::AllocatedAtYearEnd,
        Self::SocialWorkersAtYearEnd,
    ];

    /// What is part of what: the first of a pair is never more than the second.
    ///
    /// Reading: a looked-after child and one on a plan are children in need too (Children Act 1989 s.17(10)).
    pub const PARTS: &[(Self, Self)] = &[
        (Self::InNeedAtYearEnd, Self::InNeedDuringYear),
        (Self::InNeedWithDisabilityDuringYear, Self::InNeedDuringYear),
        (Self::OnProtectionPlanDuringYear, Self::InNeedDuringYear),
        (Self::OnProtectionPlanAtYearEnd, Self::InNeedAtYearEnd),
        (
            Self::OnProtectionPlanAtYearEnd,
            Self::OnProtectionPlanDuringYear,
        ),
        (Self::LookedAfterDuringYear, Self::InNeedDuringYear),
        (Self::LookedAfterAtYearEnd, Self::InNeedAtYearEnd),
        (Self::LookedAfterAtYearEnd, Self::LookedAfterDuringYear),
    ];

    /// The code files and forms know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReferralsDuringYear => "referrals_during_year",
            Self::InNeedDuringYear => "in_need_during_year",
            Self::InNeedAtYearEnd => "in_need_at_year_end",
            Self::InNeedWithDisabilityDuringYear => "in_need_with_disability_during_year",
            Self::OnProtectionPlanDuringYear => "on_protection_plan_during_year",
            Self::OnProtectionPlanAtYearEnd => "on_protection_plan_at_year_end",
            Self::LookedAfterDuringYear => "looked_after_during_year",
            Self::LookedAfterAtYearEnd => "looked_after_at_year_end",
            Self::AllocatedAtYearEnd => "allocated_at_year_end",
            Self::SocialWorkersAtYearEnd => "social_workers_at_year_end",
        }
    }

    /// What it is, in a report.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ReferralsDuringYear => "Referrals received during the year",
            Self::InNeedDuringYear => "Children in need during the year",
            Self::InNeedAtYearEnd => "Children in need on 31 March",
            Self::InNeedWithDisabilityDuringYear => {
                "Children in need with a disability during the year"
            }
            Self::OnProtectionPlanDuringYear => {
                "Children subject to a child protection plan during the year"
            }
            Self::OnProtectionPlanAtYearEnd => {
                "Children subject to a child protection plan on 31 March"
            }
            Self::LookedAfterDuringYear => "Children looked after during the year",
            Self::LookedAfterAtYearEnd => "Children looked after on 31 March",
            Self::AllocatedAtYearEnd => "Children with an allocated worker on 31 March",
            Self::SocialWorkersAtYearEnd => "Social workers with cases on 31 March",
        }
    }
}
