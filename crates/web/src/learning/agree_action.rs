//! Agree a corrective action.

use casework::action::{Action, Command};
use casework::learning::{ActionOrigin, AgreeAction, AgreedAction, Recommended};
use casework::settings::Code;
use maud::{Markup, html};

use super::blame;
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_colleague, entries, read_colleague, today_for,
};

/// `/cases/{reference}/agree-action`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AgreeAction,
    path: "/cases/{reference}/agree-action",
    button: "Record the action",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A corrective action is what somebody does by a day, so that the same does not happen to another child. It can \
             be agreed at any stage, and after the case is closed. When it is carried out, somebody else checks it and \
             closes it."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let lists = &desk.desk.settings.learning;
    let origins = origins(desk).map(|origin| (origin.code(), origin.label()));
    let recommended: Vec<(String, String)> = recommended(desk).collect();
    let has_any = !recommended.is_empty();
    html! {
        (answers.one_of_many("kind", "What kind of action is it?", "", entries(&lists.action_kinds)))
        (answers.any_of("themes", "What is it about?", "Choose all that fit.", entries(&lists.themes)))
        (answers.text(
            "text",
            "What is to be done?",
            "Who does what differently afterwards. No names of children or families.",
            4,
        ))
        (ask_colleague(
            desk,
            answers,
            "owner",
            ["Whose action is it?", "Who sees to it that it is done, and reports it."],
            |_| true,
        ))
        (answers.date("due", "By when?", "For example, 27 3 2026."))
        @if !recommended.is_empty() {
            (answers.one_of_many(
                "answers",
                "Which recommendation does it answer?",
                "Leave it open if it answers none.",
                recommended,
            ))
        }
        (answers.one_of(
            "origin",
            "What does it come from?",
            if has_any { "Not needed where you chose a recommendation." } else { "" },
            origins,
        ))
        (answers.line(
            "plan",
            "Part of a wider plan?",
            "For example, improvement plan, work stream 2. Leave it empty if it is not.",
        ))
        (answers.date("on", "When was it agreed?", "For example, 27 3 2026."))
    }
}

/// What was recommended in this case; what no action answers yet says so.
fn recommended(desk: &CaseDesk) -> impl Iterator<Item = (String, String)> {
    let without = desk.case().recommendations_without_an_action();
    let all = desk.case().recommended().into_iter();
    all.map(move |recommended| {
        let open = without.contains(&recommended);
        let no_action = if open { ", no action yet" } else { "" };
        (
            recommended.code(),
            format!("{}{no_action}", recommended.label()),
        )
    })
}

/// What an action of this case can come from.
fn origins(desk: &CaseDesk) -> impl Iterator<Item = ActionOrigin> {
    let origins = ActionOrigin::ALL.into_iter();
    origins.filter(|origin| origin.is_in(desk.case()))
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let kind = reading.fields.text("kind").to_owned();
    if kind.is_empty() {
        reading
            .problems
            .add("kind", "Choose what kind of action it is");
    }
    let themes: Vec<_> = reading.fields.all("themes").map(Code::new).collect();
    if themes.is_empty() {
        reading.problems.add("themes", "Choose what it is about");
    }
    let text = reading.sealed("text", "Enter what is to be done");
    let owner = read_colleague(desk, reading, "owner", "Choose whose action it is");
    let due_on = reading.date("due", "The day by which it is to be done");
    let answers = read_recommended(desk, reading);
    // A recommendation says by itself where it was made.
    let origin = match answers {
        Some(answers) if reading.fields.text("origin").is_empty() => Some(answers.origin()),
        Some(_) | None => reading.one_of(
            "origin",
            &ActionOrigin::ALL,
            ActionOrigin::code,
            "Choose what the action comes from",
        ),
    };
    let plan = reading.sealed_if_any("plan");
    let on = reading.date("on", "The date it was agreed");
    Some(
        AgreeAction {
            agreed: AgreedAction {
                kind: Code::new(kind),
                themes,
                text: text?,
                plan,
                owner: owner?,
                due_on: due_on?,
                origin: origin?,
                answers,
            },
            on: on?,
        }
        .into(),
    )
}

/// The recommendation that was chosen; `None` where none was.
fn read_recommended(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Recommended> {
    let chosen = reading.fields.text("answers");
    if chosen.is_empty() {
        return None;
    }
    let mut all = desk.case().recommended().into_iter();
    let found = all.find(|recommended| recommended.code() == chosen);
    if found.is_none() {
        let unknown = "Choose one of the recommendations of the case, or none";
        reading.problems.add("answers", unknown);
    }
    found
}
