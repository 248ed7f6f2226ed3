//! Record an equality monitoring form.

use app::private::seal_equality;
use casework::action::{Action, Command};
use casework::intake::RecordEquality;
use casework::settings::{Code, EqualityQuestion, List};
use maud::{Markup, html};
use views::equality::{
    Answer, EqualityAnswers, NonAnswer, SEXUAL_ORIENTATION_ASKED_FROM, Source, Value,
};

use super::equality::{ask_whose, blame, read_whose, the_only_one};
use crate::components::{Details, details};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/record-equality`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordEquality,
    path: "/cases/{reference}/record-equality",
    button: "Seal the answers",
    explain,
    suggest,
    ask,
    read,
    blame,
};

const SOURCES: [(Source, &str); 3] = [
    (Source::OwnForm, "own_form"),
    (Source::ToldForThem, "told_for_them"),
    (Source::CareRecord, "care_record"),
];

/// What the question of age asks.
const AGE: &str = "Age in years when the representation was received";

/// The field of sexual orientation.
const ORIENTATION: &str = "sexual-orientation";

/// The field of gender identity.
const IDENTITY: &str = "gender-identity";

/// The field of impairments.
const IMPAIRMENTS: &str = "impairments";

/// The field that says why no impairment is named.
const IMPAIRMENTS_MISSING: &str = "impairments-missing";

/// The code of an entry that says there is none of the others.
const NONE_OF_THESE: &str = "none_of_these";

/// The field that says why there is no age.
const AGE_MISSING: &str = "age-missing";

/// A value no browser that shows this page sends.
const NOT_OFFERED: &str = "Choose one of the answers offered";

/// The oldest age taken; an older one is a slip of the pen.
const OLDEST: u8 = 120;

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Answering is voluntary, and each question can be left out: then it counts as not said, or, on \
             answers from the care record, as not said by the record. The answers are sealed apart from \
             the case: nobody who handles it can read them afterwards, and they are opened only to be \
             counted for the annual report."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(desk));
    answers
}

/// A question that one entry of a list answers: its field, what it asks and the list.
type Asked<'a> = (&'static str, &'a str, &'a List);

/// The questions with their lists, as the council asks them.
fn questions(desk: &CaseDesk) -> [Asked<'_>; 5] {
    [
        ("gender", EqualityQuestion::Gender),
        ("ethnicity", EqualityQuestion::Ethnicity),
        (ORIENTATION, EqualityQuestion::SexualOrientation),
        ("religion", EqualityQuestion::Religion),
        ("disability", EqualityQuestion::Disability),
    ]
    .map(|(name, question)| asked(desk, name, question))
}

/// The questions that a council may leave out, each with an empty list where it does.
fn questions_left_open(desk: &CaseDesk) -> [Asked<'_>; 3] {
    [
        (IDENTITY, EqualityQuestion::GenderIdentity),
        ("long-lasting", EqualityQuestion::LongLasting),
        ("day-to-day", EqualityQuestion::DayToDay),
    ]
    .map(|(name, question)| asked(desk, name, question))
}

fn asked<'a>(desk: &'a CaseDesk, name: &'static str, question: EqualityQuestion) -> Asked<'a> {
    let lists = &desk.desk.settings.equality;
    let words = lists.asks(question, desk.desk.today);
    (name, words, lists.list(question))
}

/// Whether conditions and impairments are asked in the place of one disability.
fn asks_in_detail(desk: &CaseDesk) -> bool {
    !desk.desk.settings.equality.impairments.0.is_empty()
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let sources = SOURCES.map(|(source, code)| (code, source.label()));
    html! {
        (ask_whose(desk, answers, "Whose answers are they?"))
        (answers.one_of("source", "Where do they come from?", "", sources))
        @for (name, label, list) in questions(desk) {
            @if name != "disability" || !asks_in_detail(desk) {
                (answers.one_of_many(name, label, "", offered(list)))
                (ask_origin(answers, name, label))
            }
        }
        @for (name, label, list) in questions_left_open(desk) {
            @if !list.0.is_empty() {
                (answers.one_of_many(name, label, "", offered(list)))
                (ask_origin(answers, name, label))
            }
        }
        @if asks_in_detail(desk) { (ask_impairments(desk, answers)) }
        (answers.line("age", AGE, "A whole number of years, such as 34."))
        (answers.one_of_many(AGE_MISSING, "If there is no age, why", "", reasons()))
        (ask_origin(answers, "age", "Age"))
        (answers.date("on", "When did the form come back?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let whose = read_whose(desk, reading, "Choose whose answers they are");
    let source = reading.one_of(
        "source",
        &SOURCES.map(|(source, _)| source),
        |source| {
            let known = SOURCES.iter().find(|(each, _)| *each == source);
            known.map_or("", |(_, code)| code)
        },
        "Choose where the answers come from",
    );
    let values = questions(desk).map(|(name, label, list)| {
        let origin = read_origin(reading, name);
        let answer = read_answer(reading, name, list);
        value(reading, (name, label), answer, origin, source)
    });
    let left_open = questions_left_open(desk).map(|(name, label, list)| {
        if list.0.is_empty() {
            return Value::NOT_ASKED;
        }
        let origin = read_origin(reading, name);
        let answer = read_answer(reading, name, list);
        value(reading, (name, label), answer, origin, source)
    });
    let impairments = read_impairments(desk, reading, source);
    let age = read_age(reading, source);
    let [identity, long_lasting, day_to_day] = left_open;
    let identity = if_old_enough(reading, (IDENTITY, "Gender identity"), identity, &age);
    let [gender, ethnicity, sexual_orientation, religion, disability] = values;
    let orientation = (ORIENTATION, "Sexual orientation");
    let sexual_orientation = if_old_enough(reading, orientation, sexual_orientation, &age);
    let disability = if asks_in_detail(desk) {
        Value::NOT_ASKED
    } else {
        disability
    };
    let on = reading.date("on", "The date the form came back");
    let ((person, about), source, on) = (whose?, source?, on?);
    let answers = EqualityAnswers {
        gender,
        ethnicity,
        sexual_orientation,
        religion,
        disability,
        age,
        gender_identity: identity,
        long_lasting,
        day_to_day,
        impairments,
        ..EqualityAnswers::unanswered(about, source)
    };
    let answers = answers.chosen_from(&desk.desk.settings.equality);
    let answers = seal_equality(&mut reading.sealing, &answers);
    let command = RecordEquality {
        person,
        about,
        source,
        answers,
        on,
    };
    Some(command.into())
}

/// The answers of a list, and then the ways there may be none, in the same words for every list.
fn offered(list: &List) -> impl Iterator<Item = (String, String)> {
    let answers = list.0.iter();
    let answers = answers.filter(|entry| !NonAnswer::is_meant_by(&entry.code));
    let answers = answers.map(|entry| (entry.code.to_string(), entry.label.clone()));
    let reasons = reasons().map(|(code, label)| (code.to_owned(), label.to_owned()));
    answers.chain(reasons)
}

fn reasons() -> impl Iterator<Item = (&'static str, &'static str)> {
    NonAnswer::ALL
        .into_iter()
        .map(|reason| (reason.code(), reason.label()))
}

/// The field that asks where one answer comes from.
fn origin_of(name: &str) -> String {
    format!("{name}-source")
}

fn ask_origin(answers: &Answers<'_>, name: &str, label: &str) -> Markup {
    let field = origin_of(name);
    let open = !answers.fields.text(&field).is_empty() || answers.problems.at(&field).is_some();
    let sources = SOURCES.map(|(source, code)| (code, source.label()));
    let question = format!("Where “{label}” comes from");
    let asked = answers.one_of_many(
        &field,
        &question,
        "Leave it if it comes from where the others do.",
        sources,
    );
    details(&Details {
        summary: format!("{label}: it comes from elsewhere").into(),
        body: asked.into(),
        open,
        ..Details::default()
    })
}

/// Where one answer comes from, if not from where the others do.
fn read_origin(reading: &mut Reading<'_>, name: &str) -> Option<Source> {
    let field = origin_of(name);
    let typed = reading.fields.text(&field);
    if typed.is_empty() {
        return None;
    }
    let known = SOURCES.into_iter().find(|(_, code)| *code == typed);
    if known.is_none() {
        reading.problems.add(&field, NOT_OFFERED);
    }
    known.map(|(source, _)| source)
}

/// What was chosen; `None` where the question was left out.
fn read_answer(reading: &mut Reading<'_>, name: &str, list: &List) -> Option<Answer<Code>> {
    let typed = reading.fields.text(name);
    if typed.is_empty() {
        return None;
    }
    let code = Code::new(typed);
    let reason = NonAnswer::ALL.into_iter().find(|each| each.code() == typed);
    if reason.is_none() && !list.has(&code) {
        reading.problems.add(name, NOT_OFFERED);
        return None;
    }
    Some(reason.map_or(Answer::Stated(code), Answer::Missing))
}

fn read_age(reading: &mut Reading<'_>, form: Option<Source>) -> Value<u8> {
    let typed = reading.fields.text("age");
    let age: Option<u8> = typed.parse().ok().filter(|age| *age <= OLDEST);
    if !typed.is_empty() && age.is_none() {
        let message = "Age must be a whole number of years, such as 34";
        reading.problems.add("age", message);
    }
    let why = reading.fields.text(AGE_MISSING);
    let reason = NonAnswer::ALL.into_iter().find(|each| each.code() == why);
    if !why.is_empty() && reason.is_none() {
        reading.problems.add(AGE_MISSING, NOT_OFFERED);
    }
    if !typed.is_empty() && reason.is_some() {
        let message = "Give an age or say why there is none, not both";
        reading.problems.add(AGE_MISSING, message);
    }
    let answer = age.map(Answer::Stated).or(reason.map(Answer::Missing));
    let origin = read_origin(reading, "age");
    value(reading, (AGE_MISSING, "Age"), answer, origin, form)
}

fn ask_impairments(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let (name, label, list) = asked(desk, IMPAIRMENTS, EqualityQuestion::Impairments);
    let entries = list.0.iter();
    let entries = entries.filter(|entry| !NonAnswer::is_meant_by(&entry.code));
    let entries = entries.map(|entry| (entry.code.to_string(), entry.label.as_str()));
    html! {
        (answers.any_of(name, label, "Choose all they named.", entries))
        (answers.one_of_many(IMPAIRMENTS_MISSING, "If none is chosen, why", "", reasons()))
        (ask_origin(answers, name, "Impairments"))
    }
}

/// Every impairment named; several may be, but not beside that there is none.
fn read_impairments(
    desk: &CaseDesk,
    reading: &mut Reading<'_>,
    form: Option<Source>,
) -> Value<Vec<Code>> {
    if !asks_in_detail(desk) {
        return Value::NOT_ASKED;
    }
    let list = &desk.desk.settings.equality.impairments;
    let ticked: Vec<Code> = reading.fields.all(IMPAIRMENTS).map(Code::new).collect();
    if ticked.iter().any(|code| !list.has(code)) {
        reading.problems.add(IMPAIRMENTS, NOT_OFFERED);
    }
    let none = Code::new(NONE_OF_THESE);
    if ticked.len() > 1 && ticked.contains(&none) {
        let message = "Choose impairments, or that there are none of these, not both";
        reading.problems.add(IMPAIRMENTS, message);
    }
    let why = reading.fields.text(IMPAIRMENTS_MISSING);
    let reason = NonAnswer::ALL.into_iter().find(|each| each.code() == why);
    if !why.is_empty() && reason.is_none() {
        reading.problems.add(IMPAIRMENTS_MISSING, NOT_OFFERED);
    }
    if !ticked.is_empty() && reason.is_some() {
        let message = "Choose impairments or say why there are none, not both";
        reading.problems.add(IMPAIRMENTS_MISSING, message);
    }
    let named = (!ticked.is_empty()).then_some(Answer::Stated(ticked));
    let answer = named.or(reason.map(Answer::Missing));
    let origin = read_origin(reading, IMPAIRMENTS);
    value(
        reading,
        (IMPAIRMENTS_MISSING, "Impairments"),
        answer,
        origin,
        form,
    )
}

/// What nobody too young is asked about: left out, it was not asked.
fn if_old_enough(
    reading: &mut Reading<'_>,
    (field, what): (&str, &str),
    orientation: Value<Code>,
    age: &Value<u8>,
) -> Value<Code> {
    let too_young = |age: &u8| *age < SEXUAL_ORIENTATION_ASKED_FROM;
    if !age.known().is_some_and(too_young) {
        return orientation;
    }
    if orientation.known().is_some() {
        let message = format!(
            "{what} is asked from the age of {SEXUAL_ORIENTATION_ASKED_FROM}: choose “{}”, or correct the age",
            NonAnswer::NotAsked.label()
        );
        reading.problems.add(field, &message);
    }
    let left_out = reading.fields.text(field).is_empty();
    Value {
        answer: if left_out {
            Answer::Missing(NonAnswer::NotAsked)
        } else {
            orientation.answer
        },
        source: orientation.source,
    }
}

/// A question's value. What only the care record can leave open must come from there.
fn value<T>(
    reading: &mut Reading<'_>,
    (field, label): (&str, &str),
    answer: Option<Answer<T>>,
    origin: Option<Source>,
    form: Option<Source>,
) -> Value<T> {
    // Without a source there is a problem already, and nothing is sealed.
    let comes_from = origin.or(form).unwrap_or(Source::CareRecord);
    let silent_record = matches!(answer, Some(Answer::Missing(NonAnswer::UnknownFromRecord)));
    if silent_record && comes_from.is_an_answer() {
        let message = format!(
            "{label}: the care record cannot be silent on what does not come from it; choose “{}”, or say that it comes from the care record",
            NonAnswer::NoResponse.label()
        );
        reading.problems.add(field, &message);
    }
    Value {
        answer: answer.unwrap_or(Answer::Missing(NonAnswer::of_a_gap(comes_from))),
        source: origin.filter(|origin| Some(*origin) != form),
    }
}
