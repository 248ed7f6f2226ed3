//! The vault and search: what is personal opens for us, is found by us, and for nobody else.

use casework::ids::ItemId;
use journal::{Append, AppendError, Journal, JournalError, RegisterQuery, Sealing};
use serde_json::json;

use crate::bed::*;

on_every_engine!(
    an_item_is_opened_where_it_was_sealed,
    items_of_a_kind_are_handed_over_case_by_case,
    what_is_apart_is_reached_through_no_case_and_goes_with_it,
    a_case_is_found_by_its_names_and_reference,
    the_newest_are_found_by_common_names,
    a_word_is_known_as_one_of_a_name_only_whole_and_only_here,
    what_was_disposed_of_is_gone_and_the_record_still_holds,
    a_case_can_be_taken_off_every_list,
);
on_these_engines!(sqlite_behind_its_back Sqlite: an_item_moved_elsewhere_does_not_open, what_is_apart_and_altered_or_moved_does_not_open, nothing_personal_is_in_the_tables);
on_these_engines!(postgres_behind_its_back Postgres: an_item_moved_elsewhere_does_not_open, what_is_apart_and_altered_or_moved_does_not_open, nothing_personal_is_in_the_tables);

async fn an_item_is_opened_where_it_was_sealed(engine: Engine) {
    let bed = Bed::new(engine).await;
    let (_, ama) = record_named(&bed.journal, &northmoor(), case(1), "Ama Okafor").await;
    let (_, tom) = record_named(&bed.journal, &northmoor(), case(2), "Tom Lee").await;
    let opened = bed
        .journal
        .open_items(&northmoor(), case(1), &[ama, tom])
        .await
        .unwrap();
    assert_eq!(
        opened.into_iter().collect::<Vec<_>>(),
        [(ama, "Ama Okafor".to_owned())]
    );

    // A later append uses the key the case has.
    let mut sealing = Sealing::new();
    let note = sealing.seal("narrative", "She was not told.", &[]);
    let says = json!({ "note": note });
    let stream = bed.journal.stream(&northmoor(), case(1)).await.unwrap();
    let said = serde_json::from_str(&stream[0].body).unwrap();
    let append = Append {
        items: sealing.into_items(),
        ..next(&northmoor(), case(1), &[said], &says)
    };
    bed.journal.append(append).await.unwrap();
    let opened = bed
        .journal
        .open_items(&northmoor(), case(1), &[note.item, ama])
        .await
        .unwrap();
    assert_eq!(
        (opened[&note.item].as_str(), opened[&ama].as_str()),
        ("She was not told.", "Ama Okafor")
    );
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
}

async fn items_of_a_kind_are_handed_over_case_by_case(engine: Engine) {
    let bed = Bed::new(engine).await;
    for number in 1..=20 {
        let mut sealing = Sealing::new();
        let forms: Vec<_> = (0..2)
            .map(|form| sealing.seal("equality", &format!("{number}/{form}"), &[]))
            .collect();
        let other = sealing.seal("name", "Ama Okafor", &[]);
        let says = json!({ "forms": forms, "other": other });
        let append = Append {
            items: sealing.into_items(),
            ..new_case(&northmoor(), case(number), &says)
        };
        bed.journal.append(append).await.unwrap();
    }
    let gather = |found: &mut Vec<_>, id, item, text: &str| found.push((id, item, text.to_owned()));
    let found = bed
        .journal
        .items_of_kind(&northmoor(), "equality", Vec::new(), gather)
        .await
        .unwrap();
    let cases: Vec<_> = found.iter().map(|(id, item, _)| (*id, *item)).collect();
    assert!(cases.is_sorted() && cases.len() == 40);
    let mut texts: Vec<String> = found.into_iter().map(|(_, _, text)| text).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 40);
}

/// A case with one thing apart from it, and another with one too.
async fn two_apart(journal: &Journal) -> [ItemId; 2] {
    let mut items = Vec::new();
    for number in 1..=2 {
        let mut sealing = Sealing::new();
        let apart = sealing.seal_apart("equality", &format!("form {number}"));
        items.push(apart.item);
        let append = Append {
            items: sealing.into_items(),
            ..new_case(&northmoor(), case(number), &json!({ "apart": apart }))
        };
        journal.append(append).await.unwrap();
    }
    items.try_into().unwrap()
}

