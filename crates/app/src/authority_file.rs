//! The authority’s own file: read, added to, and laid over the settings when a report is drawn up.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use casework::annual_report::Sign;
use casework::authority_file::{
    AuthorityFile, FILE_SCHEMA, FileCommand, FileFact, NotKept as Refused,
};
use casework::ids::{AccountId, AuthorityCode, CaseId, ItemId, PersonId};
use casework::organisation::Organisation;
use casework::pools::PoolMember;
use casework::settings::Settings;
use journal::{Append, AppendError, NewEntry, NewItem, ReadRows, Sealing};
use uuid::Uuid;

use crate::App;
use crate::failure::Failure;
use crate::permit::{Deed, Permit};
use crate::private::PersonDetails;
use crate::record::TRIES;

/// An entry somebody makes in the authority’s own file.
pub struct FileOrder {
    /// What to enter.
    pub command: FileCommand,
    /// The texts it refers to.
    pub sealing: Sealing,
    /// A number the form carries, so that sending it twice has one effect.
    pub submission: Option<Uuid>,
    /// The version of the file the sender saw, where an older sight of it must not undo what came since.
    pub seen: Option<u32>,
    /// What the sender was shown in a text and says is nobody in a case, as typed.
    pub confirmed: Vec<String>,
}

/// Somebody who is or was in a pool, with the name.
#[derive(Clone, Debug)]
pub struct Pooled {
    /// Who.
    pub person: PersonId,
    /// Name and contact.
    pub details: PersonDetails,
    /// With what they must not be concerned.
    pub conflicts: Option<String>,
    /// What the file says of them.
    pub member: PoolMember,
}

/// Why nothing was entered.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// What was asked does not fit the file.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Somebody else entered something since the sender saw the file.
    #[error("somebody else has entered something since you opened this page")]
    Overtaken,
    /// Something in the text may tell who somebody in a case is; nobody has said yet that it does not.
    #[error("something in the text may tell who somebody in a case is")]
    PointedAt(Vec<Sign>),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// A command with the instant it is recorded at and what is sealed for it: for reconstructions.
pub struct DatedEntry {
    /// What to enter.
    pub command: FileCommand,
    /// When it is written down; its day is the decision’s today.
    pub recorded_at: jiff::Timestamp,
    /// The texts it refers to.
    pub items: Vec<NewItem>,
}

impl App {
    /// The authority’s own file as it stands.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    ///
    /// # Panics
    ///
    /// When the permit is for something that shows nothing of the file: a bug, not a circumstance.
    pub async fn authority_file(&self, permit: &Permit) -> Result<Arc<AuthorityFile>, Failure> {
        assert!(
            matches!(
                permit.deed(),
                Deed::ReadAuthorityFile | Deed::KeepAuthorityFile | Deed::ReadReport
            ),
            "the permit is for the authority’s own file"
        );
        self.file_of(&permit.officer().authority).await
    }

    /// Everybody who is or was in a pool, opened, by name.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    ///
    /// # Panics
    ///
    /// When the permit is neither for keeping the file nor for an action on a case: a bug, not a circumstance.
    pub async fn pool(&self, permit: &Permit) -> Result<Vec<Pooled>, Failure> {
        assert!(
            matches!(permit.deed(), Deed::KeepAuthorityFile | Deed::Act(_)),
            "who can be appointed is for those who appoint"
        );
        self.pooled(&permit.officer().authority).await
    }

