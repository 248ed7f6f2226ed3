//! Recording: decide with the law of today, append if nobody was first, and say what came of it.

use casework::action::{Command, NamedAs};
use casework::case::Case;
use casework::event::{Event, Fact, SCHEMA};
use casework::ids::{AccountId, AuthorityCode, BatchId, CaseId, Reference};
use casework::refusal::{ContactFault, EscalationFault, Refusal};
use journal::{Append, AppendError, Appended, NewEntry, NewItem, Sealing};
use uuid::Uuid;

use crate::App;
use crate::failure::Failure;
use crate::learning::check_own;
use crate::officer::{Officer, Role};
use crate::permit::{Permit, Recorded, Subject, subject};
use crate::rows::rows;

/// An order to record something: the command, what is sealed for it, and what the sender had seen.
pub struct Order {
    /// What to do.
    pub command: Command,
    /// The personal things it refers to.
    pub sealing: Sealing,
    /// A number the form carries, so that sending it twice has one effect.
    pub submission: Option<Uuid>,
    /// The version of the case the sender saw. When the case has moved on, the order is not carried
    /// out but shown with what happened since.
    pub seen: Option<u32>,
}

/// What was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// The case's reference.
    pub reference: Reference,
    /// Whether the same form had been recorded before, so that nothing was done now.
    pub again: bool,
}

/// Why nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum NotRecorded {
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody else acted since the sender saw the case.
    #[error("somebody else has worked on this case since you opened it")]
    Overtaken(Box<Overtaken>),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// What happened since the sender saw the case.
#[derive(Debug)]
pub struct Overtaken {
    /// The case as it is now.
    pub subject: Subject,
    /// What was recorded since.
    pub since: Vec<Recorded>,
}

/// How often a decision is made again because somebody else was first.
pub(crate) const TRIES: u32 = 8;

impl Order {
    /// An order from somewhere that shows no case first, such as an import.
    pub fn new(command: impl Into<Command>, sealing: Sealing) -> Self {
        Self {
            command: command.into(),
            sealing,
            submission: None,
            seen: None,
        }
    }
}

impl App {
    /// Refuses a command that names colleagues whose role does not fit the part. The core knows no roles.
    async fn check_named(&self, officer: &Officer, command: &Command) -> Result<(), NotRecorded> {
        let named = command.named();
        if named.is_empty() {
            return Ok(());
        }
        let colleagues = self.colleagues(&officer.authority).await?;
        let fits = |account, may: fn(Role) -> bool| {
            let mut colleagues = colleagues.iter();
            colleagues.any(|one| one.account == account && may(one.role))
        };
        for (part, account) in named {
            let (fits, refusal): (bool, Refusal) = match part {
                NamedAs::SecondPerson => (
                    account != officer.account && fits(account, Role::handles_cases),
                    EscalationFault::SecondPerson.into(),
                ),
                NamedAs::SeniorDecider => (
                    fits(account, Role::is_senior),
                    ContactFault::NotSenior.into(),
                ),
                NamedAs::Director => (
                    fits(account, |role| role == Role::Director),
                    ContactFault::NotADirector.into(),
                ),
            };
            if !fits {
                return Err(refusal.into());
            }
        }
        Ok(())
    }

    /// Refuses a complaint that names an area, a team or a provider that was not there. The core of a case does not
    /// know the authority’s own file.
    async fn check_place(
        &self,
        authority: &AuthorityCode,
        subject: Option<&Subject>,
        command: &Command,
    ) -> Result<(), NotRecorded> {
        let (place, received_on) = match (command, subject) {
            (Command::RecordComplaint(complaint), _) => (&complaint.place, complaint.received_on),
            (Command::CorrectPlace(correct), Some(subject)) => {
                (&correct.place, subject.case.received_on)
            }
            (_, _) => return Ok(()),
        };
        if !place.is_unknown() {
            let file = self.file_of(authority).await?;
            place.check_units(&file.organisation, received_on)?;
        }
        Ok(())
    }