async fn apart(journal: &Journal) -> Result<Vec<String>, JournalError> {
    let gather = |found: &mut Vec<_>, _, _, text: &str| found.push(text.to_owned());
    let all = journal
        .monitoring_items(&northmoor(), Vec::new(), gather)
        .await;
    all.map(|mut found| {
        found.sort();
        found
    })
}

async fn what_is_apart_is_reached_through_no_case_and_goes_with_it(engine: Engine) {
    let bed = Bed::new(engine).await;
    let [one, _] = two_apart(&bed.journal).await;
    assert_eq!(apart(&bed.journal).await.unwrap(), ["form 1", "form 2"]);
    let here = northmoor();
    let through_the_case = bed.journal.open_items(&here, case(1), &[one]).await;
    assert!(through_the_case.unwrap().is_empty());
    let gather = |found: &mut Vec<_>, _, _, text: &str| found.push(text.to_owned());
    let of_kind = bed
        .journal
        .items_of_kind(&here, "equality", Vec::new(), gather)
        .await;
    assert!(of_kind.unwrap().is_empty());
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);

    bed.journal.dispose(&northmoor(), case(1)).await.unwrap();
    assert_eq!(apart(&bed.journal).await.unwrap(), ["form 2"]);
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
}

async fn what_is_apart_and_altered_or_moved_does_not_open(engine: Engine) {
    let bed = Bed::new(engine).await;
    let [one, two] = two_apart(&bed.journal).await;
    for part in ["sealed", "wrapped"] {
        let bed = Bed::new(engine).await;
        let [one, two] = two_apart(&bed.journal).await;
        bed.tamper(&format!(
            "UPDATE monitoring_item SET {part} = (SELECT {part} FROM monitoring_item WHERE item = '{one}') \
             WHERE item = '{two}'"
        ))
        .await;
        does_not_open(&bed.journal).await;
    }
    // Key and text together, from one case to the other.
    bed.tamper(&format!(
        "UPDATE monitoring_item SET wrapped = (SELECT wrapped FROM monitoring_item WHERE item = '{one}'), \
         sealed = (SELECT sealed FROM monitoring_item WHERE item = '{one}') WHERE item = '{two}'"
    ))
    .await;
    does_not_open(&bed.journal).await;
    bed.tamper("DELETE FROM monitoring_item").await;
    let fault = bed.journal.verify(&fold).await.unwrap().fault;
    assert!(fault.is_some(), "an event refers to what is gone");
}

async fn does_not_open(journal: &Journal) {
    let altered = apart(journal).await;
    assert!(
        matches!(
            altered,
            Err(JournalError::DoesNotOpen {
                table: "monitoring_item",
                ..
            })
        ),
        "{altered:?}"
    );
}

async fn a_case_is_found_by_its_names_and_reference(engine: Engine) {
    let bed = Bed::new(engine).await;
    let names = [
        "Ama Okafor",
        "Kwame Okafor",
        "Zoë Núñez",
        "Mary Smith-Jones",
        "Catherine Lee",
    ];
    for (name, number) in names.iter().zip(1..) {
        record_named(&bed.journal, &northmoor(), case(number), name).await;
    }
    record_named(&bed.journal, &southmoor(), case(9), "Ama Okafor").await;
    let rows: [(&str, &[&str]); 12] = [
        ("okafor", &["Kwame Okafor", "Ama Okafor"]),
        ("Okafor Ama", &["Ama Okafor"]),
        ("OKA", &["Kwame Okafor", "Ama Okafor"]),
        ("okafer", &["Kwame Okafor", "Ama Okafor"]),
        ("nunez", &["Zoë Núñez"]),
        ("smith jones", &["Mary Smith-Jones"]),
        ("Kathryn", &["Catherine Lee"]),
        ("Okafor Lee", &[]),
        ("C-0003", &["Zoë Núñez"]),
        ("3", &["Zoë Núñez"]),
        ("C-0099", &[]),
        ("…", &[]),
    ];
    for (asked, expected) in rows {
        let found = bed.journal.search(&northmoor(), asked, 10).await.unwrap();
        let found: Vec<&str> = found
            .iter()
            .filter_map(|listed| listed.name.as_deref())
            .collect();
        assert_eq!(found, expected, "{asked}");
    }
    assert_eq!(
        bed.journal
            .search(&northmoor(), "okafor", 1)
            .await
            .unwrap()
            .len(),
        1
    );
}