    /// Everybody who is or was in a pool, opened, by name. The caller has to see to it who learns of it.
    pub(crate) async fn pooled(&self, authority: &AuthorityCode) -> Result<Vec<Pooled>, Failure> {
        let file = self.file_of(authority).await?;
        let sealed = file.pools.members().flat_map(|(_, member)| {
            let conflicts = member.conflicts.iter().map(|conflicts| conflicts.item);
            std::iter::once(member.details.item).chain(conflicts)
        });
        let items: Vec<ItemId> = sealed.collect();
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let stream = CaseId::AUTHORITY_FILE;
        let texts = self.journal.open_items(authority, stream, &items).await?;
        let text = |item: ItemId| texts.get(&item).map_or("", String::as_str);
        let mut pool: Vec<Pooled> = file
            .pools
            .members()
            .map(|(person, member)| Pooled {
                person,
                details: PersonDetails::read(text(member.details.item)),
                conflicts: member
                    .conflicts
                    .as_ref()
                    .map(|conflicts| text(conflicts.item).to_owned()),
                member: member.clone(),
            })
            .collect();
        pool.sort_by(|one, other| one.details.name.cmp(&other.details.name));
        Ok(pool)
    }

    /// The names of those among these people who are or were in a pool.
    pub(crate) async fn pooled_names(
        &self,
        authority: &AuthorityCode,
        people: &[ItemId],
    ) -> Result<Vec<(PersonId, String)>, Failure> {
        let stream = CaseId::AUTHORITY_FILE;
        let texts = self.journal.open_items(authority, stream, people).await?;
        let named = texts
            .into_iter()
            .map(|(item, text)| (PersonId(item.0), PersonDetails::read(&text).name));
        Ok(named.collect())
    }

    /// The areas, teams and providers of the authority a permit is for. Their names are nobody’s secret, so any permit
    /// will do.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn organisation(&self, permit: &Permit) -> Result<Organisation, Failure> {
        let file = self.file_of(&permit.officer().authority).await?;
        Ok(file.organisation.clone())
    }

    /// Texts of the file, such as where a figure comes from.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn file_texts(
        &self,
        permit: &Permit,
        items: &[ItemId],
    ) -> Result<BTreeMap<ItemId, String>, Failure> {
        let authority = &permit.officer().authority;
        let stream = CaseId::AUTHORITY_FILE;
        Ok(self.journal.open_items(authority, stream, items).await?)
    }

    /// Enters something.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when it does not fit the file, somebody else was first, or something broke.
    ///
    /// # Panics
    ///
    /// When the permit is for something else: a bug, not a circumstance.
    pub async fn keep(&self, permit: &Permit, order: FileOrder) -> Result<(), NotKept> {
        assert_eq!(
            permit.deed(),
            Deed::KeepAuthorityFile,
            "the permit is for keeping the authority’s own file"
        );
        let officer = permit.officer();
        let authority = &officer.authority;
        if let Some(submission) = order.submission
            && self
                .journal
                .submission(authority, submission)
                .await
                .map_err(Failure::from)?
                .is_some()
        {
            return Ok(());
        }
        if let FileCommand::RecordCost(cost) = &order.command {
            let case = cost.paid.case;
            let found = self.journal.find(authority, case).await;
            if found.map_err(Failure::from)?.is_none() {
                return Err(Refused::NoSuchCase(case).into());
            }
        }
        self.check_judgement(officer, &order.command).await?;
        let items = order.sealing.into_items();
        for _ in 0..TRIES {
            let file = self.file_of(authority).await?;
            if order.seen.is_some_and(|seen| seen != file.version) {
                return Err(NotKept::Overtaken);
            }
            let served = self.served(authority)?;
            let facts = order.command.decide(&file, &served.law(self.today()))?;
            self.check_passage(authority, &file, &order.command, &items, &order.confirmed)
                .await?;
            let now = self.now();
            let append = Append {
                submission: order.submission,
                items: items.clone(),
                entries: facts
                    .iter()
                    .map(|fact| entry(fact, now, officer.account))
                    .collect(),
                ..empty(authority, file.version)
            };
            match self.journal.append(append).await {
                Ok(_) | Err(AppendError::AlreadySubmitted { .. }) => return Ok(()),
                Err(AppendError::Conflict { .. }) => {}
                Err(error @ (AppendError::Disposed | AppendError::Failure(_))) => {
                    return Err(Failure::from(error).into());
                }
            }
        }
        Err(Failure::TooBusy(CaseId::AUTHORITY_FILE).into())
    }

    /// Decides entries for a file in which nothing stands yet, each on the day it was made, and returns what to append.
    ///
    /// # Errors
    ///
    /// [`NotKept`] of the first that does not fit.
    pub fn decide_file(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        orders: Vec<DatedEntry>,
    ) -> Result<Append, NotKept> {
        let served = self.served(authority)?;
        let mut file = AuthorityFile::default();
        let mut append = empty(authority, 0);
        for dated in orders {
            let at = self.at(dated.recorded_at);
            for fact in dated.command.decide(&file, &served.law(at.today()))? {
                append.entries.push(entry(&fact, dated.recorded_at, actor));
                file.evolve(&fact);
            }
            append.items.extend(dated.items);
        }
        Ok(append)
    }

    /// The settings with what the file says of context and earlier years laid over them.
    pub(crate) async fn settings_with_file(
        &self,
        authority: &AuthorityCode,
        file: &AuthorityFile,
    ) -> Result<Settings, Failure> {
        let settings = self.settings_of(authority)?;
        let sources: Vec<ItemId> = file
            .history
            .figures()
            .map(|figure| figure.source.item)
            .chain(file.context.populations().map(|(_, _, source)| source.item))
            .collect();
        let opened = if sources.is_empty() {
            BTreeMap::new()
        } else {
            let stream = CaseId::AUTHORITY_FILE;
            self.journal.open_items(authority, stream, &sources).await?
        };
        let source = |item: ItemId| opened.get(&item).cloned().unwrap_or_default();
        Ok(file.over(&settings, source))
    }

    /// The file as it stands. Every permit for a case asks for it, so what was folded before is kept, and only what
    /// came since is read: entries are never changed, so the beginning of a file stays what it was.
    pub(crate) async fn file_of(
        &self,
        authority: &AuthorityCode,
    ) -> Result<Arc<AuthorityFile>, Failure> {
        let known = self.shared.files.of(authority);
        let stream = CaseId::AUTHORITY_FILE;
        let since = self
            .journal
            .stream_after(authority, stream, known.version)
            .await?;
        if since.is_empty() {
            return Ok(known);
        }
        let mut file = AuthorityFile::clone(&known);
        for entry in &since {
            let fact = FileFact::from_stored(&entry.name, entry.schema, &entry.body);
            let fact = fact.map_err(|problem| Failure::UnreadableCase {
                case: entry.case,
                problem,
            })?;
            file.evolve(&fact);
        }
        let file = Arc::new(file);
        self.shared.files.keep(authority, &file);
        Ok(file)
    }
}

