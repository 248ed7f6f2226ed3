//! Remedies: what puts a wrong right, of which kind, with what amount.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What puts a wrong right.
///
/// Source: the list is a convention of this record, drawn from published annual reports and decisions
/// of the Ombudsman. The power to pay or give another benefit is Local Government Act 2000 s.92.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyKind {
    /// An apology.
    Apology,
    /// An explanation.
    Explanation,
    /// A decision changed or taken again.
    ChangedDecision,
    /// A new assessment.
    Reassessment,
    /// A service given.
    ServiceProvided,
    /// A service given again, or sooner.
    ServiceRestored,
    /// Expenses paid back.
    Reimbursement,
    /// A payment for distress.
    PaymentForDistress,
    /// A payment for time and trouble.
    PaymentForTimeAndTrouble,
    /// A payment for delay.
    PaymentForDelay,
    /// Staff briefed, trained or supervised.
    StaffTraining,
    /// A procedure or policy changed.
    PolicyChange,
    /// A record corrected, or a statement added to it.
    RecordCorrection,
    /// A meeting or mediation.
    Meeting,
    /// Another worker.
    ChangeOfWorker,
    /// Similar cases looked at.
    ReviewOfSimilarCases,
}

/// An amount of money, in pence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pence(pub u32);

impl RemedyKind {
    /// Every kind, in the order a form lists them.
    pub const ALL: [Self; 16] = [
        Self::Apology,
        Self::Explanation,
        Self::ChangedDecision,
        Self::Reassessment,
        Self::ServiceProvided,
        Self::ServiceRestored,
        Self::Reimbursement,
        Self::PaymentForDistress,
        Self::PaymentForTimeAndTrouble,
        Self::PaymentForDelay,
        Self::StaffTraining,
        Self::PolicyChange,
        Self::RecordCorrection,
        Self::Meeting,
        Self::ChangeOfWorker,
        Self::ReviewOfSimilarCases,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Apology => "Apology",
            Self::Explanation => "Explanation",
            Self::ChangedDecision => "Decision changed or taken again",
            Self::Reassessment => "New assessment",
            Self::ServiceProvided => "Service provided",
            Self::ServiceRestored => "Service restored or sooner",
            Self::Reimbursement => "Expenses paid back",
            Self::PaymentForDistress => "Payment for distress",
            Self::PaymentForTimeAndTrouble => "Payment for time and trouble",
            Self::PaymentForDelay => "Payment for delay",
            Self::StaffTraining => "Staff briefed, trained or supervised",
            Self::PolicyChange => "Procedure or policy changed",
            Self::RecordCorrection => "Record corrected or statement added",
            Self::Meeting => "Meeting or mediation",
            Self::ChangeOfWorker => "Change of worker",
            Self::ReviewOfSimilarCases => "Similar cases reviewed",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Apology => "apology",
            Self::Explanation => "explanation",
            Self::ChangedDecision => "changed_decision",
            Self::Reassessment => "reassessment",
            Self::ServiceProvided => "service_provided",
            Self::ServiceRestored => "service_restored",
            Self::Reimbursement => "reimbursement",
            Self::PaymentForDistress => "payment_for_distress",
            Self::PaymentForTimeAndTrouble => "payment_for_time_and_trouble",
            Self::PaymentForDelay => "payment_for_delay",
            Self::StaffTraining => "staff_training",
            Self::PolicyChange => "policy_change",
            Self::RecordCorrection => "record_correction",
            Self::Meeting => "meeting",
            Self::ChangeOfWorker => "change_of_worker",
            Self::ReviewOfSimilarCases => "review_of_similar_cases",
        }
    }

    /// Whether it is a sum of money.
    pub const fn is_a_payment(self) -> bool {
        match self {
            Self::Reimbursement
            | Self::PaymentForDistress
            | Self::PaymentForTimeAndTrouble
            | Self::PaymentForDelay => true,
            Self::Apology
            | Self::Explanation
            | Self::ChangedDecision
            | Self::Reassessment
            | Self::ServiceProvided
            | Self::ServiceRestored
            | Self::StaffTraining
            | Self::PolicyChange
            | Self::RecordCorrection
            | Self::Meeting
            | Self::ChangeOfWorker
            | Self::ReviewOfSimilarCases => false,
        }
    }
}

impl fmt::Display for Pence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (pounds, pence) = (self.0 / 100, self.0 % 100);
        let (millions, thousands, rest) =
            (pounds / 1_000_000, pounds / 1_000 % 1_000, pounds % 1_000);
        match (millions, thousands) {
            (0, 0) => write!(out, "£{rest}"),
            (0, _) => write!(out, "£{thousands},{rest:03}"),
            (_, _) => write!(out, "£{millions},{thousands:03},{rest:03}"),
        }?;
        if pence == 0 {
            Ok(())
        } else {
            write!(out, ".{pence:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_reads_in_pounds() {
        for (pence, words) in [
            (15_000, "£150"),
            (15_005, "£150.05"),
            (7, "£0.07"),
            (0, "£0"),
            (99_999, "£999.99"),
            (100_000, "£1,000"),
            (2_655_000, "£26,550"),
            (10_000_500, "£100,005"),
            (100_000_000, "£1,000,000"),
            (u32::MAX, "£42,949,672.95"),
        ] {
            assert_eq!(Pence(pence).to_string(), words);
        }
    }
}
