//! What a row orders: the commands of its case, each on its day and with the column it comes from.

use casework::action::Command;
use casework::closure::{Close, NextRight, NoticeOfRights, Withdraw};
use casework::ids::{AccountId, PersonId};
use casework::intake::DeclineGround;
use casework::intake::{Acknowledge, Decline, Procedure, ReferElsewhere, RepresentationKind};
use casework::investigation::{
    AgreeStatement, AppointInvestigators, AppointReviewer, ExtendInvestigation,
    InvestigatorsAppointed, ReceiveReports, SendAdjudication,
};
use casework::law::Law;
use casework::local_resolution::{
    ExtendLocalResolution, ExtensionReason, RequestInvestigation, Resolve, Respond, WithdrawRequest,
};
use casework::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanDecision};
use casework::point::{PointFinding, PointNumber};
use casework::refusal::{EscalationFault, Refusal};
use casework::registers::AnswerEnquiry;
use casework::review_panel::{
    AppointReviewPanel, HoldReviewPanel, ReceivePanelReport, RequestReviewPanel, SendPanelResponse,
};
use casework::settings::Settings;
use jiff::civil::Date;
use journal::{NewItem, Sealing};
use statute::procedure::{Finding, Route};
use uuid::Uuid;

use super::columns::{COLUMNS, spelling};
use super::receipt::{Receipt, receipt};
use super::row::Row;
use crate::clock::noon;
use crate::private::seal_text;
use crate::record::Dated;

/// A command with the day it is recorded as of and the column it comes from.
pub(super) struct Order {
    field: &'static str,
    recorded_on: Date,
    command: Command,
    items: Vec<NewItem>,
}

impl Order {
    /// The column, and what [`crate::App::decide_case`] takes.
    pub(super) fn into_dated(self) -> (&'static str, Dated) {
        let dated = Dated {
            command: self.command,
            recorded_at: noon(self.recorded_on),
            items: self.items,
        };
        (self.field, dated)
    }
}

/// The orders of a row, in the order in which they happened; `None` when too little of it can be read.
pub(super) fn orders(row: &mut Row<'_>, settings: &Settings, today: Date) -> Option<Vec<Order>> {
    let mut sealing = Sealing::new();
    let mut gathered = Gathered {
        row,
        sealing: &mut sealing,
        settings,
        orders: Vec::new(),
        points: 0,
        procedure: Procedure::Corporate,
    };
    gathered.check_days(today);
    let Receipt {
        command,
        received_on,
        kind,
        points,
    } = receipt(gathered.row, gathered.sealing)?;
    gathered.points = points;
    if let Command::RecordComplaint(complaint) = &command {
        gathered.procedure = complaint.procedure;
    }
    gathered.stage_1(kind);
    gathered.departures();
    gathered.stage_2();
    gathered.stage_3();
    gathered.ombudsman();
    gathered.closing();
    let mut orders = gathered.orders;
    // Things of one day stay in the order of the procedure.
    orders.sort_by_key(|order| order.recorded_on);
    let first = Order {
        field: "received_on",
        recorded_on: received_on,
        command,
        items: sealing.into_items(),
    };
    orders.insert(0, first);
    Some(orders)
}

