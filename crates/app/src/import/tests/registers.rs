//! What each register asks alone, and where a complaint belongs.

use casework::authority_file::FileCommand;
use casework::event::{Event, Fact, RepresentationRecorded};
use casework::organisation::{OpenUnit, Place, UnitKind};
use casework::registers::{ConstituentConsent, HelplineCaller, Member, Particulars};

use super::*;
use crate::authority_file::DatedEntry;

const COLUMNS_OF_ALL: &str = "reference,kind,channel,received_on,service,answered_on,complainant_name,compliment_source,\
                              enquiry_outcome,member,consent,constituent_name,topic,contact_result,caller\n";

/// A row of [`COLUMNS_OF_ALL`] with what stands in its last columns.
fn of(kind: &str, rest: &str) -> String {
    format!("{COLUMNS_OF_ALL}A,{kind},letter,2015-03-26,leaving_care,{rest}\n")
}

/// What the opening fact of a plan’s only case says, and its last outcome of an enquiry.
fn recorded(plan: &Plan) -> (RepresentationRecorded, Option<Code>) {
    assert_eq!(told(plan), Vec::<String>::new());
    let mut opening = None;
    let mut answered = None;
    for entry in &plan.ready[0].append.entries {
        let fact = Fact::from_stored(&entry.name, entry.schema, &entry.body).expect("a fact");
        if let Event::RepresentationRecorded(recorded) = fact.event {
            opening = Some(*recorded);
        } else if let Event::EnquiryAnswered { outcome, .. } = fact.event {
            answered = outcome;
        }
    }
    (opening.expect("a case begins"), answered)
}

#[tokio::test]
async fn each_register_keeps_what_it_asks_alone() {
    let compliment = recorded(&plan(of("compliment", ",,Court,,,,,,,").as_bytes()).await).0;
    assert_eq!(
        compliment.particulars,
        Some(Particulars::Compliment {
            source: Code::new("court")
        })
    );
    let enquiry = of("enquiry", "2015-04-01,,,Told where else to turn,,,,,,");
    let outcome = recorded(&plan(enquiry.as_bytes()).await).1;
    assert_eq!(outcome, Some(Code::new("signposted")), "by its words");
    let informal = of("informal_contact", ",,,,,,,education,put_right,");
    assert_eq!(
        recorded(&plan(informal.as_bytes()).await).0.particulars,
        Some(Particulars::InformalContact {
            topic: Code::new("education"),
            result: Code::new("put_right"),
        })
    );
    let helpline = ",,,,,,,Leaving care,No further contact,Advice to staff";
    let helpline = plan(of("helpline_contact", helpline).as_bytes()).await;
    assert_eq!(
        recorded(&helpline).0.particulars,
        Some(Particulars::Helpline {
            caller: HelplineCaller::StaffAdvice,
            topic: Code::new("leaving_care"),
            result: Code::new("no_further_contact"),
        })
    );
    for kind in [
        "compliment",
        "enquiry",
        "informal_contact",
        "helpline_contact",
        "MP letter",
    ] {
        let silent = recorded(&plan(of(kind, ",,,,,,,,,").as_bytes()).await);
        assert_eq!((silent.0.particulars, silent.1), (None, None), "{kind}");
    }
}

#[tokio::test]
async fn a_members_letter_says_whom_it_is_about_and_is_found_by_that_name() {
    let (app, authority) = installation().await;
    let file = of("member enquiry", ",Cy Example,,,Cllr,yes,Ama Example,,,");
    let plan = app
        .plan_import(&authority, nobody(), file.as_bytes(), &Reading::default())
        .await
        .expect("a plan");
    let letter = recorded(&plan).0;
    let enquiry = letter.member_enquiry().expect("it says who writes");
    assert_eq!(
        (enquiry.member, enquiry.consent),
        (Member::Councillor, ConstituentConsent::Held)
    );
    let person = letter.complainants.first().expect("the member writes");
    assert_eq!(person.capacity, Code::new("councillor"));
    let batch = plan.batch;
    app.carry_out_import(plan).await.expect("it is recorded");
    for (undone, found) in [(false, 1), (true, 0)] {
        if undone {
            let undone = app.undo_import(&authority, nobody(), batch).await;
            assert_eq!(undone.expect("nobody worked on it"), 1);
        }
        let search = app.journal().search(&authority, "Ama Example", 10).await;
        assert_eq!(search.expect("a search").len(), found);
    }
    let verified = app.journal().verify(&rows::fold).await.expect("a check");
    assert_eq!(verified.fault, None);
}

