//! What the owner of a corrective action sees of its case: the action, by when, what it comes from, and nothing else.

use std::fmt;

use casework::action::{Action, Command};
use casework::case::Case;
use casework::ids::{Reference, Sealed};
use casework::learning::{ActionOrigin, CorrectiveAction};
use casework::refusal::{LearningFault, Refusal};
use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::Outcome;

use crate::App;
use crate::failure::Failure;
use crate::officer::Officer;
use crate::permit::{Permit, Subject};

/// An owner’s corrective actions in a case.
pub struct OwnActions {
    /// The reference of the case.
    pub reference: Reference,
    /// Each action, in the order agreed.
    pub actions: Vec<OwnAction>,
    /// By when the service is to report what the closed case taught, where nobody has.
    pub report_due_on: Option<Date>,
    /// Why nobody can report now what the case taught; `None` where somebody can.
    pub report_refused: Option<Refusal>,
}

/// One of them.
pub struct OwnAction {
    /// The action with everything that became of it.
    pub action: CorrectiveAction,
    /// What is to be done; `None` after disposal.
    pub words: Option<String>,
    /// What shows that it was carried out.
    pub evidence: Option<String>,
    /// The day and the outcome of the answer it comes from, where it comes from one.
    pub answer: Option<(Date, Option<Outcome>)>,
}

impl fmt::Debug for OwnActions {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "OwnActions({}, {})",
            self.reference,
            self.actions.len()
        )
    }
}

impl App {
    /// The corrective actions that are the permit holder’s own; `None` when the permit is for something else. No text
    /// of the case is opened but those of these actions.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn own_actions(&self, permit: &Permit) -> Result<Option<OwnActions>, Failure> {
        let Some(subject) = permit.subject() else {
            return Ok(None);
        };
        if !permit.deed().is_of_an_owner() {
            return Ok(None);
        }
        let officer = permit.officer();
        let case = &*subject.case;
        let own: Vec<&CorrectiveAction> = owned(officer, case).collect();
        let items: Vec<_> = own
            .iter()
            .flat_map(|action| [Some(&action.agreed.text), evidence(action)])
            .flatten()
            .map(|sealed| sealed.item)
            .collect();
        let texts = self
            .journal
            .open_items(&officer.authority, case.id, &items)
            .await?;
        let text = |sealed: &Sealed| texts.get(&sealed.item).cloned();
        let actions = own.into_iter().map(|action| OwnAction {
            words: text(&action.agreed.text),
            evidence: evidence(action).and_then(text),
            answer: answer(case, action.agreed.origin),
            action: action.clone(),
        });
        let running = case.clocks.running_of(LimitId::Learning);
        Ok(Some(OwnActions {
            reference: subject.reference,
            actions: actions.collect(),
            report_due_on: running.map(casework::clock::Clock::due_on),
            report_refused: case.open_to(Action::ReportBack).err(),
        }))
    }
}

/// Refuses an owner’s report on an action that is somebody else’s, or in somebody else’s name.
pub(crate) fn check_own(
    officer: &Officer,
    subject: Option<&Subject>,
    command: &Command,
) -> Result<(), Refusal> {
    let Command::CarryOutAction(done) = command else {
        return Ok(());
    };
    let mut own = subject
        .into_iter()
        .flat_map(|subject| owned(officer, &subject.case));
    let is_own = own.any(|action| action.number == done.action);
    if is_own && done.reported_by == officer.account {
        Ok(())
    } else {
        Err(LearningFault::NoSuchAction(done.action).into())
    }
}

fn owned<'a>(
    officer: &Officer,
    case: &'a Case,
) -> impl Iterator<Item = &'a CorrectiveAction> + use<'a> {
    let account = officer.account;
    let actions = case.corrective_actions.iter();
    actions.filter(move |action| action.agreed.owner == account)
}

fn evidence(action: &CorrectiveAction) -> Option<&Sealed> {
    let carried_out = action.carried_out.as_ref();
    carried_out.map(|(_, carried_out)| &carried_out.evidence)
}

/// The day of what an action comes from, and its outcome where it has one.
fn answer(case: &Case, origin: ActionOrigin) -> Option<(Date, Option<Outcome>)> {
    match origin {
        ActionOrigin::LocalResolution => {
            let stage = case.local_resolution.as_ref()?;
            let (on, answered) = stage.answered.as_ref()?;
            Some((*on, Some(answered.outcome)))
        }
        ActionOrigin::Adjudication => {
            let stage = case.investigation.as_ref()?;
            let (on, answered) = stage.answered.as_ref()?;
            Some((*on, Some(answered.outcome)))
        }
        ActionOrigin::ReviewPanel => {
            let panel = case.review_panel.as_ref()?;
            panel.reported_on.map(|on| (on, None))
        }
        ActionOrigin::Debrief => case.debriefs.last().map(|(on, _)| (*on, None)),
        ActionOrigin::Ombudsman => {
            let latest = case.ombudsman.last()?;
            let decided = latest.decided.as_ref()?;
            Some((decided.0, None))
        }
        ActionOrigin::OfItself => None,
    }
}
