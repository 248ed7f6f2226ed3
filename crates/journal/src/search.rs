//! Finding cases by reference and by the words of their sealed items.

use std::collections::BTreeSet;

use casework::ids::{AuthorityCode, Reference};

use crate::error::JournalError;
use crate::journal::Journal;
use crate::record::Listed;
use crate::rows;
use crate::sql::{Call, Row, Value, number, text};
use crate::words::{self, Token};

/// More words than this are not looked at: nobody types them, and each costs a look into the index.
const WORDS: usize = 12;

/// So many forms of words are looked up at once.
const AT_ONCE: usize = 500;

/// A word with more entries than this in the index is common, when it is looked up alone: the newest cases soon hold
/// enough of it.
const COMMON_ALONE: u32 = 1_000;

/// The same of a word that is looked up with others. Few cases hold several words of a name, so the walk along the newest
/// is long unless nearly every case has each of them: among 100,000 cases it passed nearly all.
const COMMON_TOGETHER: u32 = 20_000;

/// A word with fewer entries than this is rare enough for the others not to be counted any further.
const RARE: u32 = 2_000;

/// To run through so many entries of another word costs as much as to look one case up in it.
const RUN_THROUGH: i64 = 5;

/// A word that is looked for: how often it stands in the index, and the forms that find it.
type Counted = (i64, Vec<Token>);

/// How often a word stands in the index that was not counted to the end.
const OFTEN: i64 = i64::MAX;

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
        let wanted = words::wanted(&self.keys().search, authority, asked);
        if let Some(call) = self.look_up(authority, wanted, limit).await? {
            let take = |row: &Row<'_>| self.listed_row(authority, row, true);
            let rows = self.reader().await?.all(&call, take).await?;
            let direct = found.first().map(|listed: &Listed| listed.row.case);
            found.extend(
                rows.into_iter()
                    .filter(|listed| Some(listed.row.case) != direct),
            );
        }
        found.truncate(limit as usize);
        Ok(found)
    }

    /// Those among some words that are whole words of somebody’s name in a case, and nothing of which case.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn words_of_names<'a>(
        &self,
        authority: &AuthorityCode,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Result<BTreeSet<&'a str>, JournalError> {
        let key = &self.keys().search;
        let forms = words
            .into_iter()
            .flat_map(|word| words::whole(key, authority, word).map(move |form| (form, word)));
        let forms: Vec<(Token, &str)> = forms.collect();
        let mut found = BTreeSet::new();
        for some in forms.chunks(AT_ONCE) {
            let mut values = vec![text(authority)];
            let tokens: Vec<Token> = some.iter().map(|(form, _)| *form).collect();
            let tokens = places(&tokens, &mut values);
            let sql = format!(
                "SELECT DISTINCT token FROM search_word WHERE authority = $1 AND token IN ({tokens})"
            );
            let call = Call {
                sql: sql.into(),
                values,
            };
            let read = |row: &Row<'_>| row.bytes(0).map(<[u8]>::to_vec);
            let there: BTreeSet<Vec<u8>> = self
                .reader()
                .await?
                .all(&call, read)
                .await?
                .into_iter()
                .collect();
            let borne = some
                .iter()
                .filter(|(form, _)| there.contains(form.as_slice()));
            found.extend(borne.map(|(_, word)| *word));
        }
        Ok(found)
    }

    /// The statement that looks the words up; none if one of them is nowhere.
    ///
    /// Both engines guess badly how rare a word is, so it is counted first, up to a bound: from the rarest
    /// word we go to its cases, through words that nearly every case has we go along the newest cases.
    async fn look_up(
        &self,
        authority: &AuthorityCode,
        mut wanted: Vec<Vec<Token>>,
        limit: u32,
    ) -> Result<Option<Call>, JournalError> {
        wanted.truncate(WORDS);
        let common = match wanted.len() {
            ..=1 => COMMON_ALONE,
            _ => COMMON_TOGETHER,
        };
        let mut counted = Vec::with_capacity(wanted.len());
        for forms in wanted {
            match self.count(authority, &forms, RARE.min(common)).await? {
                0 => return Ok(None),
                count => counted.push((count, forms)),
            }
        }
        if common > RARE && counted.iter().all(|(count, _)| *count == OFTEN) {
            for (count, forms) in &mut counted {
                *count = self.count(authority, forms, common).await?;
            }
        }
        counted.sort_by_key(|(count, _)| *count);
        Ok((!counted.is_empty()).then(|| statement(authority, &counted, limit)))
    }

    /// How often a word stands in the index, if less than a bound, and else [`OFTEN`].
    async fn count(
        &self,
        authority: &AuthorityCode,
        forms: &[Token],
        bound: u32,
    ) -> Result<i64, JournalError> {
        let mut values = vec![text(authority)];
        let entries = entries(forms, &mut values);
        values.push(number(bound));
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT 1 {entries} LIMIT ${}) AS counted",
            values.len()
        );
        let call = Call {
            sql: sql.into(),
            values,
        };
        let mut connection = self.reader().await?;
        let count = connection.first(&call, |row| row.number(0)).await?;
        let count = count.unwrap_or_default();
        Ok(if count < i64::from(bound) {
            count
        } else {
            OFTEN
        })
    }
}

