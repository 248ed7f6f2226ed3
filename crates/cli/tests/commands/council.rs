//! From nothing to a council at work: `heard init`, `heard accounts`, `heard authorities`, the settings.

use std::fs;

use crate::{heard, heard_alone, installation};

const INIT: [&str; 7] = [
    "init",
    "--code",
    "northshire",
    "--name",
    "Northshire Council",
    "--admin",
    "j.okafor",
];

#[test]
fn the_commands_are_shown_to_whoever_asks() {
    let nothing = heard_alone(&[], b"");
    assert_eq!(nothing.code, Some(0));
    assert_eq!(
        nothing.out,
        heard_alone(&["-h"], b"").done(),
        "no words ask for help"
    );
    insta::assert_snapshot!(nothing.whole());
    let slip = heard_alone(&["verfy"], b"");
    assert_eq!(slip.code, Some(2));
    assert!(slip.err.contains("'verify'"), "{}", slip.whole());
}

#[test]
fn an_installation_is_made_once() {
    let installation = installation();
    let made = heard(&installation, &INIT).done();
    let password = made
        .lines()
        .map(str::trim)
        .find(|line| line.len() == 19 && line.matches('-').count() == 3);
    let password = password.expect("a one-time password");
    insta::assert_snapshot!(made.replace(password, "[one-time password]"));

    let before = fs::read(installation.folder().join("data/deployment.key")).expect("a key");
    let again = heard(&installation, &INIT);
    assert_eq!(again.code, Some(3), "{}", again.whole());
    assert_eq!(
        fs::read(installation.folder().join("data/deployment.key")).expect("a key"),
        before
    );
    let accounts = heard(
        &installation,
        &["accounts", "list", "--authority", "northshire", "--json"],
    )
    .json();
    assert_eq!(
        accounts.as_array().map(Vec::len),
        Some(1),
        "no second administrator"
    );
}

#[cfg(unix)]
#[test]
fn the_key_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let installation = installation();
    heard(&installation, &INIT).done();
    let mode = |path: &str| {
        fs::metadata(installation.folder().join(path))
            .expect("it is there")
            .permissions()
            .mode()
    };
    assert_eq!(mode("data/deployment.key") & 0o777, 0o600);
    assert_eq!(mode("data") & 0o777, 0o700);
}

#[test]
fn an_attempt_that_failed_can_be_made_again() {
    let installation = installation();
    let mut unreachable = INIT.to_vec();
    unreachable.extend(["--database", "postgres://heard:hunter2@127.0.0.1:1/heard"]);
    let failed = heard(&installation, &unreachable);
    assert_eq!(failed.code, Some(4), "{}", failed.whole());
    assert!(
        !failed.whole().contains("hunter2"),
        "a password is never shown: {}",
        failed.whole()
    );
    heard(&installation, &INIT).done();
}

#[test]
fn a_mistake_leaves_nothing_behind() {
    let rows: [(&[&str], i32); 6] = [
        (&["init", "--admin", "a"], 2),
        (&["init", "--code", "northshire", "--admin", "a"], 2),
        (&["init", "--code", "northshire", "--name", "N"], 2),
        (
            &[
                "init",
                "--code",
                "North Shire",
                "--name",
                "N",
                "--admin",
                "a",
            ],
            3,
        ),
        (
            &["init", "--authority-file", "missing.toml", "--admin", "a"],
            4,
        ),
        (
            &[
                "init",
                "--code",
                "northshire",
                "--name",
                "N",
                "--admin",
                "a",
                "--database",
                "memory:",
            ],
            2,
        ),
    ];
    for (words, code) in rows {
        let installation = installation();
        let said = heard(&installation, words);
        assert_eq!(said.code, Some(code), "{words:?}: {}", said.whole());
        assert!(!installation.folder().join("data").exists(), "{words:?}");
    }
}

#[test]
fn accounts_are_looked_after() {
    let installation = installation();
    heard(&installation, &INIT).done();
    let add = [
        "accounts",
        "add",
        "m.singh",
        "--authority",
        "northshire",
        "--role",
        "complaints_manager",
    ];
    let first = heard(
        &installation,
        &[&add[..], &["--display-name", "Meera Singh", "--json"]].concat(),
    )
    .json();
    let taken = heard(&installation, &add);
    assert_eq!(taken.code, Some(3), "{}", taken.whole());

    let with = |deed| ["accounts", deed, "M.Singh", "--authority", "northshire"];
    let second = heard(&installation, &[&with("reset")[..], &["--json"]].concat()).json();
    assert_ne!(first["one_time_password"], second["one_time_password"]);
    heard(&installation, &with("disable")).done();
    insta::assert_snapshot!(
        heard(
            &installation,
            &["accounts", "list", "--authority", "northshire"]
        )
        .done()
    );
    heard(&installation, &with("enable")).done();

    let rows: [(&[&str], &str); 4] = [
        (
            &["accounts", "reset", "nobody", "--authority", "northshire"],
            "no account \"nobody\"",
        ),
        (
            &["accounts", "list", "--authority", "southshire"],
            "there are: northshire",
        ),
        (
            &["accounts", "list", "--authority", "South Shire"],
            "there are: northshire",
        ),
        (
            &[
                "accounts",
                "add",
                "x",
                "--authority",
                "northshire",
                "--role",
                "boss",
            ],
            "complaints_manager",
        ),
    ];
    for (words, message) in rows {
        let said = heard(&installation, words);
        assert_eq!(said.code, Some(2), "{words:?}: {}", said.whole());
        assert!(said.err.contains(message), "{words:?}: {}", said.whole());
    }
}

