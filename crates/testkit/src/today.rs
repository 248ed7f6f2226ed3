//! Cases for a demonstration's "today": a dozen complaints at every stage, some due, some overdue, so
//! that the first page has something to show. They lie outside the reconstructed year.

use app::App;
use casework::advocacy::{AdvocateKind, Wanted};
use casework::ids::{AccountId, AuthorityCode};
use casework::intake::{Procedure, RepresentationKind};
use casework::local_resolution::ExtensionReason;
use casework::people::Channel;
use casework::settings::Settings;
use jiff::civil::Date;
use statute::procedure::Finding;
use statute::working_days::Calendar;

use crate::complaint::{
    AfterLocalResolution, ComplaintPlan, Course, ExtensionPlan, InvestigationPlan,
    LocalResolutionPlan, ReviewPanelPlan,
};
use crate::contact::ContactPlan;
use crate::dice::Dice;
use crate::generator::complaint;
use crate::life::{Life, before};
use crate::pool::Pool;
use crate::vocabulary;
use crate::year::{NotPlayed, Played, append, team_managers};

/// The seed of today's cases.
const SEED: u64 = 0x70DA_7000;
/// Longer than anything here has run: not yet.
const NOT_YET: u16 = 400;

/// Records current cases in an authority, as things stand on a day.
///
/// # Errors
///
/// [`NotPlayed`] when the authority is unknown or the record failed.
pub async fn demo_today(
    app: &App,
    authority: &AuthorityCode,
    actor: AccountId,
    today: Date,
) -> Result<Played, NotPlayed> {
    let managers = team_managers(app, authority).await?;
    let (Some(settings), Some(calendar)) = (app.settings(authority), app.calendar(authority))
    else {
        return Ok(Played {
            cases: 0,
            events: 0,
        });
    };
    append(
        app,
        authority,
        actor,
        lives(&settings, &managers, today, &calendar),
    )
    .await
}

/// The current cases, in the order they were received.
pub fn lives(
    settings: &Settings,
    managers: &[AccountId],
    today: Date,
    calendar: &Calendar,
) -> Vec<Life> {
    let mut dice = Dice::new(SEED);
    let pool = Pool::of(settings.code.as_str());
    let mut lives: Vec<Life> = Vec::new();
    for (place, scene) in SCENES.iter().enumerate() {
        let manager = managers.get(place % managers.len().max(1)).copied();
        let plan = scene.plan(
            settings,
            before(today, scene.days_ago, calendar),
            manager,
            &mut dice,
        );
        lives.push(plan.live(Some(&pool), &mut dice, today, calendar));
    }
    for (kind, days_ago) in [
        (RepresentationKind::ElectedMemberEnquiry, 9),
        (RepresentationKind::Enquiry, 2),
    ] {
        let plan = ContactPlan {
            kind,
            channel: if kind == RepresentationKind::Enquiry {
                Channel::Telephone
            } else {
                Channel::ElectedMember
            },
            received_on: before(today, days_ago, calendar),
            service: vocabulary::code(&settings.services, &mut dice),
            capacity: Some(vocabulary::code(&settings.capacities, &mut dice)),
            child: None,
            assigned_to: managers
                .first()
                .copied()
                .filter(|_| kind == RepresentationKind::ElectedMemberEnquiry),
            took: Some(NOT_YET),
            tells: None,
            constituent: None,
        };
        lives.push(plan.live(&mut dice, today, calendar));
    }
    lives.sort_by_key(Life::received_on);
    lives
}

/// One current complaint: how long ago it came and how far it has gone.
struct Scene {
    days_ago: u16,
    procedure: Procedure,
    acknowledged: bool,
    /// The working day after receipt on which Stage 1 was extended by ten days.
    extended_after: Option<u16>,
    reached: Reached,
}

/// How far a current complaint has gone, in working days from the step before.
enum Reached {
    /// Not answered yet.
    LocalResolution,
    /// Answered, and an investigation asked for.
    Investigation {
        answered_after: u16,
        asked_after: u16,
    },
    /// The investigation is answered and a panel asked for.
    ReviewPanel {
        answered_after: u16,
        asked_after: u16,
        took: u16,
        panel_after: u16,
        meets_after: u16,
    },
}

