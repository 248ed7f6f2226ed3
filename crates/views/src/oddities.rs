//! Oddities: what is not forbidden and still looks wrong, to be looked at by somebody.

use casework::case::Stage;
use jiff::civil::Date;
use statute::working_days::{Calendar, WorkingDays};

use crate::register_line::RegisterLine;

/// A request for the next stage is raised when nobody has been appointed within this time.
///
/// Reading: the law sets no such time; the Ombudsman finds fault with requests that are left lying. A week
/// is long enough to find people and short enough to keep the time limits of the stage.
pub const ASKED_NOT_STARTED_AFTER: WorkingDays = WorkingDays(5);

/// Something that looks wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The next stage was asked for and nobody has been appointed.
    AskedNotStarted {
        /// The stage.
        stage: Stage,
        /// Since when.
        asked_on: Date,
    },
    /// An investigation was answered and the case closed, and nobody has met to talk over what it taught.
    NotDebriefed {
        /// When it was closed.
        closed_on: Date,
    },
}

impl Oddity {
    /// What it is, in a sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::AskedNotStarted { stage, asked_on } => format!(
                "{} was asked for on {} and has not been started: nobody has been appointed.",
                stage.label(),
                statute::dates::short_date(asked_on)
            ),
            Self::NotDebriefed { closed_on } => format!(
                "Closed on {} after an investigation, and no debrief has been held.",
                statute::dates::short_date(closed_on)
            ),
        }
    }
}

/// What looks wrong about a case, as its register line stands.
pub fn oddities(line: &RegisterLine, today: Date, calendar: &Calendar) -> Vec<Oddity> {
    let mut odd = asked_not_started(line, today, calendar);
    odd.extend(not_debriefed(line));
    odd
}

/// Source: council policy: a debrief after every Stage 2 case.
/// Reading: nobody who kept an older register knew of debriefs, so nothing is raised of what was imported.
fn not_debriefed(line: &RegisterLine) -> Option<Oddity> {
    let (closed_on, _) = line.closed?;
    let answered = line.investigation.as_ref()?.answer.is_some();
    let odd = answered && line.learning.debriefs.is_empty() && line.import.is_none();
    odd.then_some(Oddity::NotDebriefed { closed_on })
}

fn asked_not_started(line: &RegisterLine, today: Date, calendar: &Calendar) -> Vec<Oddity> {
    if !line.is_open() || line.departure.is_some() || !line.is_statutory_complaint() {
        return Vec::new();
    }
    let second = line
        .investigation
        .as_ref()
        .filter(|stage| stage.begun_on.is_none() && stage.answer.is_none())
        .map(|stage| (Stage::Investigation, stage.requested_on));
    let third = line
        .review_panel
        .as_ref()
        .filter(|stage| stage.begun_on.is_none() && stage.met_on.is_none())
        .map(|stage| (Stage::ReviewPanel, stage.requested_on));
    let waits = |asked_on: Date| {
        // Past the published bank holidays nothing is raised; the time limits still are.
        ASKED_NOT_STARTED_AFTER
            .end(asked_on, calendar)
            .is_ok_and(|until| today > until)
    };
    [second, third]
        .into_iter()
        .flatten()
        .filter(|(_, asked_on)| waits(*asked_on))
        .map(|(stage, asked_on)| Oddity::AskedNotStarted { stage, asked_on })
        .collect()
}

#[cfg(test)]
mod tests {
    use casework::case::Case;
    use casework::event::Fact;
    use casework::ids::CaseId;
    use statute::working_days::Region;

    use super::*;

    const RECORDED: &str = r#"{"on":"2026-03-02","event":{"event":"representation_recorded","kind":"complaint","procedure":"children_act","channel":"letter","reached_team_on":null,"grounds_arose_on":null,"late_reasons":null,"service":"first_response","complainants":[],"children":[],"points":[],"desired_outcome":null,"complained_about":[]}}"#;
    const ASKED: &str =
        r#"{"on":"2026-03-02","event":{"event":"investigation_requested","oral":false}}"#;
    const APPOINTED: &str = r#"{"on":"2026-03-10","event":{"event":"investigators_appointed","investigating_officer":"00000000-0000-0000-0000-00000000000e","independent_person":"00000000-0000-0000-0000-00000000000f"}}"#;

    fn odd(facts: &[&str], today: Date) -> Vec<Oddity> {
        let facts: Vec<_> = facts
            .iter()
            .map(|body| Fact::from_stored("", 1, body).expect("a stored fact"))
            .collect();
        let id: CaseId = "00000000-0000-0000-0000-000000000001"
            .parse()
            .expect("an id");
        let case = Case::fold(id, &facts).expect("a beginning");
        let calendar = Calendar::of(Region::EnglandAndWales);
        oddities(&RegisterLine::of(&case), today, calendar)
    }

    #[test]
    fn a_stage_asked_for_and_not_started_is_raised_after_a_working_week() {
        let asked_on = jiff::civil::date(2026, 3, 2);
        let raised = Oddity::AskedNotStarted {
            stage: Stage::Investigation,
            asked_on,
        };
        let (fifth, sixth) = (
            jiff::civil::date(2026, 3, 9),
            jiff::civil::date(2026, 3, 10),
        );
        assert_eq!(odd(&[RECORDED, ASKED], fifth), []);
        assert_eq!(odd(&[RECORDED, ASKED], sixth), [raised]);
        assert_eq!(odd(&[RECORDED, ASKED, APPOINTED], sixth), []);
        assert_eq!(odd(&[RECORDED], sixth), []);
    }

    #[test]
    fn a_case_closed_after_an_investigation_without_a_debrief_is_raised_unless_it_was_imported() {
        const ANSWERED: &str = r#"{"on":"2026-05-05","event":{"event":"investigation_response_sent","outcome":"upheld","took":40,"findings":[]}}"#;
        const CLOSED: &str =
            r#"{"on":"2026-06-05","event":{"event":"closed","next_right":"review_panel"}}"#;
        const DEBRIEFED: &str = r#"{"on":"2026-06-08","event":{"event":"debrief_held","attended":[{"part":"team","people":4}],"learned":{"item":"00000000-0000-0000-0000-00000000000b","commitment":"ab"},"themes":["delay"]}}"#;
        const IMPORTED: &str = r#"{"on":"2026-06-09","event":{"event":"imported","batch":"00000000-0000-0000-0000-000000000051"}}"#;
        let today = jiff::civil::date(2026, 6, 9);
        let raised = Oddity::NotDebriefed {
            closed_on: jiff::civil::date(2026, 6, 5),
        };
        let facts = [RECORDED, ASKED, APPOINTED, ANSWERED, CLOSED, DEBRIEFED];
        assert_eq!(odd(&facts[..4], today), []);
        assert_eq!(odd(&facts[..5], today), [raised]);
        assert_eq!(odd(&facts, today), []);
        assert_eq!(odd(&[RECORDED, CLOSED], today), []);
        let imported: Vec<_> = facts[..5].iter().copied().chain([IMPORTED]).collect();
        assert_eq!(odd(&imported, today), []);
    }
}
