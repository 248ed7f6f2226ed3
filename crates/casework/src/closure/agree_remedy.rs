//! Agree a remedy.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::ombudsman::RemedyNumber;
use crate::refusal::Refusal;
use crate::remedy::{Pence, RemedyKind};

/// Agree with somebody what will put the wrong right. Possible at any stage, and without any finding:
/// it is enough that there may have been fault and that somebody may have been adversely affected.
///
/// Source: Local Government Act 2000 s.92.
#[derive(Clone, Debug)]
pub struct AgreeRemedy {
    /// What is agreed.
    pub agreed: AgreedRemedy,
    /// The day.
    pub on: Date,
}

/// A remedy the authority agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedRemedy {
    /// Of which kind.
    pub kind: RemedyKind,
    /// For whose benefit: a child or a complainant of the case.
    pub person: PersonId,
    /// What is to be done and why, sealed.
    pub text: Sealed,
    /// By when.
    pub due_on: Option<Date>,
    /// The payment, where it is one.
    pub payment: Option<Payment>,
}

/// A payment, with what an auditor asks about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// How much.
    pub amount: Pence,
    /// By what power.
    pub power: LegalPower,
    /// Who approved it, sealed.
    pub approver: Sealed,
    /// When it was approved.
    pub approved_on: Date,
    /// Whether it is set off against a debt, which the person has to be told.
    pub set_off: bool,
}

/// By what power an authority pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalPower {
    /// Payments in cases of maladministration, found or not.
    Maladministration,
    /// What the Ombudsman recommended.
    Ombudsman,
    /// Support for children in need.
    ChildrenInNeed,
}

impl LegalPower {
    /// Every power, in the order a form lists them.
    pub const ALL: [Self; 3] = [
        Self::Maladministration,
        Self::Ombudsman,
        Self::ChildrenInNeed,
    ];

    /// The words a page shows, with the source.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Maladministration => {
                "Maladministration, found or possible (Local Government Act 2000 s.92)"
            }
            Self::Ombudsman => "The Ombudsman’s recommendation (Local Government Act 1974 s.31(3))",
            Self::ChildrenInNeed => "Support for a child in need (Children Act 1989 s.17(6))",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Maladministration => "maladministration",
            Self::Ombudsman => "ombudsman",
            Self::ChildrenInNeed => "children_in_need",
        }
    }
}

impl AgreeRemedy {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint or closed, a payment has no particulars or what is none has
    /// them, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("a remedy")?;
        case.still_open()?;
        let receipt = ("the receipt", case.received_on);
        law.happened("the agreement", self.on, receipt)?;
        let remedy = &self.agreed;
        if remedy.kind.is_a_payment() != remedy.payment.is_some() {
            return Err(Refusal::PaymentOrNot(remedy.kind));
        }
        if let Some(payment) = &remedy.payment {
            law.happened("the approval", payment.approved_on, receipt)?;
        }
        if let Some(due_on) = remedy.due_on.filter(|due_on| *due_on < self.on) {
            return Err(Refusal::BeforeItCould {
                what: "the last day for the remedy",
                on: due_on,
                earliest: "the agreement",
                earliest_on: self.on,
            });
        }
        let event = Event::RemedyAgreed(Box::new(remedy.clone()));
        Ok(vec![Fact::new(self.on, event)])
    }
}

/// A remedy agreed in a case, and whether it was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemedyOfTheCase {
    /// Its number within the case, from 1.
    pub number: RemedyNumber,
    /// When it was agreed.
    pub agreed_on: Date,
    /// What was agreed.
    pub agreed: AgreedRemedy,
    /// When it was carried out or paid.
    pub carried_out_on: Option<Date>,
}

impl Case {
    /// Copies a fact about a remedy.
    pub(crate) fn evolve_remedies(&mut self, fact: &Fact) {
        if let Event::RemedyAgreed(agreed) = &fact.event {
            let number = u16::try_from(self.remedies.len() + 1).unwrap_or(u16::MAX);
            self.remedies.push(RemedyOfTheCase {
                number: RemedyNumber(number),
                agreed_on: fact.on,
                agreed: AgreedRemedy::clone(agreed),
                carried_out_on: None,
            });
        } else if let Event::RemedyCarriedOut { remedy } = &fact.event {
            let mut remedies = self.remedies.iter_mut();
            if let Some(agreed) = remedies.find(|agreed| agreed.number == *remedy) {
                agreed.carried_out_on = Some(fact.on);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, fixture, given, record_complaint, respond};

    fn remedy(kind: RemedyKind, payment: Option<Payment>) -> AgreeRemedy {
        AgreeRemedy {
            agreed: AgreedRemedy {
                kind,
                person: fixture::CHILD,
                text: fixture::sealed(70),
                due_on: Some(day("2015-05-01")),
                payment,
            },
            on: day("2015-04-20"),
        }
    }

    fn payment() -> Payment {
        Payment {
            amount: Pence(15_000),
            power: LegalPower::Maladministration,
            approver: fixture::sealed(71),
            approved_on: day("2015-04-17"),
            set_off: false,
        }
    }

    #[test]
    fn a_payment_has_an_amount_a_power_and_an_approver_and_nothing_else_has() {
        for kind in RemedyKind::ALL {
            for paid in [None, Some(payment())] {
                let fits = kind.is_a_payment() == paid.is_some();
                let then = given([record_complaint()]).when(remedy(kind, paid));
                if fits {
                    then.then_accepted();
                } else {
                    then.then_refused(&Refusal::PaymentOrNot(kind));
                }
            }
        }
    }

    #[test]
    fn a_remedy_needs_no_finding_and_may_come_after_one() {
        given([record_complaint()])
            .when(remedy(RemedyKind::Apology, None))
            .then_accepted();
        given([record_complaint(), respond("2015-04-13")])
            .when(remedy(RemedyKind::Apology, None))
            .then_accepted();
    }
}