/// The files of the authorities, as far as each was folded.
#[derive(Default)]
pub(crate) struct FoldedFiles(RwLock<BTreeMap<AuthorityCode, Arc<AuthorityFile>>>);

impl FoldedFiles {
    fn of(&self, authority: &AuthorityCode) -> Arc<AuthorityFile> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.get(authority).cloned().unwrap_or_default()
    }

    /// Keeps a file unless somebody who read at the same time has kept a later one.
    fn keep(&self, authority: &AuthorityCode, file: &Arc<AuthorityFile>) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let kept = known.entry(authority.clone()).or_default();
        if kept.version < file.version {
            *kept = Arc::clone(file);
        }
    }
}

fn empty(authority: &AuthorityCode, expected: u32) -> Append {
    Append {
        authority: authority.clone(),
        case: CaseId::AUTHORITY_FILE,
        expected,
        entries: Vec::new(),
        items: Vec::new(),
        rows: ReadRows {
            register: None,
            clocks: Vec::new(),
            ..ReadRows::default()
        },
        submission: None,
    }
}

fn entry(fact: &FileFact, recorded_at: jiff::Timestamp, actor: AccountId) -> NewEntry {
    NewEntry {
        name: fact.event.name().to_owned(),
        schema: FILE_SCHEMA,
        happened_on: fact.on,
        recorded_at,
        actor,
        body: fact.to_stored(),
    }
}
