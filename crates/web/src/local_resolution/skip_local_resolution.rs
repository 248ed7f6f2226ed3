//! Go to Stage 2 at once.

use casework::action::{Action, Command};
use casework::local_resolution::SkipLocalResolution;
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, limits};

/// `/cases/{reference}/skip-local-resolution`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SkipLocalResolution,
    path: "/cases/{reference}/skip-local-resolution",
    button: "Record both agreements and start Stage 2",
    explain,
    suggest: |_| Vec::new(),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Stage 1 is left out only where the council and the complainant both agree that it is not appropriate \
             (SI 2006/1738 reg 17). Neither can decide it alone. Stage 2 runs from the later of the two agreements:"
        }
        (limits(&desk.desk, &[LimitId::InvestigationFromRequest]))
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("authority", "When did the council agree?", "For example, 27 3 2026."))
        (answers.date("complainant", "When did the complainant agree?", "For example, 27 3 2026."))
        (answers.one_of(
            "oral",
            "Was the complaint made by word of mouth?",
            "Then it is written down, sent to them to comment on, and agreed (reg 16).",
            [("no", "No, in writing"), ("yes", "Yes")],
        ))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let authority_agreed_on = reading.date("authority", "The date the council agreed");
    let complainant_agreed_on = reading.date("complainant", "The date the complainant agreed");
    let oral = reading.yes_or_no("oral", "Choose how the complaint was made");
    Some(
        SkipLocalResolution {
            authority_agreed_on: authority_agreed_on?,
            complainant_agreed_on: complainant_agreed_on?,
            oral: oral?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if day_of(refusal).contains("complainant") {
        "complainant-day".to_owned()
    } else {
        "authority-day".to_owned()
    }
}
