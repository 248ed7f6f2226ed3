//! A fixture's options, taken one by one, so that none can be overlooked.

use std::collections::BTreeMap;

use maud::PreEscaped;
use serde_json::Value;
use web::components::{Content, HeadingLevel, Size};

/// The option that we do not offer.
pub(crate) type NotOffered = String;

/// Options not yet taken.
pub(crate) struct Given<'a>(BTreeMap<&'a str, &'a Value>);

impl<'a> Given<'a> {
    pub(crate) fn of(options: &'a Value) -> Self {
        let map = options.as_object().into_iter().flatten();
        Self(map.map(|(key, value)| (key.as_str(), value)).collect())
    }

    pub(crate) fn take(&mut self, key: &str) -> Option<&'a Value> {
        self.0.remove(key).filter(|value| !value.is_null())
    }

    /// Everything must have been taken.
    pub(crate) fn done(self) -> Result<(), NotOffered> {
        match self.0.into_keys().next() {
            Some(left) => Err(left.to_owned()),
            None => Ok(()),
        }
    }

    /// Whether it is there, be it null.
    pub(crate) fn names(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub(crate) fn string(&mut self, key: &str) -> Option<String> {
        self.take(key).map(as_string)
    }

    pub(crate) fn text(&mut self, key: &str) -> String {
        self.string(key).unwrap_or_default()
    }

    pub(crate) fn flag(&mut self, key: &str) -> bool {
        self.take(key).is_some_and(truthy)
    }

    pub(crate) fn choice(&mut self, key: &str) -> Option<bool> {
        self.take(key).and_then(Value::as_bool)
    }

    pub(crate) fn number(&mut self, key: &str) -> Option<u16> {
        self.take(key)?.as_u64()?.try_into().ok()
    }

    /// The members of a list whose places count, so that none may be falsy.
    pub(crate) fn places(&mut self, key: &str) -> Result<Vec<&'a Value>, NotOffered> {
        let list: Vec<_> = self
            .take(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .collect();
        if list.iter().all(|item| truthy(item)) {
            Ok(list)
        } else {
            Err("empty items".to_owned())
        }
    }

    /// The members of a list, without the falsy ones.
    pub(crate) fn list(&mut self, key: &str) -> Vec<&'a Value> {
        let list = self
            .take(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        list.filter(|item| truthy(item)).collect()
    }

    /// Text, or markup if there is any.
    pub(crate) fn content(&mut self, text: &str, html: &str) -> Content {
        let text = self.text(text);
        let html = self.text(html);
        if html.is_empty() {
            text.into()
        } else {
            PreEscaped(html).into()
        }
    }

    /// An option that is itself `{ text, html }`.
    pub(crate) fn words(&mut self, key: &str) -> Result<Option<Content>, NotOffered> {
        let Some(value) = self.take(key) else {
            return Ok(None);
        };
        let mut inner = Given::of(value);
        let content = inner.content("text", "html");
        inner.done()?;
        Ok(Some(content))
    }

    pub(crate) fn heading(&mut self, key: &str) -> Result<Option<HeadingLevel>, NotOffered> {
        match self.number(key) {
            None => Ok(None),
            Some(1) => Ok(Some(HeadingLevel::H1)),
            Some(2) => Ok(Some(HeadingLevel::H2)),
            Some(3) => Ok(Some(HeadingLevel::H3)),
            Some(4) => Ok(Some(HeadingLevel::H4)),
            Some(_) => Err(key.to_owned()),
        }
    }

    /// The `classes` option, each class looked up; an unknown one is not offered.
    pub(crate) fn classes(
        &mut self,
        mut known: impl FnMut(&str) -> bool,
    ) -> Result<(), NotOffered> {
        for class in self.text("classes").split_whitespace() {
            if !known(class) {
                let state = class.starts_with(':');
                return Err(if state { "state" } else { "classes" }.to_owned());
            }
        }
        Ok(())
    }

    /// The `classes` option where it can only name a size.
    pub(crate) fn size(&mut self, base: &str) -> Result<Size, NotOffered> {
        let mut size = Size::Normal;
        self.classes(|class| {
            size = match class.strip_prefix(base) {
                Some("--s") => Size::S,
                Some("--m") => Size::M,
                Some("--l") => Size::L,
                Some("--xl") => Size::Xl,
                _ => return false,
            };
            true
        })?;
        Ok(size)
    }
}

pub(crate) fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) => true,
        Value::Object(map) => !map.is_empty(),
    }
}

pub(crate) fn as_string(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
