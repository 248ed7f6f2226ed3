//! What lies on the desk while a form is filled in: who fills it in, the council's lists, the day, and
//! the case file it is about.

use std::sync::Arc;

use app::authority_file::Pooled;
use app::case_file::OpenedCaseFile;
use app::officer::{Officer, Role};
use app::people::KnownElsewhere;
use app::permit::{Deed, Permit};
use app::register::RegisterEntry;
use casework::action::Action;
use casework::case::Case;
use casework::ids::{AccountId, Reference};
use casework::law::Law;
use casework::organisation::Organisation;
use casework::settings::Settings;
use jiff::civil::Date;
use statute::working_days::Calendar;

use crate::page_error::PageError;
use crate::site::Site;

/// What every form may need.
pub(crate) struct Desk {
    /// Who fills it in.
    pub(crate) officer: Officer,
    /// The council's lists and targets.
    pub(crate) settings: Arc<Settings>,
    /// The people who work with the record.
    pub(crate) colleagues: Vec<Officer>,
    /// Today.
    pub(crate) today: Date,
    /// The working days.
    pub(crate) calendar: Arc<Calendar>,
    /// The areas, teams and providers, where a case is opened or names any; empty elsewhere.
    pub(crate) organisation: Organisation,
}

/// The same with a case file.
pub(crate) struct CaseDesk {
    /// What every form may need.
    pub(crate) desk: Desk,
    /// The case file, opened.
    pub(crate) file: OpenedCaseFile,
    /// Who can be appointed, where somebody is; empty elsewhere.
    pub(crate) pool: Vec<Pooled>,
    /// Who of those who can be appointed is one of the people of a case; empty where nobody is appointed.
    pub(crate) known_elsewhere: Vec<KnownElsewhere>,
    /// For an elected member’s enquiry, complaints of people called like the constituent.
    pub(crate) called_alike: Vec<RegisterEntry>,
}

impl Desk {
    /// The desk of an officer.
    pub(crate) async fn open(site: &Site, officer: &Officer) -> Result<Self, PageError> {
        Ok(Self {
            officer: officer.clone(),
            settings: site.settings(officer)?,
            colleagues: site.app.colleagues(&officer.authority).await?,
            today: site.app.today(),
            calendar: site.calendar(officer)?,
            organisation: Organisation::default(),
        })
    }

    /// The same with the areas, teams and providers.
    pub(crate) async fn open_for_a_new_case(
        site: &Site,
        permit: &Permit,
    ) -> Result<Self, PageError> {
        Ok(Self {
            organisation: site.app.organisation(permit).await?,
            ..Self::open(site, permit.officer()).await?
        })
    }

    /// The law as it stands today.
    pub(crate) fn law(&self) -> Law<'_> {
        Law {
            calendar: &self.calendar,
            settings: &self.settings,
            today: self.today,
        }
    }

    /// The colleagues who handle cases, managers of services first.
    pub(crate) fn handlers(&self) -> Vec<&Officer> {
        let takes_part = |officer: &&Officer| officer.role.handles_cases();
        let mut handlers: Vec<_> = self.colleagues.iter().filter(takes_part).collect();
        handlers.sort_by_key(|officer| {
            (
                officer.role != Role::TeamManager,
                officer.display_name.clone(),
            )
        });
        handlers
    }

    /// The account a form names, if it is a colleague's.
    pub(crate) fn colleague(&self, id: &str) -> Option<AccountId> {
        let id: AccountId = id.parse().ok()?;
        self.colleagues
            .iter()
            .map(|officer| officer.account)
            .find(|account| *account == id)
    }
}

impl CaseDesk {
    /// The desk for an action on a case, if the officer may take it.
    pub(crate) async fn open(
        site: &Site,
        officer: &Officer,
        action: Action,
        reference: Reference,
    ) -> Result<Self, PageError> {
        let permit = site
            .app
            .permit(officer, Deed::Act(action), Some(reference))
            .await?;
        Self::of(site, &permit).await
    }

    /// The desk that goes with a permit for a case.
    pub(crate) async fn of(site: &Site, permit: &Permit) -> Result<Self, PageError> {
        let mut desk = Desk::open(site, permit.officer()).await?;
        let file = site
            .app
            .case_file(permit)
            .await?
            .ok_or(PageError::NotFound)?;
        // The file says what of the place is missing, where there are areas and teams at all.
        let asked = [Deed::Act(Action::CorrectPlace), Deed::ReadCase].contains(&permit.deed());
        if asked || !file.file.case.representation.place.is_unknown() {
            desk.organisation = site.app.organisation(permit).await?;
        }
        // Also when the form comes back: a name from the pool is then the person in the pool, and nobody new.
        let appoints = matches!(
            permit.deed(),
            Deed::Act(
                Action::AppointInvestigators | Action::AppointReviewPanel | Action::AppointAdvocate
            )
        );
        let (pool, known_elsewhere) = if appoints {
            let pool = site.app.pool(permit).await?;
            (pool, site.app.known_elsewhere(permit).await?)
        } else {
            (Vec::new(), Vec::new())
        };
        let called_alike = site.app.called_like_the_constituent(permit, &file).await?;
        Ok(Self {
            desk,
            file,
            pool,
            known_elsewhere,
            called_alike,
        })
    }

    /// The case as it stands.
    pub(crate) fn case(&self) -> &Case {
        &self.file.file.case
    }
}