/// The newest cases that have one form of each word; the words come from the rarest to the most common.
///
/// Which cases they are is found first, and what is shown of them is read for no others.
fn statement(authority: &AuthorityCode, counted: &[Counted], limit: u32) -> Call {
    let mut values = vec![text(authority)];
    let rarest = counted
        .split_first()
        .filter(|((count, _), _)| *count != OFTEN);
    // The plus keeps both engines from walking along all cases in order when few are wanted.
    let (condition, order) = match rarest {
        Some((rarest, others)) => {
            let cases = from_the_rarest(rarest, others, &mut values);
            (format!("r.case_id IN ({cases})"), "+r.number")
        }
        None => (each_has(counted, "r", &mut values), "r.number"),
    };
    values.push(number(limit));
    let sql = format!(
        "SELECT {}, v.sealed, k.wrapped FROM \
         (SELECT r.authority, r.case_id FROM register r WHERE r.authority = $1 AND {condition} ORDER BY {order} DESC LIMIT ${}) AS f \
         JOIN register r ON r.authority = f.authority AND r.case_id = f.case_id \
         LEFT JOIN vault_item v ON v.authority = r.authority AND v.case_id = r.case_id AND v.item = r.name_item \
         LEFT JOIN case_key k ON k.authority = r.authority AND k.case_id = r.case_id \
         ORDER BY r.number DESC",
        rows::REGISTER,
        values.len()
    );
    Call {
        sql: sql.into(),
        values,
    }
}

/// The cases of the rarest word that are also among those of every other: a word not much more common is run through,
/// and in a more common one each case is looked up. The index alone is read.
fn from_the_rarest(rarest: &Counted, others: &[Counted], values: &mut Vec<Value>) -> String {
    let (count, forms) = rarest;
    let (run_through, looked_up): (Vec<&Counted>, Vec<&Counted>) = others
        .iter()
        .partition(|(other, _)| *other < count.saturating_mul(RUN_THROUGH));
    let run_through = run_through.into_iter().map(|(_, forms)| forms);
    let cases: Vec<String> = std::iter::once(forms)
        .chain(run_through)
        .map(|forms| format!("SELECT w.case_id {}", entries(forms, values)))
        .collect();
    let cases = cases.join(" INTERSECT ");
    if looked_up.is_empty() {
        return cases;
    }
    let others = each_has(looked_up, "found", values);
    // A case stands among them once for each form, and is looked up once.
    format!(
        "SELECT found.case_id FROM (SELECT DISTINCT case_id FROM ({cases}) AS w) AS found WHERE {others}"
    )
}

/// That the cases of a table have every word. Counted and not merely EXISTS, which SQLite would turn round into a walk
/// along the word.
fn each_has<'a>(
    words: impl IntoIterator<Item = &'a Counted>,
    table: &str,
    values: &mut Vec<Value>,
) -> String {
    let conditions = words.into_iter().map(|(_, forms)| {
        let entries = entries(forms, values);
        format!("(SELECT COUNT(*) {entries} AND w.case_id = {table}.case_id) > 0")
    });
    conditions.collect::<Vec<_>>().join(" AND ")
}

/// The entries of the index for one word.
fn entries(forms: &[Token], values: &mut Vec<Value>) -> String {
    let tokens = places(forms, values);
    format!("FROM search_word w WHERE w.authority = $1 AND w.token IN ({tokens})")
}

/// Binds tokens and gives their places in the statement.
fn places(tokens: &[Token], values: &mut Vec<Value>) -> String {
    let places = tokens.iter().map(|token| {
        values.push(Value::Bytes(token.to_vec()));
        format!("${}", values.len())
    });
    places.collect::<Vec<_>>().join(", ")
}

fn reference(asked: &str) -> Option<Reference> {
    let asked = asked.trim();
    asked
        .parse()
        .ok()
        .or_else(|| format!("C-{asked}").parse().ok())
}
