//! Permits: who may do what to which case. Only [`App::permit`] makes one, and recording and reading
//! ask for one, so forgetting to ask does not compile.

use casework::action::Action;
use casework::case::Case;
use casework::event::Fact;
use casework::ids::{AccountId, AuthorityCode, CaseId, Reference};
use journal::{Entry, ReadNote};

use crate::App;
use crate::failure::Failure;
use crate::officer::{Officer, Role};

/// What somebody asks to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Take an action on a case, or open one.
    Act(Action),
    /// Read a case file.
    ReadCase,
    /// See one’s own corrective actions in a case, and nothing else of it.
    ReadOwnActions,
    /// Report that one’s own corrective action was carried out.
    CarryOutOwnAction,
    /// Report what a case taught in which one has a corrective action.
    ReportBackAsOwner,
    /// See the register and search it.
    ReadRegister,
    /// See what is due.
    ReadWorklist,
    /// See the annual report, with small counts.
    ReadReport,
    /// See the authority’s own file: populations, earlier years, areas and teams.
    ReadAuthorityFile,
    /// Add to the authority’s own file.
    KeepAuthorityFile,
    /// Look after accounts and settings.
    ManageAccounts,
    /// Announce a bank holiday, see which due dates move, and move them.
    ManageCalendar,
    /// Import the cases of an old register, and undo an import.
    ImportCases,
}

impl Deed {
    /// Every deed.
    pub fn all() -> impl Iterator<Item = Self> {
        let acts = Action::ALL.iter().map(|action| Self::Act(*action));
        acts.chain([
            Self::ReadCase,
            Self::ReadOwnActions,
            Self::CarryOutOwnAction,
            Self::ReportBackAsOwner,
            Self::ReadRegister,
            Self::ReadWorklist,
            Self::ReadReport,
            Self::ReadAuthorityFile,
            Self::KeepAuthorityFile,
            Self::ManageAccounts,
            Self::ManageCalendar,
            Self::ImportCases,
        ])
    }

    /// Whether it is for the owner of a corrective action, who need not have a right to its case.
    pub const fn is_of_an_owner(self) -> bool {
        matches!(
            self,
            Self::ReadOwnActions | Self::CarryOutOwnAction | Self::ReportBackAsOwner
        )
    }

    /// The action it is leave to record, if any.
    pub const fn action(self) -> Option<Action> {
        match self {
            Self::Act(action) => Some(action),
            Self::CarryOutOwnAction => Some(Action::CarryOutAction),
            Self::ReportBackAsOwner => Some(Action::ReportBack),
            Self::ReadCase
            | Self::ReadOwnActions
            | Self::ReadRegister
            | Self::ReadWorklist
            | Self::ReadReport
            | Self::ReadAuthorityFile
            | Self::KeepAuthorityFile
            | Self::ManageAccounts
            | Self::ManageCalendar
            | Self::ImportCases => None,
        }
    }
}

/// How somebody stands to a case, as far as it matters to the deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// No case is concerned.
    NoCase,
    /// No particular relation.
    Unrelated,
    /// Asked to answer it.
    Assigned,
    /// Named to help with its answer.
    Helps,
    /// A corrective action that was agreed in it is theirs.
    OwnsAction,
    /// Complained about in it.
    ComplainedAbout,
    /// One of the people of the case, as somebody judged: a colleague who complains, or is the child.
    OwnCase,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 7] = [
        Self::NoCase,
        Self::Unrelated,
        Self::Assigned,
        Self::Helps,
        Self::OwnsAction,
        Self::ComplainedAbout,
        Self::OwnCase,
    ];
}

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum NotAllowed {
    /// The role does not include it.
    #[error("your role does not include this")]
    Role,
    /// The case is not theirs.
    #[error("this case is not assigned to you")]
    NotYours,
    /// No corrective action in the case is theirs.
    #[error("no corrective action in this case is yours")]
    NotTheOwner,
    /// It is the complaints manager’s.
    #[error("only the complaints manager can release a protected contact or lift a protection")]
    ComplaintsManager,
    /// They are complained about in it.
    #[error("you are named in this complaint, so you can neither read nor handle it")]
    ComplainedAbout,
    /// They are one of the people of the case.
    #[error(
        "you are one of the people in this case, so as staff you can neither read nor handle it"
    )]
    OwnCase,
}

