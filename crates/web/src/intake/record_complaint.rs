//! Record a complaint: one page that can be filled in while somebody is on the telephone.

use casework::action::{Action, Command};
use casework::intake::{Procedure, RecordComplaint};
use casework::people::Channel;
use casework::refusal::Refusal;
use casework::settings::Code;
use maud::{Markup, html};
use statute::limits::{self, LimitId};

use super::people_form::{ask_child, ask_complainant, filled, read_child, read_complainant};
use super::place_form::{ask_place, blame_place, read_place};
use super::points_form::{ask_point, read_points};
use super::staff_form::{ask_staff, read_staff};
use super::take_contact;
use crate::components::{Legend, Radio, Radios, Size, radios};
use crate::form::Fields;
use crate::recording::{
    ADD, Answers, Desk, LEAVE_OFF, OpeningPage, Reading, day_of, entries, today_for,
};

/// `/complaints/new`
pub(crate) static PAGE: OpeningPage = OpeningPage {
    action: Action::RecordComplaint,
    title: Action::RecordComplaint.label(),
    path: "/complaints/new",
    button: "Record the complaint",
    explain,
    suggest,
    ask,
    read,
    blame,
};

const MOST_COMPLAINANTS: usize = 2;
const MOST_CHILDREN: usize = 3;
const MOST_POINTS: usize = 6;

fn explain(_: &Desk) -> Markup {
    html! {
        p class="govuk-body" {
            "It need not be called a complaint, and it counts whether it was said or written and whoever in \
             the council it reached first."
        }
        p class="govuk-body" {
            "Not a complaint? "
            a class="govuk-link" href="/compliments/new" { "Record a compliment" } ", "
            a class="govuk-link" href="/member-enquiries/new" { "an enquiry by an MP or councillor" } ", "
            a class="govuk-link" href="/young-peoples-contacts/new" { "a young person’s contact" } " or "
            a class="govuk-link" href="/contacts/new" { "a comment or general enquiry" } ". No time to tell? "
            a class="govuk-link" href=(take_contact::PAGE.path) { (take_contact::PAGE.title) } "."
        }
    }
}

fn suggest(desk: &Desk) -> Vec<(String, String)> {
    let mut answers = today_for("received", desk.today);
    answers.push(procedure_to_begin_with());
    answers
}

/// The procedure a form begins with: if in doubt, the statutory one.
pub(super) fn procedure_to_begin_with() -> (String, String) {
    let code = Procedure::ChildrenAct.code();
    ("procedure".to_owned(), code.to_owned())
}

/// The questions, and a way to leave off in the middle of them.
fn ask(desk: &Desk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_all(desk, answers))
        h2 class="govuk-heading-m" { "Not all of it known yet?" }
        p class="govuk-body" {
            "One answer is enough to save it, such as a telephone number. Today shows it until it is sorted."
        }
        // On a line of its own, so that nobody presses it for the button that records the complaint.
        div {
            button type="submit" name=(LEAVE_OFF) value="yes" class="govuk-button govuk-button--secondary"
                formaction=(take_contact::PAGE.path) {
                "Save what there is and sort it later"
            }
        }
    }
}

/// The questions.
pub(super) fn ask_all(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let channels = desk.settings.channels.choices();
    html! {
        h2 class="govuk-heading-m" { "How it came" }
        (answers.one_of("channel", "How did it arrive?", "", channels))
        (answers.date("received", "When did the council receive it?", "By anybody, anywhere in the council. Time runs from here. For example, 27 3 2026."))
        (answers.date("reached", "When did it reach the complaints team?", "Leave it empty if that was the same day."))
        (ask_procedure(answers))

        h2 class="govuk-heading-m" { "Who complains" }
        (several(answers.fields, &COMPLAINANT, &|prefix, _| ask_complainant(desk, answers, prefix, true)))

        h2 class="govuk-heading-m" { "Which child it is about" }
        (several(answers.fields, &CHILD, &|prefix, _| ask_child(answers, prefix, true)))

        h2 class="govuk-heading-m" { "What it is about" }
        (answers.one_of_many("service", "Which service?", "", entries(&desk.settings.services)))
        (ask_place(desk, answers))
        (answers.date("arose", "When did it happen?", "The last day, if it went on for a while. Leave it empty if you do not know yet. A complaint that comes more than a year later is received too; the delay is weighed next."))
        (several(answers.fields, &POINT, &|_, number| ask_point(desk, answers, number)))
        (answers.text("wanted", "What do they want to happen?", "In their own words.", 3))
        (ask_staff(desk, answers))
    }
}

fn ask_procedure(answers: &Answers<'_>) -> Markup {
    let days = limits::of(LimitId::LocalResolution).length;
    let choice = |procedure: Procedure, words: &str, hint: String| Radio {
        hint: Some(hint.into()),
        checked: answers.fields.text("procedure") == procedure.code(),
        ..Radio::new(procedure.code(), words)
    };
    let statutory = choice(
        Procedure::ChildrenAct,
        "Children Act statutory procedure",
        format!(
            "About help for children in need, looked-after children, care leavers, special guardianship \
             or adoption support, from somebody the Act names. Answered in {days}."
        ),
    );
    let corporate = choice(
        Procedure::Corporate,
        "Corporate complaints procedure",
        "Anything else, such as child protection enquiries, court reports, or somebody the Act does not name.".to_owned(),
    );
    radios(&Radios {
        name: "procedure".into(),
        legend: Some(Legend {
            size: Size::S,
            ..Legend::new("Which procedure applies?")
        }),
        hint: Some(
            "If in doubt, choose the statutory procedure: once answered there, it stays there."
                .into(),
        ),
        error: answers.problems.at("procedure").map(Into::into),
        items: vec![statutory.into(), corporate.into()],
        ..Radios::default()
    })
}

