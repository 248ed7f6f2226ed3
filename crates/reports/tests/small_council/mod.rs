//! A small invented council and the register lines of its year, made by hand.

use casework::advocacy::AdvocateKind;
use casework::case::Stage;
use casework::closure::NextRight;
use casework::ids::CaseId;
use casework::intake::{Procedure, RepresentationKind};
use casework::ombudsman::OmbudsmanDecision;
use casework::people::{Channel, ChildStatus};
use casework::settings::{
    AgeBand, Code, ContextFigure, Entry, EqualityLists, List, PublishedFigure, ReportSettings,
    ReportingYear, Settings, TableNote, lists,
};
use jiff::civil::{Date, date};
use reports::document::AsAt;
use statute::procedure::Outcome;
use views::equality::{About, EqualityAnswers, Source, Value};
use views::register_line::{
    Answer, DepartureLine, InvestigationLine, LocalResolutionLine, OmbudsmanLine, RegisterLine,
    RequestTakenBack, ReviewPanelLine,
};

pub(crate) type Equality = (CaseId, EqualityAnswers);

pub(crate) const AS_AT: AsAt = AsAt {
    position: 420,
    day: date(2015, 6, 30),
};

pub(crate) fn year() -> ReportingYear {
    "2014-15".parse().unwrap()
}

pub(crate) fn settings() -> Settings {
    Settings {
        code: "testshire".parse().unwrap(),
        name: "Testshire County Council".to_owned(),
        colour: "#1d3f5e".to_owned(),
        contact: String::new(),
        cfg: casework::settings::Choices::default(),
        acknowledge_within: None,
        answer_enquiry_within: None,
        services: list(&[
            ("first_response", "First Response"),
            ("fostering", "Fostering"),
            ("aftercare", "Aftercare"),
        ]),
        compliment_services: List::default(),
        compliment_sources: lists::compliment_sources(),
        enquiry_outcomes: lists::enquiry_outcomes(),
        contact_topics: lists::contact_topics(),
        contact_results: lists::contact_results(),
        late_reasons: lists::late_reasons(),
        resolution_kinds: lists::resolution_kinds(),
        escalation_reasons: lists::escalation_reasons(),
        channels: casework::settings::Channels::default(),
        leaflets: lists::leaflets(),
        categories: list(&[
            ("delay", "Delay"),
            ("staff_conduct", "Conduct of staff"),
            ("quality_of_service", "Quality of service"),
            ("decision_outcome", "Outcome of a decision"),
            ("other", "Other"),
        ]),
        capacities: list(&[
            ("carer", "Carer"),
            ("parent", "Parent"),
            ("young_person", "Young person"),
        ]),
        young_people: vec![Code::new("young_person")],
        outcomes: list(&[
            ("upheld", "Upheld"),
            ("partly_upheld", "Partly upheld"),
            ("not_upheld", "Not upheld"),
            ("withdrawn", "Withdrawn"),
            ("no_finding", "No comment made"),
        ]),
        timescale_bands: list(&[("over_20", "20 days plus")]),
        ombudsman_decisions: list(&[("upheld", "Upheld"), ("outside", "Outside of jurisdiction")]),
        equality: EqualityLists {
            gender: list(&[("male", "Male"), ("female", "Female")]),
            ethnicity: list(&[
                ("white_british", "White British"),
                ("not_specified", "Not specified"),
            ]),
            religion: list(&[("none", "No religion"), ("not_stated", "Not stated")]),
            age: vec![
                band("0_17", "Under 18", 0, 17),
                band("18_64", "18 to 64", 18, 64),
            ],
            ..EqualityLists::default()
        },
        learning: casework::settings::LearningLists::default(),
        announced_holidays: Vec::new(),
        report: report_settings(),
    }
}

