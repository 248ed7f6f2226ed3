//! The questions about the area, team and provider a complaint is about, and about other services it touches.

use casework::organisation::{Place, UnitKind};
use casework::settings::Code;
use maud::{Markup, html};

use crate::components::{Details, details};
use crate::recording::{Answers, Desk, Reading, entries};

const AREA: &str = "area";
const TEAM: &str = "team";
const PROVIDER: &str = "provider";
const RECEIVED_BY: &str = "received-by";
const OTHER_SERVICES: &str = "other-services";

/// The questions, folded away: none has to be answered while somebody is on the telephone.
pub(crate) fn ask_place(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let typed = |name| !answers.fields.text(name).is_empty();
    let opened = [AREA, TEAM, PROVIDER, RECEIVED_BY, OTHER_SERVICES]
        .into_iter()
        .any(|name| typed(name) || answers.problems.at(name).is_some());
    let ask = |name, label, hint, kinds: &[UnitKind]| {
        let units = units(desk, kinds);
        html! { @if !units.is_empty() { (answers.one_of_many(name, label, hint, units)) } }
    };
    let body = html! {
        (ask(AREA, "Which area is it about?", "Not where it came in.", &[UnitKind::Area]))
        (ask(TEAM, "Which team is it about?", "", &[UnitKind::Team]))
        (ask(PROVIDER, "Which provider is it about?", "", &[UnitKind::Provider]))
        (ask(RECEIVED_BY, "Where did it come in?", "If that was another area or team.", &[UnitKind::Area, UnitKind::Team]))
        (answers.any_of(
            OTHER_SERVICES,
            "Does it touch other services too?",
            "The service chosen above leads and answers for all.",
            entries(&desk.settings.services),
        ))
    };
    details(&Details {
        summary: "Area, team and other services".into(),
        open: opened,
        body: body.into(),
        ..Details::default()
    })
}

/// The answers that give a place as it stands.
pub(crate) fn suggest_place(place: &Place) -> Vec<(String, String)> {
    let units = [
        (AREA, &place.area),
        (TEAM, &place.team),
        (PROVIDER, &place.provider),
        (RECEIVED_BY, &place.received_by),
    ];
    let units = units
        .into_iter()
        .filter_map(|(name, code)| code.as_ref().map(|code| (name, code)));
    let services = place.other_services.iter();
    units
        .chain(services.map(|service| (OTHER_SERVICES, service)))
        .map(|(name, code)| (name.to_owned(), code.to_string()))
        .collect()
}

/// The answers, none of which has to be given.
pub(crate) fn read_place(reading: &Reading<'_>, leads: &str) -> Place {
    let unit = |name| {
        let code = reading.fields.text(name);
        (!code.is_empty()).then(|| Code::new(code))
    };
    Place {
        area: unit(AREA),
        team: unit(TEAM),
        provider: unit(PROVIDER),
        received_by: unit(RECEIVED_BY),
        // Somebody may well tick the one that leads among all that are touched.
        other_services: reading
            .fields
            .all(OTHER_SERVICES)
            .filter(|service| *service != leads)
            .map(Code::new)
            .collect(),
    }
}

/// The field that a list is asked for with.
pub(crate) fn blame_place(list: &str) -> Option<&'static str> {
    match list {
        "areas" => Some(AREA),
        "teams" => Some(TEAM),
        "providers" => Some(PROVIDER),
        "areas and teams that can receive a complaint" => Some(RECEIVED_BY),
        "other services" => Some(OTHER_SERVICES),
        _ => None,
    }
}

/// The units that have not ended. Whether one was there on the day of receipt is asked when it is recorded.
fn units(desk: &Desk, kinds: &[UnitKind]) -> Vec<(String, String)> {
    let units = desk.organisation.units();
    units
        .filter(|(_, unit)| kinds.contains(&unit.kind) && unit.until.is_none())
        .map(|(code, unit)| (code.to_string(), unit.name().to_owned()))
        .collect()
}
