//! What must be on the machine before a chore can run: looked for, and either installed or named.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{bail, ensure};

use crate::workspace;

/// Something a chore cannot do without.
struct Need {
    /// What it is, and what for.
    what: &'static str,
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
    /// Whether it is here.
    here: fn() -> bool,
}

/// A compiler for C: SQLite and the cryptography are compiled from source, and Rust links with it.
const C_COMPILER: Need = Need {
    what: "a C compiler, to build SQLite",
    packages: &["gcc", "libc6-dev"],
    here: || found(&["cc", "gcc", "clang"]),
};

/// Node lays out the style sheets; it is not needed to run what was built.
const NODE: Need = Need {
    what: "Node.js 20 or later with npm, to fetch the front-end files",
    packages: &["nodejs", "npm"],
    here: || found(&["node"]) && found(&["npm", "npm.cmd"]),
};

const BROWSER: Need = Need {
    what: "Chromium, for the browser tests",
    packages: &["chromium", "fonts-liberation"],
    here: || chromium().is_some(),
};

const POSTGRES: Need = Need {
    what: "PostgreSQL's server programs, for the tests on that engine",
    packages: &["postgresql"],
    here: || {
        found(&["initdb"])
            || Path::new("/usr/lib/postgresql").is_dir()
            || std::env::var_os("HEARD_POSTGRES_BIN").is_some()
    },
};

/// What it takes to build and show the product.
pub(crate) fn for_demo() -> anyhow::Result<()> {
    let missing = missing(&[C_COMPILER, NODE]);
    if missing.is_empty() {
        Ok(())
    } else {
        bail!(advice(&missing))
    }
}

/// What it takes to run every test. As root on Debian what is missing is installed.
pub(crate) fn for_tests() -> anyhow::Result<()> {
    let needs = [C_COMPILER, NODE, BROWSER, POSTGRES];
    let absent = missing(&needs);
    if absent.is_empty() {
        return Ok(());
    }
    if !(is_root() && found(&["apt-get"])) {
        bail!(advice(&absent));
    }
    install(&absent)?;
    let absent = missing(&needs);
    ensure!(absent.is_empty(), advice(&absent));
    Ok(())
}

/// The browser for the tests: `HEARD_CHROMIUM` or what is on the path.
pub(crate) fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("HEARD_CHROMIUM").map(PathBuf::from);
    named.or_else(|| {
        ["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .find_map(workspace::program)
    })
}

/// Whether this is root, for whom PostgreSQL and Chromium need other ways.
pub(crate) fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

fn found(any_of: &[&str]) -> bool {
    any_of.iter().any(|name| workspace::program(name).is_some())
}

fn missing(needs: &[Need]) -> Vec<&Need> {
    needs.iter().filter(|need| !(need.here)()).collect()
}

fn packages<'a>(needs: &[&'a Need]) -> Vec<&'a str> {
    needs
        .iter()
        .flat_map(|need| need.packages)
        .copied()
        .collect()
}

fn advice(needs: &[&Need]) -> String {
    let list: Vec<String> = needs
        .iter()
        .map(|need| format!("  - {}", need.what))
        .collect();
    format!(
        "missing on this machine:\n{}\nOn Debian: apt-get install {}",
        list.join("\n"),
        packages(needs).join(" ")
    )
}

/// Installs from the package lists as they are, and asks for new lists only if that fails.
fn install(needs: &[&Need]) -> anyhow::Result<()> {
    let packages = packages(needs);
    eprintln!("prerequisites: installing {}", packages.join(" "));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-qq", "-o", "Dpkg::Use-Pty=0"])
            .args(arguments);
        command
    };
    let mut wanted = vec!["install", "--yes", "--no-install-recommends"];
    wanted.extend(packages);
    if apt(&wanted).status().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    workspace::insist(&mut apt(&["update"]))?;
    workspace::insist(&mut apt(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_its_packages() {
        let absent = Need {
            what: "a loom",
            packages: &["loom", "yarn"],
            here: || false,
        };
        let present = Need {
            what: "a table",
            packages: &["table"],
            here: || true,
        };
        let needs = [absent, present];
        let advice = advice(&missing(&needs));
        assert!(
            advice.contains("a loom") && advice.ends_with("apt-get install loom yarn"),
            "{advice}"
        );
        assert!(!advice.contains("table"));
    }
}