/// Ten complaints received in the year, one of the year before, and some of every other kind.
pub(crate) fn lines() -> Vec<RegisterLine> {
    let mut lines: Vec<RegisterLine> = (1..=10).map(complaint).collect();
    for (line, took) in lines.iter_mut().zip([3, 10, 11, 20, 21, 40, 5, 15, 30, 8]) {
        let stage = line.local_resolution.as_mut().unwrap();
        stage.answer = Some(Answer {
            took,
            ..stage.answer.unwrap()
        });
    }
    let outcomes = [
        Outcome::PartlyUpheld,
        Outcome::NotUpheld,
        Outcome::NoFinding,
    ];
    for (line, outcome) in lines.iter_mut().zip(outcomes) {
        line.local_resolution.as_mut().unwrap().outcome = Some(outcome);
    }
    let issues = [
        "delay",
        "staff_conduct",
        "other",
        "other",
        "decision_outcome",
    ];
    for (line, issue) in lines.iter_mut().zip(issues) {
        line.categories = vec![Code::new(issue)];
        line.service = Some(Code::new("fostering"));
    }
    lines[0].children = vec![ChildStatus::LookedAfter];
    lines[1].children = vec![ChildStatus::InNeed, ChildStatus::LookedAfter];
    lines[2].capacities = vec![Code::new("parent"), Code::new("carer")];
    for (line, advocates) in [
        (3, vec![AdvocateKind::Independent]),
        (4, vec![AdvocateKind::ChosenPerson]),
        (5, vec![]),
    ] {
        lines[line].capacities = vec![Code::new("young_person")];
        lines[line].advocates = advocates;
    }
    let withdrawn = lines[9].local_resolution.as_mut().unwrap();
    (withdrawn.answer, withdrawn.outcome) = (None, None);
    lines[9].departure = Some(DepartureLine::Withdrawn {
        on: date(2014, 7, 10),
        took: 8,
    });
    lines[9].closed = Some((date(2014, 7, 10), NextRight::BringItBack));
    lines[6].investigation = Some(investigation(date(2014, 9, 1), Some(25)));
    lines[7].investigation = Some(investigation(date(2015, 3, 31), None));
    lines[7].requests_taken_back = vec![taken_back(date(2014, 8, 1), false)];
    lines[8].requests_taken_back = vec![
        taken_back(date(2014, 8, 1), true),
        taken_back(date(2015, 4, 1), true),
    ];
    lines.push(of_the_year_before());
    for number in 20..23 {
        lines.push(other(number, RepresentationKind::Compliment));
    }
    for number in 30..32 {
        lines.push(other(number, RepresentationKind::Enquiry));
    }
    for (number, took) in [(40, 10), (41, 18), (42, 26)] {
        let mut line = other(number, RepresentationKind::ElectedMemberEnquiry);
        line.enquiry = Some(Answer {
            on: date(2014, 8, 1),
            took,
        });
        lines.push(line);
    }
    let mut corporate = other(50, RepresentationKind::Complaint);
    corporate.procedure = Some(Procedure::Corporate);
    lines.push(corporate);
    lines
}

pub(crate) fn equality() -> Vec<Equality> {
    let form = |about, source, gender: Option<&str>, age| EqualityAnswers {
        gender: Value::from_form(gender.map(Code::new), source),
        ethnicity: Value::stated(Code::new("not_specified")),
        religion: Value::stated(Code::new("none")),
        age: Value::from_form(age, source),
        ..EqualityAnswers::unanswered(about, source)
    };
    vec![
        (
            case(2),
            form(
                About::Complainant,
                Source::OwnForm,
                Some("female"),
                Some(34),
            ),
        ),
        (
            case(1),
            form(About::Child, Source::CareRecord, None, Some(9)),
        ),
        (
            case(1),
            form(About::Complainant, Source::CareRecord, Some("male"), None),
        ),
        (
            case(1),
            form(About::Complainant, Source::OwnForm, None, Some(70)),
        ),
        (
            case(3),
            form(About::Child, Source::CareRecord, None, Some(15)),
        ),
        (
            case(99),
            form(About::Complainant, Source::OwnForm, Some("male"), Some(40)),
        ),
    ]
}

