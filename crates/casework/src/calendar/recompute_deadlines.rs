//! Count the due dates of a case again.

use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::Refusal;

/// Count every running time limit again from its start, by today's calendar, and record those that come out
/// otherwise: forward and back, the first day and the latest to which it may be extended.
///
/// Source: SI 2006/1738 reg 2: a bank holiday is no working day, whenever it was announced.
/// Reading: what has ended keeps the calendar that applied; a day chosen for an extension stays as it was told
/// to the complainant.
#[derive(Clone, Debug)]
pub struct RecomputeDeadlines {
    /// Why, sealed: what was announced, and who decided to apply it.
    pub reason: Sealed,
}

impl RecomputeDeadlines {
    /// Decides and changes nothing. It happens on the day of the decision.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the case is closed, no due date changes, or the bank holidays are not known so far.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_open()?;
        let clocks = moves(case, law)?;
        if clocks.is_empty() {
            return Err(Refusal::NothingMoves);
        }
        let event = Event::DeadlinesRecomputed {
            calendar: law.calendar.version().to_owned(),
            reason: self.reason.clone(),
        };
        Ok(vec![Fact {
            on: law.today,
            event,
            clocks,
        }])
    }
}

/// The running time limits of a case that come out otherwise when they are counted again; none of a closed case.
///
/// # Errors
///
/// [`Refusal::BeyondCalendar`] when the bank holidays are not known so far.
pub fn moves(case: &Case, law: &Law<'_>) -> Result<Vec<ClockChange>, Refusal> {
    let mut moves = Vec::new();
    for clock in case.clocks.running().filter(|_| case.is_open()) {
        let due = law.counted_again(&clock.due)?;
        if (due.due_on, due.latest_on) != (clock.due.due_on, clock.due.latest_on) {
            moves.push(ClockChange::Moved {
                due,
                was: clock.due.due_on,
                on: law.today,
            });
        }
    }
    Ok(moves)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use statute::limits::LimitId;
    use statute::working_days::{BankHoliday, Calendar, Region};

    use super::*;
    use crate::action::Command;
    use crate::clock::Move;
    use crate::intake::RecordComplaint;
    use crate::local_resolution::{ExtendLocalResolution, ExtensionReason};
    use crate::story::{Given, acknowledge, close, day, fixture, given, respond};

    const FUNERAL: Date = date(2022, 9, 19);

    /// The bank holidays as they were known before a day was announced.
    fn before(announced: Date) -> Calendar {
        let known = Calendar::of(Region::EnglandAndWales);
        let others = known
            .bank_holidays()
            .filter(|holiday| holiday.day != announced);
        let version = format!("before {announced}");
        Calendar::new(
            known.region(),
            version,
            known.known_from(),
            known.known_until(),
            others.cloned(),
        )
        .expect("the calendar holds days within its own range")
    }

    fn after(announced: Date) -> Calendar {
        let holiday = BankHoliday {
            day: announced,
            name: "Bank holiday for the State Funeral of Queen Elizabeth II".to_owned(),
            substitute: false,
        };
        before(announced)
            .with_announced([holiday])
            .expect("the day lies within the calendar")
    }

    fn received(on: Date) -> Command {
        RecordComplaint {
            received_on: on,
            ..fixture::complaint()
        }
        .into()
    }

    /// The history as it was before the day was announced, and then the calendar with it.
    fn announced(holiday: Date, today: &str, history: Vec<Command>) -> Given {
        let given = given([]).with_calendar(before(holiday)).on(today);
        history
            .into_iter()
            .fold(given, Given::and)
            .with_calendar(after(holiday))
    }

    fn recompute() -> RecomputeDeadlines {
        RecomputeDeadlines {
            reason: fixture::sealed(90),
        }
    }

    fn extend(until: Date) -> Command {
        ExtendLocalResolution {
            reason: ExtensionReason::Complex,
            until,
            notified_on: Some(date(2022, 9, 10)),
            on: date(2022, 9, 10),
        }
        .into()
    }

    #[test]
    fn the_state_funeral_moves_what_was_open_when_it_was_announced() {
        let case = || {
            let history = vec![received(date(2022, 9, 9))];
            announced(FUNERAL, "2022-09-10", history)
        };
        let then = case().when(recompute());
        then.then_due("D-S1", "2022-09-26")
            .then_moved(&[("D-S1", "2022-09-23", "2022-09-26")])
            .then_latest("D-S1", "2022-10-10");
        // Two working days to acknowledge end on the 13th, before the funeral.
        then.then_due("D-ACK1", "2022-09-13");
    }

    #[test]
    fn a_closed_case_keeps_the_calendar_that_applied() {
        let respond = || vec![received(date(2022, 9, 9)), respond("2022-09-09")];
        let mut closed = respond();
        closed.push(close("2022-09-10"));
        announced(FUNERAL, "2022-09-10", closed)
            .when(recompute())
            .then_refused(&Refusal::Closed(day("2022-09-10")));
        // Not closed, it has the complainant's own time for Stage 2 still running.
        announced(FUNERAL, "2022-09-10", respond())
            .when(recompute())
            .then_moved(&[("D-S2-REQ", "2022-10-07", "2022-10-10")]);
    }

    #[test]
    fn a_limit_that_ended_before_the_holiday_does_not_move_and_one_that_ends_on_it_does() {
        let history = |on| vec![received(on), acknowledge("2022-09-08")];
        // Ten days from 2 September end on Friday the 16th; twenty, if it is extended, after the funeral.
        announced(FUNERAL, "2022-09-10", history(date(2022, 9, 2)))
            .when(recompute())
            .then_moved(&[("D-S1", "2022-09-16", "2022-09-16")])
            .then_latest("D-S1", "2022-10-03");
        announced(FUNERAL, "2022-09-10", history(date(2022, 9, 5)))
            .when(recompute())
            .then_moved(&[("D-S1", "2022-09-19", "2022-09-20")]);
        // Twenty days from 18 August end on Friday 16 September.
        let history = vec![received(date(2022, 8, 18)), acknowledge("2022-08-19")];
        announced(FUNERAL, "2022-09-10", history)
            .when(recompute())
            .then_refused(&Refusal::NothingMoves);
    }

    #[test]
    fn nothing_moves_twice() {
        let history = vec![received(date(2022, 9, 9))];
        announced(FUNERAL, "2022-09-10", history)
            .and(recompute())
            .when(recompute())
            .then_refused(&Refusal::NothingMoves);
    }

    #[test]
    fn a_day_chosen_for_an_extension_stays_and_the_latest_permitted_one_moves() {
        let extended = |until| vec![received(date(2022, 9, 9)), extend(until)];
        let chosen = announced(FUNERAL, "2022-09-10", extended(date(2022, 10, 7)));
        let then = chosen.when(recompute());
        then.then_due("D-S1", "2022-10-07")
            .then_latest("D-S1", "2022-10-10");
        // Moved past the day that was chosen, the limit itself is the later one.
        let chosen = announced(FUNERAL, "2022-09-10", extended(date(2022, 9, 24)));
        chosen.when(recompute()).then_due("D-S1", "2022-09-26");
    }

    #[test]
    fn a_limit_counted_back_moves_earlier() {
        let given = given([]).on("2022-09-12").and(received(date(2022, 9, 9)));
        let settings = fixture::settings();
        let (before, after) = (before(FUNERAL), after(FUNERAL));
        let law = |calendar| Law {
            calendar,
            settings: &settings,
            today: date(2022, 9, 12),
        };
        let mut case = given.case().expect("the history records a complaint");
        let papers = law(&before).start(LimitId::ReviewPanelPapers, date(2022, 9, 28));
        case.clocks.apply(&papers.expect("the year is known"));
        let moved = moves(&case, &law(&after)).expect("the year is known");
        for change in &moved {
            case.clocks.apply(change);
        }
        let papers = case.clocks.latest(LimitId::ReviewPanelPapers);
        let papers = papers.expect("it was started above");
        assert_eq!(papers.due_on(), date(2022, 9, 13));
        let moved = Move {
            on: date(2022, 9, 12),
            was: date(2022, 9, 14),
            to: date(2022, 9, 13),
        };
        assert_eq!(papers.moved, [moved]);
    }

    #[test]
    fn a_promise_changed_since_does_not_move_with_the_holiday() {
        let history = vec![received(date(2022, 9, 16))];
        announced(FUNERAL, "2022-09-16", history)
            .with_settings(|settings| settings.acknowledge_within = Some(5))
            .when(recompute())
            .then_due("D-ACK1", "2022-09-21");
    }
}
