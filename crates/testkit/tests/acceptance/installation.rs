//! An installation in memory with the demonstration council.

use app::App;
use app::clock::{Clock, noon};
use casework::ids::{AccountId, AuthorityCode, CaseId};
use jiff::civil::{Date, date};
use journal::{DeploymentKey, Journal, Location};
use testkit::published::Council;
use testkit::year::{Hands, Played, Year, working_days};
use uuid::Uuid;
use views::equality::EqualityAnswers;
use views::register_line::RegisterLine;

/// The day the report is drawn.
pub(crate) const REPORTED_ON: Date = date(2015, 7, 15);

/// Who records.
pub(crate) const ACTOR: AccountId = AccountId(Uuid::from_u128(1));

/// An application with Buckinghamshire and nothing recorded.
pub(crate) async fn council() -> (App, AuthorityCode) {
    council_on(REPORTED_ON).await
}

/// The same on another day.
pub(crate) async fn council_on(today: Date) -> (App, AuthorityCode) {
    installed(Council::Buckinghamshire, today).await
}

/// An application with a council and nothing recorded.
pub(crate) async fn installed(council: Council, today: Date) -> (App, AuthorityCode) {
    let key = DeploymentKey::generate().expect("there are random bytes");
    let journal = Journal::open(&Location::Memory, key)
        .await
        .expect("memory can be opened");
    let app = App::start(journal, Clock::At(noon(today)))
        .await
        .expect("an empty journal can be read");
    let settings = app
        .save_authority(council.settings())
        .await
        .expect("the settings are sound");
    (app, settings.code.clone())
}

/// The year as reconstructed, to be changed by a test.
pub(crate) fn year() -> Year {
    reconstructed(Council::Buckinghamshire)
}

/// A council's year as reconstructed, to be changed by a test.
pub(crate) fn reconstructed(council: Council) -> Year {
    let hands = Hands {
        managers: &[],
        checker: ACTOR,
    };
    Year::reconstruct(council, hands, working_days())
}

/// An application with the year recorded.
pub(crate) async fn played() -> (App, AuthorityCode, Played) {
    played_of(Council::Buckinghamshire, REPORTED_ON).await
}

/// An application with a council's year recorded.
pub(crate) async fn played_of(council: Council, today: Date) -> (App, AuthorityCode, Played) {
    let (app, authority) = installed(council, today).await;
    let played = testkit::year::play(&app, council, &authority, ACTOR)
        .await
        .expect("the year can be recorded");
    (app, authority, played)
}

/// Every line of the register.
pub(crate) async fn lines(app: &App, authority: &AuthorityCode) -> Vec<RegisterLine> {
    let read = |lines: &mut Vec<RegisterLine>, _, line: &str| {
        lines.push(serde_json::from_str(line).expect("a register line"));
    };
    app.journal()
        .register_lines(authority, Vec::new(), read)
        .await
        .expect("the record can be read")
}

/// Every equality answer with its case.
pub(crate) async fn answers(
    app: &App,
    authority: &AuthorityCode,
) -> Vec<(CaseId, EqualityAnswers)> {
    let read = |answers: &mut Vec<_>, case: CaseId, _item, text: &str| {
        answers.push((case, serde_json::from_str(text).expect("equality answers")));
    };
    app.journal()
        .monitoring_items(authority, Vec::new(), read)
        .await
        .expect("the record can be read")
}
