//! The columns of where a complaint belongs: areas, teams and providers of the authority’s own file, as they were
//! on the day of receipt, and the other services it touches.

use casework::organisation::{Place, Unit, UnitKind};
use casework::settings::Code;
use jiff::civil::Date;
use statute::dates::english_date;

use super::columns::spelling;
use super::row::{Row, said};

/// Reads the place of a complaint received on a day, led by a service. Without the day no unit can be looked up, and
/// the row has that problem already.
pub(super) fn place(row: &mut Row<'_>, received_on: Option<Date>, lead: Option<&Code>) -> Place {
    let mut unit = |column: &str, kinds: &[UnitKind]| unit(row, column, kinds, received_on?);
    Place {
        area: unit("about_area", &[UnitKind::Area]),
        team: unit("about_team", &[UnitKind::Team]),
        provider: unit("about_provider", &[UnitKind::Provider]),
        received_by: unit("received_by_team", &[UnitKind::Area, UnitKind::Team]),
        other_services: other_services(row, lead),
    }
}

/// The unit in a column, by its code or by a name it had at any time.
fn unit(row: &mut Row<'_>, column: &str, kinds: &[UnitKind], on: Date) -> Option<Code> {
    let text = row.text(column)?;
    let spelled = spelling(text);
    let organisation = row.organisation();
    let there: Vec<(&Code, &Unit)> = kinds
        .iter()
        .flat_map(|kind| organisation.there_on(on, *kind))
        .collect();
    let by_code = there
        .iter()
        .find(|(code, _)| spelling(code.as_str()) == spelled);
    let by_name: Vec<&Code> = there
        .iter()
        .filter(|(_, unit)| {
            unit.names()
                .iter()
                .any(|(_, name)| spelling(name) == spelled)
        })
        .map(|(code, _)| *code)
        .collect();
    match (by_code, by_name.as_slice()) {
        (Some((code, _)), _) => return Some((*code).clone()),
        (None, [only]) => return Some((*only).clone()),
        (None, _) => {}
    }
    let (what, codes): (String, Vec<&Code>) = if by_name.is_empty() {
        let what = format!(
            "{} is not {} there was on {}",
            said(column, text),
            called(kinds),
            english_date(on)
        );
        (what, there.iter().map(|(code, _)| *code).collect())
    } else {
        let what = format!("{} is the name of several", said(column, text));
        (what, by_name)
    };
    let codes: Vec<&str> = codes.into_iter().map(Code::as_str).collect();
    let mend = if codes.is_empty() {
        "there is none in the authority’s own file; enter it there first, or leave this blank"
            .to_owned()
    } else {
        format!("write one of: {}", codes.join(", "))
    };
    row.blame(column, format!("{what}; {mend}"));
    None
}

fn called(kinds: &[UnitKind]) -> &'static str {
    match kinds {
        [UnitKind::Area] => "an area",
        [UnitKind::Team] => "a team",
        [UnitKind::Provider] => "a provider",
        [_, ..] | [] => "an area or a team",
    }
}

/// The services at the semicolons, each once and without the one that leads.
fn other_services(row: &mut Row<'_>, lead: Option<&Code>) -> Vec<Code> {
    const COLUMN: &str = "other_services";
    let settings = row.settings();
    let named = row.text(COLUMN).unwrap_or_default().split(';');
    let mut services: Vec<Code> = Vec::new();
    for name in named.map(str::trim).filter(|name| !name.is_empty()) {
        let Some(code) = row.listed(COLUMN, &[&settings.services], name) else {
            continue;
        };
        if lead == Some(&code) {
            let reason = format!("{code} leads and stands in service; name only the others here");
            row.blame(COLUMN, reason);
        } else if !services.contains(&code) {
            services.push(code);
        }
    }
    services
}
