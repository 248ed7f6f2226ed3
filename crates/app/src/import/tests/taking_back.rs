//! Cases that come in twice, and imports that are taken back.

use casework::action::Action;
use casework::closure::Close;
use journal::Sealing;

use super::*;
use crate::officer::{Officer, Role};
use crate::permit::{Deed, Denied};
use crate::record::Order;

async fn import(app: &App, authority: &AuthorityCode, file: &str) -> (BatchId, Vec<Imported>) {
    let plan = app
        .plan_import(authority, nobody(), file.as_bytes(), &Reading::default())
        .await
        .expect("a plan");
    assert_eq!(told(&plan), Vec::<String>::new());
    let batch = plan.batch;
    let imported = app.carry_out_import(plan).await.expect("it is recorded");
    (batch, imported)
}

async fn found(app: &App, authority: &AuthorityCode, text: &str) -> usize {
    let found = app.journal().search(authority, text, 10).await;
    found.expect("a search").len()
}

#[tokio::test]
async fn an_import_that_is_undone_leaves_no_trace_but_in_the_record() {
    let (app, authority) = installation().await;
    let file = format!(
        "{HEAD}{}{}",
        compliment("A", "2015-03-26", "Ama Example"),
        compliment("B", "2015-03-27", "Bo Example")
    );
    let (batch, _) = import(&app, &authority, &file).await;
    let (kept, _) = import(
        &app,
        &authority,
        &format!("{HEAD}{}", compliment("C", "2015-03-28", "Cy Example")),
    )
    .await;
    let imports = app.imports(&authority).await.expect("a list");
    let listed: Vec<_> = imports
        .iter()
        .map(|import| (import.batch, import.cases))
        .collect();
    assert_eq!(listed, [(batch, 2), (kept, 1)]);
    assert_eq!(found(&app, &authority, "Ama").await, 1);

    let undone = app.undo_import(&authority, nobody(), batch).await;
    assert_eq!(undone.expect("nobody worked on it"), 2);
    let imports = app.imports(&authority).await.expect("a list");
    assert_eq!(imports.len(), 1);
    for text in ["Ama", "A", "C-0001", "Example"] {
        let others = usize::from(text == "Example");
        assert_eq!(found(&app, &authority, text).await, others, "{text}");
    }
    let verified = app.journal().verify(&rows::fold).await.expect("a check");
    assert_eq!((verified.fault, verified.cases), (None, 3));
    app.journal()
        .rebuild(&rows::fold, |_, _| {})
        .await
        .expect("the read tables are made again");
    assert_eq!(app.imports(&authority).await.expect("a list").len(), 1);

    // Once more finds nothing to do, and the file comes in as if the first had never been.
    let again = app.undo_import(&authority, nobody(), batch).await;
    assert_eq!(again.expect("it is finished"), 2);
    let (_, imported) = import(&app, &authority, &file).await;
    let references: Vec<&str> = imported
        .iter()
        .map(|case| case.reference.as_str())
        .collect();
    assert_eq!(references, ["C-0004", "C-0005"]);
    let verified = app.journal().verify(&rows::fold).await.expect("a check");
    assert_eq!((verified.fault, verified.cases), (None, 5));
}

#[tokio::test]
async fn an_import_of_which_a_case_was_worked_on_stays_whole() {
    let (app, authority) = installation().await;
    let file = format!(
        "{HEAD}{}{}",
        compliment("A", "2015-03-26", "Ama Example"),
        compliment("B", "2015-03-27", "Bo Example")
    );
    let (batch, _) = import(&app, &authority, &file).await;
    let officer = Officer {
        account: AccountId(Uuid::now_v7()),
        authority: authority.clone(),
        display_name: "A manager".to_owned(),
        role: Role::ComplaintsManager,
        must_change: false,
    };
    let reference: Reference = "C-0002".parse().expect("a reference");
    let deed = Deed::Act(Action::Close);
    let permit = app
        .permit(&officer, deed, Some(reference))
        .await
        .expect("a manager may");
    let close = Close {
        learned: None,
        notice: None,
        on: date(2026, 3, 4),
    };
    app.record(permit, Order::new(close, Sealing::new()))
        .await
        .expect("a compliment can be closed");

    let undone = app.undo_import(&authority, nobody(), batch).await;
    let why = undone.expect_err("somebody worked on it").to_string();
    assert!(why.contains("C-0002") && !why.contains("C-0001"), "{why}");
    assert_eq!(found(&app, &authority, "Ama").await, 1);
    assert_eq!(app.imports(&authority).await.expect("a list")[0].cases, 2);
    let unknown = app
        .undo_import(&authority, nobody(), BatchId(Uuid::nil()))
        .await;
    assert!(matches!(unknown, Err(NotUndone::NoSuchImport(_))));
}

