//! The use cases on a journal in memory: who may, who was first, what is kept from whom.

mod passages;

use std::fmt::Write as _;

use app::App;
use app::accounts::{ChangeRefused, NewAccount, NotSignedIn, PasswordRefused};
use app::clock::Clock;
use app::officer::{Officer, Role};
use app::permit::{Deed, Denied, NotAllowed, matrix};
use app::private::{PersonDetails, seal_equality, seal_text};
use app::record::{NotRecorded, Order};
use app::rows;
use casework::action::Action;
use casework::ids::{AuthorityCode, PersonId, Reference};
use casework::intake::{Acknowledge, Procedure, RecordComplaint, RecordEquality};
use casework::people::{Channel, Child, ChildStatus, Complainant};
use casework::point::{Point, PointNumber};
use casework::refusal::Refusal;
use casework::settings::Code;
use jiff::civil::date;
use journal::{DeploymentKey, Journal, Location, RegisterQuery, Sealing};
use secrecy::{ExposeSecret, SecretString};
use statute::procedure::LegalGround;
use uuid::Uuid;
use views::equality::{About, EqualityAnswers, Source, Value};

const SETTINGS: &str = r#"
code = "testshire"
name = "Testshire County Council"
services = [{ code = "first_response", label = "First Response" }]
categories = [{ code = "delay", label = "Delay" }]
capacities = [{ code = "parent", label = "Parent" }]
outcomes = [{ code = "upheld", label = "Upheld" }]
timescale_bands = []
ombudsman_decisions = []
[equality]
gender = []
ethnicity = []
sexual_orientation = []
religion = []
disability = []
age = []
"#;

fn authority() -> AuthorityCode {
    "testshire".parse().expect("a code")
}

async fn testshire() -> App {
    let key = DeploymentKey::from_bytes([7; 32]);
    let journal = Journal::open(&Location::Memory, key)
        .await
        .expect("a journal in memory opens");
    let clock = Clock::At(app::clock::noon(date(2026, 3, 4)));
    let app = App::start(journal, clock)
        .await
        .expect("an empty journal starts");
    app.save_authority(SETTINGS)
        .await
        .expect("the settings are sound");
    app
}

async fn somebody(app: &App, name: &str, role: Role) -> (Officer, SecretString) {
    let new = NewAccount {
        authority: authority(),
        sign_in_name: name.to_owned(),
        display_name: format!("The {name}"),
        role,
    };
    let (_, password) = app.create_account(new).await.expect("the name is free");
    let officer = app
        .sign_in(&authority(), name, password.clone())
        .await
        .expect("the password is theirs");
    (officer, password)
}

fn complaint(sealing: &mut Sealing) -> RecordComplaint {
    let parent = PersonDetails {
        name: "Ada Fictional".to_owned(),
        contact: None,
        born_on: None,
    };
    let person = PersonId(Uuid::from_u128(30));
    RecordComplaint {
        place: casework::organisation::Place::default(),
        procedure: Procedure::ChildrenAct,
        channel: Channel::Telephone,
        received_on: date(2026, 3, 2),
        reached_team_on: None,
        grounds_arose_on: None,
        late_reasons: None,
        service: Code::new("first_response"),
        complainants: vec![Complainant {
            person,
            ground: Some(LegalGround::Parent),
            capacity: Code::new("parent"),
            details: Some(parent.seal(sealing)),
        }],
        children: vec![Child {
            person: PersonId(Uuid::from_u128(31)),
            status: ChildStatus::InNeed,
            details: None,
        }],
        points: vec![Point {
            number: PointNumber(1),
            text: seal_text(sealing, "Nobody rang back"),
            categories: vec![Code::new("delay")],
        }],
        desired_outcome: None,
        complained_about: Vec::new(),
    }
}

async fn record(app: &App, officer: &Officer, submission: Option<Uuid>) -> Reference {
    let mut sealing = Sealing::new();
    let command = complaint(&mut sealing);
    let order = Order {
        submission,
        ..Order::new(command, sealing)
    };
    let permit = app
        .permit(officer, Deed::Act(Action::RecordComplaint), None)
        .await
        .expect("officers record");
    app.record(permit, order)
        .await
        .expect("the complaint is sound")
        .reference
}

async fn acknowledge(
    app: &App,
    officer: &Officer,
    reference: Reference,
    seen: u32,
) -> Result<(), NotRecorded> {
    let permit = app
        .permit(officer, Deed::Act(Action::Acknowledge), Some(reference))
        .await
        .expect("officers acknowledge");
    let order = Order {
        seen: Some(seen),
        ..Order::new(
            Acknowledge {
                leaflets: Vec::new(),
                on: date(2026, 3, 3),
            },
            Sealing::new(),
        )
    };
    app.record(permit, order).await.map(|_| ())
}

