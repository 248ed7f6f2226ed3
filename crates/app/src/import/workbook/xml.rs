//! The little of XML that a workbook is written in: elements and text, without document types.

use std::borrow::Cow;
use std::io::{self, BufRead};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::sheet::Unreadable;

/// Parts nest no deeper than this.
const DEEPEST: u32 = 64;

/// A part being read.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: u32,
}

/// What comes next in a part.
pub(super) enum Element<'a> {
    /// An element begins; an empty one ends right after.
    Start(Start<'a>),
    /// An element ends; its name without prefix.
    End(Cow<'a, str>),
    /// Text between them.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
pub(super) struct Start<'a>(BytesStart<'a>);

impl<R: BufRead> Xml<R> {
    pub(super) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
        }
    }

    /// What comes next; `None` at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Element<'_>>, Unreadable> {
        self.buffer.clear();
        Ok(Some(
            match self.reader.read_event_into(&mut self.buffer)? {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Unreadable::Damaged);
                    }
                    Element::Start(Start(start))
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Element::End(end.local_name().as_ref().to_owned().into())
                }
                Event::Text(text) => Element::Text(text.xml10_content()),
                Event::CData(text) => Element::Text(text.xml10_content()),
                Event::GeneralRef(entity) => {
                    let letter = entity.resolve_char_ref().map_err(|_| Unreadable::Damaged)?;
                    let named = resolve_xml_entity(entity.as_ref()).map(Cow::Borrowed);
                    let text = letter
                        .map(|letter| Cow::Owned(letter.to_string()))
                        .or(named);
                    Element::Text(text.ok_or(Unreadable::Damaged)?)
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Element::Text("".into()),
                Event::DocType(_) => return Err(Unreadable::Damaged),
                Event::Eof if self.depth > 0 => return Err(Unreadable::Damaged),
                Event::Eof => return Ok(None),
            },
        ))
    }
}

impl Start<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        let name = self.0.name().into_inner();
        name.rsplit(':').next().unwrap_or_default()
    }

    /// An attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, Unreadable> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Unreadable::Damaged)?;
            if attribute.key.local_name().as_ref() == name {
                let value = attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_err(|_| Unreadable::Damaged)?;
                return Ok(Some(value.into_owned().into()));
            }
        }
        Ok(None)
    }
}

impl From<quick_xml::Error> for Unreadable {
    fn from(error: quick_xml::Error) -> Self {
        if let quick_xml::Error::Io(error) = error
            && error.kind() == io::ErrorKind::FileTooLarge
        {
            Self::UnpacksTooFar
        } else {
            Self::Damaged
        }
    }
}
