//! Whether a point comes again, comes late, or might have to wait.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::sources::{GUIDANCE, LOCAL, NEXT_STAGE, REG_8, REG_9, WEIGH_REASONS};
use super::{Choice, Leaf, Note, Question, QuestionId, Uncertainty};
use crate::limits::MADE_WITHIN_A_YEAR;
use crate::proof;
use crate::working_days::{BeyondCalendar, Calendar};

pub(super) const EARLIER: Question = Question {
    id: QuestionId::Earlier,
    title: "Has the council dealt with this same point before?",
    say: "Have you had an answer about this from us before?",
    hint: "",
    choices: &[
        Choice::ask(
            "no",
            "No",
            "The same complaint was not considered before.",
            GUIDANCE,
            QuestionId::Time,
        ),
        Choice::end(
            "answered",
            "Yes, it was answered at one stage and they want to go on",
            "A complaint accepted at Stage 1 goes on to the next stage when the person asks.",
            NEXT_STAGE,
            Leaf::NextStage,
        ),
        Choice::end(
            "every_stage",
            "Yes, through every stage",
            "The same complaint has been through every stage.",
            GUIDANCE,
            Leaf::AlreadyConsidered,
        ),
    ],
};

pub(super) const TIME: Question = Question {
    id: QuestionId::Time,
    title: "When did it happen?",
    say: "When did that happen? If it went on for a while, when did it last happen?",
    hint: "Asked for each point by itself: one call may bring a point in time and a late one.",
    choices: &[
        Choice::ask(
            "within",
            "Within the year before the council received it",
            "It was made within a year of the day the grounds arose.",
            REG_9,
            QuestionId::Proceedings,
        ),
        Choice::ask(
            "continuing",
            "It is still going on",
            "What goes on is taken to arise on its last day.",
            LOCAL,
            QuestionId::Proceedings,
        ),
        Choice::ask(
            "late",
            "More than a year before",
            "It was made more than a year after the grounds arose.",
            REG_9,
            QuestionId::Expected,
        ),
        Choice::end(
            "unknown",
            "Nobody can say yet",
            "When the grounds arose is not known.",
            REG_9,
            Leaf::AskAPerson(Uncertainty::WhenItArose),
        ),
    ],
};

pub(super) const EXPECTED: Question = Question {
    id: QuestionId::Expected,
    title: "Would it have been reasonable to expect it within the year?",
    say: "Was there something that kept you from telling us sooner? Take your time.",
    hint: "Illness, fear, dependence on the service, having been a child then, not being told of the procedure: all of it counts.",
    choices: &[
        Choice::ask(
            "not_reasonable",
            "No: what kept them is a good reason",
            "It would not have been reasonable to expect it within the year.",
            REG_9,
            QuestionId::StillFair,
        ),
        Choice::ask(
            "reasonable",
            "Yes, all things considered",
            "It would have been reasonable to expect it within the year.",
            REG_9,
            QuestionId::StillFairThough,
        ),
        Choice::end(
            "unclear",
            "That is not clear yet",
            "What kept the person from coming sooner has still to be weighed.",
            WEIGH_REASONS,
            Leaf::AskAPerson(Uncertainty::Delay),
        ),
    ],
};

const STILL_FAIR_TITLE: &str = "Can it still be considered effectively and fairly?";
const STILL_FAIR_SAY: &str =
    "Do you have papers from that time, or know who was there? We will look at our side.";
const STILL_FAIR_HINT: &str = "Are the records still there, and the people who know? Both limbs are answered whatever the first gave.";

pub(super) const STILL_FAIR: Question = Question {
    id: QuestionId::StillFair,
    title: STILL_FAIR_TITLE,
    say: STILL_FAIR_SAY,
    hint: STILL_FAIR_HINT,
    choices: &[
        Choice::ask(
            "yes",
            "Yes",
            "It can still be considered effectively and fairly, so it is considered although it is late.",
            REG_9,
            QuestionId::Proceedings,
        ),
        Choice::ask(
            "no",
            "No",
            "It can no longer be considered effectively and fairly.",
            REG_9,
            QuestionId::Adjustments,
        ),
        UNCLEAR_FAIRNESS,
    ],
};