async fn a_word_is_known_as_one_of_a_name_only_whole_and_only_here(engine: Engine) {
    let bed = Bed::new(engine).await;
    for (name, number) in ["Ama Okafor", "Zoë O’Connor", "Mary Smith-Jones"]
        .iter()
        .zip(1..)
    {
        record_named(&bed.journal, &northmoor(), case(number), name).await;
    }
    record_named(&bed.journal, &southmoor(), case(9), "Kwame Lee").await;
    let asked = [
        "Okafor", "okafor", "Okafer", "Oka", "zoe", "o'connor", "Jones", "Kwame", "Lee", "…", "",
    ];
    // More words than are looked up at once.
    let others: Vec<String> = (0..1_200).map(|number| format!("word{number}")).collect();
    let words = others.iter().map(String::as_str).chain(asked);
    let found = bed
        .journal
        .words_of_names(&northmoor(), words)
        .await
        .unwrap();
    let found: Vec<&str> = found.into_iter().collect();
    assert_eq!(found, ["Jones", "Okafor", "o'connor", "okafor", "zoe"]);
}

/// More cases have these names than are looked at one by one.
async fn the_newest_are_found_by_common_names(engine: Engine) {
    let bed = Bed::new(engine).await;
    let appends = (1..=10_100).map(|number| {
        let name = if number == 7 { "Ama Lee" } else { "Ama Okafor" };
        let (says, items, _) = named(name, json!({}));
        Append {
            items,
            ..new_case(&northmoor(), case(number), &says)
        }
    });
    bed.journal.append_all(appends.collect()).await.unwrap();
    let rows: [(&str, &[u64]); 4] = [
        ("ama", &[10_100, 10_099, 10_098]),
        ("okafor ama", &[10_100, 10_099, 10_098]),
        ("ama lee", &[7]),
        ("okafor lee", &[]),
    ];
    for (asked, expected) in rows {
        let found = bed.journal.search(&northmoor(), asked, 3).await.unwrap();
        let found: Vec<u64> = found
            .iter()
            .filter_map(|listed| Some(listed.row.reference?.0))
            .collect();
        assert_eq!(found, expected, "{asked}");
    }
}

async fn what_was_disposed_of_is_gone_and_the_record_still_holds(engine: Engine) {
    let bed = Bed::new(engine).await;
    let (_, ama) = record_named(&bed.journal, &northmoor(), case(1), "Ama Okafor").await;
    record_named(&bed.journal, &northmoor(), case(2), "Kwame Okafor").await;
    let before = bed
        .journal
        .listed(&northmoor(), case(1), true)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(before.name.as_deref(), Some("Ama Okafor"));
    bed.journal.dispose(&northmoor(), case(1)).await.unwrap();

    assert!(
        bed.journal
            .open_items(&northmoor(), case(1), &[ama])
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        bed.journal.search(&northmoor(), "Ama", 10).await.unwrap(),
        []
    );
    assert_eq!(
        bed.journal
            .search(&northmoor(), "Okafor", 10)
            .await
            .unwrap()
            .len(),
        1
    );
    let after = bed
        .journal
        .listed(&northmoor(), case(1), true)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((after.row, after.name), (before.row, None));
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
    bed.journal.rebuild(&fold, |_, _| {}).await.unwrap();
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);

    let said: Vec<_> = bed.journal.stream(&northmoor(), case(1)).await.unwrap();
    let said = [serde_json::from_str(&said[0].body).unwrap()];
    let (says, items, _) = named("Ama Okafor", json!({}));
    let personal = Append {
        items,
        ..next(&northmoor(), case(1), &said, &says)
    };
    assert!(matches!(
        bed.journal.append(personal).await,
        Err(AppendError::Disposed)
    ));
    bed.journal
        .append(next(
            &northmoor(),
            case(1),
            &said,
            &json!({ "disposed": true }),
        ))
        .await
        .unwrap();
    // Disposing twice does no more.
    bed.journal.dispose(&northmoor(), case(1)).await.unwrap();
}

