//! The archive a workbook is: its parts found by name, and counted while they unpack.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;

use super::super::limits::{MOST_PARTS, MOST_UNPACKED};
use super::super::sheet::Unreadable;
use super::xml::Xml;

/// A workbook's parts.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

/// What begins an old workbook, and one that is locked.
pub(super) const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What begins an archive.
pub(super) const ARCHIVE: &[u8] = b"PK";

impl<'a> Archive<'a> {
    /// Opens a workbook, and says what it is if it is none.
    pub(super) fn open(file: &'a [u8]) -> Result<Self, Unreadable> {
        if file.starts_with(COMPOUND) {
            let locked: Vec<u8> = "EncryptedPackage"
                .bytes()
                .flat_map(|byte| [byte, 0])
                .collect();
            let is_locked = file.windows(locked.len()).any(|bytes| bytes == locked);
            return Err(if is_locked {
                Unreadable::Password
            } else {
                Unreadable::OldWorkbook
            });
        }
        // Each part is listed under this mark, so there are no more parts than marks, whatever is declared.
        let marks = file.windows(4).filter(|bytes| *bytes == b"PK\x01\x02");
        if marks.take(MOST_PARTS + 1).count() > MOST_PARTS {
            return Err(Unreadable::TooManyParts);
        }
        let zip = ZipArchive::new(Cursor::new(file)).map_err(|_| Unreadable::Damaged)?;
        let holds = |ending: &str| {
            let mut names = zip.file_names().flatten();
            names.any(|name| name.to_ascii_lowercase().ends_with(ending))
        };
        if holds("vbaproject.bin") {
            return Err(Unreadable::Macros);
        }
        if !holds("_rels/.rels") || holds("workbook.bin") {
            return Err(Unreadable::NotAWorkbook);
        }
        Ok(Self { zip })
    }

    /// A part, however its name is capitalised.
    pub(super) fn part(&mut self, name: &str) -> Result<Xml<impl BufRead>, Unreadable> {
        let place = self
            .zip
            .file_names()
            .position(|known| known.is_ok_and(|known| known.eq_ignore_ascii_case(name)))
            .ok_or(Unreadable::Damaged)?;
        let part = self.zip.by_index(place).map_err(|_| Unreadable::Damaged)?;
        Ok(Xml::new(BufReader::new(Counted {
            part,
            left: MOST_UNPACKED,
        })))
    }
}

/// A part that may unpack to so many bytes more.
struct Counted<R> {
    part: R,
    left: usize,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(into)?;
        self.left = self
            .left
            .checked_sub(read)
            .ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}
