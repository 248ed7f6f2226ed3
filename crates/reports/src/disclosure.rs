//! Disclosure control: which counts a public rendering withholds, so that nobody can be recognised.
//!
//! Every count of a report is entered once in a [`Ledger`], with the sums that tie counts together.
//! The ledger withholds small counts, then as many others as it takes that none can be worked out.
//! Whoever draws a table or a sentence has only the resulting [`Book`], which gives no withheld count.
//!
//! Source: REP-18.2, REP-24.1 to REP-24.5.

use crate::document::Audience;

/// Counts from one up to just below this are withheld; zero is not.
///
/// Source: REP-24.2.
pub const SMALLEST_PUBLISHED: i64 = 5;

/// Percentages and averages over fewer are withheld.
///
/// Source: REP-24.4.
pub const SMALLEST_BASE: i64 = 10;

/// One count of the ledger, whether printed or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellId(usize);

/// Every count of a report and how they add up.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    cells: Vec<Entered>,
    sums: Vec<Sum>,
}

/// The counts as an audience may see them.
#[derive(Clone, Debug)]
pub struct Book {
    counts: Vec<Option<i64>>,
    audience: Audience,
}

#[derive(Clone, Copy, Debug)]
struct Entered {
    count: i64,
    headline: bool,
}

#[derive(Clone, Debug)]
struct Sum {
    whole: CellId,
    parts: Vec<CellId>,
}

impl Ledger {
    /// Enters a count.
    pub fn enter(&mut self, count: i64) -> CellId {
        self.cells.push(Entered {
            count,
            headline: false,
        });
        CellId(self.cells.len() - 1)
    }

    /// Enters a count that is withheld for its own size, but for another's sake only as the last resort:
    /// the number of complaints received, say, which every table repeats.
    pub fn enter_headline(&mut self, count: i64) -> CellId {
        self.cells.push(Entered {
            count,
            headline: true,
        });
        CellId(self.cells.len() - 1)
    }

    /// Says that parts add up to a whole, so that a reader who knows all but one knows all.
    ///
    /// # Panics
    ///
    /// If they do not add up: then a table is wrong, and must not be published.
    pub fn adds_up(&mut self, whole: CellId, parts: Vec<CellId>) {
        let sum: i64 = parts.iter().map(|part| self.count(*part)).sum();
        assert_eq!(
            sum,
            self.count(whole),
            "the parts of a published table add up to its whole"
        );
        self.sums.push(Sum { whole, parts });
    }

    /// Says that a part is published beside its whole: the rest, which no table prints, can be worked
    /// out and needs the same protection. Where it is more than its base, the two are different
    /// populations and there is no rest.
    pub fn part_of(&mut self, part: CellId, whole: CellId) {
        let rest = self.count(whole) - self.count(part);
        if rest >= 0 {
            let rest = self.enter(rest);
            self.adds_up(whole, vec![part, rest]);
        }
    }

    /// A count that another table tells, once more for a table that gives way to that one: it is withheld where it is
    /// withheld there, and for this table’s sake only as the last resort.
    ///
    /// Source: REP-24.5: what has always been published is not withheld because something new is told beside it.
    pub fn told_elsewhere(&mut self, cell: CellId) -> CellId {
        let known = self.enter_headline(self.count(cell));
        self.adds_up(cell, vec![known]);
        known
    }

    /// The count itself, for drawing up what is entered next.
    pub fn count(&self, cell: CellId) -> i64 {
        self.cells[cell.0].count
    }

    /// The counts as an audience may see them.
    pub fn disclose(&self, audience: Audience) -> Book {
        let withheld = match audience {
            Audience::Internal => vec![false; self.cells.len()],
            Audience::Public => self.withheld(),
        };
        Book {
            counts: self
                .cells
                .iter()
                .zip(withheld)
                .map(|(cell, withheld)| (!withheld).then_some(cell.count))
                .collect(),
            audience,
        }
    }

    /// Small counts first, then one more of each sum that still gives one away, until none does.
    fn withheld(&self) -> Vec<bool> {
        let mut withheld: Vec<bool> = self.cells.iter().map(|cell| is_small(cell.count)).collect();
        while let Some(also) = self
            .sums
            .iter()
            .filter(|sum| self.gives_away(sum, &withheld))
            .find_map(|sum| self.secondary(sum, &withheld))
        {
            withheld[also.0] = true;
        }
        withheld
    }

