//! Protect how somebody is contacted.

use casework::action::{Action, Command};
use casework::people::{ProtectContact, Protection, ProtectionKind};
use maud::{Markup, html};

use super::protection::{blame, protectable};
use super::{WHOSE, WHOSE_MISSING};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_person, read_person, the_only_one, today_for,
};

/// `/cases/{reference}/protect-contact`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ProtectContact,
    path: "/cases/{reference}/protect-contact",
    button: "Protect the contact",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "From here on no page, letter or file shows the address, in this case or in any other that was judged to be of \
             the same person. The complaints manager can release it to somebody who needs it, which is recorded."
        }
        p class="govuk-body" {
            strong { "A case that nobody has judged to be theirs does not know of it." }
            " The page of the person names people called alike: say there who is the same."
        }
        p class="govuk-body" {
            "Whom not to contact, and which way is safe, stands at the top of the case file and on every page where \
             something is recorded on the case. None of it changes what the person may ask for."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(&protectable(desk)));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_person(answers, WHOSE, "", &protectable(desk)))
        (answers.one_of(
            "what",
            "What protects them?",
            "For more than one, record each.",
            ProtectionKind::ALL.map(|kind| (kind.code(), kind.label())),
        ))
        (answers.text("how", "Which way is safe?", "If there is one: which number or address, when, and who may pick up.", 2))
        (answers.text("reasons", "Why?", "What the danger is and who said so. Do not write the address here.", 4))
        (answers.date("on", "Since when?", "The day you were told, for example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &protectable(desk), WHOSE_MISSING);
    let kind = reading.one_of(
        "what",
        &ProtectionKind::ALL,
        ProtectionKind::code,
        "Choose what protects them",
    );
    let what = kind.and_then(|kind| match kind {
        ProtectionKind::AddressProtected => Some(Protection::AddressProtected),
        ProtectionKind::DoNotContact => Some(Protection::DoNotContact),
        ProtectionKind::ContactOnlySo => {
            let how = reading.sealed("how", "Enter which way is safe")?;
            Some(Protection::ContactOnlySo { how })
        }
    });
    let reasons = reading.sealed("reasons", "Enter why the contact is protected");
    let on = reading.date("on", "The day since when");
    Some(
        ProtectContact {
            person: person?,
            what: what?,
            reasons: reasons?,
            on: on?,
        }
        .into(),
    )
}