    /// Records what a command decides.
    ///
    /// # Errors
    ///
    /// [`NotRecorded`] when the rules say no, somebody else was first, or something broke.
    ///
    /// # Panics
    ///
    /// When the permit is for another deed than the command: a bug, not a circumstance.
    pub async fn record(&self, permit: Permit, order: Order) -> Result<Done, NotRecorded> {
        let (officer, deed, mut subject) = permit.into_parts();
        assert_eq!(
            deed.action(),
            Some(order.command.action()),
            "the permit is for the command it is used with"
        );
        let authority = &officer.authority;
        if deed.is_of_an_owner() {
            check_own(&officer, subject.as_ref(), &order.command)?;
        }
        self.check_named(&officer, &order.command).await?;
        self.check_place(authority, subject.as_ref(), &order.command)
            .await?;
        if let Some(done) = self.done_before(authority, order.submission).await? {
            return Ok(done);
        }
        let items = order.sealing.into_items();
        for _ in 0..TRIES {
            if let (Some(current), Some(seen)) = (&subject, order.seen)
                && current.case.version != seen
            {
                let since = current
                    .history
                    .iter()
                    .skip(seen as usize)
                    .cloned()
                    .collect();
                let current = subject.take().expect("it was there a line above");
                return Err(NotRecorded::Overtaken(Box::new(Overtaken {
                    subject: current,
                    since,
                })));
            }
            let append =
                self.decide(authority, officer.account, subject.as_ref(), &order.command)?;
            let append = Append {
                items: items.clone(),
                submission: order.submission,
                ..append
            };
            match self.journal.append(append).await {
                Ok(appended) => {
                    return Ok(Done {
                        reference: appended.reference,
                        again: false,
                    });
                }
                Err(AppendError::AlreadySubmitted { reference, .. }) => {
                    return Ok(Done {
                        reference,
                        again: true,
                    });
                }
                Err(AppendError::Conflict { .. }) => {
                    if let Some(stale) = subject.take() {
                        let current = self.reload(authority, &stale).await?;
                        if current.case.is_taken_back() {
                            return Err(Failure::Disposed.into());
                        }
                        subject = Some(current);
                    }
                }
                Err(error @ (AppendError::Disposed | AppendError::Failure(_))) => {
                    return Err(Failure::from(error).into());
                }
            }
        }
        Err(Failure::TooBusy(subject.map_or(CaseId(Uuid::nil()), |subject| subject.case.id)).into())
    }

    /// Decides several orders for one new case, each on the day it happened, and returns what to append:
    /// for imports and reconstructions, which append many cases at once.
    ///
    /// # Errors
    ///
    /// The [`Refusal`] of the first order that the rules do not allow, with its place in the list.
    pub fn decide_case(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        case: CaseId,
        orders: Vec<Dated>,
    ) -> Result<Append, NotDecided> {
        self.decide_orders(authority, actor, (case, None), orders)
    }

    /// Decides several orders for one new case of an import.
    pub(crate) fn decide_imported(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        (case, batch): (CaseId, BatchId),
        orders: Vec<Dated>,
    ) -> Result<Append, NotDecided> {
        self.decide_orders(authority, actor, (case, Some(batch)), orders)
    }

