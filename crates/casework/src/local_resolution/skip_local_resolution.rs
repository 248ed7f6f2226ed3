//! Go to Stage 2 at once.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::InvestigationRequested;
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::Refusal;

/// Leave Stage 1 out, because the authority and the complainant agree that it is not appropriate. The
/// investigation is asked for on the day of the later agreement.
///
/// Source: SI 2006/1738 reg 17: by agreement of both; both agreements are kept.
#[derive(Clone, Copy, Debug)]
pub struct SkipLocalResolution {
    /// The day the authority agreed.
    pub authority_agreed_on: Date,
    /// The day the complainant agreed.
    pub complainant_agreed_on: Date,
    /// Whether the complaint, so far, was made by word of mouth and must be written down.
    pub oral: bool,
}

impl SkipLocalResolution {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint under the statutory procedure, Stage 1 was answered, or a day
    /// is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.not_yet_answered("leaving Stage 1 out")?;
        if case.procedure() != Some(Procedure::ChildrenAct) {
            return Err(Refusal::WrongKind {
                action: "leaving Stage 1 out",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        }
        let receipt = ("the receipt", case.received_on);
        law.happened(
            "the authority’s agreement",
            self.authority_agreed_on,
            receipt,
        )?;
        law.happened(
            "the complainant’s agreement",
            self.complainant_agreed_on,
            receipt,
        )?;
        let on = self.authority_agreed_on.max(self.complainant_agreed_on);
        let stopped = [
            LimitId::Acknowledgement,
            LimitId::LocalResolution,
            LimitId::LocalResolutionExtension,
        ];
        let stopped = stopped
            .into_iter()
            .filter(|limit| case.clocks.running_of(*limit).is_some());
        let skipped = Fact {
            on,
            event: Event::LocalResolutionSkipped {
                authority_agreed_on: self.authority_agreed_on,
                complainant_agreed_on: self.complainant_agreed_on,
            },
            clocks: stopped
                .map(|limit| ClockChange::Stopped { limit, on })
                .collect(),
        };
        let mut clocks = vec![
            law.start(LimitId::InvestigationAcknowledgement, on)?,
            law.start(LimitId::InvestigationFromRequest, on)?,
        ];
        if self.oral {
            clocks.push(law.start(LimitId::InvestigationRecord, on)?);
        }
        let requested = Fact {
            on,
            event: Event::InvestigationRequested(InvestigationRequested {
                oral: self.oral,
                reasons: Vec::new(),
            }),
            clocks,
        };
        Ok(vec![skipped, requested])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RecordComplaint;
    use crate::story::{day, fixture, given, record_complaint, respond};

    fn skip(authority: &str, complainant: &str) -> SkipLocalResolution {
        SkipLocalResolution {
            authority_agreed_on: day(authority),
            complainant_agreed_on: day(complainant),
            oral: false,
        }
    }

    #[test]
    fn stage_2_runs_from_the_later_of_the_two_agreements() {
        given([record_complaint()])
            .when(skip("2015-03-30", "2015-04-02"))
            .then_stopped("D-S1", "2015-04-02")
            .then_clocks(&[("D-ACK2", "2015-04-08"), ("D-S2-R", "2015-05-12")]);
    }

    #[test]
    fn what_was_answered_cannot_be_left_out_and_a_corporate_complaint_has_no_such_way() {
        given([record_complaint(), respond("2015-04-13")])
            .when(skip("2015-04-14", "2015-04-14"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-13"),
            });
        let corporate = RecordComplaint {
            procedure: Procedure::Corporate,
            ..fixture::complaint()
        };
        given([corporate.into()])
            .when(skip("2015-03-30", "2015-03-30"))
            .then_refused(&Refusal::WrongKind {
                action: "leaving Stage 1 out",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
    }

    #[test]
    fn neither_agreement_can_come_before_the_receipt() {
        given([record_complaint()])
            .when(skip("2015-03-30", "2015-03-25"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the complainant’s agreement",
                on: day("2015-03-25"),
                earliest: "the receipt",
                earliest_on: day("2015-03-26"),
            });
    }
}
