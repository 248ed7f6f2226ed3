//! Finding cases by reference and by the words of their sealed items.

use casework::ids::{AuthorityCode, Reference};

use crate::error::JournalError;
use crate::journal::Journal;
use crate::record::Listed;
use crate::rows;
use crate::sql::{Call, Value, number, text};
use crate::words;

/// More words than this are not looked at: nobody types them, and each costs a look into the index.
const WORDS: usize = 12;

impl Journal {
    /// The cases found by all words of the text, the newest first, with the names of who complains.
    ///
    /// A word is found whole, by its first three or more letters, or by its sound. A reference, or a
    /// number alone, finds its case; it comes first.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn search(
        &self,
        authority: &AuthorityCode,
        asked: &str,
        limit: u32,
    ) -> Result<Vec<Listed>, JournalError> {
        let mut found = Vec::new();
        if let Some(reference) = reference(asked)
            && let Some((case, _)) = self.find(authority, reference).await?
        {
            found.extend(self.listed(authority, case, true).await?);
        }
        let mut wanted = words::wanted(&self.keys().search, authority, asked);
        wanted.truncate(WORDS);
        if !wanted.is_empty() {
            let call = look_up(authority, &wanted, limit);
            let rows = self
                .reader()
                .await?
                .all(&call, |row| self.listed_row(authority, row, true))
                .await?;
            found.extend(
                rows.into_iter()
                    .filter(|row| found.iter().all(|direct| direct.row.case != row.row.case))
                    .collect::<Vec<_>>(),
            );
        }
        found.truncate(limit as usize);
        Ok(found)
    }
}

fn reference(asked: &str) -> Option<Reference> {
    let asked = asked.trim();
    asked
        .parse()
        .ok()
        .or_else(|| format!("C-{asked}").parse().ok())
}

fn look_up(authority: &AuthorityCode, wanted: &[Vec<words::Token>], limit: u32) -> Call {
    let mut values = vec![text(authority)];
    let mut conditions = String::from("r.authority = $1");
    for forms in wanted {
        let places: Vec<String> = forms
            .iter()
            .map(|form| {
                values.push(Value::Bytes(form.to_vec()));
                format!("${}", values.len())
            })
            .collect();
        conditions.push_str(" AND r.case_id IN (SELECT w.case_id FROM search_word w WHERE w.authority = $1 AND w.token IN (");
        conditions.push_str(&places.join(", "));
        conditions.push_str("))");
    }
    values.push(number(limit));
    let sql = format!(
        "SELECT {}, v.sealed, k.wrapped FROM register r \
         LEFT JOIN vault_item v ON v.authority = r.authority AND v.case_id = r.case_id AND v.item = r.name_item \
         LEFT JOIN case_key k ON k.authority = r.authority AND k.case_id = r.case_id \
         WHERE {conditions} ORDER BY r.number DESC LIMIT ${}",
        rows::REGISTER,
        values.len()
    );
    Call {
        sql: sql.into(),
        values,
    }
}