#[tokio::test]
async fn nobody_opens_a_case_that_was_taken_back() {
    let (app, authority) = installation().await;
    let file = format!("{HEAD}{}", compliment("A", "2015-03-26", "Ama Example"));
    let (batch, _) = import(&app, &authority, &file).await;
    let officer = Officer {
        account: AccountId(Uuid::now_v7()),
        authority: authority.clone(),
        display_name: "A manager".to_owned(),
        role: Role::ComplaintsManager,
        must_change: false,
    };
    let reference: Reference = "C-0001".parse().expect("a reference");
    let open = || app.permit(&officer, Deed::ReadCase, Some(reference));
    assert!(open().await.is_ok());
    let undone = app.undo_import(&authority, nobody(), batch).await;
    assert_eq!(undone.expect("nobody worked on it"), 1);
    assert!(matches!(open().await, Err(Denied::NoSuchCase(_))));
}

#[tokio::test]
async fn a_row_that_may_be_there_already_is_named_and_comes_in() {
    let (app, authority) = installation().await;
    let first = format!(
        "{HEAD}{}{}",
        compliment("A", "2015-03-26", "Ama Example"),
        compliment("Z", "2015-03-27", "Bo Example")
    );
    import(&app, &authority, &first).await;
    let rows = [
        compliment("B", "2015-03-26", "ama  EXAMPLE"),
        compliment("C", "2015-03-27", "Ama Example"),
        compliment("D", "2015-03-26", "Amy Example"),
        compliment("E", "2015-03-27", "Ama Example"),
        compliment("F", "2015-03-26", ""),
    ];
    let file = format!("{HEAD}{}", rows.concat()).replace(",,parent", ",,");
    let plan = app
        .plan_import(&authority, nobody(), file.as_bytes(), &Reading::default())
        .await
        .expect("a plan");
    let doubts: Vec<String> = plan.doubts.iter().map(ToString::to_string).collect();
    assert_eq!(
        doubts,
        [
            "line 2, complainant_name: C-0001 has the same day, service and name; take this row out if it is the same case",
            "line 5, complainant_name: line 3 has the same day, service and name; take this row out if it is the same case",
        ]
    );
    assert_eq!((plan.ready(), told(&plan)), (5, Vec::new()));
}

#[tokio::test]
async fn what_an_import_refuses_leaves_nothing_behind() {
    let (app, authority) = installation().await;
    let bad_day = compliment("A", "2015-02-30", "Ama Example");
    let refused = [
        // A day that never was, a file that is no register, one that is damaged, and a service that nobody knows.
        format!("{HEAD}{bad_day}").into_bytes(),
        b"Ama Example,12 High Street\n".to_vec(),
        b"PK\x03\x04 and no archive".to_vec(),
        format!(
            "{HEAD}{}",
            compliment("B", "2015-03-26", "Bo Example").replace("leaving_care", "no_such_service")
        )
        .into_bytes(),
    ];
    for file in refused {
        let plan = app
            .plan_import(&authority, nobody(), &file, &Reading::default())
            .await
            .expect("a plan");
        assert!(!told(&plan).is_empty());
        let imported = app.carry_out_import(plan).await.expect("nothing to record");
        assert_eq!(imported.len(), 0);
    }
    for text in ["Ama", "Bo", "Example", "C-0001"] {
        assert_eq!(found(&app, &authority, text).await, 0, "{text}");
    }
    assert_eq!(app.imports(&authority).await.expect("a list").len(), 0);
    let verified = app.journal().verify(&rows::fold).await.expect("a check");
    assert_eq!((verified.fault, verified.cases), (None, 0));
    // The next case is the first one.
    let (_, imported) = import(
        &app,
        &authority,
        &format!("{HEAD}{}", compliment("C", "2015-03-28", "Cy Example")),
    )
    .await;
    assert_eq!(imported[0].reference, "C-0001");
}