/// The column to blame for a refusal, where it is not the column of the day.
pub(super) fn blamed(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::NobodyComplains => Some("complainant_name"),
        Refusal::NoGround(_) => Some("ground"),
        Refusal::NoPoints => Some("points"),
        Refusal::PointWithoutCategory(_) => Some("category"),
        Refusal::OutOfTime { .. } => Some("late_reasons"),
        Refusal::Escalation(EscalationFault::LateForAPanel { .. }) => Some("stage3_late_reasons"),
        Refusal::PastTheCeiling { .. }
        | Refusal::NotAnExtension { .. }
        | Refusal::InTheFuture { .. }
        | Refusal::BeforeItCould { .. }
        | Refusal::BeyondCalendar(_)
        | Refusal::Closed(_)
        | Refusal::NotAtThisStage { .. }
        | Refusal::AlreadyDone { .. }
        | Refusal::WrongKind { .. }
        | Refusal::NotYet(_)
        | Refusal::NotInTheList { .. }
        | Refusal::NoPointChosen
        | Refusal::NotInTheCase(_)
        | Refusal::InterviewNotFinished(_)
        | Refusal::AnswerAgainstDates { .. }
        | Refusal::AcceptedAtStage1(_)
        | Refusal::ComplainedAbout
        | Refusal::AlreadyExtended(_)
        | Refusal::PointUnanswered(_)
        | Refusal::NoSuchPoint(_)
        | Refusal::AnsweredTwice(_)
        | Refusal::SamePerson { .. }
        | Refusal::Barred { .. }
        | Refusal::NotIndependent { .. }
        | Refusal::AdvocateBarred(_)
        | Refusal::NoStatutoryAdvocate
        | Refusal::EarlyReferralNeeds(_)
        | Refusal::RemedyNotDone(_)
        | Refusal::NoSuchRemedy(_)
        | Refusal::CannotGoBack(_)
        | Refusal::PaymentOrNot(_)
        | Refusal::NoAgreedRemedy(_)
        | Refusal::Learning(_)
        | Refusal::NothingMoves
        | Refusal::Decision(_)
        | Refusal::NoticeOfRights(_)
        | Refusal::Escalation(
            EscalationFault::StillInTime(_)
            | EscalationFault::NotToldOfStage2
            | EscalationFault::NoLawfulGround(_)
            | EscalationFault::SecondPerson,
        )
        | Refusal::Contact(_)
        | Refusal::SubjectAccess(_)
        | Refusal::Investigation(_)
        | Refusal::Panel(_)
        | Refusal::NotReadyToClose(_) => None,
    }
}

struct Gathered<'row, 'file, 'seal> {
    row: &'row mut Row<'file>,
    sealing: &'seal mut Sealing,
    settings: &'row Settings,
    orders: Vec<Order>,
    points: usize,
    procedure: Procedure,
}