#[tokio::test]
async fn what_is_recorded_can_be_read_and_found() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    let reference = record(&app, &officer, None).await;
    let permit = app
        .permit(&officer, Deed::ReadCase, Some(reference))
        .await
        .expect("officers read");
    let opened = app
        .case_file(&permit)
        .await
        .expect("the record reads")
        .expect("the permit is for a case");
    let point = &opened.file.case.points()[0];
    assert_eq!(opened.text(&point.text), Some("Nobody rang back"));
    let register = app
        .permit(&officer, Deed::ReadRegister, None)
        .await
        .expect("officers see the register");
    let page = app
        .register(&register, RegisterQuery::default())
        .await
        .expect("the register reads");
    assert_eq!(page.entries[0].name.as_deref(), Some("Ada Fictional"));
    for words in ["ada", "FICT", "ficshunal", "C-0001"] {
        let found = app
            .search(&register, words, 10)
            .await
            .expect("the search reads");
        assert_eq!(
            found.len(),
            usize::from(words != "ficshunal" || !found.is_empty()),
            "{words}"
        );
    }
    assert!(
        app.search(&register, "rang", 10)
            .await
            .expect("the search reads")
            .is_empty(),
        "texts are not indexed"
    );
}

#[tokio::test]
async fn a_form_sent_twice_has_one_effect() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    let submission = Some(Uuid::from_u128(99));
    let first = record(&app, &officer, submission).await;
    let second = record(&app, &officer, submission).await;
    assert_eq!(first, second);
    assert_ne!(record(&app, &officer, None).await, first);
}

#[tokio::test]
async fn the_second_of_two_sees_what_the_first_did() {
    let app = testshire().await;
    let (one, _) = somebody(&app, "one", Role::ComplaintsOfficer).await;
    let (two, _) = somebody(&app, "two", Role::ComplaintsManager).await;
    let reference = record(&app, &one, None).await;
    acknowledge(&app, &one, reference, 1)
        .await
        .expect("nobody was first");
    let late = acknowledge(&app, &two, reference, 1)
        .await
        .expect_err("the case moved on");
    let NotRecorded::Overtaken(overtaken) = late else {
        panic!("{late:?}")
    };
    assert_eq!(overtaken.since.len(), 1);
    assert_eq!(overtaken.since[0].actor, one.account);
    let again = acknowledge(&app, &two, reference, 2)
        .await
        .expect_err("it was acknowledged");
    assert!(
        matches!(again, NotRecorded::Refused(Refusal::AlreadyDone { .. })),
        "{again:?}"
    );
}

#[tokio::test]
async fn equality_answers_are_opened_for_nobody_who_handles_the_case() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsManager).await;
    let reference = record(&app, &officer, None).await;
    let mut sealing = Sealing::new();
    let answers = EqualityAnswers {
        gender: Value::stated(Code::new("female")),
        age: Value::stated(41),
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    };
    let sealed = seal_equality(&mut sealing, &answers);
    let command = RecordEquality {
        person: PersonId(Uuid::from_u128(30)),
        about: answers.about,
        source: answers.source,
        answers: sealed.clone(),
        on: date(2026, 3, 3),
    };
    let deed = Deed::Act(Action::RecordEquality);
    let permit = app
        .permit(&officer, deed, Some(reference))
        .await
        .expect("the manager records");
    app.record(permit, Order::new(command, sealing))
        .await
        .expect("the form is sound");
    let permit = app
        .permit(&officer, Deed::ReadCase, Some(reference))
        .await
        .expect("the manager reads");
    let opened = app
        .case_file(&permit)
        .await
        .expect("the record reads")
        .expect("the permit is for a case");
    assert_eq!(opened.text(&sealed), None);
}

#[tokio::test]
async fn there_is_no_permit_for_another_authoritys_case_or_for_none() {
    let app = testshire().await;
    app.save_authority(&SETTINGS.replace("testshire", "elsewhere"))
        .await
        .expect("the settings are sound");
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsManager).await;
    let reference = record(&app, &officer, None).await;
    let stranger = Officer {
        authority: "elsewhere".parse().expect("a code"),
        ..officer.clone()
    };
    for (who, reference) in [(&stranger, reference), (&officer, Reference(77))] {
        let denied = app
            .permit(who, Deed::ReadCase, Some(reference))
            .await
            .expect_err("there is no such case");
        assert!(matches!(denied, Denied::NoSuchCase(_)), "{denied:?}");
    }
}

