//! As many invented cases as asked for, over several years up to a day: for trying out an installation
//! of any size. The same seed gives the same cases.

use app::App;
use casework::advocacy::{AdvocateKind, Wanted};
use casework::ids::{AccountId, AuthorityCode};
use casework::intake::{Procedure, RepresentationKind};
use casework::local_resolution::ExtensionReason;
use casework::people::{Channel, ChildStatus};
use casework::settings::Settings;
use jiff::civil::Date;
use journal::Append;
use statute::procedure::Finding;
use statute::working_days::Calendar;

use crate::complaint::{
    AfterLocalResolution, ComplaintPlan, Course, ExtensionPlan, InPlace, InvestigationPlan,
    LocalResolutionPlan, ParticularsPlan, ReviewPanelPlan,
};
use crate::contact::ContactPlan;
use crate::dice::Dice;
use crate::life::{Life, before};
use crate::vocabulary;
use crate::year::{NotPlayed, decide, team_managers};

/// What to generate.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many cases.
    pub cases: u64,
    /// Where chance begins.
    pub seed: u64,
    /// The last day that has happened. Whatever would come later has not, so some cases are open.
    pub until: Date,
}

/// What was generated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// Cases.
    pub cases: u64,
    /// Of these, still open.
    pub open: u64,
    /// Events in all of them.
    pub events: u64,
}

/// Cases appended together: enough to spread the cost of a transaction, few enough to hold in memory.
const CHUNK: u64 = 500;
/// How far back cases go, in working days: about five years.
const REACH: u16 = 1265;
/// How many working days count as lately: long enough for a case to be at Stage 2 or still at Stage 1.
const LATELY: u16 = 30;
/// How many in a hundred were received lately, so that about one in ten is open.
const RECEIVED_LATELY: usize = 24;

/// Generates cases in one of the installation's authorities, with its own lists. While one chunk is
/// being written the next is decided.
///
/// # Errors
///
/// [`NotPlayed`] when the authority is unknown or the record failed; chunks before that stay recorded.
pub async fn generate(
    app: &App,
    authority: &AuthorityCode,
    actor: AccountId,
    options: Options,
    mut progress: impl FnMut(u64),
) -> Result<Generated, NotPlayed> {
    let managers = team_managers(app, authority).await?;
    let (Some(settings), Some(calendar)) = (app.settings(authority), app.calendar(authority))
    else {
        return Ok(Generated::default());
    };
    let mut planned = cases(&settings, &managers, options, &calendar);
    let mut generated = Generated::default();
    let mut writing: Option<tokio::task::JoinHandle<Result<u64, NotPlayed>>> = None;
    loop {
        let lives: Vec<Life> = planned
            .by_ref()
            .take(usize::try_from(CHUNK).unwrap_or(usize::MAX))
            .collect();
        let last = lives.is_empty();
        let appends = decide(app, authority, actor, lives)?;
        generated.count(&appends);
        if let Some(written) = writing.take() {
            progress(written.await.map_err(|error| stopped(&error))??);
        }
        if last {
            return Ok(generated);
        }
        let (app, so_far) = (app.clone(), generated.cases);
        writing = Some(tokio::spawn(async move {
            app.append_cases(appends).await?;
            Ok(so_far)
        }));
    }
}

/// The cases that [`generate`] records, one after the other.
pub fn cases<'a>(
    settings: &'a Settings,
    managers: &'a [AccountId],
    options: Options,
    calendar: &'a Calendar,
) -> impl Iterator<Item = Life> + 'a {
    let mut dice = Dice::new(options.seed);
    (0..options.cases).map(move |_| {
        let mut dice = dice.fork();
        let age = if dice.chance(RECEIVED_LATELY) {
            dice.between(0, LATELY)
        } else {
            dice.between(0, REACH)
        };
        let received_on = before(options.until, age, calendar);
        case(
            settings,
            managers,
            received_on,
            &mut dice,
            options.until,
            calendar,
        )
    })
}

fn stopped(error: &tokio::task::JoinError) -> NotPlayed {
    NotPlayed::Stopped(error.to_string())
}

impl Generated {
    fn count(&mut self, appends: &[Append]) {
        for append in appends {
            self.cases += 1;
            let listed = append.rows.register.as_ref();
            self.open += u64::from(listed.is_some_and(|row| row.open));
            self.events += append.entries.len() as u64;
        }
    }
}

