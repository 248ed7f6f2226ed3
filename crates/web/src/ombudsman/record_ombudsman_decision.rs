//! Record the Ombudsman's decision.

use app::private::seal_text;
use casework::action::{Action, Command};
use casework::case::Stage;
use casework::ombudsman::{OmbudsmanRemedy, RecordOmbudsmanDecision, RemedyNumber};
use casework::refusal::Refusal;
use casework::remedy::RemedyKind;
use casework::settings::Code;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, day_of, limits, read_pounds, today_for,
};

/// `/cases/{reference}/record-ombudsman-decision`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordOmbudsmanDecision,
    path: "/cases/{reference}/record-ombudsman-decision",
    button: "Record the decision",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

/// How many remedies the form has room for. Decisions seldom recommend more.
const ROOM: u16 = 6;

const FOUND: [(&str, &str); 3] = [("yes", "Yes"), ("no", "No"), ("undecided", "Not decided")];

const BACK: [(&str, &str); 4] = [
    ("", "It is not sent back"),
    ("local_resolution", "Stage 1, local resolution"),
    ("investigation", "Stage 2, investigation"),
    ("review_panel", "Stage 3, review panel"),
];

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The Ombudsman’s words have changed over the years; the decision is kept in the words of its time. \
             There may be fault without injustice."
        }
        p class="govuk-body" { "A public report starts:" }
        (limits(&desk.desk, &[LimitId::OmbudsmanReport]))
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let list = &desk.desk.settings.ombudsman_decisions.0;
    let decisions = list
        .iter()
        .map(|entry| (entry.code.to_string(), entry.label.as_str()));
    html! {
        (answers.one_of("decision", "What did the Ombudsman decide?", "", decisions))
        (answers.one_of("fault", "Was fault found?", "Maladministration or a failure of service.", FOUND))
        (answers.one_of("injustice", "Was injustice found?", "Somebody adversely affected.", FOUND))
        (answers.date("on", "What is the date of the decision?", "For example, 27 3 2026."))
        (answers.date("report", "When was a public report issued?", "Leave it empty if there is none."))
        (answers.one_of("back", "Is the complaint sent back to a stage?", "", BACK))
        h2 class="govuk-heading-m" { "What the Ombudsman recommends" }
        @for number in 1..=ROOM { (ask_remedy(answers, number)) }
    }
}

fn ask_remedy(answers: &Answers<'_>, number: u16) -> Markup {
    let kinds = RemedyKind::ALL.map(|kind| (kind.code(), kind.label()));
    html! {
        section {
            h3 class="govuk-heading-s" { "Remedy " (number) }
            (answers.one_of_many(
                &field("kind", number),
                &format!("What is remedy {number}?"),
                "Leave it empty if there are no more.",
                kinds,
            ))
            (answers.line(
                &field("amount", number),
                &format!("Amount in pounds, if remedy {number} is a payment"),
                "For example, 150 or 150.50.",
            ))
            (answers.text(&field("text", number), &format!("What remedy {number} is, in words"), "", 2))
            (answers.date(&field("due", number), &format!("By when? (remedy {number})"), "As the decision says."))
        }
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let decision = reading.fields.text("decision");
    if decision.is_empty() {
        reading
            .problems
            .add("decision", "Choose what the Ombudsman decided");
    }
    let decision = Code::new(decision);
    let fault = found(reading, "fault", "Choose whether fault was found");
    let injustice = found(reading, "injustice", "Choose whether injustice was found");
    let on = reading.date("on", "The date of the decision");
    let report_on = reading.date_if_any("report", "The date of the public report");
    let sent_back_to = Stage::ALL
        .into_iter()
        .find(|stage| stage.code() == reading.fields.text("back"));
    let mut remedies = Vec::new();
    for number in 1..=ROOM {
        remedies.extend(read_remedy(reading, number));
    }
    for (remedy, number) in remedies.iter_mut().zip(1_u16..) {
        remedy.number = RemedyNumber(number);
    }
    Some(
        RecordOmbudsmanDecision {
            decision,
            fault: fault?,
            injustice: injustice?,
            remedies,
            report_on,
            sent_back_to,
            on: on?,
        }
        .into(),
    )
}

/// Yes, no or not decided.
#[expect(
    clippy::option_option,
    reason = "not answered and not decided are two things"
)]
fn found(reading: &mut Reading<'_>, name: &str, missing: &str) -> Option<Option<bool>> {
    match reading.fields.text(name) {
        "yes" => Some(Some(true)),
        "no" => Some(Some(false)),
        "undecided" => Some(None),
        _ => {
            reading.problems.add(name, missing);
            None
        }
    }
}

fn read_remedy(reading: &mut Reading<'_>, number: u16) -> Option<OmbudsmanRemedy> {
    let kind = reading.fields.text(&field("kind", number));
    let missing = format!("The amount of remedy {number} must be in pounds, such as 150 or 150.50");
    let amount = read_pounds(reading, &field("amount", number), &missing);
    let text = reading
        .short_enough(&field("text", number))
        .unwrap_or_default();
    let text = (!text.is_empty()).then(|| seal_text(&mut reading.sealing, text));
    let what = format!("The date of remedy {number}");
    let due_on = reading.date_if_any(&field("due", number), &what);
    let kind = RemedyKind::ALL.into_iter().find(|each| each.code() == kind);
    if kind.is_none() && (amount.is_some() || text.is_some() || due_on.is_some()) {
        let message = format!("Choose what remedy {number} is");
        reading.problems.add(&field("kind", number), &message);
    }
    Some(OmbudsmanRemedy {
        number: RemedyNumber(number),
        kind: kind?,
        amount,
        due_on,
        text,
    })
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::NotInTheList { .. }) {
        "decision"
    } else if matches!(refusal, Refusal::CannotGoBack(_)) {
        "back"
    } else if day_of(refusal).contains("report") {
        "report-day"
    } else {
        "on-day"
    };
    field.to_owned()
}

fn field(name: &str, number: u16) -> String {
    format!("remedy-{number}-{name}")
}