/// Decides whether a role may do a deed, standing in a relation to the case.
///
/// # Errors
///
/// [`NotAllowed`] with the reason.
pub fn decide(role: Role, deed: Deed, relation: Relation) -> Result<(), NotAllowed> {
    if relation == Relation::ComplainedAbout {
        return Err(NotAllowed::ComplainedAbout);
    }
    if relation == Relation::OwnCase {
        return Err(NotAllowed::OwnCase);
    }
    if matches!(
        deed,
        Deed::Act(Action::ReleaseContact | Action::LiftProtection)
    ) {
        return only(
            role == Role::ComplaintsManager,
            NotAllowed::ComplaintsManager,
        );
    }
    if deed.is_of_an_owner() {
        return if role.handles_cases() {
            only(relation == Relation::OwnsAction, NotAllowed::NotTheOwner)
        } else {
            Err(NotAllowed::Role)
        };
    }
    match role {
        Role::Administrator => only(deed == Deed::ManageAccounts, NotAllowed::Role),
        Role::ComplaintsManager => Ok(()),
        Role::ComplaintsOfficer => only(
            !matches!(
                deed,
                Deed::ManageAccounts | Deed::ManageCalendar | Deed::ImportCases
            ),
            NotAllowed::Role,
        ),
        Role::TeamManager => match deed {
            Deed::ReadWorklist | Deed::ReadRegister => Ok(()),
            // Whoever helps with the answer sees the case and its draft; sending it is the manager’s.
            Deed::ReadCase
            | Deed::Act(Action::AskForTime | Action::HandInDraft | Action::CheckAnswer) => only(
                matches!(relation, Relation::Assigned | Relation::Helps),
                NotAllowed::NotYours,
            ),
            Deed::Act(Action::Respond | Action::Resolve) => {
                only(relation == Relation::Assigned, NotAllowed::NotYours)
            }
            Deed::Act(_)
            | Deed::ReadOwnActions
            | Deed::CarryOutOwnAction
            | Deed::ReportBackAsOwner
            | Deed::ReadReport
            | Deed::ReadAuthorityFile
            | Deed::KeepAuthorityFile
            | Deed::ManageAccounts
            | Deed::ManageCalendar
            | Deed::ImportCases => Err(NotAllowed::Role),
        },
        Role::Director => match deed {
            Deed::ReadCase
            | Deed::ReadRegister
            | Deed::ReadWorklist
            | Deed::ReadReport
            | Deed::ReadAuthorityFile => Ok(()),
            Deed::Act(_)
            | Deed::ReadOwnActions
            | Deed::CarryOutOwnAction
            | Deed::ReportBackAsOwner
            | Deed::KeepAuthorityFile
            | Deed::ManageAccounts
            | Deed::ManageCalendar
            | Deed::ImportCases => Err(NotAllowed::Role),
        },
        Role::Analyst => only(
            deed == Deed::ReadReport || deed == Deed::ReadAuthorityFile,
            NotAllowed::Role,
        ),
    }
}

fn only(holds: bool, otherwise: NotAllowed) -> Result<(), NotAllowed> {
    if holds { Ok(()) } else { Err(otherwise) }
}

/// Leave to do one deed, with the case it concerns as loaded.
#[derive(Debug)]
pub struct Permit {
    officer: Officer,
    deed: Deed,
    subject: Option<Subject>,
}

/// The case a permit concerns, as it was when the permit was given.
#[derive(Debug)]
pub struct Subject {
    /// Its reference.
    pub reference: Reference,
    /// Its state; large, and carried through every page.
    pub case: Box<Case>,
    /// Its facts, with when each was recorded and by whom.
    pub history: Vec<Recorded>,
}

/// A fact with when it was recorded and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The fact.
    pub fact: Fact,
    /// When it was written down.
    pub recorded_at: jiff::Timestamp,
    /// By whom.
    pub actor: AccountId,
}

/// Why there is no permit.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// The rules say no.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// There is no such case; also the answer when the case is another authority's.
    #[error("there is no case {0} here")]
    NoSuchCase(Reference),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Permit {
    /// Who may.
    pub fn officer(&self) -> &Officer {
        &self.officer
    }

    /// What they may do.
    pub fn deed(&self) -> Deed {
        self.deed
    }

    /// The case it concerns, if any.
    pub fn subject(&self) -> Option<&Subject> {
        self.subject.as_ref()
    }

    pub(crate) fn into_parts(self) -> (Officer, Deed, Option<Subject>) {
        (self.officer, self.deed, self.subject)
    }
}

