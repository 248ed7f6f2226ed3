//! Where in the organisation a complaint belongs: what it is about, and where it came in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Organisation, UnitKind};
use crate::refusal::Refusal;
use crate::settings::{Code, Settings};

/// The area, the team and the provider a complaint is about, kept apart from the team it was received by; and the other
/// services it touches, for which the first answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The area it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Code>,
    /// The team it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<Code>,
    /// The provider it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Code>,
    /// The area or team that received it, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_by: Option<Code>,
    /// Other services it touches; the service of the complaint leads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_services: Vec<Code>,
}

impl Place {
    /// Whether nothing is said.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// Checks the other services: each is one of the authority’s, none is named twice or leads.
    pub(crate) fn check_services(&self, lead: &Code, settings: &Settings) -> Result<(), Refusal> {
        for (index, service) in self.other_services.iter().enumerate() {
            Settings::listed("services", &settings.services, service)?;
            if service == lead || self.other_services[..index].contains(service) {
                return Err(Refusal::NotInTheList {
                    list: "other services",
                    code: service.to_string(),
                    known: "each once, and not the one that leads".to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Checks that each unit is of its kind and was there on the day of receipt.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotInTheList`] with the units there were.
    pub fn check_units(&self, organisation: &Organisation, on: Date) -> Result<(), Refusal> {
        let named: [(&'static str, &Option<Code>, &[UnitKind]); 4] = [
            ("areas", &self.area, &[UnitKind::Area]),
            ("teams", &self.team, &[UnitKind::Team]),
            ("providers", &self.provider, &[UnitKind::Provider]),
            (
                "areas and teams that can receive a complaint",
                &self.received_by,
                &[UnitKind::Area, UnitKind::Team],
            ),
        ];
        for (list, code, kinds) in named {
            let Some(code) = code else {
                continue;
            };
            let fits = organisation
                .unit(code)
                .is_some_and(|unit| kinds.contains(&unit.kind) && unit.is_there(on));
            if !fits {
                let there = kinds
                    .iter()
                    .flat_map(|kind| organisation.there_on(on, *kind));
                let known: Vec<&str> = there.map(|(code, _)| code.as_str()).collect();
                return Err(Refusal::NotInTheList {
                    list,
                    code: code.to_string(),
                    known: known.join(", "),
                });
            }
        }
        Ok(())
    }
}
