//! Receive the Independent Person's report.

use casework::action::{Action, Command};
use casework::investigation::{IndependentCheck, IndependentReport, ReceiveIndependentReport};
use casework::refusal::{InvestigationFault, Refusal};
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/receive-independent-report`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReceiveIndependentReport,
    path: "/cases/{reference}/receive-independent-report",
    button: "Record the report",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The Independent Person took part from beginning to end (SI 2006/1738 reg 17(2)) and says whether the \
             investigation was fair and thorough, and what they think of the recommendations (Getting the Best from \
             Complaints (2006), Stage 2)."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let checks = IndependentCheck::ALL.map(|check| (check.code(), check.label()));
    html! {
        (answers.any_of("satisfied", "What did they find to be so?", "Tick what the report says.", checks))
        (answers.text(
            "remarks",
            "What do they say about it?",
            "Needed for whatever is not ticked.",
            6,
        ))
        (answers.date("on", "When did the report come?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let ticked: Vec<_> = reading.fields.all("satisfied").collect();
    let satisfied = IndependentCheck::ALL
        .into_iter()
        .filter(|check| ticked.contains(&check.code()))
        .collect();
    let remarks = reading.sealed_if_any("remarks");
    let on = reading.date("on", "The date the report came")?;
    Some(
        ReceiveIndependentReport {
            report: IndependentReport { satisfied, remarks },
            on,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if matches!(
        refusal,
        Refusal::Investigation(InvestigationFault::NotSatisfiedWithoutRemarks)
    ) {
        "remarks".to_owned()
    } else {
        "on-day".to_owned()
    }
}
