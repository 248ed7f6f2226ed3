//! `heard serve`: it says when it is ready, and it stops when told.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::{Command, Stdio};

use visitor::Visitor;

use crate::{heard, installation};

#[cfg(unix)]
#[test]
fn it_answers_when_ready_and_stops_when_told() {
    let installation = installation();
    installation.found("northshire").expect("an installation");
    let mut command = installation.command(&["serve", "--listen", "127.0.0.1:0", "--json"]);
    let mut server = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("it was asked for"))
        .read_line(&mut line)
        .expect("a line");
    let address = line
        .trim_end()
        .strip_prefix("ready http://")
        .and_then(|rest| rest.strip_suffix('/'));
    let address = address
        .unwrap_or_else(|| panic!("not ready: {line}"))
        .parse()
        .expect("an address");
    assert_eq!(
        Visitor::new(address)
            .get("/health")
            .expect("an answer")
            .status,
        200
    );

    let told = Command::new("kill")
        .args(["-TERM", &server.id().to_string()])
        .status()
        .expect("kill is there");
    assert!(told.success());
    let ended = server.wait_with_output().expect("the program ends");
    assert_eq!(ended.status.code(), Some(0));
    let log = String::from_utf8(ended.stderr).expect("UTF-8");
    assert!(log.lines().count() > 0);
    for line in log.lines() {
        assert!(
            serde_json::from_str::<serde_json::Value>(line).is_ok(),
            "not JSON: {line}"
        );
    }
}

#[test]
fn other_machines_are_not_served_without_https() {
    let installation = installation();
    installation.found("northshire").expect("an installation");
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:8080"] {
        let said = heard(&installation, &["serve", "--listen", address]);
        assert_eq!(said.code, Some(3), "{address}: {}", said.whole());
        assert!(said.err.contains("--behind-proxy"), "{}", said.whole());
    }
}

#[test]
fn an_address_in_use_is_named() {
    let installation = installation();
    installation.found("northshire").expect("an installation");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let said = heard(&installation, &["serve", "--listen", &address]);
    assert_eq!(said.code, Some(4), "{}", said.whole());
    assert!(said.err.contains(&address), "{}", said.whole());
}
