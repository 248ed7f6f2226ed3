//! A council that chose nothing.

use casework::settings::Settings;

pub(crate) fn settings() -> Settings {
    serde_json::from_value(serde_json::json!({
        "code": "testshire",
        "name": "Testshire County Council",
        "services": [],
        "categories": [],
        "capacities": [],
        "outcomes": [],
        "timescale_bands": [],
        "ombudsman_decisions": [],
        "equality": {"gender": [], "ethnicity": [], "sexual_orientation": [], "religion": [], "disability": [], "age": []},
    }))
    .expect("the settings are settings")
}
