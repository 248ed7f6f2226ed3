//! What was acknowledged is in the record, however the server ends.
//!
//! Eight people record complaints by form without pause while the server is killed on the spot and
//! started again, twenty times. Afterwards every complaint whose answer was seen is there; every form
//! whose answer was not is sent again and is there exactly once; and the record verifies.
//!
//! It was seen to fail: with `journal`'s writer changed to answer before it commits, a run on SQLite finds
//! an acknowledged complaint missing after the first kill. So does one on PostgreSQL when two milliseconds
//! lie between answer and commit; with nothing between them the commit is sent before anybody can kill.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use testkit::postgres::TemporaryPostgres;
use uuid::Uuid;
use visitor::{Answer, Form, Installation, Server, Visitor};

const AUTHORITY: &str = "northshire";

/// How often the server is killed.
const KILLS: u32 = 20;

/// How many people record at the same time.
const HANDS: usize = 8;

/// The longest that anything may take in which nothing happens.
const PATIENCE: Duration = Duration::from_mins(1);

/// A form that was sent, by its number.
enum Sent {
    /// The answer was seen: the complaint is recorded under this address.
    Acknowledged(Uuid, String),
    /// No answer came.
    Unknown(Uuid),
}

#[test]
fn nothing_acknowledged_is_lost_on_sqlite() {
    survives_kills(None);
}

#[test]
fn nothing_acknowledged_is_lost_on_postgres() {
    let server = TemporaryPostgres::start();
    survives_kills(Some(server.database("killed")));
}

fn survives_kills(database: Option<String>) {
    let heard = Path::new(env!("CARGO_BIN_EXE_heard"));
    let installation = Installation::of(heard, database).expect("a folder");
    installation.found(AUTHORITY).expect("an installation");
    let one_time = installation
        .add_account(AUTHORITY, "m.manager", "complaints_manager")
        .expect("an account");

    let mut server = start(&installation);
    let mut visitor = Visitor::new(server.address);
    visitor
        .sign_in("m.manager", &one_time, "correct horse battery")
        .expect("signing in");
    let form = complaint(&visitor.get("/complaints/new").expect("a page"));

    let mut acknowledged = BTreeMap::new();
    let mut sent_again = 0;
    for kill in 0..KILLS {
        // Another number of answers each time, so that the kill falls on another moment of the work.
        let (seen, unknown) = record_until_killed(&mut server, &visitor, &form, 3 + kill * 7 % 31);
        server = start(&installation);
        let mut visitor = visitor.at(server.address);
        for (submission, address) in &seen {
            assert_there(&mut visitor, *submission, address);
        }
        acknowledged.extend(seen);
        // Nobody knows whether these were recorded: sending the same form again settles it.
        for submission in unknown {
            let answer = visitor
                .send(&numbered(&form, submission))
                .expect("an answer");
            let address = recorded_at(&answer)
                .unwrap_or_else(|| panic!("sent again: {} {}", answer.status, answer.body));
            assert_there(&mut visitor, submission, &address);
            acknowledged.insert(submission, address);
            sent_again += 1;
        }
    }

    let mut visitor = visitor.at(server.address);
    for (submission, address) in &acknowledged {
        assert_there(&mut visitor, *submission, address);
    }
    drop(server);
    let findings = installation.ask(&["verify"]).expect("the record verifies");
    assert_eq!(findings["sound"], true, "{findings}");
    assert_eq!(
        findings["cases"],
        acknowledged.len(),
        "each form is one case, whether sent once or twice"
    );
    assert!(
        sent_again > 0,
        "no kill met a form on its way: the test saw nothing"
    );
    println!(
        "{KILLS} kills, {} complaints, {sent_again} of them sent again",
        acknowledged.len()
    );
}

/// Lets everybody record until so many answers were seen, kills the server, and gives what was sent.
fn record_until_killed(
    server: &mut Server,
    visitor: &Visitor,
    form: &Form,
    answers: u32,
) -> (BTreeMap<Uuid, String>, Vec<Uuid>) {
    let (report, reports) = mpsc::channel();
    let mut hands = Vec::new();
    for _ in 0..HANDS {
        let report = report.clone();
        let mut visitor = visitor.at(server.address);
        let form = form.clone();
        hands.push(thread::spawn(move || {
            loop {
                let submission = Uuid::now_v7();
                let sent = match visitor.send(&numbered(&form, submission)) {
                    Ok(answer) => match recorded_at(&answer) {
                        Some(address) => Sent::Acknowledged(submission, address),
                        None => panic!("not recorded: {} {}", answer.status, answer.body),
                    },
                    Err(_) => Sent::Unknown(submission),
                };
                let over = matches!(sent, Sent::Unknown(_));
                report.send(sent).expect("somebody listens");
                if over {
                    return;
                }
            }
        }));
    }
    drop(report);

    let mut acknowledged = BTreeMap::new();
    let mut unknown = Vec::new();
    let begun = Instant::now();
    let mut killed = false;
    // Ends when everybody has noticed that the server is gone.
    while let Ok(sent) = reports.recv_timeout(PATIENCE) {
        match sent {
            Sent::Acknowledged(submission, address) => {
                acknowledged.insert(submission, address);
            }
            Sent::Unknown(submission) => unknown.push(submission),
        }
        if !killed && acknowledged.len() >= answers as usize {
            server.kill().expect("the server can be killed");
            killed = true;
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "the work does not come to an end"
        );
    }
    assert!(
        killed,
        "only {} of {answers} answers came",
        acknowledged.len()
    );
    for hand in hands {
        hand.join()
            .expect("everybody records until the server is gone");
    }
    (acknowledged, unknown)
}

fn start(installation: &Installation) -> Server {
    installation
        .serve("warn", Stdio::inherit())
        .expect("the server starts")
}

/// The shortest complaint that can be recorded.
fn complaint(page: &Answer) -> Form {
    let mut form = page.form("/complaints/new").expect("the form");
    form.set("complainant-1-name", "Alex Example")
        .set("point-1", "Nobody called back.");
    for question in [
        "channel",
        "complainant-1-capacity",
        "complainant-1-ground",
        "service",
        "point-1-category",
    ] {
        form.choose_first(question);
    }
    form
}

fn numbered(form: &Form, submission: Uuid) -> Form {
    let mut form = form.clone();
    form.set("submission", &submission.to_string());
    form
}

/// The case file that a form leads to, if it was recorded.
fn recorded_at(answer: &Answer) -> Option<String> {
    let location = answer
        .location
        .as_deref()
        .filter(|_| answer.status == 303)?;
    location
        .split('?')
        .next()
        .filter(|path| path.starts_with("/cases/"))
        .map(str::to_owned)
}

fn assert_there(visitor: &mut Visitor, submission: Uuid, address: &str) {
    let answer = visitor.get(address).expect("an answer");
    assert_eq!(
        answer.status, 200,
        "form {submission} was acknowledged as {address}, which is not there"
    );
}