impl App {
    /// Gives leave for a deed that concerns no case, or a case with this reference.
    ///
    /// # Errors
    ///
    /// [`Denied`] when the rules say no, there is no such case, or something broke.
    pub async fn permit(
        &self,
        officer: &Officer,
        deed: Deed,
        reference: Option<Reference>,
    ) -> Result<Permit, Denied> {
        let subject = match reference {
            Some(reference) => Some(self.subject(officer, reference).await?),
            None => None,
        };
        let relation = subject.as_ref().map_or(Relation::NoCase, |subject| {
            relation(officer, deed, &subject.case)
        });
        decide(officer.role, deed, relation)?;
        if let Some(subject) = &subject {
            // Every permit for a case lets its holder see something of it, so every permit is noted.
            let note = ReadNote {
                authority: officer.authority.clone(),
                account: officer.account,
                case: subject.case.id,
                at: self.now(),
            };
            self.journal.note_read(note).await.map_err(Failure::from)?;
        }
        Ok(Permit {
            officer: officer.clone(),
            deed,
            subject,
        })
    }

    /// Leave for whoever runs the program on its machine to have the annual report written.
    ///
    /// They hold the deployment's key, so this gives them nothing they could not already open; and it
    /// is for the report alone, which names nobody.
    pub fn operators_permit(&self, authority: &AuthorityCode) -> Permit {
        operator(authority, Deed::ReadReport)
    }

    /// Leave for whoever runs the program on its machine to announce a bank holiday, see which due dates move and
    /// move them, and nothing else: it opens no name and no text of a case.
    pub fn operators_calendar_permit(&self, authority: &AuthorityCode) -> Permit {
        operator(authority, Deed::ManageCalendar)
    }

    async fn subject(&self, officer: &Officer, reference: Reference) -> Result<Subject, Denied> {
        let found = self
            .journal
            .find(&officer.authority, reference)
            .await
            .map_err(Failure::from)?;
        let Some((case, _)) = found else {
            return Err(Denied::NoSuchCase(reference));
        };
        let entries = self
            .journal
            .stream(&officer.authority, case)
            .await
            .map_err(Failure::from)?;
        let mut subject = subject(reference, case, &entries)?;
        if subject.case.is_taken_back() {
            // Its personal data are gone, and whatever is known of it was an error.
            return Err(Denied::NoSuchCase(reference));
        }
        self.reach_from_elsewhere(&officer.authority, reference, &mut subject.case)
            .await?;
        Ok(subject)
    }
}

/// The permit of whoever runs the program: no account, the role that sees least, one deed.
fn operator(authority: &AuthorityCode, deed: Deed) -> Permit {
    let officer = Officer {
        account: OPERATOR,
        authority: authority.clone(),
        display_name: "the operator".to_owned(),
        role: Role::Analyst,
        must_change: false,
    };
    Permit {
        officer,
        deed,
        subject: None,
    }
}

/// By whom things are recorded that the operator did, who has no account.
pub const OPERATOR: AccountId = AccountId(uuid::Uuid::nil());

pub(crate) fn subject(
    reference: Reference,
    id: CaseId,
    entries: &[Entry],
) -> Result<Subject, Failure> {
    let history = entries
        .iter()
        .map(recorded)
        .collect::<Result<Vec<_>, _>>()?;
    let case = Case::fold(id, history.iter().map(|recorded| &recorded.fact))
        .ok_or(Failure::HeadlessCase(id))?;
    Ok(Subject {
        reference,
        case: Box::new(case),
        history,
    })
}

pub(crate) fn recorded(entry: &Entry) -> Result<Recorded, Failure> {
    let fact = Fact::from_stored(&entry.name, entry.schema, &entry.body).map_err(|problem| {
        Failure::UnreadableCase {
            case: entry.case,
            problem,
        }
    })?;
    Ok(Recorded {
        fact,
        recorded_at: entry.recorded_at,
        actor: entry.actor,
    })
}

fn relation(officer: &Officer, deed: Deed, case: &Case) -> Relation {
    let account = officer.account;
    let owns = |case: &Case| {
        let mut actions = case.corrective_actions.iter();
        actions.any(|action| action.agreed.owner == account)
    };
    if case.representation.complained_about.contains(&account) {
        Relation::ComplainedAbout
    } else if case.is_the_own_case_of(account) {
        Relation::OwnCase
    } else if deed.is_of_an_owner() && owns(case) {
        Relation::OwnsAction
    } else if case.assigned_to == Some(account) {
        Relation::Assigned
    } else if case.is_helped_by(account) {
        Relation::Helps
    } else {
        Relation::Unrelated
    }
}

/// Whether somebody may open a case, which asking does not note.
pub(crate) fn may_read(officer: &Officer, case: &Case) -> bool {
    let relation = relation(officer, Deed::ReadCase, case);
    !case.is_taken_back() && decide(officer.role, Deed::ReadCase, relation).is_ok()
}

