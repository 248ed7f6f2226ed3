//! How a rule is written down in the files beside this one.

use super::RuleKind;
use crate::limits::Citation;

/// A rule as its file has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) kind: RuleKind,
    pub(super) source: Citation,
    pub(super) setting: Option<&'static str>,
    pub(super) note: &'static str,
}

impl Written {
    const fn new(id: &'static str, kind: RuleKind, source: Citation, title: &'static str) -> Self {
        Self {
            id,
            title,
            kind,
            source,
            setting: None,
            note: "",
        }
    }

    /// What a reader should know besides: where sources disagree, what was read and what was not.
    pub(super) const fn noting(self, note: &'static str) -> Self {
        Self { note, ..self }
    }

    /// The setting that decides, where the law leaves a choice or sources disagree.
    pub(super) const fn set_by(self, setting: &'static str) -> Self {
        Self {
            setting: Some(setting),
            ..self
        }
    }
}

/// What an Act or regulations demand.
pub(super) const fn act(id: &'static str, source: Citation, title: &'static str) -> Written {
    Written::new(id, RuleKind::Act, source, title)
}

/// What statutory guidance asks.
pub(super) const fn guidance(id: &'static str, source: Citation, title: &'static str) -> Written {
    Written::new(id, RuleKind::Guidance, source, title)
}

/// What the Ombudsman expects.
pub(super) const fn ombudsman(id: &'static str, source: Citation, title: &'static str) -> Written {
    Written::new(id, RuleKind::Ombudsman, source, title)
}

/// What councils settle for themselves.
pub(super) const fn local(id: &'static str, source: Citation, title: &'static str) -> Written {
    Written::new(id, RuleKind::Local, source, title)
}

/// What this record does by its own lights.
pub(super) const fn convention(id: &'static str, title: &'static str) -> Written {
    convention_from(id, Citation::read("convention of this record"), title)
}

/// What this record does by its own lights, after something that was read elsewhere.
pub(super) const fn convention_from(
    id: &'static str,
    source: Citation,
    title: &'static str,
) -> Written {
    Written::new(id, RuleKind::Convention, source, title)
}