#[tokio::test]
async fn what_a_register_cannot_take_is_told_by_column() {
    let rows = [
        (
            "compliment",
            ",,Mayor,,,,,,,",
            "compliment_source: \"Mayor\" is not in the authority’s list; write one of: young_person, ",
        ),
        (
            "enquiry",
            "2015-04-01,,,shrugged,,,,,,",
            "enquiry_outcome: \"shrugged\" is not in the authority’s list; write one of: answered, ",
        ),
        (
            "enquiry",
            ",,,answered,,,,,,",
            "enquiry_outcome: this needs the day of the answer beside it, in answered_on",
        ),
        (
            "MP enquiry",
            ",,,,Zebedee Quist,held,,,,",
            "member: this is not known; write one of: member_of_parliament, councillor",
        ),
        (
            "MP enquiry",
            ",,,,MP,perhaps,,,,",
            "consent: \"perhaps\" is not known; write one of: held, not_held, not_needed",
        ),
        (
            "MP enquiry",
            ",,,,,,Ama Example,,,",
            "member: this must not be blank",
        ),
        (
            "MP enquiry",
            ",,,,MP,,,,,",
            "consent: this must not be blank",
        ),
        (
            "informal_contact",
            ",,,,,,,education,,",
            "contact_result: this must not be blank",
        ),
        (
            "informal_contact",
            ",,,,,,,,put_right,",
            "topic: this must not be blank",
        ),
        (
            "helpline_contact",
            ",,,,,,,bins,put_right,staff_advice",
            "topic: \"bins\" is not in the authority’s list",
        ),
        (
            "helpline_contact",
            ",,,,,,,education,put_right,",
            "caller: this must not be blank",
        ),
        (
            "comment",
            ",,court,,,,,,,",
            "compliment_source: this belongs to a compliment, and the row is a comment; leave it blank or correct the kind",
        ),
        (
            "informal_contact",
            ",,,,,,,education,put_right,staff_advice",
            "caller: this belongs to ",
        ),
        ("enquiry", ",,,,,held,,,,", "consent: this belongs to "),
    ];
    for (kind, cells, expected) in rows {
        let plan = plan(of(kind, cells).as_bytes()).await;
        let told = told(&plan);
        assert_eq!(plan.ready(), 0, "{kind} {cells}");
        let expected = format!("line 2, {expected}");
        assert!(
            told.iter().any(|told| told.starts_with(&expected)),
            "wanted {expected}, got {told:#?}"
        );
        assert!(!told.concat().contains("Zebedee"), "{told:#?}");
    }
}

#[tokio::test]
async fn what_holds_for_every_row_holds_where_it_belongs() {
    let (app, authority) = installation().await;
    let file = "reference,kind,channel,received_on,service,member\n\
                A,MP letter,letter,2015-03-26,leaving_care,MP\n\
                B,compliment,letter,2015-03-26,leaving_care,\n";
    let reading = Reading {
        same: vec![("consent".to_owned(), "not_held".to_owned())],
        ..Reading::default()
    };
    let plan = app
        .plan_import(&authority, nobody(), file.as_bytes(), &reading)
        .await
        .expect("a plan");
    assert_eq!((told(&plan), plan.ready()), (Vec::new(), 2));
}

#[tokio::test]
async fn what_complaints_alone_can_take_stays_behind_with_a_word() {
    let plan = plan(
        format!(
            "{HEAD}A,complaint,corporate,letter,2015-03-26,leaving_care,contact,,parent,,P,,,,\n\
             B,compliment,corporate,letter,2015-03-26,leaving_care,,,,,Thanks,,,,\n\
             C,comment,corporate,letter,2015-03-26,leaving_care,contact,,,,So,,,,\n"
        )
        .as_bytes(),
    )
    .await;
    assert_eq!((told(&plan), plan.ready()), (Vec::new(), 3));
    assert_eq!(
        plan.notes,
        [
            "category is for complaints. It says something in other rows too, 1 in all, and stays behind there; the \
             first is line 4.",
            "procedure is for complaints. It says something in other rows too, 2 in all, and stays behind there; the \
             first is line 3.",
        ]
    );
}

/// An installation with areas, teams and a provider that began in 2014.
async fn organised() -> (App, AuthorityCode) {
    let (app, authority) = installation().await;
    let from = date(2014, 4, 1);
    let units = [
        ("north", UnitKind::Area, "North"),
        ("north_duty", UnitKind::Team, "Duty"),
        ("south_duty", UnitKind::Team, "Duty"),
        ("fostering", UnitKind::Team, "Fostering team"),
        ("homes_ltd", UnitKind::Provider, "Homes Ltd"),
    ];
    let orders = units.map(|(code, kind, name)| DatedEntry {
        command: FileCommand::OpenUnit(OpenUnit {
            code: code.to_owned(),
            kind,
            name: name.to_owned(),
            within: None,
            from,
        }),
        recorded_at: noon(from),
        items: Vec::new(),
    });
    let append = app
        .decide_file(&authority, nobody(), orders.into())
        .expect("the units begin");
    app.append_cases(vec![append])
        .await
        .expect("the file is kept");
    (app, authority)
}

/// A complaint of a day with what stands in the columns of its place.
fn placed(day: &str, cells: &str) -> String {
    format!(
        "reference,kind,procedure,channel,received_on,service,category,capacity,points,about_area,about_team,\
         about_provider,received_by_team,other_services\n\
         A,complaint,corporate,letter,{day},leaving_care,contact,parent,P,{cells}\n"
    )
}

