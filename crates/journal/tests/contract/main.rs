//! What a journal promises, on every engine: one suite for memory, `SQLite` and PostgreSQL.
#![expect(clippy::unwrap_used, reason = "in a test a failure is a panic")]

#[path = "../../../testkit/src/postgres.rs"]
#[expect(dead_code, unreachable_pub, reason = "written for other crates too")]
mod postgres;

/// Runs each case on each engine.
macro_rules! on_every_engine {
    ($($case:ident),* $(,)?) => {
        on_these_engines!(memory Memory: $($case),*);
        on_these_engines!(sqlite Sqlite: $($case),*);
        on_these_engines!(postgres Postgres: $($case),*);
    };
}

/// Runs each case on one engine.
macro_rules! on_these_engines {
    ($module:ident $engine:ident: $($case:ident),* $(,)?) => {
        mod $module {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $case() {
                    super::$case($crate::bed::Engine::$engine).await;
                }
            )*
        }
    };
}

mod appending;
mod bed;
mod gaps;
mod honesty;
mod people;
mod reading;
mod vault;