/// A statutory complaint received in the year, answered and upheld.
pub(crate) fn complaint(number: u128) -> RegisterLine {
    RegisterLine {
        place: casework::organisation::Place::default(),
        appointments: Vec::new(),
        case: case(number),
        kind: RepresentationKind::Complaint,
        procedure: Some(Procedure::ChildrenAct),
        stage: Stage::LocalResolution,
        received_on: date(2014, 6, 30),
        channel: Channel::Letter,
        service: Some(Code::new("first_response")),
        categories: vec![Code::new("quality_of_service"), Code::new("delay")],
        points: 2,
        capacities: vec![Code::new("parent")],
        children: vec![ChildStatus::InNeed],
        advocates: Vec::new(),
        advocacy: Vec::new(),
        equality: Vec::new(),
        acknowledged_on: None,
        assigned_to: None,
        drafting: views::register_line::DraftingLine::default(),
        local_resolution: Some(LocalResolutionLine {
            due_on: None,
            extended: None,
            answer: Some(Answer {
                on: date(2014, 7, 14),
                took: 10,
            }),
            by_terms: false,
            outcome: Some(Outcome::Upheld),
            late: None,
            resolution: Vec::new(),
        }),
        requests_taken_back: Vec::new(),
        investigation: None,
        review_panel: None,
        ombudsman: Vec::new(),
        enquiry: None,
        enquiry_outcome: None,
        escalation_requests: Vec::new(),
        dissatisfied: Vec::new(),
        contact: None,
        departure: None,
        closed: None,
        learning: views::register_line::LearningLine::default(),
        import: None,
        due: None,
    }
}

/// Received the year before; its investigation, panel and Ombudsman's decision fall into this year.
fn of_the_year_before() -> RegisterLine {
    let mut line = complaint(11);
    line.received_on = date(2014, 3, 31);
    let stage = line.local_resolution.as_mut().unwrap();
    stage.answer = Some(Answer {
        on: date(2014, 3, 31),
        took: 0,
    });
    line.investigation = Some(investigation(date(2014, 4, 1), Some(66)));
    line.review_panel = Some(ReviewPanelLine {
        reasons: Vec::new(),
        requested_on: date(2014, 8, 1),
        begun_on: Some(date(2014, 8, 20)),
        met_on: Some(date(2014, 9, 1)),
        reported_on: None,
        answered_on: None,
    });
    line.ombudsman = vec![OmbudsmanLine {
        opened_on: date(2014, 12, 1),
        decided: Some((
            date(2015, 1, 5),
            OmbudsmanDecision::on(date(2015, 1, 5), Code::new("outside")),
        )),
    }];
    line
}

pub(crate) fn other(number: u128, kind: RepresentationKind) -> RegisterLine {
    RegisterLine {
        kind,
        procedure: None,
        stage: Stage::Register,
        local_resolution: None,
        children: vec![ChildStatus::LookedAfter],
        ..complaint(number)
    }
}

fn investigation(requested_on: Date, took: Option<u16>) -> InvestigationLine {
    InvestigationLine {
        requested_on,
        begun_on: Some(requested_on),
        statement_agreed_on: None,
        due_on: None,
        answer: took.map(|took| Answer {
            on: requested_on,
            took,
        }),
        outcome: None,
    }
}

fn taken_back(requested_on: Date, after_meeting: bool) -> RequestTakenBack {
    RequestTakenBack {
        requested_on,
        after_meeting,
    }
}

fn report_settings() -> ReportSettings {
    let published = |year: &str, measure: &str, shown: &str, value| PublishedFigure {
        year: year.to_owned(),
        measure: measure.to_owned(),
        shown: shown.to_owned(),
        value,
        source: "Annual report 2013/14".to_owned(),
    };
    ReportSettings {
        ages_include_children: false,
        turns: Vec::new(),
        populations: Vec::new(),
        notes: vec![TableNote {
            year: "2014-15".to_owned(),
            table: "complaints_by_service".to_owned(),
            note: "Aftercare joined in June.".to_owned(),
        }],
        published: vec![
            published("2012-13", "stage1_complaints", "14", Some(14)),
            published("2013-14", "stage1_complaints", "9", Some(9)),
            published("2013-14", "stage2_complaints", "3", Some(3)),
            published("2013-14", "compliments", "5", Some(5)),
            published("2013-14", "average_days_stage1", "12.5", None),
        ],
        context: vec![ContextFigure {
            year: "2014-15".to_owned(),
            population: "looked_after_during_year".to_owned(),
            label: "Children looked after during the year".to_owned(),
            value: 50,
        }],
    }
}

fn case(number: u128) -> CaseId {
    format!("{number:032x}").parse().unwrap()
}

fn list(entries: &[(&str, &str)]) -> List {
    List(
        entries
            .iter()
            .map(|(code, label)| Entry {
                code: Code::new(*code),
                label: (*label).to_owned(),
            })
            .collect(),
    )
}

fn band(code: &str, label: &str, from: u8, to: u8) -> AgeBand {
    AgeBand {
        code: Code::new(code),
        label: label.to_owned(),
        from,
        to,
    }
}
