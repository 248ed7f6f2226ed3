//! Hand in a draft of the Stage 1 answer.

use casework::action::{Action, Command};
use casework::local_resolution::{CheckResult, HandInDraft};
use casework::refusal::{DraftFault, Refusal};
use maud::{Markup, html};

use super::respond::due;
use crate::components::{InsetText, inset_text};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_colleague, lines, read_colleague, today_for,
};

/// `/cases/{reference}/hand-in-draft`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::HandInDraft,
    path: "/cases/{reference}/hand-in-draft",
    button: "Hand in the draft",
    explain,
    suggest,
    ask,
    read,
    blame,
};

/// Whoever is to answer wrote it, unless somebody else did; the draft before this one is there to go on with.
fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    let case = desk.case();
    if let Some(writer) = case.writer_of_the_draft().or(case.assigned_to) {
        answers.push(("writer".to_owned(), writer.to_string()));
    }
    let before = case.drafting.drafts.last().filter(|_| !case.drafting.sent);
    let draft = before.and_then(|draft| draft.handed_in.draft.as_ref());
    if let Some(text) = draft.and_then(|draft| desk.file.text(draft)) {
        answers.push(("draft".to_owned(), text.to_owned()));
    }
    answers
}

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (due(desk))
        p class="govuk-body" {
            "A draft is looked at by somebody else than its writer before it is sent. Handing it in does not answer the \
             complaint: the day it is due stays."
        }
        (handed_back(desk))
    }
}

/// What was missing of the draft before, where it was handed back.
pub(super) fn handed_back(desk: &CaseDesk) -> Markup {
    let drafting = &desk.case().drafting;
    let latest = drafting.drafts.last().filter(|_| !drafting.sent);
    let checked = latest.and_then(|draft| draft.checked.as_ref());
    let Some((_, checked)) = checked else {
        return Markup::default();
    };
    let CheckResult::Back { missing } = &checked.result else {
        return Markup::default();
    };
    html! {
        h2 class="govuk-heading-s" { "What " (desk.file.name(checked.checked_by)) " found missing" }
        (inset_text(&InsetText {
            body: html! {
                @match desk.file.text(missing) {
                    Some(words) => (lines(words)),
                    None => "The words are no longer kept."
                }
            }
            .into(),
            ..InsetText::default()
        }))
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_colleague(desk, answers, "writer", ["Who wrote it?", ""], |_| true))
        (answers.text(
            "draft",
            "The draft",
            "Answer every point. You can leave this empty if the draft is kept elsewhere.",
            12,
        ))
        (answers.date("on", "When did it come in?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let written_by = read_colleague(desk, reading, "writer", "Choose who wrote it");
    let draft = reading.sealed_if_any("draft");
    let on = reading.date("on", "The date it came in");
    let command = HandInDraft {
        written_by: written_by?,
        handed_in_by: desk.desk.officer.account,
        draft,
        on: on?,
    };
    Some(command.into())
}

fn blame(refusal: &Refusal) -> String {
    let about_the_writer = matches!(refusal, Refusal::Draft(DraftFault::WriterComplainedAbout));
    let field = if about_the_writer { "writer" } else { "on-day" };
    field.to_owned()
}