pub(super) const STILL_FAIR_THOUGH: Question = Question {
    id: QuestionId::StillFairThough,
    title: STILL_FAIR_TITLE,
    say: STILL_FAIR_SAY,
    hint: STILL_FAIR_HINT,
    choices: &[
        Choice::ask(
            "yes",
            "Yes",
            "It could still be considered effectively and fairly, but it could have come in time.",
            REG_9,
            QuestionId::Adjustments,
        ),
        Choice::ask(
            "no",
            "No",
            "It could have come in time and can no longer be considered effectively and fairly.",
            REG_9,
            QuestionId::Adjustments,
        ),
        UNCLEAR_FAIRNESS,
    ],
};

const UNCLEAR_FAIRNESS: Choice = Choice::end(
    "unclear",
    "That is not clear yet",
    "Whether it can still be considered effectively and fairly has to be found out first.",
    WEIGH_REASONS,
    Leaf::AskAPerson(Uncertainty::Delay),
);

pub(super) const ADJUSTMENTS: Question = Question {
    id: QuestionId::Adjustments,
    title: "Were the person’s reasons, and adjustments for illness or disability, weighed?",
    say: "Is there anything about your health or situation that we should take into account?",
    hint: "A late complaint is refused only when this was done and written down. In doubt the council leans towards considering it.",
    choices: &[
        Choice::end(
            "weighed",
            "Yes, and nothing changes",
            "The person’s reasons and reasonable adjustments were weighed before refusing.",
            WEIGH_REASONS,
            Leaf::OutOfTime,
        ),
        Choice::ask(
            "accepted",
            "Yes, and it is considered after all",
            "With adjustments, it would not have been reasonable to expect it sooner and it can be considered fairly.",
            REG_9,
            QuestionId::Proceedings,
        ),
        Choice::end(
            "open",
            "Not yet",
            "A late complaint cannot be refused before reasons and adjustments were weighed.",
            WEIGH_REASONS,
            Leaf::AskAPerson(Uncertainty::Delay),
        ),
    ],
};

pub(super) const PROCEEDINGS: Question = Question {
    id: QuestionId::Proceedings,
    title: "Are other proceedings going on about the same matter?",
    say: "Is there a court case, a tribunal, a police investigation or anything like that about this?",
    hint: "That there are proceedings is never enough. What counts is whether considering this very point might prejudice them.",
    choices: &[
        Choice::end(
            "none",
            "No, or nobody knows of any",
            "No court, tribunal, disciplinary or criminal proceedings are known.",
            REG_8,
            Leaf::Statutory,
        ),
        Choice::end(
            "harmless",
            "Yes, and nobody sees how this point might prejudice them",
            "There are proceedings, and considering this point would not prejudice them.",
            REG_8,
            Leaf::Statutory,
        )
        .notes(&[Note::NotAutomatic]),
        Choice::end(
            "might",
            "Yes, and this point might prejudice them",
            "Considering this point might prejudice proceedings, which a person has to decide.",
            REG_8,
            Leaf::AskAPerson(Uncertainty::Prejudice),
        ),
    ],
};

/// Whether something came within the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeliness {
    /// In time; the last day that would have been.
    InTime {
        /// The last day of the year.
        until: Date,
    },
    /// Late.
    Late {
        /// The last day of the year.
        until: Date,
    },
}

/// Whether a point that arose on one day and was received on another came within the year.
///
/// Source: SI 2006/1738 reg 9. Reading: the same date of the next year is the last day, also if it does not work;
/// what arose on 29 February has until 28 February.
///
/// # Errors
///
/// [`BeyondCalendar`] for days outside the published bank holidays.
pub fn timeliness(
    arose_on: Date,
    received_on: Date,
    calendar: &Calendar,
) -> Result<Timeliness, BeyondCalendar> {
    let (until, _) = proof::due_dates(&MADE_WITHIN_A_YEAR, arose_on, calendar)?;
    Ok(if received_on <= until {
        Timeliness::InTime { until }
    } else {
        Timeliness::Late { until }
    })
}

/// The earliest day on which something received on a day can have arisen and still be in time.
///
/// # Errors
///
/// [`BeyondCalendar`] for days outside the published bank holidays.
pub fn first_day_in_time(received_on: Date, calendar: &Calendar) -> Result<Date, BeyondCalendar> {
    let mut day = received_on.saturating_sub(1.year());
    // The day before may share its last day, because of 29 February; the day itself may just miss it.
    while let Timeliness::Late { .. } = timeliness(day, received_on, calendar)? {
        day = day.saturating_add(1.day());
    }
    Ok(day)
}
