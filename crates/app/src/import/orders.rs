//! What a row orders: the commands of its case, each on its day and with the column it comes from.

mod departures;
mod investigation;
mod local_resolution;
mod ombudsman;
mod review_panel;

use casework::action::Command;
use casework::closure::{Close, NextRight, NoticeOfRights};
use casework::ids::PersonId;
use casework::intake::Procedure;
use casework::law::Law;
use casework::local_resolution::ExtensionReason;
use casework::point::{PointFinding, PointNumber};
use casework::refusal::{EscalationFault, Refusal};
use casework::settings::Settings;
use jiff::civil::Date;
use journal::{NewItem, Sealing};
use statute::procedure::Finding;
use uuid::Uuid;

use super::columns::COLUMNS;
use super::receipt::{Receipt, receipt};
use super::row::Row;
use crate::clock::noon;
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
        | Refusal::PlaceUnchanged
        | Refusal::NotInTheList { .. }
        | Refusal::NothingToSort
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
        | Refusal::Protection(_)
        | Refusal::SubjectAccess(_)
        | Refusal::Investigation(_)
        | Refusal::Panel(_)
        | Refusal::Draft(_)
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
    let known: Vec<(T, &[&str])> = values
        .iter()
        .map(|(value, names)| (*value, names.as_slice()))
        .collect();
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
