//! Check a draft of the Stage 1 answer.

use casework::action::{Action, Command};
use casework::local_resolution::{AnswerQuality, CheckAnswer, CheckResult};
use casework::refusal::{DraftFault, Refusal};
use maud::{Markup, html};

use super::respond::due;
use crate::components::{InsetText, inset_text};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, lines, today_for};

/// `/cases/{reference}/check-answer`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::CheckAnswer,
    path: "/cases/{reference}/check-answer",
    button: "Record the check",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

const READY: &str = "ready";
const BACK: &str = "back";

fn explain(desk: &CaseDesk) -> Markup {
    let waiting = desk.case().drafting.to_check();
    html! {
        (due(desk))
        p class="govuk-body" {
            "You check it in your own name, " strong { (desk.desk.officer.display_name) } ". Whoever wrote it cannot."
        }
        @if let Some(draft) = waiting {
            h2 class="govuk-heading-s" { "The draft, by " (desk.file.name(draft.handed_in.written_by)) }
            @match draft.handed_in.draft.as_ref().and_then(|sealed| desk.file.text(sealed)) {
                Some(words) => (inset_text(&InsetText { body: lines(words).into(), ..InsetText::default() })),
                None => p class="govuk-body" { "The draft is not kept here." }
            }
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let looked_at = AnswerQuality::ALL.map(|quality| (quality.code(), quality.label()));
    html! {
        (answers.any_of("fulfilled", "What did you find to be so?", "Tick what is so.", looked_at))
        (answers.one_of("result", "What comes of it?", "", [
            (READY, "It is ready to send"),
            (BACK, "It goes back to its writer"),
        ]))
        (answers.text("missing", "What is missing?", "For the writer. Needed when it goes back.", 4))
        (answers.date("on", "When did you check it?", "For example, 27 3 2026."))
    }
}

/// Whoever is signed in has checked it; the form asks nobody to name somebody else.
fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let ticked: Vec<&str> = reading.fields.all("fulfilled").collect();
    let fulfilled = AnswerQuality::ALL.into_iter();
    let fulfilled = fulfilled.filter(|quality| ticked.contains(&quality.code()));
    let fulfilled = fulfilled.collect();
    let result = match reading.fields.text("result") {
        READY => {
            if !reading.fields.text("missing").is_empty() {
                let both = "Hand the draft back, or clear what is missing: a draft that is ready misses nothing";
                reading.problems.add("missing", both);
            }
            Some(CheckResult::Ready)
        }
        BACK => reading
            .sealed(
                "missing",
                "Enter what is missing, so that the writer can mend it",
            )
            .map(|missing| CheckResult::Back { missing }),
        _ => {
            let choose = "Choose whether it is ready or goes back";
            reading.problems.add("result", choose);
            None
        }
    };
    let on = reading.date("on", "The date you checked it");
    let command = CheckAnswer {
        checked_by: desk.desk.officer.account,
        fulfilled,
        result: result?,
        on: on?,
    };
    Some(command.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::Draft(DraftFault::NotReady(_))) {
        "fulfilled"
    } else if matches!(refusal, Refusal::Draft(_) | Refusal::Decision(_)) {
        "result"
    } else {
        "on-day"
    };
    field.to_owned()
}