/// Every combination of role, deed and relation with its decision, for the page and for the test.
pub fn matrix() -> Vec<(Role, Deed, Relation, Result<(), NotAllowed>)> {
    let deeds: Vec<_> = Deed::all().collect();
    let mut rows = Vec::new();
    for role in Role::ALL {
        for deed in &deeds {
            for relation in Relation::ALL {
                rows.push((role, *deed, relation, decide(role, *deed, relation)));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_complained_about_may_do_anything_with_the_case() {
        for (_, _, relation, decision) in matrix() {
            if relation == Relation::ComplainedAbout {
                assert_eq!(decision, Err(NotAllowed::ComplainedAbout));
            }
        }
    }

    #[test]
    fn nobody_may_do_anything_as_staff_with_a_case_that_is_their_own() {
        for (_, _, relation, decision) in matrix() {
            if relation == Relation::OwnCase {
                assert_eq!(decision, Err(NotAllowed::OwnCase));
            }
        }
    }

    #[test]
    fn only_a_complaints_manager_releases_a_contact_or_lifts_a_protection() {
        for (role, deed, relation, decision) in matrix() {
            let own = matches!(
                deed,
                Deed::Act(Action::ReleaseContact | Action::LiftProtection)
            );
            let shut = [Relation::ComplainedAbout, Relation::OwnCase].contains(&relation);
            if own && !shut {
                let expected = only(
                    role == Role::ComplaintsManager,
                    NotAllowed::ComplaintsManager,
                );
                assert_eq!(decision, expected, "{role:?}");
            }
        }
    }

    #[test]
    fn administrators_and_analysts_see_no_case() {
        for role in [Role::Administrator, Role::Analyst] {
            for deed in [Deed::ReadCase, Deed::ReadRegister, Deed::Act(Action::Close)] {
                assert_eq!(
                    decide(role, deed, Relation::Unrelated),
                    Err(NotAllowed::Role)
                );
            }
        }
    }

    #[test]
    fn a_team_manager_answers_and_reads_only_what_is_assigned() {
        let may = |deed, relation| decide(Role::TeamManager, deed, relation);
        assert_eq!(may(Deed::Act(Action::Respond), Relation::Assigned), Ok(()));
        assert_eq!(
            may(Deed::Act(Action::Respond), Relation::Unrelated),
            Err(NotAllowed::NotYours)
        );
        assert_eq!(
            may(Deed::ReadCase, Relation::Unrelated),
            Err(NotAllowed::NotYours)
        );
        assert_eq!(
            may(Deed::Act(Action::Close), Relation::Assigned),
            Err(NotAllowed::Role)
        );
    }

    #[test]
    fn whoever_helps_with_an_answer_reads_the_case_and_its_draft_and_cannot_send_it() {
        let may = |deed| decide(Role::TeamManager, deed, Relation::Helps);
        for deed in [
            Deed::ReadCase,
            Deed::Act(Action::HandInDraft),
            Deed::Act(Action::CheckAnswer),
            Deed::Act(Action::AskForTime),
        ] {
            assert_eq!(may(deed), Ok(()), "{deed:?}");
        }
        for action in [Action::Respond, Action::Resolve] {
            assert_eq!(may(Deed::Act(action)), Err(NotAllowed::NotYours));
        }
        for action in [Action::NameHelper, Action::Assign, Action::CompleteAnswer] {
            assert_eq!(may(Deed::Act(action)), Err(NotAllowed::Role));
        }
    }

    #[test]
    fn an_owner_reports_on_their_action_and_has_no_right_to_the_case() {
        let owner = Relation::OwnsAction;
        let own = Deed::all().filter(|deed| deed.is_of_an_owner());
        for deed in own {
            for role in Role::ALL {
                let expected = if role.handles_cases() {
                    Ok(())
                } else {
                    Err(NotAllowed::Role)
                };
                assert_eq!(decide(role, deed, owner), expected, "{role:?} {deed:?}");
            }
            for relation in [
                Relation::NoCase,
                Relation::Unrelated,
                Relation::Assigned,
                Relation::Helps,
            ] {
                for role in Role::ALL {
                    assert!(decide(role, deed, relation).is_err(), "{role:?} {deed:?}");
                }
            }
        }
        let may = |deed| decide(Role::TeamManager, deed, owner);
        assert_eq!(may(Deed::ReadCase), Err(NotAllowed::NotYours));
        for action in [
            Action::CarryOutAction,
            Action::ReportBack,
            Action::CloseAction,
        ] {
            assert_eq!(may(Deed::Act(action)), Err(NotAllowed::Role), "{action:?}");
        }
    }
}