#[test]
fn settings_go_out_and_come_back() {
    let installation = installation();
    heard(&installation, &INIT).done();
    let text = heard(&installation, &["authorities", "show", "northshire"]).done();
    let changed = text.replace("Northshire Council", "Northshire Borough Council");
    fs::write(installation.folder().join("settings.toml"), &changed).expect("a file");
    heard(&installation, &["authorities", "save", "settings.toml"]).done();
    assert_eq!(
        heard(&installation, &["authorities", "show", "northshire"]).done(),
        changed
    );
    let listed = heard(&installation, &["authorities", "list", "--json"]).json();
    assert_eq!(listed[0]["name"], "Northshire Borough Council");

    fs::write(
        installation.folder().join("settings.toml"),
        "code = \"northshire\"\n",
    )
    .expect("a file");
    let refused = heard(&installation, &["authorities", "save", "settings.toml"]);
    assert_eq!(refused.code, Some(3), "{}", refused.whole());
}

#[test]
fn settings_that_would_loosen_the_law_are_refused_and_every_problem_is_named() {
    let installation = installation();
    heard(&installation, &INIT).done();
    let text = heard(&installation, &["authorities", "show", "northshire"]).done();
    let file = installation.folder().join("settings.toml");
    let save = |line: &str| {
        fs::write(&file, format!("{line}\n{text}")).expect("a file");
        heard(&installation, &["authorities", "save", "settings.toml"])
    };
    let refused = save(
        "cfg.s3.panel_wd = 40\ncfg.advocate.pause = \"true_pause\"\ncfg.s2.request_windw_wd = 20",
    );
    assert_eq!(refused.code, Some(3), "{}", refused.whole());
    for said in [
        "cfg.s3.panel_wd: 40 is refused. It is locked at 30",
        "cfg.advocate.pause: true_pause is refused",
        "did you mean cfg.s2.request_window_wd?",
    ] {
        assert!(refused.err.contains(said), "{said}: {}", refused.whole());
    }
    let twice = save("acknowledge_within = 3");
    assert_eq!(twice.code, Some(3), "{}", twice.whole());
    assert!(
        twice.err.contains("leave the older name out"),
        "{}",
        twice.whole()
    );
    save("cfg.s3.panel_wd = 30\ncfg.s3.response_from = \"recommendations_made\"").done();
    let kept = heard(&installation, &["authorities", "show", "northshire"]).done();
    assert!(kept.starts_with("cfg.s3.panel_wd = 30"), "{kept}");
}

#[test]
fn the_settings_are_explained_as_the_documentation_has_it() {
    let said = heard_alone(&["authorities", "explain"], b"").done();
    assert_eq!(said, include_str!("../../../../docs/settings.md"));
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let installation = installation();
    let folder = installation.folder();
    fs::create_dir(folder.join("data")).expect("a folder");
    let file = folder.join("data/heard.toml");
    fs::write(
        &file,
        "database = \"sqlite:elsewhere.db\"\nkey_file = \"other.key\"\n",
    )
    .expect("a file");
    heard(&installation, &INIT).done();
    assert!(folder.join("data/elsewhere.db").exists() && folder.join("data/other.key").exists());
    assert!(!folder.join("data/heard.db").exists());

    let missing = heard(&installation, &["verify", "--key-file", "missing.key"]);
    assert_eq!(missing.code, Some(4));
    assert!(missing.err.contains("missing.key"), "{}", missing.whole());
    let environment = crate::said(
        installation
            .command(&["verify"])
            .current_dir(folder)
            .env("HEARD_KEY_FILE", "absent.key"),
        b"",
    );
    assert!(
        environment.err.contains("absent.key"),
        "{}",
        environment.whole()
    );

    fs::write(&file, "datbase = \"memory:\"\n").expect("a file");
    let slip = heard(&installation, &["verify"]);
    assert_eq!(slip.code, Some(2), "{}", slip.whole());
    assert!(
        slip.err.contains("datbase") && slip.err.contains("heard.toml"),
        "{}",
        slip.whole()
    );
}

#[test]
fn without_an_installation_the_way_to_one_is_named() {
    let installation = installation();
    insta::assert_snapshot!(heard(&installation, &["verify"]).whole());
    assert!(
        !installation.folder().join("data").exists(),
        "looking makes nothing"
    );
}