    /// Whether a reader who knows the rules can work out a withheld count of a sum: a withheld count
    /// is at least one (zeros are shown unless they had to be withheld too), and a small one at most
    /// one below the threshold.
    fn gives_away(&self, sum: &Sum, withheld: &[bool]) -> bool {
        let hidden: Vec<i64> = sum
            .parts
            .iter()
            .filter(|part| withheld[part.0])
            .map(|part| self.count(*part))
            .collect();
        let known: i64 = sum
            .parts
            .iter()
            .filter(|part| !withheld[part.0])
            .map(|part| self.count(*part))
            .sum();
        let how_many = i64::try_from(hidden.len()).unwrap_or(i64::MAX);
        let zero_hidden = hidden.contains(&0);
        if withheld[sum.whole.0] {
            let largest = SMALLEST_PUBLISHED - 1;
            let forced = is_small(self.count(sum.whole)) && known + how_many >= largest;
            return hidden.is_empty() || (forced && !zero_hidden);
        }
        let remainder = self.count(sum.whole) - known;
        let all_small = hidden.iter().all(|count| is_small(*count));
        match how_many {
            0 => false,
            1 => true,
            _ => {
                let all_ones = remainder == how_many && !zero_hidden;
                let all_largest =
                    all_small && how_many > 2 && remainder == how_many * (SMALLEST_PUBLISHED - 1);
                all_ones || all_largest
            }
        }
    }

    /// The next count of a sum to withhold: the smallest remaining that is not zero, the first of
    /// equals; then the whole; then a zero; headlines last.
    ///
    /// Source: REP-24.3.
    fn secondary(&self, sum: &Sum, withheld: &[bool]) -> Option<CellId> {
        let shown = |cell: &CellId| !withheld[cell.0];
        let headline = |cell: &CellId| self.cells[cell.0].headline;
        let smallest =
            |cells: &mut dyn Iterator<Item = CellId>| cells.min_by_key(|cell| self.count(*cell));
        let parts = || sum.parts.iter().copied().filter(shown);
        let whole = || std::iter::once(sum.whole).filter(shown);
        smallest(&mut parts().filter(|cell| !headline(cell) && self.count(*cell) != 0))
            .or_else(|| whole().find(|cell| !headline(cell)))
            .or_else(|| parts().find(|cell| !headline(cell)))
            .or_else(|| smallest(&mut parts()))
            .or_else(|| whole().next())
    }
}

impl Book {
    /// The count, unless it is withheld.
    pub fn shown(&self, cell: CellId) -> Option<i64> {
        self.counts[cell.0]
    }

    /// Whether a base is large enough for percentages and averages over it.
    pub fn is_base(&self, count: i64) -> bool {
        match self.audience {
            Audience::Internal => count > 0,
            Audience::Public => count >= SMALLEST_BASE,
        }
    }

    /// Whether anything is withheld.
    pub fn withholds_anything(&self) -> bool {
        self.counts.contains(&None)
    }
}

