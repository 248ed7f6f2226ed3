//! Rows that may be a case that is there already, under another reference.
//!
//! The same day, the same service and the same name are no proof, so a row is doubted and not refused.

use std::collections::{BTreeMap, BTreeSet};

use casework::ids::{AuthorityCode, Reference};
use casework::settings::Code;
use jiff::civil::Date;

use super::columns::spelling;
use crate::App;
use crate::failure::Failure;
use crate::private::PersonDetails;

/// What has been seen so far, in the register and in the file.
pub(super) struct Doubles {
    /// Days and services of which the register has a case.
    register: BTreeSet<(Date, Code)>,
    /// Where the file has a case of this day, service and name.
    file: BTreeMap<(Date, Code, String), String>,
}

/// What a row is known by.
pub(super) struct Known<'a> {
    /// Where it stands.
    pub at: String,
    /// The day it was received.
    pub received_on: Date,
    /// The service it is about.
    pub service: Code,
    /// Who complains.
    pub name: &'a str,
}

impl Doubles {
    /// What the register has.
    pub(super) async fn of(app: &App, authority: &AuthorityCode) -> Result<Self, Failure> {
        /// The little of a line that is asked for.
        #[derive(serde::Deserialize)]
        struct Line {
            received_on: Date,
            #[serde(default)]
            service: Option<Code>,
        }
        let take = |seen: &mut BTreeSet<(Date, Code)>, _: Reference, line: &str| {
            if let Ok(Line {
                received_on,
                service: Some(service),
            }) = serde_json::from_str(line)
            {
                seen.insert((received_on, service));
            }
        };
        let lines = app
            .journal()
            .register_lines(authority, BTreeSet::new(), take);
        Ok(Self {
            register: lines.await?,
            file: BTreeMap::new(),
        })
    }

    /// Why a row may be double, if it may.
    pub(super) async fn doubt(
        &mut self,
        app: &App,
        authority: &AuthorityCode,
        known: Known<'_>,
    ) -> Result<Option<String>, Failure> {
        const LOOKED_AT: u32 = 50;

        let Known {
            at,
            received_on,
            service,
            name,
        } = known;
        let name_spelled = spelling(name);
        if self.register.contains(&(received_on, service.clone())) {
            let found = app.journal().search(authority, name, LOOKED_AT).await?;
            let same = found.into_iter().find(|listed| {
                let row = &listed.row;
                let its_name = listed.name.as_deref().map(PersonDetails::read);
                row.received_on == received_on
                    && row.service.as_deref() == Some(service.as_str())
                    && its_name.is_some_and(|its| spelling(&its.name) == name_spelled)
            });
            if let Some(reference) = same.and_then(|listed| listed.row.reference) {
                return Ok(Some(because(&reference.to_string())));
            }
        }
        let key = (received_on, service, name_spelled);
        let first = self.file.get(&key).map(|first| because(first));
        self.file.entry(key).or_insert(at);
        Ok(first)
    }
}

fn because(other: &str) -> String {
    format!("{other} has the same day, service and name; take this row out if it is the same case")
}
