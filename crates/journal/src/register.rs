//! Reading the register and the time limits.

use casework::ids::{AccountId, AuthorityCode, CaseId, Reference};
use secrecy::ExposeSecret;

use crate::error::JournalError;
use crate::journal::Journal;
use crate::query::{
    ClockQuery, Cursor, PageFrom, RegisterPage, RegisterQuery, RegisterSort, Standing,
};
use crate::record::{ClockRow, Listed, RegisterRow};
use crate::rows;
use crate::sql::{Call, Row, Value, call, day, flag, number, text};
use crate::vault::CaseKey;

/// A statement in the making: conditions, and values in the order of their first use.
struct Asking {
    conditions: String,
    values: Vec<Value>,
}

impl Journal {
    /// A page of the register.
    ///
    /// # Errors
    ///
    /// If the record fails, or a name asked for does not open.
    pub async fn register(
        &self,
        authority: &AuthorityCode,
        query: &RegisterQuery,
    ) -> Result<RegisterPage, JournalError> {
        let mut connection = self.reader().await?;
        let mut asking = Asking::new(authority);
        asking.filter(query);
        let total = if query.count {
            let sql = format!(
                "SELECT COUNT(*) FROM register r WHERE {}",
                asking.conditions
            );
            let call = Call {
                sql: sql.into(),
                values: asking.values.clone(),
            };
            connection
                .first(&call, |row| row.count(0, "register"))
                .await?
        } else {
            None
        };

        let backwards = asking.start_from(query);
        let call = asking.page(query, backwards);
        let mut rows = connection
            .all(&call, |row| {
                self.listed_row(authority, row, query.include_names)
            })
            .await?;
        let more = rows.len() > query.size as usize;
        rows.truncate(query.size as usize);
        if backwards {
            rows.reverse();
        }
        let (before, after) = match query.page {
            PageFrom::Start => (false, more),
            PageFrom::After(_) => (true, more),
            PageFrom::Before(_) => (more, true),
        };
        let place =
            |listed: Option<&Listed>| listed.map(|listed| Cursor::of(&listed.row, query.sort));
        Ok(RegisterPage {
            previous: place(rows.first()).filter(|_| before),
            next: place(rows.last()).filter(|_| after),
            rows,
            total,
        })
    }

    /// One case of the register.
    ///
    /// # Errors
    ///
    /// If the record fails, or the name asked for does not open.
    pub async fn listed(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
        include_name: bool,
    ) -> Result<Option<Listed>, JournalError> {
        let mut asking = Asking::new(authority);
        asking.also("r.case_id =", text(&case));
        let call = asking.select(include_name, "");
        self.reader()
            .await?
            .first(&call, |row| self.listed_row(authority, row, include_name))
            .await
    }

    /// Hands over the reference and the line of every case in the order of references, without holding them all.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn register_lines<T: Send>(
        &self,
        authority: &AuthorityCode,
        init: T,
        mut fold: impl FnMut(&mut T, Reference, &str) + Send,
    ) -> Result<T, JournalError> {
        let mut folded = init;
        let lines = call(
            "SELECT number, line FROM register WHERE authority = $1 ORDER BY number",
            vec![text(authority)],
        );
        let take = |row: &Row<'_>| {
            let reference = Reference(row.count(0, "register")?);
            fold(&mut folded, reference, row.text(1)?);
            Ok(())
        };
        self.reader().await?.each(&lines, take).await?;
        Ok(folded)
    }

    /// The running time limits, the most pressing first, each with its case.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn clocks(
        &self,
        authority: &AuthorityCode,
        query: &ClockQuery,
    ) -> Result<Vec<(ClockRow, RegisterRow)>, JournalError> {
        let mut asking = Asking {
            conditions: "c.authority = $1 AND c.running = 1".to_owned(),
            values: vec![text(authority)],
        };
        if let Some(due_before) = query.due_before {
            asking.also("c.due_on <", day(due_before));
        }
        if let Some(owner) = &query.owner {
            asking.also("c.owner =", text(owner));
        }
        for role in &query.other_than {
            asking.also("c.owner <>", text(role));
        }
        if let Some(account) = &query.assigned_to {
            asking.in_hands(*account, &query.or_these);
        }
        let limit = asking.bind(number(query.limit));
        let sql = format!(
            "SELECT {}, {} FROM clock c JOIN register r ON r.authority = c.authority AND r.case_id = c.case_id \
             WHERE {} ORDER BY c.due_on, c.case_id, c.seq LIMIT {limit}",
            rows::CLOCK,
            rows::REGISTER,
            asking.conditions
        );
        let call = Call {
            sql: sql.into(),
            values: asking.values,
        };
        self.reader()
            .await?
            .all(&call, |row| {
                Ok((rows::clock(row)?, rows::register(row, rows::CLOCK_WIDTH)?))
            })
            .await
    }

    /// Hands over every running time limit, the most pressing first, without holding them all and without
    /// looking at its case.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn running_clocks<T: Send>(
        &self,
        authority: &AuthorityCode,
        init: T,
        mut fold: impl FnMut(&mut T, ClockRow) + Send,
    ) -> Result<T, JournalError> {
        let mut folded = init;
        let sql = format!(
            "SELECT {} FROM clock c WHERE c.authority = $1 AND c.running = 1 ORDER BY c.due_on, c.case_id, c.seq",
            rows::CLOCK
        );
        let running = Call {
            sql: sql.into(),
            values: vec![text(authority)],
        };
        let take = |row: &Row<'_>| {
            fold(&mut folded, rows::clock(row)?);
            Ok(())
        };
        self.reader().await?.each(&running, take).await?;
        Ok(folded)
    }

    /// Reads what [`Asking::select`] asked for.
    pub(crate) fn listed_row(
        &self,
        authority: &AuthorityCode,
        row: &Row<'_>,
        with_name: bool,
    ) -> Result<Listed, JournalError> {
        let register = rows::register(row, 0)?;
        let mut name = None;
        if with_name
            && let Some(item) = register.name_item
            && let Some(sealed) = row.maybe_bytes(rows::REGISTER_WIDTH)?
            && let Some(wrapped) = row.maybe_bytes(rows::REGISTER_WIDTH + 1)?
        {
            let key = CaseKey::unwrap(self.keys(), authority, register.case, wrapped)?;
            let opened = key.open_item(authority, register.case, item, sealed)?;
            name = Some(opened.text.expose_secret().to_owned());
        }
        Ok(Listed {
            row: register,
            name,
        })
    }
}