impl Gathered<'_, '_, '_> {
    fn order(&mut self, field: &'static str, recorded_on: Date, command: impl Into<Command>) {
        self.orders.push(Order {
            field,
            recorded_on,
            command: command.into(),
            items: Vec::new(),
        });
    }

    /// What an old letter said about the next right is not known; it is taken that it said what the law asks.
    fn notice(&self, right: NextRight, sent_on: Date) -> Option<NoticeOfRights> {
        let calendar = &self.settings.calendar().ok()?;
        // Past the known bank holidays nothing is decided, so nothing is lost without a notice.
        let law = Law {
            calendar,
            settings: self.settings,
            today: sent_on,
        };
        NoticeOfRights::lawful(right, self.procedure, sent_on, calendar)
            .ok()?
            .counted_by(self.procedure, sent_on, &law)
            .ok()
            .map(NoticeOfRights::taken_as_given)
    }

    /// The closing, with the right where no answer before it named one.
    fn closing(&mut self) {
        let Some(on) = self.row.day("closed_on") else {
            return;
        };
        let mut filled = |name: &str| self.row.day(name).is_some();
        let right = if filled("withdrawn_on") {
            Some(NextRight::BringItBack)
        } else {
            let mut last = ["declined_on", "referred_on", "stage3_answered_on"].into_iter();
            last.any(filled).then_some(NextRight::Ombudsman)
        };
        let notice = right.and_then(|right| self.notice(right, on));
        self.order("closed_on", on, Close::from_a_register(notice, on));
    }

    /// No day lies after today, and nothing but birth and grounds before the receipt.
    fn check_days(&mut self, today: Date) {
        let received_on = self.row.day("received_on");
        for column in COLUMNS {
            let is_day = column.name.ends_with("_on") || column.name == "extended_to";
            if !is_day {
                continue;
            }
            let Some(day) = self.row.day(column.name) else {
                continue;
            };
            let before = matches!(
                column.name,
                "grounds_arose_on" | "complainant_born_on" | "child_born_on"
            );
            if day > today && column.name != "extended_to" {
                self.row
                    .blame(column.name, "this day lies after today".to_owned());
            } else if !before && received_on.is_some_and(|received_on| day < received_on) {
                self.row
                    .blame(column.name, "this day lies before received_on".to_owned());
            }
        }
    }

    fn stage_1(&mut self, kind: RepresentationKind) {
        if let Some(on) = self.row.day("acknowledged_on") {
            self.order("acknowledged_on", on, Acknowledge { on });
        }
        if let Some(extension) = self.extension("", "extended_to", &ExtensionReason::AT_STAGE_1) {
            let Extension {
                until,
                reason,
                on,
                notified_on,
            } = extension;
            let command = ExtendLocalResolution {
                reason,
                until,
                notified_on,
                on,
            };
            self.order(
                "extended_to",
                notified_on.map_or(on, |told| told.max(on)),
                command,
            );
        }
        let Some(sent_on) = self.row.day("answered_on") else {
            return;
        };
        match kind {
            RepresentationKind::Complaint => {
                let findings = self.findings("finding");
                let notice = self.notice(NextRight::Investigation, sent_on);
                let terms = self.row.text("terms");
                let by_terms = self.row.choice(
                    "answer_manner",
                    &[(false, &["response"]), (true, &["terms"])],
                );
                if by_terms == Some(true) {
                    let terms = terms.unwrap_or("The old record does not hold the terms.");
                    let terms = seal_text(self.sealing, terms);
                    self.order(
                        "answered_on",
                        sent_on,
                        Resolve {
                            findings,
                            terms,
                            notice,
                            agreed_on: None,
                            sent_on,
                        },
                    );
                } else {
                    self.order(
                        "answered_on",
                        sent_on,
                        Respond {
                            findings,
                            letter: None,
                            notice,
                            sent_on,
                        },
                    );
                }
            }
            RepresentationKind::Compliment
            | RepresentationKind::Comment
            | RepresentationKind::Enquiry
            | RepresentationKind::ElectedMemberEnquiry
            | RepresentationKind::AnonymousComplaint
            | RepresentationKind::ServiceRequest
            | RepresentationKind::SettledAtFirstContact
            | RepresentationKind::SubjectAccessRequest
            | RepresentationKind::InformalContact
            | RepresentationKind::HelplineContact => {
                self.order("answered_on", sent_on, AnswerEnquiry::on(sent_on));
            }
        }
    }

    fn departures(&mut self) {
        if let Some(on) = self.row.day("declined_on") {
            let grounds =
                DeclineGround::ALL.map(|ground| (ground, [ground.code(), ground.label()]));
            let ground = choose(self.row, "decline_ground", &grounds);
            let reasons = self.row.required_text("decline_reasons");
            if let (Some(ground), Some(reasons)) = (ground, reasons) {
                let reasons = seal_text(self.sealing, reasons);
                self.order(
                    "declined_on",
                    on,
                    Decline {
                        ground,
                        reasons,
                        ombudsman_named: false,
                        on,
                        from_old_register: true,
                    },
                );
            }
        }
        if let Some(on) = self.row.day("referred_on") {
            let routes: Vec<_> = Route::ALL
                .iter()
                .map(|route| (*route, [route.code(), route.title()]))
                .collect();
            let route = choose(self.row, "referred_to", &routes);
            let reasons = self.row.required_text("referral_reasons");
            if let (Some(route), Some(reasons)) = (route, reasons) {
                let reasons = seal_text(self.sealing, reasons);
                self.order("referred_on", on, ReferElsewhere { route, reasons, on });
            }
        }
        if let Some(confirmed_on) = self.row.day("withdrawn_on") {
            let oral = self.row.yes("withdrawn_orally");
            self.order(
                "withdrawn_on",
                confirmed_on,
                Withdraw {
                    oral,
                    looked_into: None,
                    confirmed_on,
                },
            );
        }
    }

    fn stage_2(&mut self) {
        if let Some(on) = self.row.day("stage2_requested_on") {
            let oral = self.row.yes("stage2_requested_orally");
            self.order("stage2_requested_on", on, RequestInvestigation { oral, on });
        }
        if let Some(on) = self.row.day("stage2_request_withdrawn_on") {
            let after_meeting = self.row.yes("stage2_withdrawn_after_meeting");
            let taken_back = WithdrawRequest::outright(after_meeting, on);
            self.order("stage2_request_withdrawn_on", on, taken_back);
        }
        let appointed_on = self.row.day("stage2_investigators_appointed_on");
        if let Some(on) = appointed_on.filter(|_| self.procedure == Procedure::Corporate) {
            // The old register names nobody, so that nobody's later work is ruled out by it.
            let reviewer = AccountId(Uuid::now_v7());
            self.order(
                "stage2_investigators_appointed_on",
                on,
                AppointReviewer { reviewer, on },
            );
        } else if let Some(on) = appointed_on {
            let appointed = InvestigatorsAppointed::new(somebody(), somebody());
            self.order(
                "stage2_investigators_appointed_on",
                on,
                AppointInvestigators { appointed, on },
            );
        }
        if let Some(on) = self.row.day("stage2_statement_agreed_on") {
            self.order("stage2_statement_agreed_on", on, AgreeStatement { on });
        }
        if let Some(extension) = self.extension(
            "stage2_",
            "stage2_extended_to",
            &ExtensionReason::AT_STAGE_2,
        ) {
            let Extension {
                until,
                reason,
                on,
                notified_on,
            } = extension;
            let command = ExtendInvestigation {
                reason,
                until,
                notified_on,
                on,
            };
            self.order(
                "stage2_extended_to",
                notified_on.map_or(on, |told| told.max(on)),
                command,
            );
        }
        if let Some(on) = self.row.day("stage2_reported_on") {
            self.order("stage2_reported_on", on, ReceiveReports { on });
        }
        if let Some(sent_on) = self.row.day("stage2_answered_on") {
            let findings = self.findings("stage2_finding");
            let right = match self.procedure {
                Procedure::ChildrenAct => NextRight::ReviewPanel,
                Procedure::Corporate => NextRight::Ombudsman,
            };
            let notice = self.notice(right, sent_on);
            self.order(
                "stage2_answered_on",
                sent_on,
                SendAdjudication {
                    findings,
                    adjudication: None,
                    notice,
                    sent_on,
                },
            );
        }
    }

    fn stage_3(&mut self) {
        if let Some(on) = self.row.day("stage3_requested_on") {
            let late_reasons = self
                .row
                .text("stage3_late_reasons")
                .map(|text| seal_text(self.sealing, text));
            let command = RequestReviewPanel { on, late_reasons };
            self.order("stage3_requested_on", on, command);
        }
        let met_on = self.row.day("stage3_panel_met_on");
        if let Some(on) = self.row.day("stage3_panel_appointed_on") {
            let members = [somebody(), somebody()];
            let meets_on = met_on.unwrap_or(on);
            let command = AppointReviewPanel::undeclared(somebody(), members, meets_on, on);
            self.order("stage3_panel_appointed_on", on, command);
        }
        if let Some(on) = met_on {
            let attendance = None;
            self.order(
                "stage3_panel_met_on",
                on,
                HoldReviewPanel { on, attendance },
            );
        }
        if let Some(received_on) = self.row.day("stage3_report_received_on") {
            let sent_on = self.row.day("stage3_report_sent_on").unwrap_or(received_on);
            self.order(
                "stage3_report_received_on",
                received_on,
                ReceivePanelReport {
                    sent_on,
                    received_on,
                    report: None,
                },
            );
        }
        if let Some(sent_on) = self.row.day("stage3_answered_on") {
            let response = None;
            let notice = self.notice(NextRight::Ombudsman, sent_on);
            let command = SendPanelResponse {
                sent_on,
                response,
                notice,
            };
            self.order("stage3_answered_on", sent_on, command);
        }
    }

    fn ombudsman(&mut self) {
        if let Some(on) = self.row.day("ombudsman_opened_on") {
            self.order("ombudsman_opened_on", on, RecordOmbudsmanCase::on(on));
        }
        if let Some(on) = self.row.day("ombudsman_decided_on")
            && let Some(text) = self.row.required_text("ombudsman_decision")
        {
            let list = &self.settings.ombudsman_decisions;
            if let Some(decision) = self.row.listed("ombudsman_decision", &[list], text) {
                self.order(
                    "ombudsman_decided_on",
                    on,
                    RecordOmbudsmanDecision::new(decision, on),
                );
            }
        }
    }

    /// An extension, if the row has one; any of its columns asks for the others.
    fn extension(
        &mut self,
        stage: &str,
        until_in: &'static str,
        lawful: &[ExtensionReason],
    ) -> Option<Extension> {
        let (reason_in, on_in) = (
            format!("{stage}extension_reason"),
            format!("{stage}extended_on"),
        );
        let told_in = format!("{stage}notified_on");
        let given = [until_in, &reason_in, &on_in, &told_in]
            .iter()
            .any(|name| self.row.text(name).is_some());
        if !given {
            return None;
        }
        let reasons: Vec<_> = lawful
            .iter()
            .map(|reason| (*reason, [reason.code(), reason.label()]))
            .collect();
        let reason = choose(self.row, &reason_in, &reasons);
        let (until, on) = (
            self.row.required_day(until_in),
            self.row.required_day(&on_in),
        );
        let notified_on = self.row.day(&told_in);
        Some(Extension {
            until: until?,
            reason: reason?,
            on: on?,
            notified_on,
        })
    }

    fn findings(&mut self, name: &str) -> Vec<PointFinding> {
        let known: Vec<(Finding, &[&str])> = Finding::ALL
            .iter()
            .map(|finding| (*finding, finding_names(*finding)))
            .collect();
        let found = self.row.for_each_point(name, self.points, &known);
        if found.iter().any(Option::is_none) {
            let reason = "every point needs a finding: write one here for all, or one for each in its own column";
            self.row.blame(name, reason.to_owned());
        }
        let numbered = (1..).zip(found);
        let findings = numbered.filter_map(|(number, finding)| {
            Some(PointFinding {
                point: PointNumber(number),
                finding: finding?,
                reasons: None,
            })
        });
        findings.collect()
    }
}

