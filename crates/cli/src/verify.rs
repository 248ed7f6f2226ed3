//! `heard verify`: whether the record is whole. Checks the chain, the vault against its commitments and
//! the read tables against a fresh fold.

use app::rows;
use clap::Args;
use serde::Serialize;

use crate::exit::Stop;
use crate::installation::Place;
use crate::{output, progress};

/// Check the whole record and name the first bad row.
#[derive(Args)]
#[command(
    after_help = "Exit code 1 means that a fault was found. Bad read tables are mended by `heard rebuild`;
a fault in events, vault or chain means that the record was altered: restore a backup."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// Print what was found as JSON
    #[arg(long)]
    json: bool,
}

/// What was found, for programs.
#[derive(Serialize)]
struct Findings {
    sound: bool,
    entries: u64,
    cases: u64,
    items: u64,
    heads: Vec<HeadOf>,
    fault: Option<FoundFault>,
}

/// The end of an authority's journal: kept elsewhere, it proves later that nothing was cut off.
#[derive(Serialize)]
struct HeadOf {
    authority: String,
    position: u64,
    hash: String,
}

#[derive(Serialize)]
struct FoundFault {
    table: &'static str,
    authority: String,
    place: String,
    what: String,
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    let app = arguments.place.open().await?;
    let waiting = progress::waiting("checking the record");
    let verification = app.journal().verify(&rows::fold).await;
    waiting.finish_and_clear();
    let verification = verification?;
    let mut heads = Vec::new();
    for settings in app.authorities() {
        let head = app.journal().head(&settings.code).await?;
        // Two digits for each byte, as a checksum is written.
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
        let hash = head
            .hash
            .iter()
            .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
            .collect();
        heads.push(HeadOf {
            authority: settings.code.to_string(),
            position: head.position,
            hash,
        });
    }
    let fault = verification.fault;
    let message = fault
        .as_ref()
        .map(|fault| format!("the record is not sound: {fault}"));
    if arguments.json {
        output::json(&Findings {
            sound: fault.is_none(),
            entries: verification.entries,
            cases: verification.cases,
            items: verification.items,
            heads,
            fault: fault.map(|fault| FoundFault {
                table: fault.table,
                authority: fault.authority.to_string(),
                place: fault.place,
                what: fault.what,
            }),
        })?;
    } else if fault.is_none() {
        output::line(format_args!(
            "The record is sound: {} events in {} cases, {} sealed items.",
            verification.entries, verification.cases, verification.items
        ))?;
        for head in heads {
            output::line(format_args!(
                "{}: position {}, {}",
                head.authority, head.position, head.hash
            ))?;
        }
    }
    message.map_or(Ok(()), |message| Err(Stop::Found(message)))
}
