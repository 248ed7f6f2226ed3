//! What a decision may ask: the calendar, the settings, and what day it is.

use jiff::civil::Date;
use statute::limits::{self, Length, LimitId, TimeLimit};
use statute::proof::{self, Due, DueDate, Pause, Period};
use statute::working_days::{BeyondCalendar, Calendar, WorkingDays};

use crate::clock::ClockChange;
use crate::refusal::Refusal;
use crate::settings::Settings;

/// The law as it stands when a decision is taken.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// The working days of the authority.
    pub calendar: &'a Calendar,
    /// What the authority may choose.
    pub settings: &'a Settings,
    /// The day the decision is taken; nothing can have happened after it.
    pub today: Date,
}

impl Law<'_> {
    /// Starts a time limit.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn start(&self, limit: LimitId, from: Date) -> Result<ClockChange, Refusal> {
        Ok(ClockChange::Started(self.due(limit, from)?))
    }

    /// Starts a time limit with so many working days of it left, and so many if it is extended.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn start_with(
        &self,
        limit: LimitId,
        left: u32,
        longest: Option<u32>,
        from: Date,
    ) -> Result<ClockChange, Refusal> {
        let days =
            |left: u32| Length::WorkingDays(WorkingDays(u16::try_from(left).unwrap_or(u16::MAX)));
        let period = Period {
            length: days(left),
            longest: longest.map(days),
        };
        let time_limit = TimeLimit {
            length: period.length,
            extendable_to: period.longest,
            ..*limits::of(limit)
        };
        let due = proof::due(&time_limit, from, self.calendar)?;
        Ok(ClockChange::Started(DueDate {
            period: Some(period),
            ..DueDate::from(&due)
        }))
    }

    /// When a time limit ends.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn due(&self, limit: LimitId, from: Date) -> Result<DueDate, Refusal> {
        let limit = self.settings.limit(limit);
        // What is posted today is received later; the law counts a complainant’s own time from receipt.
        let received = self.settings.deemed_receipt(limit.id);
        let from = if received.0 == 0 {
            from
        } else {
            received.end(from, self.calendar)?
        };
        let due = proof::due(&limit, from, self.calendar)?;
        let own = self.settings.local_length(limit.id);
        Ok(DueDate {
            period: own.map(|length| Period {
                length,
                longest: limit.extendable_to,
            }),
            ..DueDate::from(&due)
        })
    }

    /// A time limit that runs already, counted again from the same start by today’s rule and calendar: the proof
    /// of it. A period of the authority’s own stays the one it was given.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn again(&self, due: &DueDate) -> Result<Due, BeyondCalendar> {
        let rule = self.settings.limit(due.limit);
        let rule = due.period.map_or(rule, |period| TimeLimit {
            length: period.length,
            extendable_to: period.longest,
            ..rule
        });
        proof::due_around(&rule, due.from, &due.pauses, self.calendar)
    }

    /// The same as it is kept.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn counted_again(&self, due: &DueDate) -> Result<DueDate, BeyondCalendar> {
        Ok(DueDate {
            period: due.period,
            pauses: due.pauses.clone(),
            ..DueDate::from(&self.again(due)?)
        })
    }

    /// The day on which so many days of a running limit have passed, its pauses left out.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] when the day outruns the published bank holidays.
    pub fn end_around(&self, days: u32, due: &DueDate) -> Result<Date, BeyondCalendar> {
        let days = WorkingDays(u16::try_from(days).unwrap_or(u16::MAX));
        proof::end_around(days, due.from, &due.pauses, self.calendar)
    }

    /// How many working days a duty took: those after `from`, up to and including `to`.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when a day lies outside the published bank holidays.
    pub fn elapsed(&self, from: Date, to: Date) -> Result<u32, Refusal> {
        Ok(self.calendar.elapsed(from, to)?)
    }

    /// How many working days a duty took, without those that the complainant agreed to leave out.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when a day lies outside the published bank holidays.
    pub fn elapsed_around(&self, from: Date, to: Date, pauses: &[Pause]) -> Result<u32, Refusal> {
        Ok(proof::elapsed_around(from, to, pauses, self.calendar)?)
    }

    /// Checks that something can have happened on a day: not before `earliest`, not after today.
    ///
    /// # Errors
    ///
    /// [`Refusal::InTheFuture`] or [`Refusal::BeforeItCould`], which show both days.
    pub fn happened(
        &self,
        what: &'static str,
        on: Date,
        earliest: (&'static str, Date),
    ) -> Result<(), Refusal> {
        if on > self.today {
            return Err(Refusal::InTheFuture {
                what,
                on,
                today: self.today,
            });
        }
        if on < earliest.1 {
            return Err(Refusal::BeforeItCould {
                what,
                on,
                earliest: earliest.0,
                earliest_on: earliest.1,
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::settings::Choices;
    use crate::story::{day, fixture};

    /// When a limit from a Wednesday ends, with what an authority chose.
    fn due(cfg: &serde_json::Value, limit: LimitId) -> (Date, Option<Date>) {
        let mut settings = fixture::settings();
        settings.cfg = Choices::read(cfg).expect("sound");
        let law = Law {
            calendar: Calendar::of(statute::Region::EnglandAndWales),
            settings: &settings,
            today: day("2026-03-31"),
        };
        let due = law
            .due(limit, day("2026-03-04"))
            .expect("within the calendar");
        (due.due_on, due.latest_on)
    }

    #[test]
    fn what_an_authority_chose_decides_the_limits_the_law_leaves_to_it() {
        let rows = [
            (json!({}), LimitId::Acknowledgement, "2026-03-06", None),
            (
                json!({"ack.stage1_wd": 5}),
                LimitId::Acknowledgement,
                "2026-03-11",
                None,
            ),
            (json!({}), LimitId::InvestigationRequest, "2026-04-01", None),
            (
                json!({"s2.request_window_wd": 21}),
                LimitId::InvestigationRequest,
                "2026-04-02",
                None,
            ),
            (
                json!({}),
                LimitId::CorporateResponse,
                "2026-03-18",
                Some("2026-04-01"),
            ),
            (
                json!({"corp": {"s1_wd": 15, "s1_longest_wd": 21}}),
                LimitId::CorporateResponse,
                "2026-03-25",
                Some("2026-04-02"),
            ),
            // The law's own limits stay where they are.
            (
                json!({"ack.stage1_wd": 5, "corp.s1_wd": 15}),
                LimitId::LocalResolution,
                "2026-03-18",
                Some("2026-04-01"),
            ),
        ];
        for (cfg, limit, due_on, latest_on) in rows {
            let expected = (day(due_on), latest_on.map(day));
            assert_eq!(due(&cfg, limit), expected, "{limit} {cfg}");
        }
    }

    #[test]
    fn a_letter_in_the_post_gives_the_complainant_longer_and_nobody_else() {
        let post = json!({"deemed_receipt_wd": 2});
        for limit in [
            LimitId::InvestigationRequest,
            LimitId::ReviewPanelRequest,
            LimitId::CorporateReviewRequest,
        ] {
            assert_eq!(due(&json!({}), limit).0, day("2026-04-01"), "{limit}");
            // Good Friday is 3 April, and the Monday after does not count either.
            assert_eq!(due(&post, limit).0, day("2026-04-07"), "{limit}");
        }
        for limit in [LimitId::LocalResolution, LimitId::ReviewPanelMeets] {
            assert_eq!(due(&json!({}), limit), due(&post, limit), "{limit}");
        }
    }

    #[test]
    fn the_figures_count_stage_2_from_the_request_unless_the_authority_counts_from_the_record() {
        let (requested_on, agreed_on) = (day("2026-03-04"), day("2026-03-18"));
        let rows = [
            (json!({}), true, agreed_on, requested_on),
            (
                json!({"s2.start": "request_received"}),
                true,
                agreed_on,
                requested_on,
            ),
            (
                json!({"s2.start": "record_agreed"}),
                false,
                agreed_on,
                agreed_on,
            ),
            (
                json!({"s2.start": "by_form"}),
                false,
                agreed_on,
                requested_on,
            ),
            (json!({"s2.start": "by_form"}), true, agreed_on, agreed_on),
        ];
        for (cfg, spoken, agreed_on, from) in rows {
            let mut settings = fixture::settings();
            settings.cfg = Choices::read(&cfg).expect("sound");
            let counted =
                |agreed_on| settings.investigation_counted_from(requested_on, spoken, agreed_on);
            assert_eq!(counted(Some(agreed_on)), from, "{cfg}");
            assert_eq!(counted(None), requested_on, "{cfg}");
        }
    }

    #[test]
    fn the_answer_to_the_panel_is_counted_from_receipt_unless_the_authority_counts_from_the_sending()
     {
        let mut settings = fixture::settings();
        let (sent_on, received_on) = (day("2026-03-04"), day("2026-03-06"));
        assert_eq!(
            settings.panel_answered_from(sent_on, received_on),
            received_on
        );
        settings.cfg =
            Choices::read(&json!({"s3.response_from": "recommendations_made"})).expect("sound");
        assert_eq!(settings.panel_answered_from(sent_on, received_on), sent_on);
        assert_eq!(
            settings
                .limit(LimitId::ReviewPanelResponse)
                .runs_from
                .title(),
            "the panel sent its recommendations"
        );
    }
}