    fn decide_orders(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        (case, batch): (CaseId, Option<BatchId>),
        orders: Vec<Dated>,
    ) -> Result<Append, NotDecided> {
        let served = self.served(authority).map_err(NotDecided::Failure)?;
        let mut state: Option<Case> = None;
        let mut entries = Vec::with_capacity(orders.len());
        let mut items = Vec::new();
        for (place, dated) in orders.into_iter().enumerate() {
            let at = self.at(dated.recorded_at);
            let facts = dated
                .command
                .decide(state.as_ref(), &served.law(at.today()))
                .map_err(|refusal| NotDecided::Refused { place, refusal })?;
            for fact in facts {
                entries.push(entry(&fact, dated.recorded_at, actor));
                state = evolved(case, state.take(), &fact);
            }
            items.extend(dated.items);
        }
        if let Some(batch) = batch {
            let fact = Fact::new(self.today(), Event::Imported { batch });
            entries.push(entry(&fact, self.now(), actor));
            state = evolved(case, state.take(), &fact);
        }
        let state = state.ok_or(NotDecided::Failure(Failure::HeadlessCase(case)))?;
        let rows = rows(&state);
        Ok(Append {
            authority: authority.clone(),
            case,
            expected: 0,
            entries,
            items,
            rows,
            submission: None,
        })
    }

    /// Appends cases decided with [`App::decide_case`]: all of them or none.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record failed.
    pub async fn append_cases(&self, cases: Vec<Append>) -> Result<Vec<Appended>, Failure> {
        Ok(self.journal.append_all(cases).await?)
    }

    /// Decides a command with the law of today; appending it is left to the caller.
    pub(crate) fn decide(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        subject: Option<&Subject>,
        command: &Command,
    ) -> Result<Append, NotRecorded> {
        let served = self.served(authority)?;
        let state = subject.map(|subject| &*subject.case);
        let facts = command.decide(state, &served.law(self.today()))?;
        let id = state.map_or_else(|| CaseId(Uuid::now_v7()), |case| case.id);
        let mut after = state.cloned();
        for fact in &facts {
            after = evolved(id, after, fact);
        }
        let after = after.ok_or(Failure::HeadlessCase(id))?;
        let now = self.now();
        Ok(Append {
            authority: authority.clone(),
            case: id,
            expected: state.map_or(0, |case| case.version),
            entries: facts.iter().map(|fact| entry(fact, now, actor)).collect(),
            items: Vec::new(),
            rows: rows(&after),
            submission: None,
        })
    }

    async fn done_before(
        &self,
        authority: &AuthorityCode,
        submission: Option<Uuid>,
    ) -> Result<Option<Done>, Failure> {
        let Some(submission) = submission else {
            return Ok(None);
        };
        let before = self.journal.submission(authority, submission).await?;
        Ok(before.map(|(_, reference)| Done {
            reference,
            again: true,
        }))
    }

    async fn reload(&self, authority: &AuthorityCode, stale: &Subject) -> Result<Subject, Failure> {
        let entries = self.journal.stream(authority, stale.case.id).await?;
        let mut current = subject(stale.reference, stale.case.id, &entries)?;
        self.reach_from_elsewhere(authority, current.reference, &mut current.case)
            .await?;
        Ok(current)
    }
}

/// A command with the instant it is recorded at and what is sealed for it.
pub struct Dated {
    /// What to do.
    pub command: Command,
    /// When it is written down; its day is the decision's today.
    pub recorded_at: jiff::Timestamp,
    /// The personal things it refers to.
    pub items: Vec<NewItem>,
}

/// Why a list of orders makes no case.
#[derive(Debug, thiserror::Error)]
pub enum NotDecided {
    /// The rules do not allow one of them.
    #[error("{refusal}")]
    Refused {
        /// Its place in the list, from 0.
        place: usize,
        /// Why not.
        refusal: Refusal,
    },
    /// Something broke.
    #[error(transparent)]
    Failure(Failure),
}

pub(crate) fn entry(fact: &Fact, recorded_at: jiff::Timestamp, actor: AccountId) -> NewEntry {
    NewEntry {
        name: fact.event.name().to_owned(),
        schema: SCHEMA,
        happened_on: fact.on,
        recorded_at,
        actor,
        body: fact.to_stored(),
    }
}

fn evolved(id: CaseId, state: Option<Case>, fact: &Fact) -> Option<Case> {
    match state {
        Some(mut case) => {
            case.evolve(fact);
            Some(case)
        }
        None => Case::open(id, fact),
    }
}
