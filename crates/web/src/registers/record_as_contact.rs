//! Record a contact as what it is when it is no complaint: the short form, with what was typed before.

use casework::action::{Action, Command};
use casework::registers::RecordAsContact;
use maud::{Markup, html};

use super::record_contact;
use crate::intake::taken_down;
use crate::recording::{ActionPage, CaseDesk, url};

/// `/cases/{reference}/record-as-contact`
pub(super) static PAGE: ActionPage = ActionPage {
    action: Action::RecordAsContact,
    path: "/cases/{reference}/record-as-contact",
    button: "Record",
    explain,
    suggest,
    ask: |desk, answers| record_contact::ask_of_a_taken_one(&desk.desk, answers),
    read: |_, reading| {
        let contact = record_contact::read_of_a_taken_one(reading)?;
        Some(Command::from(RecordAsContact(contact)))
    },
    blame: record_contact::blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    let complaint = url(desk.file.reference, Action::RecordAsComplaint);
    html! {
        p class="govuk-body" {
            "Somebody who is unhappy and wants an answer complains, whatever they call it: "
            a class="govuk-link" href=(complaint) { "record it as a complaint" }
            ". This stops the time to acknowledge that has run in case it was one."
        }
    }
}

/// What was taken down, under the names this form has for it.
fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let rename = |(name, value): (String, String)| {
        let name = if name == "point-1" {
            "text".to_owned()
        } else {
            name.replace("complainant-1-", "person-1-")
        };
        (name, value)
    };
    taken_down(desk).into_iter().map(rename).collect()
}
