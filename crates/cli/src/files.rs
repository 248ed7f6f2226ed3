//! Files named on the command line: read whole, and named again when they cannot be.

use std::io::Read as _;
use std::path::Path;
use std::{fs, io};

use crate::exit::Stop;

/// The bytes of a file, or of stdin for `-`.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Stop> {
    read_some(file, usize::MAX)
}

/// The first bytes of a file, or of stdin for `-`: as many as there are, and no more than asked for.
pub(crate) fn read_some(file: &Path, most: usize) -> Result<Vec<u8>, Stop> {
    let failed =
        |error: io::Error| Stop::Failed(format!("{} cannot be read: {error}", file.display()));
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    if file == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        fs::File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    }
    .map_err(failed)?;
    Ok(bytes)
}

/// The text of a file, or of stdin for `-`.
pub(crate) fn read_text(file: &Path) -> Result<String, Stop> {
    String::from_utf8(read(file)?)
        .map_err(|_| Stop::Failed(format!("{} is not UTF-8 text", file.display())))
}

/// Writes a file; one that is there is written anew.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), Stop> {
    fs::write(file, bytes)
        .map_err(|error| Stop::Failed(format!("{} cannot be written: {error}", file.display())))
}
