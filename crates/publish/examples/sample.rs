//! Writes the sample documents in every format to a folder, to be looked at.
//!
//! `cargo run -p publish --example sample -- FOLDER`

use std::path::Path;
use std::time::Instant;

use publish::Format;
use reports::document::Audience;

#[path = "../tests/sample/mod.rs"]
mod sample;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder to write to")?;
    let documents = [
        ("awkward", sample::awkward()),
        ("everyday", sample::everyday(Audience::Public)),
        ("internal", sample::everyday(Audience::Internal)),
    ];
    for (kind, document) in documents {
        for format in Format::ALL {
            let started = Instant::now();
            let files = publish::render(&document, format)?;
            println!("{kind} {format}: {} ms", started.elapsed().as_millis());
            let folder = Path::new(&folder).join(kind);
            std::fs::create_dir_all(&folder)?;
            for file in files {
                std::fs::write(folder.join(file.name), file.bytes)?;
            }
        }
    }
    Ok(())
}