#[tokio::test]
async fn a_complaint_comes_in_with_its_place() {
    let (app, authority) = organised().await;
    let file = placed(
        "2014-04-01",
        "North,Fostering Team,homes_ltd,south_duty,Early help",
    );
    let plan = app
        .plan_import(&authority, nobody(), file.as_bytes(), &Reading::default())
        .await
        .expect("a plan");
    let place = Place {
        area: Some(Code::new("north")),
        team: Some(Code::new("fostering")),
        provider: Some(Code::new("homes_ltd")),
        received_by: Some(Code::new("south_duty")),
        other_services: vec![Code::new("early_help")],
    };
    assert_eq!(recorded(&plan).0.place, place);
}

#[tokio::test]
async fn a_place_that_was_not_there_is_told_with_what_was() {
    let (app, authority) = organised().await;
    let rows = [
        (
            "2014-04-01",
            "West,,,,",
            "about_area: \"West\" is not an area there was on Tuesday 1 April 2014; write one of: north",
        ),
        (
            "2014-03-31",
            "north,,,,",
            "about_area: \"north\" is not an area there was on Monday 31 March 2014; there is none in the authority’s own file; \
             enter it there first, or leave this blank",
        ),
        (
            "2014-04-01",
            ",north,,,",
            "about_team: \"north\" is not a team there was on Tuesday 1 April 2014; write one of: north_duty, south_duty, fostering",
        ),
        (
            "2014-04-01",
            ",Duty,,,",
            "about_team: \"Duty\" is the name of several; write one of: north_duty, south_duty",
        ),
        (
            "2014-04-01",
            ",,,homes_ltd,",
            "received_by_team: \"homes_ltd\" is not an area or a team there was on Tuesday 1 April 2014; write one of: north, ",
        ),
        (
            "2014-04-01",
            ",,,,early_help;Leaving care",
            "other_services: leaving_care leads and stands in service; name only the others here",
        ),
        (
            "2014-04-01",
            ",,,,parks",
            "other_services: \"parks\" is not in the authority’s list",
        ),
    ];
    for (day, cells, expected) in rows {
        let file = placed(day, cells);
        let plan = app
            .plan_import(&authority, nobody(), file.as_bytes(), &Reading::default())
            .await
            .expect("a plan");
        let expected = format!("line 2, {expected}");
        let told = told(&plan);
        assert_eq!((plan.ready(), told.len()), (0, 1), "{told:#?}");
        assert!(
            told[0].starts_with(&expected),
            "wanted {expected}, got {told:#?}"
        );
    }
    let compliment = "reference,kind,channel,received_on,service,about_team\nA,compliment,letter,2015-03-26,leaving_care,fostering\n";
    let plan = app
        .plan_import(
            &authority,
            nobody(),
            compliment.as_bytes(),
            &Reading::default(),
        )
        .await
        .expect("a plan");
    assert!(told(&plan)[0].contains("about_team: this belongs to a complaint"));
}

#[tokio::test]
async fn why_an_answer_was_late_and_how_it_was_resolved_come_in() {
    let rows = [
        (
            "2015-05-20",
            "workload",
            "Nobody was there",
            "Apology; payment; apology",
            None,
        ),
        ("2015-05-20", "", "", "", None),
        (
            "2015-05-20",
            "the dog ate it",
            "",
            "",
            Some("late_answer_reason: \"the dog ate it\" is not in the authority’s list"),
        ),
        (
            "2015-05-20",
            "",
            "Nobody was there",
            "",
            Some("late_answer_words: it says more of a reason"),
        ),
        (
            "2015-05-20",
            "",
            "",
            "apology; a hug",
            Some("resolved_by: \"a hug\" is not in the authority’s list"),
        ),
    ];
    for (answered, reason, words, resolved, problem) in rows {
        let file = format!(
            "reference,kind,procedure,channel,received_on,service,category,complainant_name,capacity,ground,child_status,\
             point_1,answered_on,finding,late_answer_reason,late_answer_words,resolved_by\n\
             1,complaint,statutory,letter,2015-03-26,leaving_care,delay_or_not_kept_informed,Ama Example,care_leaver,\
             w-leaver,care_leaver,One,{answered},upheld,{reason},{words},{resolved}\n"
        );
        let plan = plan(file.as_bytes()).await;
        let told = told(&plan);
        match problem {
            Some(problem) => assert!(told.concat().contains(problem), "{problem}: {told:?}"),
            None => assert_eq!(told, Vec::<String>::new()),
        }
        if !resolved.is_empty() && problem.is_none() {
            let entries = &plan.ready[0].append.entries;
            let answered = entries.iter().map(|entry| entry.body.as_str());
            let answered = answered.collect::<Vec<_>>().concat();
            assert!(
                answered.contains(r#""reason":"workload""#)
                    && answered.contains(r#"["apology","payment"]"#)
                    && !answered.contains("Nobody was there"),
                "{answered}"
            );
        }
    }
}