fn read(desk: &Desk, reading: &mut Reading<'_>) -> Option<Command> {
    read_all(desk, reading).map(Command::from)
}

/// The complaint, unless something was noted among the problems.
pub(super) fn read_all(desk: &Desk, reading: &mut Reading<'_>) -> Option<RecordComplaint> {
    let channel = reading.one_of(
        "channel",
        &Channel::ALL,
        Channel::code,
        "Choose how it arrived",
    );
    let received_on = reading.date("received", "The date it was received");
    let reached_team_on = reading.date_if_any("reached", "The date it reached the team");
    let procedure = reading.one_of(
        "procedure",
        Procedure::ALL,
        Procedure::code,
        "Choose which procedure applies",
    );
    let mut complainants = Vec::new();
    for number in 1..=COMPLAINANT.count(reading.fields) {
        let prefix = format!("complainant-{number}");
        if number == 1 || filled(reading.fields, &prefix) {
            complainants.extend(read_complainant(reading, &prefix));
        }
    }
    let mut children = Vec::new();
    for number in 1..=CHILD.count(reading.fields) {
        let prefix = format!("child-{number}");
        if filled(reading.fields, &prefix) {
            children.extend(read_child(reading, &prefix, complainants.first()));
        }
    }
    let service = reading.fields.text("service");
    if service.is_empty() {
        reading
            .problems
            .add("service", "Choose which service it is about");
    }
    let grounds_arose_on = reading.date_if_any("arose", "The date it happened");
    let points = read_points(reading, POINT.count(reading.fields));
    let desired_outcome = reading.sealed_if_any("wanted");
    let complained_about = read_staff(desk, reading.fields);
    Some(RecordComplaint {
        procedure: procedure?,
        channel: channel?,
        received_on: received_on?,
        reached_team_on,
        grounds_arose_on,
        late_reasons: None,
        service: Code::new(service),
        place: read_place(reading, service),
        complainants,
        children,
        points,
        desired_outcome,
        complained_about,
    })
}

pub(super) fn blame(refusal: &Refusal) -> String {
    if let Refusal::NoGround(number) = refusal {
        return format!("complainant-{number}-ground");
    }
    if let Refusal::PointWithoutCategory(point) = refusal {
        return format!("point-{}-category", point.0);
    }
    if let Refusal::NotInTheList { list, .. } = refusal
        && let Some(field) = blame_place(list)
    {
        return field.to_owned();
    }
    let field = if matches!(refusal, Refusal::NobodyComplains) {
        "complainant-1-name"
    } else if matches!(refusal, Refusal::NoPoints) {
        "point-1"
    } else if matches!(
        refusal,
        Refusal::NotInTheList {
            list: "services",
            ..
        }
    ) {
        "service"
    } else if matches!(
        refusal,
        Refusal::NotInTheList {
            list: "categories",
            ..
        }
    ) {
        "point-1-category"
    } else if matches!(refusal, Refusal::NotInTheList { .. }) {
        "complainant-1-capacity"
    } else if matches!(refusal, Refusal::BeforeItCould { earliest, .. } if earliest.contains("matter"))
    {
        "arose-day"
    } else if day_of(refusal).contains("reaching") {
        "reached-day"
    } else {
        "received-day"
    };
    field.to_owned()
}

/// A group of questions that may be asked several times.
struct Several {
    name: &'static str,
    most: usize,
    add: &'static str,
}

const COMPLAINANT: Several = Several {
    name: "complainant",
    most: MOST_COMPLAINANTS,
    add: "Add another person who complains",
};
const CHILD: Several = Several {
    name: "child",
    most: MOST_CHILDREN,
    add: "Add another child",
};
const POINT: Several = Several {
    name: "point",
    most: MOST_POINTS,
    add: "Add another point",
};

impl Several {
    /// How many are shown: as many as were, and one more when that was asked for.
    fn count(&self, fields: &Fields) -> usize {
        let shown: usize = fields.text(&self.counter()).parse().unwrap_or(1);
        let one_more = usize::from(fields.text(ADD) == self.name);
        (shown.max(1) + one_more).min(self.most)
    }

    fn counter(&self) -> String {
        format!("{}-count", self.name)
    }
}

/// The questions as often as they are shown, and a button for room for one more, which works without
/// a script and brings the reader to the new questions.
fn several(fields: &Fields, several: &Several, ask: &dyn Fn(&str, usize) -> Markup) -> Markup {
    let count = several.count(fields);
    html! {
        input type="hidden" name=(several.counter()) value=(count);
        @for number in 1..=count {
            div id=(format!("{}-{number}-questions", several.name)) {
                (ask(&format!("{}-{number}", several.name), number))
            }
        }
        @if count < several.most {
            button type="submit" name=(ADD) value=(several.name) class="govuk-button govuk-button--secondary"
                formaction=(format!("#{}-{}-questions", several.name, count + 1)) {
                (several.add)
            }
        }
    }
}
