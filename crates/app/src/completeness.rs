//! Completeness: how many facts that the report counts are missing, by service and team, and which.

use casework::ids::Reference;
use casework::settings::ReportingYear;
use jiff::civil::Date;
use journal::{GapCount, GapQuery};
use views::completeness::{CompletenessRule, RULES, WantedFact};

use crate::App;
use crate::failure::Failure;
use crate::officer::Role;
use crate::permit::Permit;

/// Which gaps somebody asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Of this service only.
    pub service: Option<String>,
    /// Of this team only.
    pub team: Option<String>,
    /// Of this fact only.
    pub fact: Option<&'static CompletenessRule>,
}

/// How complete the records are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// From which day on gaps are counted: the report of an earlier year is out.
    pub since: Date,
    /// How many gaps there are, by service, team and fact.
    pub counts: Vec<GapCount>,
    /// The longest missing, at most [`LISTED`].
    pub missing: Vec<MissingFact>,
}

/// A fact that is missing from a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingFact {
    /// The case.
    pub reference: Reference,
    /// Which fact.
    pub rule: &'static CompletenessRule,
    /// The last day on which it was not yet due.
    pub due_on: Date,
    /// The service, where that is known.
    pub service: Option<String>,
    /// The team, where that is known.
    pub team: Option<String>,
}

/// At most so many missing facts are listed.
pub const LISTED: u32 = 100;

impl Completeness {
    /// How many facts are missing.
    pub fn missing_in_all(&self) -> u64 {
        self.counts.iter().map(|count| count.missing).sum()
    }
}

impl App {
    /// How complete the records are, from the reporting year before this one on. A team manager sees the cases
    /// assigned to them.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn completeness(
        &self,
        permit: &Permit,
        asked: &Asked,
    ) -> Result<Completeness, Failure> {
        let officer = permit.officer();
        let query = self.gaps_of(permit, asked).await?;
        let counts = self.journal.gap_counts(&officer.authority, &query).await?;
        let mut missing = Vec::new();
        for rule in RULES {
            // Nothing is asked of the record for a fact of which nothing is missing.
            if !counts
                .iter()
                .any(|count| count.fact == rule.code && count.missing > 0)
            {
                continue;
            }
            let of_fact = GapQuery {
                fact: Some(rule.code.to_owned()),
                ..query.clone()
            };
            let listed = self.journal.missing(&officer.authority, &of_fact, LISTED);
            missing.extend(
                listed
                    .await?
                    .into_iter()
                    .map(|(reference, gap)| MissingFact {
                        reference,
                        rule,
                        due_on: gap.due_on,
                        service: gap.service,
                        team: gap.team,
                    }),
            );
        }
        missing.sort_by_key(|gap| (gap.due_on, gap.reference, gap.rule.fact));
        missing.truncate(LISTED as usize);
        Ok(Completeness {
            since: query.due_from,
            counts,
            missing,
        })
    }

    /// How many facts are missing, for a reminder.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn facts_missing(&self, permit: &Permit) -> Result<u64, Failure> {
        let query = self.gaps_of(permit, &Asked::default()).await?;
        let authority = &permit.officer().authority;
        Ok(self.journal.missing_count(authority, &query).await?)
    }

    /// Where the authority has neither areas nor teams, nothing is missing of the place.
    async fn gaps_of(&self, permit: &Permit, asked: &Asked) -> Result<GapQuery, Failure> {
        let officer = permit.officer();
        let today = self.today();
        let places = self.organisation(permit).await?.tells_places_apart();
        let place = RULES.iter().find(|rule| rule.fact == WantedFact::Place);
        Ok(GapQuery {
            due_from: ReportingYear::of(today).before().first_day(),
            today,
            assigned_to: (officer.role == Role::TeamManager).then_some(officer.account),
            service: asked.service.clone(),
            team: asked.team.clone(),
            fact: asked.fact.map(|rule| rule.code.to_owned()),
            but: place.filter(|_| !places).map(|rule| rule.code.to_owned()),
        })
    }
}
