//! Why a Stage 1 answer came after its last day: asked where an answer sent today would be late.

use casework::local_resolution::Lateness;
use casework::settings::Code;
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::english_date;

use crate::recording::{Answers, CaseDesk, Reading, entries};

/// The question; nothing while an answer is still in time.
pub(super) fn ask_lateness(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let Some(due_on) = missed(desk) else {
        return Markup::default();
    };
    let hint = format!(
        "It was due by {}. The annual report counts the reasons.",
        english_date(due_on)
    );
    html! {
        (answers.one_of_many(
            "late-reason",
            "Why is the answer late?",
            &hint,
            entries(&desk.desk.settings.late_reasons),
        ))
        (answers.text("late-words", "More about it", "You can leave this empty.", 2))
    }
}

/// The answer: asked of everybody who sent it after its last day, or who said anything.
pub(super) fn read_lateness(
    desk: &CaseDesk,
    reading: &mut Reading<'_>,
    sent_on: Option<Date>,
) -> Option<Lateness> {
    let due_on = missed(desk)?;
    let reason = reading.fields.text("late-reason").to_owned();
    let words = reading.sealed_if_any("late-words");
    if reason.is_empty() {
        if words.is_some() || sent_on.is_some_and(|sent_on| sent_on > due_on) {
            let missing = "Choose why the answer is late, or that it is not known";
            reading.problems.add("late-reason", missing);
        }
        return None;
    }
    Some(Lateness {
        reason: Code::new(reason),
        words,
    })
}

/// The last day for the answer, where it has passed.
fn missed(desk: &CaseDesk) -> Option<Date> {
    let due_on = desk.case().stage_1_due_on()?;
    (due_on < desk.desk.today).then_some(due_on)
}