struct Extension {
    until: Date,
    reason: ExtensionReason,
    on: Date,
    notified_on: Option<Date>,
}

/// A required choice among values with a code and words.
fn choose<T: Copy>(row: &mut Row<'_>, name: &str, values: &[(T, [&str; 2])]) -> Option<T> {
    let known = values
        .iter()
        .map(|(value, names)| (*value, names.as_slice()));
    let known: Vec<(T, &[&str])> = known.collect();
    row.required_choice(name, &known)
}

/// The words old registers have for a finding, the code first.
const fn finding_names(finding: Finding) -> &'static [&'static str] {
    match finding {
        Finding::Upheld => &["upheld", "fully upheld"],
        Finding::PartlyUpheld => &[
            "partly_upheld",
            "partially upheld",
            "part upheld",
            "upheld in part",
        ],
        Finding::NotUpheld => &["not_upheld", "rejected"],
        Finding::NoFinding => &["no_finding", "inconclusive"],
        Finding::Withdrawn => &["withdrawn"],
        Finding::OutOfScope => &["out_of_scope"],
    }
}

/// Somebody of whom the old register gives no more than that there was one.
fn somebody() -> PersonId {
    PersonId(Uuid::now_v7())
}

/// Whether two texts mean the same name.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    spelling(one) == spelling(other)
}
