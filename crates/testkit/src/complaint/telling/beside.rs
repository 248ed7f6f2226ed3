//! What goes on beside the stages: what takes the place of Stage 2, and corrective actions.

use app::private::seal_text;
use casework::closure::{Close, NoticeOfRights};
use casework::learning::{
    ActionNumber, ActionOrigin, AgreeAction, AgreedAction, CarryOutAction, CloseAction, Learned,
    ReportBack,
};
use casework::local_resolution::{RecordActivity, WithdrawRequest};
use jiff::civil::Date;

use super::Telling;
use crate::complaint::{
    ActionPlan, AfterLocalResolution, Course, InPlace, LearningPlan, LocalResolutionPlan,
};
use crate::texts;

/// Working days in which an action is to be done.
const DUE_AFTER: u16 = 40;

impl Telling<'_> {
    /// The request for Stage 2 is taken back, with what was done in its place.
    pub(super) fn take_back(&mut self, instead: InPlace, asked_on: Date, on: Date) {
        let order = match instead {
            InPlace::Nothing => WithdrawRequest::outright(false, on),
            InPlace::Meeting => WithdrawRequest::outright(true, on),
            InPlace::Activity(kind, outcome) => {
                self.life.then(on, |_| RecordActivity {
                    kind,
                    agreed_on: asked_on,
                    result: None,
                    outcome: Some(outcome),
                    on,
                });
                WithdrawRequest::outright(false, on)
            }
            InPlace::Agreed(instead) => WithdrawRequest {
                after_meeting: false,
                instead: Some(instead),
                on,
            },
        };
        self.life.then(on, |_| order);
    }

    /// Agrees the actions that come from the answer at Stage 1, or from what came after it; each is carried out and
    /// checked.
    pub(super) fn actions(&mut self, from_stage_1: bool, agreed_on: Date) {
        let LearningPlan::Actions(actions) = &self.plan.particulars.learning else {
            return;
        };
        let origin = match (from_stage_1, self.was_investigated()) {
            (true, _) => ActionOrigin::LocalResolution,
            (false, true) => ActionOrigin::Adjudication,
            (false, false) => ActionOrigin::OfItself,
        };
        for (number, action) in (1_u16..).zip(actions) {
            if action.from_stage_1 == from_stage_1 {
                self.act(ActionNumber(number), action, origin, agreed_on);
            }
        }
    }

    fn was_investigated(&self) -> bool {
        matches!(
            &self.plan.course,
            Course::Answered(LocalResolutionPlan {
                next: AfterLocalResolution::Investigated(_),
                ..
            })
        )
    }

    fn act(
        &mut self,
        number: ActionNumber,
        plan: &ActionPlan,
        origin: ActionOrigin,
        agreed_on: Date,
    ) {
        let due_on = self.day(agreed_on, DUE_AFTER);
        let lesson = texts::lesson(&mut self.dice);
        self.life.then(agreed_on, |sealing| AgreeAction {
            agreed: AgreedAction {
                kind: plan.kind.clone(),
                themes: vec![plan.theme.clone()],
                text: seal_text(sealing, lesson),
                plan: None,
                owner: plan.owner,
                due_on,
                origin,
                answers: None,
            },
            on: agreed_on,
        });
        let took = self.dice.between(5, 30);
        let done_on = self.day(agreed_on, took);
        self.life.then(done_on, |sealing| CarryOutAction {
            action: number,
            reported_by: plan.owner,
            evidence: seal_text(sealing, texts::DONE),
            on: done_on,
        });
        let on = self.day(done_on, 3);
        self.life.then(on, |_| CloseAction {
            action: number,
            checked_by: plan.checked_by,
            review_on: None,
            on,
        });
    }

    /// Closes a complaint of which it is planned what it teaches: its actions say so, or it is said that it teaches
    /// nothing. A service with actions reports back in time.
    pub(super) fn close_as_planned(&mut self, notice: Option<NoticeOfRights>, on: Date) {
        let acts = matches!(self.plan.particulars.learning, LearningPlan::Actions(_));
        let none = texts::no_lesson(&mut self.dice);
        self.life.then(on, |sealing| Close {
            notice,
            learned: (!acts).then(|| Learned::Nothing {
                reason: seal_text(sealing, none),
            }),
            on,
        });
        if acts {
            let took = self.dice.between(10, 40);
            let on = self.day(on, took);
            let text = texts::lesson(&mut self.dice);
            self.life.then(on, |sealing| ReportBack {
                learned: Learned::Change {
                    text: seal_text(sealing, text),
                },
                on,
            });
        }
    }
}
