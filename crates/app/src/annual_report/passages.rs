//! The passages of the annual reports: opened for those who write and read them, and compared, before they are kept,
//! with the names of people in cases.
//!
//! The comparison goes by the keyed words the search goes by, and says only that a word is in some name: whoever may write
//! passages may search the register, and learns nothing here that the search would not tell.

use std::collections::BTreeSet;

use casework::annual_report::{
    Passage, PassageWords, RewritePassage, Sign, SignKind, WritePassage, names_to_look_up, signs_in,
};
use casework::authority_file::{AuthorityFile, FileCommand};
use casework::ids::{AuthorityCode, CaseId, ItemId};
use casework::settings::ReportingYear;
use journal::NewItem;
use reports::annual_report::OpenedPassage;
use secrecy::ExposeSecret as _;

use crate::App;
use crate::authority_file::NotKept;
use crate::failure::Failure;
use crate::permit::{Deed, Permit};

/// A passage with its words.
#[derive(Clone, Debug)]
pub struct ShownPassage {
    /// What the file says of it.
    pub passage: Passage,
    /// What was written.
    pub opened: OpenedPassage,
}

impl App {
    /// The passages that stand in the reports of some years, each kind in its order.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    ///
    /// # Panics
    ///
    /// When the permit is for something that shows nothing of the file: a bug, not a circumstance.
    pub async fn passages(
        &self,
        permit: &Permit,
        years: &[ReportingYear],
    ) -> Result<Vec<ShownPassage>, Failure> {
        let file = self.authority_file(permit).await?;
        self.opened_passages(&permit.officer().authority, &file, years)
            .await
    }

    pub(super) async fn opened_passages(
        &self,
        authority: &AuthorityCode,
        file: &AuthorityFile,
        years: &[ReportingYear],
    ) -> Result<Vec<ShownPassage>, Failure> {
        let standing: Vec<&Passage> = years
            .iter()
            .flat_map(|year| file.passages.of(*year))
            .collect();
        if standing.is_empty() {
            return Ok(Vec::new());
        }
        let sealed = standing.iter().flat_map(|passage| items_of(&passage.words));
        let items: Vec<ItemId> = sealed.collect();
        let stream = CaseId::AUTHORITY_FILE;
        let texts = self.journal.open_items(authority, stream, &items).await?;
        // A report without a passage that stands in it would be another report, so it is not left out in silence.
        let text = |passage: &Passage, item| {
            let missing = || Failure::UnreadablePassage(passage.number);
            texts.get(&item).cloned().ok_or_else(missing)
        };
        let opened = standing.into_iter().map(|passage| {
            let source = passage.words.source.as_ref();
            Ok(ShownPassage {
                opened: OpenedPassage {
                    kind: passage.kind.clone(),
                    text: text(passage, passage.words.text.item)?,
                    source: source
                        .map(|sealed| text(passage, sealed.item))
                        .transpose()?,
                },
                passage: passage.clone(),
            })
        });
        opened.collect()
    }

    /// What words for the report of a year may tell of somebody in a case: nothing once their writer was shown just that
    /// and said that none of it does. `confirmed` is what was shown, where it was said.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    ///
    /// # Panics
    ///
    /// When the permit is for something else than keeping the file, as whoever writes passages does: a bug, not a
    /// circumstance.
    pub async fn point_at(
        &self,
        permit: &Permit,
        year: ReportingYear,
        texts: &[&str],
        confirmed: Option<&[String]>,
    ) -> Result<Vec<Sign>, Failure> {
        assert_eq!(
            permit.deed(),
            Deed::KeepAuthorityFile,
            "the permit is for keeping the authority’s own file"
        );
        let authority = &permit.officer().authority;
        self.signs_left(authority, year, texts, confirmed).await
    }

    /// Points at what a passage may tell of somebody in a case before it is kept.
    pub(crate) async fn check_passage(
        &self,
        authority: &AuthorityCode,
        file: &AuthorityFile,
        command: &FileCommand,
        items: &[NewItem],
        confirmed: &[String],
    ) -> Result<(), NotKept> {
        let (year, words) =
            if let FileCommand::WritePassage(WritePassage { year, words, .. }) = command {
                (*year, words)
            } else if let FileCommand::RewritePassage(RewritePassage { passage, words }) = command
                && let Some(passage) = file.passages.passage(*passage)
            {
                (passage.year, words)
            } else {
                return Ok(());
            };
        let sealed: Vec<ItemId> = items_of(words).collect();
        let typed = items.iter().filter(|item| sealed.contains(&item.item));
        let texts: Vec<&str> = typed.map(|item| item.text.expose_secret()).collect();
        let confirmed = words.confirmed.then_some(confirmed);
        let signs = self.signs_left(authority, year, &texts, confirmed).await?;
        if signs.is_empty() {
            Ok(())
        } else {
            Err(NotKept::PointedAt(signs))
        }
    }

    async fn signs_left(
        &self,
        authority: &AuthorityCode,
        year: ReportingYear,
        texts: &[&str],
        confirmed: Option<&[String]>,
    ) -> Result<Vec<Sign>, Failure> {
        let mut signs = BTreeSet::new();
        for text in texts {
            signs.extend(signs_in(text, year));
            signs.extend(self.names_in(authority, text).await?);
        }
        let said = |sign: &Sign| confirmed.is_some_and(|shown| shown.contains(&sign.words));
        if signs.iter().all(said) {
            signs.clear();
        }
        Ok(signs.into_iter().collect())
    }

    /// The words of a text that are also in the name of somebody in a case.
    async fn names_in(&self, authority: &AuthorityCode, text: &str) -> Result<Vec<Sign>, Failure> {
        let words = names_to_look_up(text);
        let forms = words
            .iter()
            .flat_map(|(_, forms)| forms)
            .map(String::as_str);
        let borne = self.journal.words_of_names(authority, forms).await?;
        let is_borne = |forms: &[String]| forms.iter().any(|form| borne.contains(form.as_str()));
        let named = words.iter().filter(|(_, forms)| is_borne(forms));
        let signs = named.map(|(typed, _)| Sign {
            kind: SignKind::Name,
            words: typed.clone(),
        });
        Ok(signs.collect())
    }
}

fn items_of(words: &PassageWords) -> impl Iterator<Item = ItemId> + use<> {
    let source = words.source.as_ref().map(|sealed| sealed.item);
    std::iter::once(words.text.item).chain(source)
}