/// Whether a count is so small that it could point at somebody.
fn is_small(count: i64) -> bool {
    (1..SMALLEST_PUBLISHED).contains(&count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn table(rows: &[i64]) -> (Option<i64>, Vec<Option<i64>>) {
        let mut ledger = Ledger::default();
        let whole = ledger.enter_headline(rows.iter().sum());
        let parts: Vec<_> = rows.iter().map(|count| ledger.enter(*count)).collect();
        ledger.adds_up(whole, parts.clone());
        let book = ledger.disclose(Audience::Public);
        (
            book.shown(whole),
            parts.into_iter().map(|part| book.shown(part)).collect(),
        )
    }

    #[test]
    fn small_counts_and_one_more_are_withheld() {
        for (rows, shown) in [
            (vec![19, 15, 21], vec![Some(19), Some(15), Some(21)]),
            (vec![19, 15, 3], vec![Some(19), None, None]),
            (vec![19, 15, 15, 3], vec![Some(19), None, Some(15), None]),
            (vec![19, 0, 2, 2], vec![Some(19), Some(0), None, None]),
            (vec![40, 1, 4], vec![Some(40), None, None]),
            (vec![40, 12, 1, 1], vec![Some(40), None, None, None]),
            (vec![40, 12, 4, 4], vec![Some(40), Some(12), None, None]),
            (
                vec![40, 12, 4, 4, 4],
                vec![Some(40), None, None, None, None],
            ),
            (vec![60, 0, 2], vec![None, Some(0), None]),
        ] {
            assert_eq!(table(&rows).1, shown, "{rows:?}");
        }
    }

    #[test]
    fn internal_renderings_withhold_nothing() {
        let mut ledger = Ledger::default();
        let cell = ledger.enter(1);
        let book = ledger.disclose(Audience::Internal);
        assert_eq!(book.shown(cell), Some(1));
        assert!(!book.withholds_anything());
    }

    #[test]
    fn the_rest_of_a_whole_is_protected_though_no_table_prints_it() {
        let mut ledger = Ledger::default();
        let whole = ledger.enter_headline(62);
        let part = ledger.enter(60);
        ledger.part_of(part, whole);
        let book = ledger.disclose(Audience::Public);
        assert_eq!((book.shown(whole), book.shown(part)), (Some(62), None));
    }

    #[test]
    fn a_count_told_elsewhere_stays_told_and_what_is_new_beside_it_is_withheld() {
        let mut ledger = Ledger::default();
        let always_told = ledger.enter(12);
        let known = ledger.told_elsewhere(always_told);
        let (few, new) = (ledger.enter(3), ledger.enter(15));
        ledger.adds_up(new, vec![known, few]);
        let book = ledger.disclose(Audience::Public);
        let shown = [always_told, few, new].map(|cell| book.shown(cell));
        assert_eq!(shown, [Some(12), None, None]);
    }

    #[test]
    fn a_count_told_elsewhere_is_withheld_with_it_and_it_with_the_count_where_nothing_else_is_left()
    {
        let mut ledger = Ledger::default();
        let (few, many) = (ledger.enter(3), ledger.enter(20));
        let whole = ledger.enter_headline(23);
        ledger.adds_up(whole, vec![few, many]);
        let known = ledger.told_elsewhere(many);
        let book = ledger.disclose(Audience::Public);
        assert_eq!([many, known].map(|cell| book.shown(cell)), [None, None]);
        let mut ledger = Ledger::default();
        let six = ledger.enter(6);
        let known = ledger.told_elsewhere(six);
        let ones: Vec<_> = (0..6).map(|_| ledger.enter(1)).collect();
        ledger.adds_up(known, ones);
        assert_eq!(ledger.disclose(Audience::Public).shown(six), None);
    }

    /// Every way to fill the withheld cells that fits what is shown.
    fn fillings(shown: &[Option<i64>], remainder: i64, least: i64) -> Vec<Vec<i64>> {
        match shown.split_first() {
            None if remainder == 0 => vec![vec![]],
            None => vec![],
            Some((Some(count), rest)) => fillings(rest, remainder - count, least)
                .into_iter()
                .map(|filling| [&[*count][..], &filling].concat())
                .collect(),
            Some((None, rest)) => (least..=remainder)
                .flat_map(|count| {
                    fillings(rest, remainder - count, least)
                        .into_iter()
                        .map(move |filling| [&[count][..], &filling].concat())
                })
                .collect(),
        }
    }

    proptest! {
        #[test]
        fn no_withheld_count_can_be_worked_out_from_its_total(
            rows in proptest::collection::vec(prop_oneof![Just(0_i64), Just(1), 0_i64..9], 2..6)
        ) {
            let (whole, shown) = table(&rows);
            for (count, shown) in rows.iter().zip(&shown) {
                prop_assert!(!is_small(*count) || shown.is_none());
                prop_assert!(shown.is_none_or(|shown| shown == *count));
            }
            // Of a table that shows no number at all, nothing more can be withheld.
            prop_assume!(whole.is_some() || shown.iter().any(Option::is_some));
            let totals = match whole {
                Some(total) => total..=total,
                None => 1..=SMALLEST_PUBLISHED - 1,
            };
            // Zeros are withheld only where nothing else is left, and then a reader must think of them.
            let zero_hidden = rows.iter().zip(&shown).any(|(count, shown)| *count == 0 && shown.is_none());
            let possible: Vec<Vec<i64>> = totals
                .flat_map(|total| fillings(&shown, total, i64::from(!zero_hidden)))
                .collect();
            for (row, shown) in shown.iter().enumerate().filter(|(_, shown)| shown.is_none()) {
                let first = possible[0][row];
                prop_assert!(
                    possible.iter().any(|filling| filling[row] != first),
                    "row {row} of {rows:?} is shown as {shown:?} but can only be {first}"
                );
            }
        }
    }
}
