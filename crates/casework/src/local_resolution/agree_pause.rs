//! Pause the time of a stage by agreement.

use jiff::civil::Date;
use statute::proof::{DueDate, Pause};

use crate::case::Case;
use crate::clock::{Clock, ClockChange, STAGE_1_ANSWER, STAGE_2_ANSWER};
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Leave days out of the time to answer, because the complainant agreed in writing to a pause with an end
/// while another way of resolving the complaint is tried.
///
/// Source: REP-10.10 and 15.6: nothing else but a deferral or a withdrawal stops a limit, and the authority
/// alone cannot. Reading: no pause begins before it was agreed or after the time has run out; the
/// complainant’s own time and the panel’s are not touched.
#[derive(Clone, Copy, Debug)]
pub struct AgreePause {
    /// The first and the last day that do not count.
    pub pause: Pause,
    /// Whether the complainant agreed in writing.
    pub in_writing: bool,
    /// The day they agreed.
    pub on: Date,
}

impl AgreePause {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nothing in time is left to pause, the agreement is not in writing, or a day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("a pause")?;
        case.still_running()?;
        case.not_wholly_deferred()?;
        law.happened("the agreement", self.on, ("the receipt", case.received_on))?;
        if !self.in_writing {
            return Err(Refusal::NotYet(NotYet::AgreedInWriting));
        }
        in_order(
            "the first day of the pause",
            self.pause.from,
            ("the agreement", self.on),
        )?;
        let first = ("the first day of the pause", self.pause.from);
        in_order("the last day of the pause", self.pause.until, first)?;
        let mut clocks = Vec::new();
        for clock in case.may_pause(self.pause.from) {
            clocks.extend(self.paused(clock, law)?);
        }
        if clocks.is_empty() {
            return Err(Refusal::NotAtThisStage {
                action: "a pause",
                belongs: "a stage whose time to answer runs",
                at: case.stage().label(),
            });
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::PauseAgreed { pause: self.pause },
            clocks,
        }])
    }

    /// The limit counted again around the pause, and an extension moved by as many working days.
    fn paused(&self, clock: &Clock, law: &Law<'_>) -> Result<Vec<ClockChange>, Refusal> {
        let mut pauses = clock.due.pauses.clone();
        pauses.push(self.pause);
        pauses.sort_unstable();
        let asked = DueDate {
            pauses,
            ..clock.due.clone()
        };
        let due = law.counted_again(&asked)?;
        let mut changes = vec![ClockChange::Moved {
            was: clock.due.due_on,
            on: self.on,
            due,
        }];
        if let Some(extension) = clock.extended {
            let from = clock.due.from;
            let days = law.elapsed_around(from, extension.to, &clock.due.pauses)?;
            let to = law.end_around(days, &asked)?;
            changes.push(ClockChange::Extended {
                limit: clock.due.limit,
                to,
                valid: extension.valid,
            });
        }
        Ok(changes)
    }
}

fn in_order(
    what: &'static str,
    on: Date,
    (earliest, earliest_on): (&'static str, Date),
) -> Result<(), Refusal> {
    if on < earliest_on {
        return Err(Refusal::BeforeItCould {
            what,
            on,
            earliest,
            earliest_on,
        });
    }
    Ok(())
}

impl Case {
    /// The limits that a pause beginning on a day would reach: the authority’s own time to answer, as far as it is
    /// in time on that day.
    pub fn may_pause(&self, from: Date) -> impl Iterator<Item = &Clock> {
        let running = STAGE_1_ANSWER
            .iter()
            .chain(&STAGE_2_ANSWER)
            .filter_map(|limit| self.clocks.running_of(*limit));
        running.filter(move |clock| from <= clock.due_on())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::story::{day, extend, given, record_complaint, respond};
    use statute::limits::LimitId;

    fn pause(from: &str, until: &str, on: &str) -> AgreePause {
        AgreePause {
            pause: Pause {
                from: day(from),
                until: day(until),
            },
            in_writing: true,
            on: day(on),
        }
    }

    #[test]
    fn the_days_agreed_are_left_out_of_the_time_to_answer_and_of_the_ceiling() {
        // Due on 13 April and at most on 27 April; five working days are left out.
        given([record_complaint()])
            .when(pause("2015-04-08", "2015-04-14", "2015-04-07"))
            .then_due("D-S1", "2015-04-20");
        let paused = [
            record_complaint(),
            pause("2015-04-08", "2015-04-14", "2015-04-07").into(),
        ];
        given(paused.clone())
            .when(extend("2015-04-17", "2015-05-05"))
            .then_due("D-S1", "2015-05-05");
        given(paused)
            .when(extend("2015-04-17", "2015-05-06"))
            .then_refused(&Refusal::PastTheCeiling {
                asked: day("2015-05-06"),
                latest: day("2015-05-05"),
            });
    }

    #[test]
    fn whether_the_pause_or_the_extension_comes_first_gives_the_same_date() {
        let pause: Command = pause("2015-04-13", "2015-04-15", "2015-04-10").into();
        // Five working days more than the ten, told before the pause or after it.
        let first = [
            record_complaint(),
            extend("2015-04-10", "2015-04-20"),
            pause.clone(),
        ];
        let second = [
            record_complaint(),
            pause,
            extend("2015-04-10", "2015-04-23"),
        ];
        for history in [first, second] {
            let case = given(history).case().expect("it is recorded");
            let clock = case
                .clocks
                .running_of(LimitId::LocalResolution)
                .expect("it runs");
            assert_eq!(clock.due_on(), day("2015-04-23"));
            assert_eq!(clock.due.latest_on, Some(day("2015-04-30")));
        }
    }

    #[test]
    fn an_answer_after_a_pause_took_the_days_that_counted() {
        let case = given([
            record_complaint(),
            pause("2015-04-08", "2015-04-14", "2015-04-07").into(),
            respond("2015-04-20"),
        ])
        .case()
        .expect("it is recorded");
        let stage = case.local_resolution.expect("it is at Stage 1");
        assert_eq!(stage.answered.map(|(_, answered)| answered.took), Some(10));
    }

    #[test]
    fn only_the_complainant_can_pause_it_in_writing_beforehand_and_with_an_end() {
        let agreed = pause("2015-04-08", "2015-04-14", "2015-04-07");
        given([record_complaint()])
            .when(AgreePause {
                in_writing: false,
                ..agreed
            })
            .then_refused(&Refusal::NotYet(NotYet::AgreedInWriting));
        given([record_complaint()])
            .when(pause("2015-04-06", "2015-04-14", "2015-04-07"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the first day of the pause",
                on: day("2015-04-06"),
                earliest: "the agreement",
                earliest_on: day("2015-04-07"),
            });
        given([record_complaint()])
            .when(pause("2015-04-08", "2015-04-07", "2015-04-07"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the last day of the pause",
                on: day("2015-04-07"),
                earliest: "the first day of the pause",
                earliest_on: day("2015-04-08"),
            });
    }

    #[test]
    fn what_is_late_or_answered_cannot_pause() {
        given([record_complaint()])
            .when(pause("2015-04-13", "2015-04-20", "2015-04-13"))
            .then_accepted();
        let nothing_runs = Refusal::NotAtThisStage {
            action: "a pause",
            belongs: "a stage whose time to answer runs",
            at: "Stage 1, local resolution",
        };
        given([record_complaint()])
            .when(pause("2015-04-14", "2015-04-20", "2015-04-13"))
            .then_refused(&nothing_runs);
        given([record_complaint(), respond("2015-04-10")])
            .when(pause("2015-04-13", "2015-04-20", "2015-04-10"))
            .then_refused(&nothing_runs);
    }
}