impl Asking {
    fn new(authority: &AuthorityCode) -> Self {
        Self {
            conditions: "r.authority = $1".to_owned(),
            values: vec![text(authority)],
        }
    }

    fn bind(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    fn also(&mut self, condition: &str, value: Value) {
        let place = self.bind(value);
        self.conditions.push_str(" AND ");
        self.conditions.push_str(condition);
        self.conditions.push(' ');
        self.conditions.push_str(&place);
    }

    /// Cases in somebody's hands, and these besides.
    fn in_hands(&mut self, account: AccountId, or_these: &[CaseId]) {
        if or_these.is_empty() {
            self.also("r.assigned_to =", text(&account));
            return;
        }
        let account = self.bind(text(&account));
        let these: Vec<String> = or_these.iter().map(|case| self.bind(text(case))).collect();
        let either = format!(
            " AND (r.assigned_to = {account} OR r.case_id IN ({}))",
            these.join(", ")
        );
        self.conditions.push_str(&either);
    }

    fn filter(&mut self, query: &RegisterQuery) {
        if let Some(account) = &query.assigned_to {
            self.in_hands(*account, &query.or_these);
        }
        match (query.standing, query.overdue_on) {
            (Standing::Open, _) | (Standing::All, Some(_)) => self.also("r.is_open =", flag(true)),
            (Standing::Closed, _) => self.also("r.is_open =", flag(false)),
            (Standing::All, None) => {}
        }
        if let Some(overdue_on) = query.overdue_on {
            self.also("r.due_on <", day(overdue_on));
            // A closed case is never overdue, whatever it says.
            self.also("r.is_open =", flag(true));
        }
        if let Some(from) = query.received_from {
            self.also("r.received_on >=", day(from));
        }
        if let Some(to) = query.received_to {
            self.also("r.received_on <=", day(to));
        }
        let codes = [
            ("r.kind =", &query.kind),
            ("r.procedure =", &query.procedure),
            ("r.stage =", &query.stage),
            ("r.service =", &query.service),
            ("r.category =", &query.category),
        ];
        for (column, code) in codes {
            if let Some(code) = code {
                self.also(column, text(code));
            }
        }
    }

    /// Starts the page where the query says; true if the rows must be fetched backwards.
    fn start_from(&mut self, query: &RegisterQuery) -> bool {
        let (cursor, backwards) = match &query.page {
            PageFrom::Start => return false,
            PageFrom::After(cursor) => (cursor, false),
            PageFrom::Before(cursor) => (cursor, true),
        };
        let beyond = if query.descending == backwards {
            ">"
        } else {
            "<"
        };
        let column = match query.sort {
            RegisterSort::Due => "due_on",
            RegisterSort::Received => "received_on",
            RegisterSort::Reference => {
                self.also(&format!("r.number {beyond}"), Value::Number(cursor.number));
                return backwards;
            }
        };
        let (day, number) = (
            self.bind(day(cursor.day)),
            self.bind(Value::Number(cursor.number)),
        );
        let beyond = format!(" AND (r.{column}, r.number) {beyond} ({day}, {number})");
        self.conditions.push_str(&beyond);
        backwards
    }

    fn page(mut self, query: &RegisterQuery, backwards: bool) -> Call {
        let direction = if query.descending == backwards {
            "ASC"
        } else {
            "DESC"
        };
        let order = match query.sort {
            RegisterSort::Due => format!("r.due_on {direction}, r.number {direction}"),
            RegisterSort::Received => format!("r.received_on {direction}, r.number {direction}"),
            RegisterSort::Reference => format!("r.number {direction}"),
        };
        // One more than asked for tells whether there is another page.
        let limit = self.bind(number(u64::from(query.size) + 1));
        self.select(
            query.include_names,
            &format!("ORDER BY {order} LIMIT {limit}"),
        )
    }

    /// Selects register rows, with the sealed name and its wrapped key behind them if asked for.
    fn select(self, with_names: bool, ending: &str) -> Call {
        let (names, joins) = if with_names {
            (
                ", v.sealed, k.wrapped",
                " LEFT JOIN vault_item v ON v.authority = r.authority AND v.case_id = r.case_id AND v.item = r.name_item \
                 LEFT JOIN case_key k ON k.authority = r.authority AND k.case_id = r.case_id",
            )
        } else {
            ("", "")
        };
        let sql = format!(
            "SELECT {}{names} FROM register r{joins} WHERE {} {ending}",
            rows::REGISTER,
            self.conditions
        );
        Call {
            sql: sql.into(),
            values: self.values,
        }
    }
}

impl Cursor {
    fn of(row: &RegisterRow, sort: RegisterSort) -> Self {
        let day = match sort {
            RegisterSort::Due => row.due_on.unwrap_or(rows::NOTHING_DUE),
            RegisterSort::Received | RegisterSort::Reference => row.received_on,
        };
        let number = row.reference.map_or(0, |reference| {
            i64::try_from(reference.0).unwrap_or(i64::MAX)
        });
        Self { day, number }
    }
}