fn case(
    settings: &Settings,
    managers: &[AccountId],
    received_on: Date,
    dice: &mut Dice,
    until: Date,
    calendar: &Calendar,
) -> Life {
    let manager = (!managers.is_empty()).then(|| *dice.pick(managers));
    let contact = |kind, channel, took, dice: &mut Dice| ContactPlan {
        kind,
        channel,
        received_on,
        service: vocabulary::code(&settings.services, dice),
        capacity: Some(vocabulary::code(&settings.capacities, dice)),
        child: (kind == RepresentationKind::Enquiry).then(|| {
            *dice.pick(&[
                ChildStatus::LookedAfter,
                ChildStatus::InNeed,
                ChildStatus::NoneOfThese,
            ])
        }),
        assigned_to: manager.filter(|_| kind == RepresentationKind::ElectedMemberEnquiry),
        took,
        tells: vocabulary::tells(settings, kind, received_on.day()),
        constituent: None,
    };
    let plan = match dice.below(100) {
        0..58 => {
            return complaint(settings, Procedure::ChildrenAct, received_on, manager, dice)
                .live(None, dice, until, calendar);
        }
        58..66 => {
            return complaint(settings, Procedure::Corporate, received_on, manager, dice)
                .live(None, dice, until, calendar);
        }
        66..78 => contact(RepresentationKind::Compliment, Channel::Email, None, dice),
        78..92 => {
            let took = Some(dice.between(0, 12));
            contact(RepresentationKind::Enquiry, Channel::Telephone, took, dice)
        }
        _ => {
            let took = Some(dice.between(3, 25));
            contact(
                RepresentationKind::ElectedMemberEnquiry,
                Channel::ElectedMember,
                took,
                dice,
            )
        }
    };
    plan.live(dice, until, calendar)
}

/// A complaint as such things go: a good half answered in ten days, a few far too late.
pub(crate) fn complaint(
    settings: &Settings,
    procedure: Procedure,
    received_on: Date,
    manager: Option<AccountId>,
    dice: &mut Dice,
) -> ComplaintPlan {
    let capacity = vocabulary::capacity(settings, procedure, dice);
    let child = vocabulary::child(settings, &capacity, dice);
    let points = if dice.chance(60) {
        1
    } else {
        dice.between(2, 3)
    };
    let took = match dice.below(100) {
        0..52 => dice.between(2, 10),
        52..86 => dice.between(11, 20),
        _ => dice.between(21, 48),
    };
    let course = if dice.chance(7) {
        Course::Withdrawn { took }
    } else {
        Course::Answered(local_resolution(procedure, took, points, dice))
    };
    ComplaintPlan {
        procedure,
        channel: *dice.pick(&Channel::ALL),
        received_on,
        service: vocabulary::code(&settings.services, dice),
        advocate: (child.complains && procedure == Procedure::ChildrenAct).then(|| {
            if dice.chance(50) {
                (Wanted::Yes, AdvocateKind::Independent)
            } else {
                (Wanted::No, AdvocateKind::Nobody)
            }
        }),
        capacities: vec![capacity],
        child,
        categories: (0..points)
            .map(|_| vocabulary::code(&settings.categories, dice))
            .collect(),
        acknowledged_after: Some(if dice.chance(88) {
            dice.between(0, 2)
        } else {
            dice.between(3, 6)
        }),
        assigned_to: manager,
        equality: if dice.chance(30) {
            vec![vocabulary::equality(&settings.equality, child, dice)]
        } else {
            Vec::new()
        },
        course,
        ombudsman: None,
        particulars: ParticularsPlan::default(),
        closed_after: dice.between(0, 4),
    }
}

fn local_resolution(
    procedure: Procedure,
    took: u16,
    points: u16,
    dice: &mut Dice,
) -> LocalResolutionPlan {
    let findings = findings(points, dice);
    let next = match (procedure, dice.below(100)) {
        (Procedure::ChildrenAct, 0..8) => AfterLocalResolution::Investigated(InvestigationPlan {
            asked_after: dice.between(2, 20),
            took: dice.between(20, 80),
            findings: findings.clone(),
            panel: dice.chance(25).then(|| ReviewPanelPlan {
                asked_after: dice.between(3, 20),
                meets_after: dice.between(20, 36),
                reports_after: dice.between(2, 6),
                answered_after: dice.between(8, 18),
            }),
        }),
        (Procedure::ChildrenAct, 8..13) => AfterLocalResolution::TakenBack {
            asked_after: dice.between(2, 15),
            back_after: dice.between(2, 12),
            instead: if dice.chance(70) {
                InPlace::Meeting
            } else {
                InPlace::Nothing
            },
        },
        (Procedure::ChildrenAct | Procedure::Corporate, _) => AfterLocalResolution::Satisfied,
    };
    let extended = procedure == Procedure::ChildrenAct && took > 10 && dice.chance(75);
    LocalResolutionPlan {
        extension: extended.then(|| ExtensionPlan {
            decided_after: dice.between(5, 10),
            until: took.clamp(15, 20),
            reason: *dice.pick(&ExtensionReason::AT_STAGE_1),
            notified: dice.chance(90),
        }),
        took,
        findings,
        by_terms: dice.chance(6),
        next,
    }
}

fn findings(points: u16, dice: &mut Dice) -> Vec<Finding> {
    const USUAL: [Finding; 10] = [
        Finding::Upheld,
        Finding::Upheld,
        Finding::Upheld,
        Finding::PartlyUpheld,
        Finding::PartlyUpheld,
        Finding::NotUpheld,
        Finding::NotUpheld,
        Finding::NotUpheld,
        Finding::NotUpheld,
        Finding::NoFinding,
    ];
    (0..points).map(|_| *dice.pick(&USUAL)).collect()
}