#[tokio::test]
async fn a_team_manager_reads_nothing_that_is_not_assigned() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    let (manager, _) = somebody(&app, "manager", Role::TeamManager).await;
    let reference = record(&app, &officer, None).await;
    let denied = app
        .permit(&manager, Deed::ReadCase, Some(reference))
        .await
        .expect_err("it is not theirs");
    assert!(
        matches!(denied, Denied::NotAllowed(NotAllowed::NotYours)),
        "{denied:?}"
    );
}

#[tokio::test]
async fn every_read_is_noted() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    let reference = record(&app, &officer, None).await;
    let permit = app
        .permit(&officer, Deed::ReadCase, Some(reference))
        .await
        .expect("officers read");
    let case = permit.subject().expect("it concerns a case").case.id;
    app.journal().flush().await.expect("the notes are written");
    let notes = app
        .journal()
        .reads_of(&authority(), case)
        .await
        .expect("the notes read");
    assert_eq!(notes.last().map(|note| note.account), Some(officer.account));
}

#[tokio::test]
async fn passwords_are_asked_for_again_and_must_be_long_and_new() {
    let app = testshire().await;
    let (officer, given) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    assert!(
        officer.must_change,
        "a password that was given must be changed"
    );
    let new = SecretString::from("three plain words");
    let change = |old: &SecretString, new: &str| {
        let (old, new) = (old.clone(), SecretString::from(new.to_owned()));
        let (app, officer) = (app.clone(), officer.clone());
        async move { app.change_password(&officer, old, new).await }
    };
    let refused = change(&given, "short").await.expect_err("too short");
    assert!(
        matches!(refused, ChangeRefused::New(PasswordRefused::TooShort)),
        "{refused:?}"
    );
    let refused = change(&given, given.expose_secret())
        .await
        .expect_err("the same");
    assert!(
        matches!(refused, ChangeRefused::New(PasswordRefused::Same)),
        "{refused:?}"
    );
    let refused = change(&new, "three other words")
        .await
        .expect_err("not the present one");
    assert!(matches!(refused, ChangeRefused::WrongOld), "{refused:?}");
    change(&given, new.expose_secret())
        .await
        .expect("a good change");
    let signed_in = app
        .sign_in(&authority(), "officer", new)
        .await
        .expect("the new one works");
    assert!(!signed_in.must_change);
    let old = app
        .sign_in(&authority(), "officer", given)
        .await
        .expect_err("the old one does not");
    assert!(matches!(old, NotSignedIn::Wrong), "{old:?}");
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_told_alike() {
    let app = testshire().await;
    somebody(&app, "officer", Role::ComplaintsOfficer).await;
    let wrong = || SecretString::from("not the password");
    let mut told = Vec::new();
    for name in ["officer", "nobody"] {
        let error = app
            .sign_in(&authority(), name, wrong())
            .await
            .expect_err("it is wrong");
        told.push(error.to_string());
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn the_record_verifies_and_rebuilds() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    let reference = record(&app, &officer, None).await;
    acknowledge(&app, &officer, reference, 1)
        .await
        .expect("nobody was first");
    let verified = app
        .journal()
        .verify(&rows::fold)
        .await
        .expect("the record reads");
    assert_eq!(verified.fault, None);
    app.journal()
        .rebuild(&rows::fold, |_, _| {})
        .await
        .expect("the record rebuilds");
    assert_eq!(
        app.journal()
            .verify(&rows::fold)
            .await
            .expect("the record reads")
            .fault,
        None
    );
}

#[test]
fn who_may_do_what() {
    let mut table = String::new();
    for (role, deed, relation, decision) in matrix() {
        let deed = match deed {
            Deed::Act(action) => action.file().to_owned(),
            Deed::ReadCase
            | Deed::ReadOwnActions
            | Deed::CarryOutOwnAction
            | Deed::ReportBackAsOwner
            | Deed::ReadRegister
            | Deed::ReadWorklist
            | Deed::ReadReport
            | Deed::ManageAccounts
            | Deed::ReadAuthorityFile
            | Deed::KeepAuthorityFile
            | Deed::ManageCalendar
            | Deed::ImportCases => format!("{deed:?}"),
        };
        let decision = match decision {
            Ok(()) => "may".to_owned(),
            Err(why) => format!("{why:?}"),
        };
        let role = role.code();
        writeln!(table, "{role:<20} {deed:<28} {relation:<16?} {decision}")
            .expect("a string takes it");
    }
    insta::assert_snapshot!(table);
}
