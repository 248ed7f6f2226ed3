//! The passages of the annual reports: what the record holds of them, and what stands before they are kept.

use app::App;
use app::authority_file::{FileOrder, NotKept};
use app::officer::{Officer, Role};
use app::permit::Deed;
use app::private::seal_text;
use casework::annual_report::{PassageKind, PassageWords, SignKind, WritePassage};
use casework::authority_file::FileCommand;
use casework::ids::CaseId;
use casework::settings::ReportingYear;
use journal::Sealing;
use reports::document::{Audience, Document};

use crate::{authority, record, somebody, testshire};

fn year() -> ReportingYear {
    "2024-25".parse().expect("a year")
}

/// Writes what goes well, with a box ticked beside some words.
async fn write(
    app: &App,
    officer: &Officer,
    text: &str,
    confirmed: Option<&[&str]>,
) -> Result<(), NotKept> {
    let permit = app.permit(officer, Deed::KeepAuthorityFile, None).await;
    let mut sealing = Sealing::new();
    let words = PassageWords {
        text: seal_text(&mut sealing, text),
        source: None,
        confirmed: confirmed.is_some(),
    };
    let command = WritePassage {
        year: year(),
        kind: PassageKind::Recommendation,
        words,
    };
    let order = FileOrder {
        command: FileCommand::WritePassage(command),
        sealing,
        submission: None,
        seen: None,
        confirmed: confirmed
            .unwrap_or_default()
            .iter()
            .map(|word| (*word).to_owned())
            .collect(),
    };
    app.keep(&permit.expect("officers keep the file"), order)
        .await
}

async fn report(app: &App, officer: &Officer) -> Document {
    let permit = app.permit(officer, Deed::ReadReport, None).await;
    let permit = permit.expect("officers read the report");
    let report = app.annual_report(&permit, year(), Audience::Public).await;
    report.expect("it is drawn up")
}

#[tokio::test]
async fn a_passage_that_names_somebody_is_kept_only_when_just_that_was_confirmed() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    let text = "Fictional waited; see C-0001.";
    write(&app, &officer, text, Some(&["C-0001"]))
        .await
        .expect("nobody is called that yet");
    record(&app, &officer, None).await;
    for confirmed in [None, Some(&["C-0001"][..]), Some(&[])] {
        match write(&app, &officer, text, confirmed).await {
            Err(NotKept::PointedAt(signs)) => {
                let signs: Vec<_> = signs
                    .iter()
                    .map(|sign| (sign.kind, sign.words.as_str()))
                    .collect();
                assert_eq!(
                    signs,
                    [
                        (SignKind::Name, "Fictional"),
                        (SignKind::Reference, "C-0001")
                    ]
                );
            }
            other => panic!("{confirmed:?}: {other:?}"),
        }
    }
    let both = Some(&["Fictional", "C-0001"][..]);
    write(&app, &officer, text, both)
        .await
        .expect("somebody decided");
}

#[tokio::test]
async fn nothing_of_a_passage_stands_in_the_entries_and_the_report_comes_out_the_same_twice() {
    let app = testshire().await;
    let (officer, _) = somebody(&app, "officer", Role::ComplaintsOfficer).await;
    write(&app, &officer, "Qzvxkj happened.", None)
        .await
        .expect("it names nobody");
    let stream = app
        .journal()
        .stream(&authority(), CaseId::AUTHORITY_FILE)
        .await;
    let stream = stream.expect("the record reads");
    assert!(stream.iter().any(|entry| entry.name == "passage_written"));
    for entry in &stream {
        assert!(!entry.body.contains("Qzvxkj"), "{}", entry.body);
    }
    let once = report(&app, &officer).await;
    assert!(format!("{once:?}").contains("Qzvxkj happened."));
    assert_eq!(once, report(&app, &officer).await);
}
