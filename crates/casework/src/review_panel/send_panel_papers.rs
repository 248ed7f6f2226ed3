//! Send the papers of the panel.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{PanelFault, Refusal};

/// Send the papers to the panel, the complainant and everybody who takes part.
///
/// Source: Getting the Best from Complaints (2006), Stage 3. The last day in time is counted back from
/// the meeting.
#[derive(Clone, Debug)]
pub struct SendPanelPapers {
    /// What was sent.
    pub papers: Vec<PanelPaper>,
    /// The day.
    pub on: Date,
}

/// One of the papers the guidance names.
///
/// Source: Getting the Best from Complaints (2006), Stage 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PanelPaper {
    /// What was written at Stage 1.
    LocalResolution,
    /// The Investigating Officer's report.
    InvestigationReport,
    /// The Independent Person's report.
    IndependentPersonReport,
    /// The adjudication.
    Adjudication,
    /// Policies, practice or guidance the complaint turns on.
    Policy,
    /// What the complainant wrote about the investigation.
    Comments,
    /// How panels are held here.
    Practice,
}

impl PanelPaper {
    /// Every paper, in the order a form lists them.
    pub const ALL: [Self; 7] = [
        Self::LocalResolution,
        Self::InvestigationReport,
        Self::IndependentPersonReport,
        Self::Adjudication,
        Self::Policy,
        Self::Comments,
        Self::Practice,
    ];

    /// What a panel cannot do without: it tests whether Stage 2 was adequate.
    pub const NEEDED: [Self; 3] = [
        Self::InvestigationReport,
        Self::IndependentPersonReport,
        Self::Adjudication,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::LocalResolution => "What was written at Stage 1",
            Self::InvestigationReport => "The Investigating Officer’s report",
            Self::IndependentPersonReport => "The Independent Person’s report",
            Self::Adjudication => "The adjudication",
            Self::Policy => "The policies and guidance the complaint turns on",
            Self::Comments => "The complainant’s comments",
            Self::Practice => "How panels are held here",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LocalResolution => "local_resolution",
            Self::InvestigationReport => "investigation_report",
            Self::IndependentPersonReport => "independent_person_report",
            Self::Adjudication => "adjudication",
            Self::Policy => "policy",
            Self::Comments => "comments",
            Self::Practice => "practice",
        }
    }
}

impl SendPanelPapers {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no panel, it met, the papers were sent, one is missing without which
    /// the panel cannot work, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (review_panel, appointed_on) = case.before_the_panel("the papers")?;
        if let Some((on, _)) = &review_panel.papers {
            return Err(Refusal::AlreadyDone {
                what: "the sending of the papers",
                on: *on,
            });
        }
        law.happened(
            "the papers",
            self.on,
            ("the appointment of the panel", appointed_on),
        )?;
        let missing = PanelPaper::NEEDED
            .into_iter()
            .find(|paper| !self.papers.contains(paper));
        if let Some(paper) = missing {
            return Err(Refusal::Panel(PanelFault::PaperMissing(paper)));
        }
        let clocks = case.clocks.meet(LimitId::ReviewPanelPapers, self.on);
        let event = Event::PanelPapersSent {
            papers: self.papers.clone(),
        };
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks: clocks.into_iter().collect(),
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::story::{day, given, panel_appointed, rearrange};

    fn send(papers: &[PanelPaper]) -> SendPanelPapers {
        SendPanelPapers {
            papers: papers.to_vec(),
            on: day("2015-09-24"),
        }
    }

    #[test]
    fn papers_sent_a_day_after_the_tenth_before_the_meeting_are_late() {
        let then = given(panel_appointed());
        let then = then.when(send(&PanelPaper::ALL));
        then.then_due("D-S3-PAPERS", "2015-09-23")
            .then_met("D-S3-PAPERS", "2015-09-24");
        let case = then.after();
        let clock = case.clocks.latest(LimitId::ReviewPanelPapers);
        assert!(clock.is_some_and(|clock: &Clock| clock.is_late(day("2015-10-07"))));
    }

    #[test]
    fn a_panel_cannot_work_without_the_reports_and_the_adjudication() {
        for paper in PanelPaper::NEEDED {
            let all_but: Vec<_> = PanelPaper::ALL
                .into_iter()
                .filter(|each| *each != paper)
                .collect();
            given(panel_appointed())
                .when(send(&all_but))
                .then_refused(&Refusal::Panel(PanelFault::PaperMissing(paper)));
        }
        given(panel_appointed())
            .when(send(&PanelPaper::NEEDED))
            .then_accepted();
    }

    #[test]
    fn papers_once_sent_are_not_due_again_for_a_new_day() {
        let mut history = panel_appointed();
        history.push(send(&PanelPaper::NEEDED).into());
        given(history)
            .when(rearrange("2015-10-12", "2015-09-25"))
            .then_clocks(&[("D-S3-INVITE", "2015-09-28")]);
    }
}
