//! Accounts, sessions and authorities.

use journal::{Account, AccountError, Authority, Session};

use crate::bed::*;

on_every_engine!(
    an_account_is_found_by_its_name_in_any_case,
    a_sign_in_name_is_given_once_at_an_authority,
    passwords_and_access_are_changed,
    sessions_are_kept_until_they_end,
    all_sessions_of_an_account_end_but_this_one,
    authorities_are_kept,
);

fn ms_shah(id: u128) -> Account {
    Account {
        id: account(id),
        authority: northmoor(),
        sign_in_name: "Priya.Shah@northmoor.example".to_owned(),
        display_name: "Priya Shah".to_owned(),
        role: "complaints_manager".to_owned(),
        password_hash: "$argon2id$…".to_owned(),
        must_change: true,
        disabled: false,
        created_at: instant(0),
    }
}

fn session(token: u8, owner: u128, ends: i64) -> Session {
    Session {
        token: [token; 32],
        account: Some((northmoor(), account(owner))),
        data: vec![token; 40],
        expires_at: instant(ends),
    }
}

async fn an_account_is_found_by_its_name_in_any_case(engine: Engine) {
    let bed = Bed::new(engine).await;
    bed.journal.create_account(&ms_shah(1)).await.unwrap();
    for name in [
        "priya.shah@northmoor.example",
        " PRIYA.SHAH@NORTHMOOR.EXAMPLE ",
    ] {
        assert_eq!(
            bed.journal
                .account_by_name(&northmoor(), name)
                .await
                .unwrap(),
            Some(ms_shah(1))
        );
    }
    assert_eq!(
        bed.journal.account(&northmoor(), account(1)).await.unwrap(),
        Some(ms_shah(1))
    );
    assert_eq!(
        bed.journal.account(&southmoor(), account(1)).await.unwrap(),
        None
    );
    assert_eq!(
        bed.journal
            .account_by_name(&southmoor(), "priya.shah@northmoor.example")
            .await
            .unwrap(),
        None
    );
    assert_eq!(
        bed.journal.accounts(&northmoor()).await.unwrap(),
        [ms_shah(1)]
    );
    assert!(!format!("{:?}", ms_shah(1)).contains("Shah"));
}

async fn a_sign_in_name_is_given_once_at_an_authority(engine: Engine) {
    let bed = Bed::new(engine).await;
    bed.journal.create_account(&ms_shah(1)).await.unwrap();
    let shouted = Account {
        sign_in_name: "PRIYA.SHAH@NORTHMOOR.EXAMPLE".to_owned(),
        ..ms_shah(2)
    };
    assert!(matches!(
        bed.journal.create_account(&shouted).await,
        Err(AccountError::NameTaken)
    ));
    bed.journal
        .create_account(&Account {
            authority: southmoor(),
            ..ms_shah(1)
        })
        .await
        .unwrap();
}

async fn passwords_and_access_are_changed(engine: Engine) {
    let bed = Bed::new(engine).await;
    bed.journal.create_account(&ms_shah(1)).await.unwrap();
    assert!(
        bed.journal
            .set_password(&northmoor(), account(1), "$argon2id$new", false)
            .await
            .unwrap()
    );
    assert!(
        bed.journal
            .set_disabled(&northmoor(), account(1), true)
            .await
            .unwrap()
    );
    let changed = Account {
        password_hash: "$argon2id$new".to_owned(),
        must_change: false,
        disabled: true,
        ..ms_shah(1)
    };
    assert_eq!(
        bed.journal.account(&northmoor(), account(1)).await.unwrap(),
        Some(changed)
    );
    assert!(
        !bed.journal
            .set_disabled(&northmoor(), account(9), true)
            .await
            .unwrap()
    );
}

async fn sessions_are_kept_until_they_end(engine: Engine) {
    let bed = Bed::new(engine).await;
    let anonymous = Session {
        account: None,
        ..session(1, 1, 60)
    };
    bed.journal.save_session(&anonymous).await.unwrap();
    assert_eq!(
        bed.journal.session(&[1; 32], instant(59)).await.unwrap(),
        Some(anonymous)
    );
    bed.journal.save_session(&session(1, 1, 90)).await.unwrap();
    assert_eq!(
        bed.journal.session(&[1; 32], instant(89)).await.unwrap(),
        Some(session(1, 1, 90))
    );
    assert_eq!(
        bed.journal.session(&[1; 32], instant(90)).await.unwrap(),
        None
    );
    assert_eq!(bed.journal.purge_sessions(instant(89)).await.unwrap(), 0);
    assert_eq!(bed.journal.purge_sessions(instant(90)).await.unwrap(), 1);
    bed.journal.save_session(&session(2, 1, 90)).await.unwrap();
    bed.journal.delete_session(&[2; 32]).await.unwrap();
    assert_eq!(
        bed.journal.session(&[2; 32], instant(0)).await.unwrap(),
        None
    );
}

async fn all_sessions_of_an_account_end_but_this_one(engine: Engine) {
    let bed = Bed::new(engine).await;
    for (token, owner) in [(1, 1), (2, 1), (3, 1), (4, 2)] {
        bed.journal
            .save_session(&session(token, owner, 90))
            .await
            .unwrap();
    }
    assert_eq!(
        bed.journal
            .delete_sessions_of(&northmoor(), account(1), Some(&[2; 32]))
            .await
            .unwrap(),
        2
    );
    assert!(
        bed.journal
            .session(&[2; 32], instant(0))
            .await
            .unwrap()
            .is_some()
    );
    assert_eq!(
        bed.journal
            .delete_sessions_of(&northmoor(), account(1), None)
            .await
            .unwrap(),
        1
    );
    assert!(
        bed.journal
            .session(&[4; 32], instant(0))
            .await
            .unwrap()
            .is_some()
    );
}

async fn authorities_are_kept(engine: Engine) {
    let bed = Bed::new(engine).await;
    let mut authority = Authority {
        code: southmoor(),
        name: "Southmoor Council".to_owned(),
        settings: "{}".to_owned(),
        created_at: instant(0),
    };
    bed.journal.save_authority(&authority).await.unwrap();
    let other = Authority {
        code: northmoor(),
        ..authority.clone()
    };
    bed.journal.save_authority(&other).await.unwrap();
    authority.name.push_str(", as it is called now");
    bed.journal.save_authority(&authority).await.unwrap();
    assert_eq!(bed.journal.authorities().await.unwrap(), [other, authority]);
}