impl Scene {
    const fn new(days_ago: u16, acknowledged: bool) -> Self {
        let (procedure, reached) = (Procedure::ChildrenAct, Reached::LocalResolution);
        Self {
            days_ago,
            procedure,
            acknowledged,
            extended_after: None,
            reached,
        }
    }
}

const SCENES: [Scene; 13] = [
    // Just in; then one whose acknowledgement is due, and one whose acknowledgement is overdue.
    Scene::new(0, false),
    Scene::new(2, false),
    Scene::new(4, false),
    // Stage 1 under way, nearly due, due today, overdue.
    Scene::new(5, true),
    Scene::new(9, true),
    Scene::new(10, true),
    Scene::new(13, true),
    // Extended and within the twenty days; extended and overdue.
    Scene {
        extended_after: Some(8),
        ..Scene::new(14, true)
    },
    Scene {
        extended_after: Some(9),
        ..Scene::new(24, true)
    },
    // Stage 2: just asked for; past the first limit and extended.
    Scene {
        reached: Reached::Investigation {
            answered_after: 10,
            asked_after: 6,
        },
        ..Scene::new(19, true)
    },
    Scene {
        extended_after: Some(7),
        reached: Reached::Investigation {
            answered_after: 18,
            asked_after: 9,
        },
        ..Scene::new(75, true)
    },
    // Stage 3: the panel is appointed and will meet.
    Scene {
        reached: Reached::ReviewPanel {
            answered_after: 10,
            asked_after: 8,
            took: 58,
            panel_after: 9,
            meets_after: 27,
        },
        ..Scene::new(105, true)
    },
    // The council's own procedure.
    Scene {
        procedure: Procedure::Corporate,
        ..Scene::new(8, true)
    },
];

impl Scene {
    fn plan(
        &self,
        settings: &Settings,
        received_on: Date,
        manager: Option<AccountId>,
        dice: &mut Dice,
    ) -> ComplaintPlan {
        let plan = complaint(settings, self.procedure, received_on, manager, dice);
        let findings = vec![Finding::NotUpheld; plan.categories.len()];
        let (took, next) = match self.reached {
            Reached::LocalResolution => (NOT_YET, AfterLocalResolution::Satisfied),
            Reached::Investigation {
                answered_after,
                asked_after,
            } => (
                answered_after,
                investigated(asked_after, NOT_YET, &findings, None),
            ),
            Reached::ReviewPanel {
                answered_after,
                asked_after,
                took,
                panel_after,
                meets_after,
            } => {
                let panel = ReviewPanelPlan {
                    asked_after: panel_after,
                    meets_after,
                    reports_after: NOT_YET,
                    answered_after: NOT_YET,
                };
                (
                    answered_after,
                    investigated(asked_after, took, &findings, Some(panel)),
                )
            }
        };
        ComplaintPlan {
            acknowledged_after: self.acknowledged.then_some(1),
            assigned_to: manager.filter(|_| self.acknowledged),
            advocate: plan
                .child
                .complains
                .then_some((Wanted::Yes, AdvocateKind::Independent)),
            equality: Vec::new(),
            course: Course::Answered(LocalResolutionPlan {
                extension: self.extended_after.map(|decided_after| ExtensionPlan {
                    decided_after,
                    until: 20,
                    reason: ExtensionReason::Complex,
                    notified: true,
                }),
                took,
                findings,
                by_terms: false,
                next,
            }),
            closed_after: 1,
            ..plan
        }
    }
}

fn investigated(
    asked_after: u16,
    took: u16,
    findings: &[Finding],
    panel: Option<ReviewPanelPlan>,
) -> AfterLocalResolution {
    let findings = findings.to_vec();
    AfterLocalResolution::Investigated(InvestigationPlan {
        asked_after,
        took,
        findings,
        panel,
    })
}
