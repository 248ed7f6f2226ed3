//! Bringing the schema up to date: numbered files, forward only, each checked to be the one that
//! was applied before.

use sha2::{Digest, Sha256};

use super::{Begin, Connection, Database};
use crate::error::JournalError;
use crate::key::hex;
use crate::sql::{Value, call};

struct Migration {
    number: i64,
    sql: &'static str,
}

/// Never change one that was released: add another.
const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        sql: include_str!("../../migrations/0001_record.sql"),
    },
    Migration {
        number: 2,
        sql: include_str!("../../migrations/0002_monitoring.sql"),
    },
    Migration {
        number: 3,
        sql: include_str!("../../migrations/0003_answers.sql"),
    },
];

/// Row 0 of this table is the lock under which one node at a time migrates.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS migration \
     (number BIGINT NOT NULL, checksum {{text}} NOT NULL, PRIMARY KEY (number))";

pub(crate) async fn migrate(database: &Database) -> Result<(), JournalError> {
    let mut connection = database.writer().await?;
    let table = in_words_of(database, TABLE);
    if connection.script(&table).await.is_err() {
        // Two nodes that start together may both try to make the table; the second finds it made.
        connection.script(&table).await?;
    }
    connection.begin(Begin::Write).await?;
    let insert = "INSERT INTO migration (number, checksum) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    connection
        .run(&[call(
            insert,
            vec![Value::Number(0), Value::Text(String::new())],
        )])
        .await?;
    let lock = database.for_update("SELECT number FROM migration WHERE number = 0");
    connection.script(&lock).await?;

    let applied = applied(&mut connection).await?;
    let known = MIGRATIONS.last().map_or(0, |migration| migration.number);
    if let Some((found, _)) = applied.iter().rfind(|(found, _)| *found > known) {
        return Err(JournalError::NewerSchema {
            found: *found,
            known,
        });
    }
    for migration in MIGRATIONS {
        let checksum = hex(&Sha256::digest(migration.sql.as_bytes()));
        match applied
            .iter()
            .find(|(number, _)| *number == migration.number)
        {
            Some((_, stored)) if *stored == checksum => {}
            Some(_) => {
                return Err(JournalError::MigrationChanged {
                    number: migration.number,
                });
            }
            None => {
                connection
                    .script(&in_words_of(database, migration.sql))
                    .await?;
                connection
                    .run(&[call(
                        insert,
                        vec![Value::Number(migration.number), Value::Text(checksum)],
                    )])
                    .await?;
            }
        }
    }
    connection.commit().await
}

async fn applied(connection: &mut Connection) -> Result<Vec<(i64, String)>, JournalError> {
    let applied = call(
        "SELECT number, checksum FROM migration WHERE number > 0 ORDER BY number",
        Vec::new(),
    );
    connection
        .all(&applied, |row| {
            Ok((row.number(0)?, row.text(1)?.to_owned()))
        })
        .await
}

/// Text is compared byte by byte on both engines, so that both sort alike.
fn in_words_of(database: &Database, sql: &str) -> String {
    let (text, bytes, clustered) = match database {
        Database::Sqlite(_) => ("TEXT", "BLOB", "WITHOUT ROWID"),
        Database::Postgres(_) => ("TEXT COLLATE \"C\"", "BYTEA", ""),
    };
    sql.replace("{{text}}", text)
        .replace("{{bytes}}", bytes)
        .replace("{{clustered}}", clustered)
}
