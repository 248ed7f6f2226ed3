//! PostgreSQL: a pool of connections; what is given together is sent together.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use futures_util::TryStreamExt;
use tokio_postgres::config::SslMode;
use tokio_postgres::{NoTls, Statement};

use super::Begin;
use crate::error::JournalError;
use crate::sql::{Call, Row};

/// So many connections at most.
const CONNECTIONS: usize = 16;

/// So many statements are on the wire at once.
const PIPELINE: usize = 128;

#[derive(Clone)]
pub(crate) struct Postgres {
    pool: Pool,
}

/// A connection on loan.
pub(crate) struct Lease {
    /// None only while it is being given back.
    connection: Option<Object>,
    in_transaction: bool,
}

type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, tokio_postgres::Error>> + Send + 'a>>;

impl Postgres {
    pub(crate) fn at(url: &str) -> Result<Self, JournalError> {
        // The parser's own message may repeat parts of the URL, which may be a password.
        let config: tokio_postgres::Config =
            url.parse()
                .map_err(|_: tokio_postgres::Error| JournalError::Database {
                    message: "the URL of the database cannot be read".to_owned(),
                    passing: false,
                })?;
        let recycling = ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        };
        let manager = if config.get_ssl_mode() == SslMode::Require {
            Manager::from_config(config, tls()?, recycling)
        } else {
            Manager::from_config(config, NoTls, recycling)
        };
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .build()
            .map_err(|error| JournalError::Database {
                message: error.to_string(),
                passing: false,
            })?;
        Ok(Self { pool })
    }

    pub(crate) async fn lease(&self) -> Result<Lease, JournalError> {
        Ok(Lease {
            connection: Some(self.pool.get().await?),
            in_transaction: false,
        })
    }

    /// Old row versions stay readable to whoever has the files until they are vacuumed away.
    pub(crate) async fn clear_traces(&self) -> Result<(), JournalError> {
        let mut lease = self.lease().await?;
        lease.script("VACUUM case_key").await?;
        lease.script("VACUUM vault_item").await?;
        lease.script("VACUUM monitoring_item").await
    }
}

fn tls() -> Result<tokio_postgres_rustls::MakeRustlsConnect, JournalError> {
    let roots = rustls::RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| JournalError::Database {
            message: error.to_string(),
            passing: false,
        })?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(tokio_postgres_rustls::MakeRustlsConnect::new(config))
}

impl Lease {
    pub(crate) async fn begin(&mut self, begin: Begin) -> Result<(), JournalError> {
        let sql = match begin {
            Begin::Write => "BEGIN",
            Begin::Snapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        // Set before the answer: if this future is dropped meanwhile, the connection is not used again.
        self.in_transaction = true;
        Ok(self.connection().batch_execute(sql).await?)
    }

    pub(crate) async fn commit(&mut self) -> Result<(), JournalError> {
        self.connection().batch_execute("COMMIT").await?;
        self.in_transaction = false;
        Ok(())
    }

    pub(crate) async fn run(&mut self, calls: &[Call]) -> Result<Vec<u64>, JournalError> {
        let mut touched = Vec::with_capacity(calls.len());
        for calls in calls.chunks(PIPELINE) {
            let statements = self.prepare(calls).await?;
            let connection = self.connection();
            let sent = calls
                .iter()
                .zip(statements)
                .map(|(call, statement)| -> Pending<'_, u64> {
                    Box::pin(async move { connection.execute_raw(&statement, &call.values).await })
                });
            touched.extend(together(sent.collect()).await?);
        }
        Ok(touched)
    }

    pub(crate) async fn script(&mut self, sql: &str) -> Result<(), JournalError> {
        Ok(self.connection().batch_execute(sql).await?)
    }

    pub(crate) async fn each<F>(&mut self, call: &Call, mut take: F) -> Result<(), JournalError>
    where
        F: FnMut(&Row<'_>) -> Result<(), JournalError> + Send,
    {
        let connection = self.connection();
        let statement = connection.prepare_cached(&call.sql).await?;
        let rows = connection.query_raw(&statement, &call.values).await?;
        let mut rows = std::pin::pin!(rows);
        while let Some(row) = rows.try_next().await? {
            take(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    pub(crate) async fn ask<T, F>(
        &mut self,
        calls: &[Call],
        mut take: F,
    ) -> Result<Vec<Vec<T>>, JournalError>
    where
        F: FnMut(&Row<'_>) -> Result<T, JournalError> + Send,
    {
        let mut answers = Vec::with_capacity(calls.len());
        for calls in calls.chunks(PIPELINE) {
            let statements = self.prepare(calls).await?;
            let connection = self.connection();
            let sent = calls.iter().zip(statements).map(
                |(call, statement)| -> Pending<'_, Vec<tokio_postgres::Row>> {
                    Box::pin(async move {
                        connection
                            .query_raw(&statement, &call.values)
                            .await?
                            .try_collect()
                            .await
                    })
                },
            );
            for rows in together(sent.collect()).await? {
                let answer: Result<Vec<T>, JournalError> =
                    rows.iter().map(|row| take(&Row::Postgres(row))).collect();
                answers.push(answer?);
            }
        }
        Ok(answers)
    }

    async fn prepare(&self, calls: &[Call]) -> Result<Vec<Statement>, JournalError> {
        let mut statements = Vec::with_capacity(calls.len());
        for call in calls {
            statements.push(self.connection().prepare_cached(&call.sql).await?);
        }
        Ok(statements)
    }

    fn connection(&self) -> &Object {
        self.connection
            .as_ref()
            .expect("given back only when dropped")
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if self.in_transaction
            && let Some(connection) = self.connection.take()
        {
            // Out of the pool and closed: PostgreSQL undoes what was not committed.
            drop(Object::take(connection));
        }
    }
}

/// Polls all in their order until all have answered, so that all are sent before the first answer
/// is awaited and in the order given.
async fn together<T>(mut pending: Vec<Pending<'_, T>>) -> Result<Vec<T>, tokio_postgres::Error> {
    let mut answers: Vec<Option<Result<T, tokio_postgres::Error>>> =
        pending.iter().map(|_| None).collect();
    poll_fn(|context| {
        let mut waiting = false;
        for (future, answer) in pending.iter_mut().zip(&mut answers) {
            if answer.is_none() {
                match future.as_mut().poll(context) {
                    Poll::Ready(ready) => *answer = Some(ready),
                    Poll::Pending => waiting = true,
                }
            }
        }
        if waiting {
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })
    .await;
    answers
        .into_iter()
        .map(|answer| answer.expect("all have answered"))
        .collect()
}
