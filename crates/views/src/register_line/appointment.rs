//! Appointments in a register line: who was appointed as what, and whether their work is done.

use casework::case::Case;
use casework::ids::PersonId;
use casework::pools::PoolPart;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody was appointed in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AppointmentLine {
    /// As what.
    pub part: PoolPart,
    /// Who: the same id as in the pool, for somebody who was chosen from it.
    pub person: PersonId,
    /// The day their work was done: both reports were in, the panel met, the help ended. `None` while it goes on.
    pub done_on: Option<Date>,
}

/// Everybody appointed in a case, each once for each part.
///
/// Reading: the work of investigators who were replaced is done on the day of those who took their place. Somebody who
/// helps several children in a case is done when the last help ended.
pub(crate) fn lines(case: &Case) -> Vec<AppointmentLine> {
    let mut lines = Vec::new();
    let mut add = |part, person, done_on| {
        lines.push(AppointmentLine {
            part,
            person,
            done_on,
        });
    };
    if let Some(stage) = &case.investigation
        && let Some((since, now)) = &stage.appointed
    {
        let answered_on = stage.answered.as_ref().map(|(on, _)| *on);
        let officer_on = stage.officer_report.as_ref().map(|(on, _)| *on);
        let independent_on = stage.independent_report.as_ref().map(|(on, _)| *on);
        let done = |own: Option<Date>| own.or(stage.reported_on).or(answered_on);
        let officer = (PoolPart::InvestigatingOfficer, now.investigating_officer);
        let independent = (PoolPart::IndependentPerson, now.independent_person);
        add(officer.0, officer.1, done(officer_on));
        add(independent.0, independent.1, done(independent_on));
        for before in &stage.replaced {
            let officer_before = (officer.0, before.investigating_officer);
            let independent_before = (independent.0, before.independent_person);
            for (part, person) in [officer_before, independent_before] {
                if (part, person) != officer && (part, person) != independent {
                    add(part, person, Some(*since));
                }
            }
        }
    }
    if let Some(panel) = &case.review_panel
        && let Some((_, appointed)) = &panel.appointed
    {
        let [first, second] = appointed.members;
        for person in [appointed.chair, first, second] {
            add(PoolPart::PanelMember, person, panel.met_on);
        }
    }
    for episode in &case.advocates {
        let advocate = episode.appointed.advocate;
        add(PoolPart::Advocate, advocate, episode.until);
    }
    once_each(lines)
}

/// Of several entries of one person in one part, the one that is done last; work that goes on is done after all other.
fn once_each(mut lines: Vec<AppointmentLine>) -> Vec<AppointmentLine> {
    lines.sort_by_key(|line| {
        let done = (line.done_on.is_some(), std::cmp::Reverse(line.done_on));
        (line.part, line.person, done)
    });
    lines.dedup_by_key(|line| (line.part, line.person));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn of_two_entries_the_work_that_is_done_last_counts_and_what_goes_on_is_last() {
        let entry = |person: u8, done_on| AppointmentLine {
            part: PoolPart::Advocate,
            person: format!("00000000-0000-0000-0000-0000000000{person:02}")
                .parse()
                .expect("an id"),
            done_on,
        };
        let early = Some(date(2026, 3, 2));
        let late = Some(date(2026, 4, 1));
        let lines = vec![
            entry(1, early),
            entry(1, late),
            entry(2, early),
            entry(2, None),
            entry(3, None),
        ];
        assert_eq!(
            once_each(lines),
            [entry(1, late), entry(2, None), entry(3, None)]
        );
    }
}
