//! Defer points because of proceedings elsewhere.

use casework::action::{Action, Command};
use casework::proceedings::{DeferPoints, ProceedingsKind};
use casework::refusal::{DecisionFault, Refusal};
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::components::{WarningText, warning_text};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_colleague, ask_points, day_of, limits,
    read_colleague, read_points, today_for,
};

/// `/cases/{reference}/defer-points`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::DeferPoints,
    path: "/cases/{reference}/defer-points",
    button: "Record the deferral",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (warning_text(&WarningText::new(
            "That there are proceedings is not enough. Defer only the points whose consideration now might prejudice them.",
        )))
        p class="govuk-body" {
            "The council may decide not to consider points, or not to go on, where that might prejudice court, \
             tribunal, disciplinary or criminal proceedings (SI 2006/1738 reg 8). The complainant is sent a \
             notice with the reasons that names the proceedings. When they have ended the complainant may \
             resubmit the points within a year, and the council must then consider them."
        }
        p class="govuk-body" {
            "While every point is deferred no stage’s time runs. While only some are, time runs on for the rest."
        }
        (limits(&desk.desk, &[LimitId::FreezeReview]))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(today_for("notice", desk.desk.today));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let kinds = ProceedingsKind::ALL.map(|kind| (kind.code(), kind.label()));
    html! {
        (ask_points(desk, answers, &desk.case().points_in_play(), "Which points are deferred?", "Leave out every point that can be considered without harm."))
        (answers.one_of("kind", "What are the proceedings?", "", kinds))
        (answers.line("proceedings", "Which proceedings are they?", "As the notice names them: the court or body, and the matter."))
        (answers.text("prejudice", "How might considering these points now prejudice them?", "The reasons as the notice gives them.", 5))
        (ask_colleague(desk, answers, "decided-by", ["Who decided?", ""], |_| true))
        (answers.one_of("advice", "Was legal advice taken?", "", [("yes", "Yes"), ("no", "No")]))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
        (answers.date("notice", "When was the notice sent?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    // Where nothing is under consideration there is nothing to tick, and the rules say why.
    let points = if desk.case().points_in_play().is_empty() {
        Vec::new()
    } else {
        read_points(reading, "Choose the points that are deferred")
    };
    let kind = reading.one_of(
        "kind",
        &ProceedingsKind::ALL,
        ProceedingsKind::code,
        "Choose what the proceedings are",
    );
    let proceedings = reading.sealed("proceedings", "Enter which proceedings they are");
    let prejudice = reading.sealed(
        "prejudice",
        "Enter how considering the points might prejudice the proceedings",
    );
    let decided_by = read_colleague(desk, reading, "decided-by", "Choose who decided");
    let legal_advice = reading.yes_or_no("advice", "Choose whether legal advice was taken");
    let on = reading.date("on", "The date it was decided");
    let notice_sent_on = reading.date("notice", "The date the notice was sent");
    Some(
        DeferPoints {
            points,
            kind: kind?,
            proceedings: Some(proceedings?),
            prejudice: Some(prejudice?),
            decided_by: decided_by?,
            legal_advice: legal_advice?,
            notice_sent_on: Some(notice_sent_on?),
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(
        refusal,
        Refusal::Decision(DecisionFault::DecidesOnThemselves)
    ) {
        "decided-by"
    } else if day_of(refusal).contains("notice") {
        "notice-day"
    } else if matches!(
        refusal,
        Refusal::NoSuchPoint(_) | Refusal::Decision(DecisionFault::NotUnderConsideration(_))
    ) {
        "points"
    } else {
        "on-day"
    };
    field.to_owned()
}
