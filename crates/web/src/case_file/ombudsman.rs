//! What the Ombudsman did, case by case.

use casework::ombudsman::OmbudsmanCase;
use maud::{Markup, html};
use statute::dates::english_date;

use crate::components::{SummaryList, SummaryRow, summary_list};
use crate::ombudsman::standing_of_remedies;
use crate::recording::CaseDesk;

/// Nothing where the Ombudsman has no case.
pub(super) fn section(desk: &CaseDesk) -> Markup {
    html! {
        @if !desk.case().ombudsman.is_empty() {
            h2 class="govuk-heading-m" { "The Ombudsman" }
            @for case in &desk.case().ombudsman {
                (summary_list(&SummaryList { rows: rows(desk, case), ..SummaryList::default() }))
            }
            (standing_of_remedies(desk))
        }
    }
}

fn rows(desk: &CaseDesk, case: &OmbudsmanCase) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    if let Some(reference) = case
        .reference
        .as_ref()
        .and_then(|text| desk.file.text(text))
    {
        rows.push(SummaryRow::new("The Ombudsman’s reference", reference));
    }
    rows.push(SummaryRow::new("Since", english_date(case.opened_on)));
    for enquiry in &case.enquiries {
        let reply = match enquiry.replied_on {
            Some(on) => format!("answered on {}", english_date(on)),
            None => format!("to be answered by {}", english_date(enquiry.reply_by)),
        };
        let received = english_date(enquiry.received_on);
        rows.push(SummaryRow::new(
            "Enquiry",
            format!("Of {received}, {reply}"),
        ));
    }
    if let Some((on, decision)) = &case.decided {
        let label = desk
            .desk
            .settings
            .ombudsman_decisions
            .label(&decision.decision);
        rows.push(SummaryRow::new(
            "Decision",
            format!("{label}, {}", english_date(*on)),
        ));
    }
    if let Some(on) = case.complied_on {
        rows.push(SummaryRow::new("Everything done", english_date(on)));
    }
    rows
}
