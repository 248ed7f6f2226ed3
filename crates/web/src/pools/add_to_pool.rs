//! Add somebody to a pool.

use app::private::PersonDetails;
use casework::authority_file::{FileCommand, NotKept};
use casework::ids::PersonId;
use casework::organisation::UnitKind;
use casework::pools::{AddToPool, Engagement, PoolJoined, PoolPart};
use casework::settings::Code;
use maud::{Markup, html};

use super::POOLS;
use crate::recording::{Answers, FileDesk, FilePage, Reading, today_for};

/// `/pools/add-to-pool`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/pools/add-to-pool",
    overview: POOLS,
    title: "Add somebody who can be appointed",
    button: "Add them",
    explain: |_| {
        html! {
            p class="govuk-body" {
                "An Independent Person and a member of a panel is neither a member nor an officer of the council \
                 (SI 2006/1738 regs 2 and 19)."
            }
        }
    },
    suggest: |desk| today_for("on", desk.today),
    ask,
    read,
    printed: &[],
    blame,
};

const IN_HOUSE: &str = "in_house";
const SELF_EMPLOYED: &str = "self_employed";

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    let parts = PoolPart::ALL.map(|part| (part.code(), part.label()));
    let units = desk.file.organisation.units();
    let providers = units
        .filter(|(_, unit)| unit.kind == UnitKind::Provider && unit.until.is_none())
        .map(|(code, unit)| (code.to_string(), format!("Through {}", unit.name())));
    let engaged = [
        (IN_HOUSE.to_owned(), "Employed by the council".to_owned()),
        (SELF_EMPLOYED.to_owned(), "Self-employed".to_owned()),
    ];
    html! {
        (answers.line("name", "Name", "First name and last name."))
        (answers.line("contact", "How to reach them", "A telephone number or an address."))
        (answers.any_of("parts", "What can they be appointed as?", "", parts))
        (answers.one_of(
            "engaged",
            "How do they work for the council?",
            "Providers are entered under Areas, teams and providers.",
            engaged.into_iter().chain(providers),
        ))
        (answers.text(
            "conflicts",
            "With what must they not be concerned?",
            "For example, a team they worked in. Leave it empty if there is nothing.",
            2,
        ))
        (answers.date("on", "Since when?", "For example, 1 4 2026."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let name = reading
        .fields
        .required("name", &mut reading.problems, "Enter their name");
    let contact = reading.fields.text("contact");
    let ticked: Vec<_> = reading.fields.all("parts").collect();
    let parts = PoolPart::ALL
        .into_iter()
        .filter(|part| ticked.contains(&part.code()))
        .collect();
    let engaged = match reading.fields.text("engaged") {
        "" => {
            reading
                .problems
                .add("engaged", "Say how they work for the council");
            None
        }
        IN_HOUSE => Some(Engagement::InHouse),
        SELF_EMPLOYED => Some(Engagement::SelfEmployed),
        provider => Some(Engagement::Provider {
            provider: Code::new(provider),
        }),
    };
    let conflicts = reading.sealed_if_any("conflicts");
    let on = reading.date("on", "The day they joined");
    let details = PersonDetails {
        name,
        contact: (!contact.is_empty()).then(|| contact.to_owned()),
        born_on: None,
    };
    let details = details.seal_unsearchable(&mut reading.sealing);
    let joined = PoolJoined {
        member: PersonId(details.item.0),
        details,
        parts,
        engaged: engaged?,
        conflicts,
    };
    Some(FileCommand::AddToPool(AddToPool { joined, on: on? }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NoPart | NotKept::NotIndependent) {
        "parts"
    } else if matches!(refused, NotKept::InFuture(_)) {
        "on-day"
    } else {
        "engaged"
    }
}