async fn a_case_can_be_taken_off_every_list(engine: Engine) {
    let bed = Bed::new(engine).await;
    let journal = &bed.journal;
    for (number, name) in [(1, "Ama Okafor"), (2, "Tom Okafor")] {
        record_named(journal, &northmoor(), case(number), name).await;
    }
    let stream = journal.stream(&northmoor(), case(1)).await.unwrap();
    let said = serde_json::from_str(&stream[0].body).unwrap();
    let off = next(&northmoor(), case(1), &[said], &json!({ "unlisted": true }));
    journal.append(off).await.unwrap();
    let listed = async || {
        let page = journal
            .register(&northmoor(), &RegisterQuery::default())
            .await;
        let lines = journal
            .register_lines(&northmoor(), 0, |count, _, _| *count += 1)
            .await;
        let found = journal.search(&northmoor(), "Okafor", 10).await;
        let by_reference = journal.search(&northmoor(), "C-0001", 10).await;
        let length = |found: Result<Vec<_>, _>| found.unwrap().len();
        (
            page.unwrap().rows.len(),
            lines.unwrap(),
            length(found),
            length(by_reference),
        )
    };
    assert_eq!(listed().await, (1, 1, 1, 0));
    assert_eq!(journal.verify(&fold).await.unwrap().fault, None);
    journal.rebuild(&fold, |_, _| {}).await.unwrap();
    assert_eq!(listed().await, (1, 1, 1, 0));
    assert_eq!(journal.verify(&fold).await.unwrap().fault, None);

    journal
        .dispose_all(&northmoor(), &[case(1), case(2)])
        .await
        .unwrap();
    assert_eq!(listed().await, (1, 1, 0, 0));
    assert_eq!(journal.verify(&fold).await.unwrap().fault, None);
}

async fn an_item_moved_elsewhere_does_not_open(engine: Engine) {
    let bed = Bed::new(engine).await;
    let (_, ama) = record_named(&bed.journal, &northmoor(), case(1), "Ama Okafor").await;
    let (_, tom) = record_named(&bed.journal, &northmoor(), case(2), "Tom Lee").await;
    bed.tamper(&format!(
        "UPDATE vault_item SET sealed = (SELECT sealed FROM vault_item WHERE item = '{ama}') WHERE item = '{tom}'"
    ))
    .await;
    let moved = bed.journal.open_items(&northmoor(), case(2), &[tom]).await;
    assert!(
        matches!(
            moved,
            Err(JournalError::DoesNotOpen {
                table: "vault_item",
                ..
            })
        ),
        "{moved:?}"
    );
    bed.tamper(&format!(
        "UPDATE case_key SET wrapped = (SELECT wrapped FROM case_key WHERE case_id = '{}') WHERE case_id = '{}'",
        case(1),
        case(2)
    ))
    .await;
    let moved = bed.journal.open_items(&northmoor(), case(2), &[tom]).await;
    assert!(
        matches!(
            moved,
            Err(JournalError::DoesNotOpen {
                table: "case_key",
                ..
            })
        ),
        "{moved:?}"
    );
    assert!(
        bed.journal
            .open_items(&northmoor(), case(1), &[ama])
            .await
            .is_ok()
    );
}

async fn nothing_personal_is_in_the_tables(engine: Engine) {
    let bed = Bed::new(engine).await;
    record_named(&bed.journal, &northmoor(), case(1), "Ama Canarybird").await;
    let account = journal::Account {
        id: account(1),
        authority: northmoor(),
        sign_in_name: "canarybird@northmoor.example".to_owned(),
        display_name: "Ama Canarybird".to_owned(),
        role: "handler".to_owned(),
        password_hash: "$argon2id$".to_owned(),
        must_change: false,
        disabled: false,
        created_at: instant(0),
    };
    bed.journal.create_account(&account).await.unwrap();
    let session = journal::Session {
        token: [1; 32],
        account: None,
        data: b"canarybird".to_vec(),
        expires_at: instant(9),
    };
    bed.journal.save_session(&session).await.unwrap();
    assert_eq!(
        bed.journal
            .search(&northmoor(), "Canarybird", 9)
            .await
            .unwrap()
            .len(),
        1
    );
    let dump = String::from_utf8_lossy(&bed.dump().await).to_lowercase();
    assert!(dump.contains("northmoor"), "the dump shows what is there");
    assert!(!dump.contains("canarybird") && !dump.contains("63616e61727962"));
}
