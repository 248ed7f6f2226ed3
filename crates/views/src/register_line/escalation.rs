//! Requests for Stage 2 in a register line: each once, with what came of it.

use casework::case::{Case, Departure};
use casework::local_resolution::{ActivityKind, ActivityOutcome, Escalation, Instead};
use casework::settings::Code;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A request for Stage 2 with what came of it.
///
/// Source: procedure REP-15.5, another way of resolving a complaint is an activity and no stage; a request is counted
/// once, by what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscalationRequestLine {
    /// When it was made.
    pub requested_on: Date,
    /// What came of it.
    pub disposition: Disposition,
    /// What a review or mediation in its place found, where it was noted.
    pub outcome: Option<ActivityOutcome>,
    /// Why they went on, as far as they said so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Code>,
}

/// What came of a request for Stage 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// It was investigated, or is being investigated.
    Investigation,
    /// A review by a manager or by others was agreed, and the request taken back.
    Review,
    /// Mediation or conciliation was agreed, and the request taken back.
    Mediation,
    /// Another route was agreed.
    AnotherRoute,
    /// It went back to the service, by agreement.
    BackToTheService,
    /// It was taken back, or the whole complaint withdrawn.
    Withdrawn,
    /// It was refused on a lawful ground.
    Refused,
    /// Nobody has been appointed yet.
    Open,
}

impl Disposition {
    /// Everything that can come of a request, in the order of the report.
    pub const ALL: [Self; 8] = [
        Self::Investigation,
        Self::Review,
        Self::Mediation,
        Self::AnotherRoute,
        Self::BackToTheService,
        Self::Withdrawn,
        Self::Refused,
        Self::Open,
    ];

    /// The words the report shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Investigation => "Investigation",
            Self::Review => "Management or peer review",
            Self::Mediation => "Mediation or conciliation",
            Self::AnotherRoute => "Another route",
            Self::BackToTheService => "Sent back to the service",
            Self::Withdrawn => "Withdrawn",
            Self::Refused => "Refused",
            Self::Open => "Still open",
        }
    }

    /// The code of its row.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Investigation => "investigation",
            Self::Review => "review",
            Self::Mediation => "mediation",
            Self::AnotherRoute => "another_route",
            Self::BackToTheService => "back_to_the_service",
            Self::Withdrawn => "withdrawn",
            Self::Refused => "refused",
            Self::Open => "open",
        }
    }
}

/// The requests of a case in the order they were made.
pub(super) fn requests(case: &Case) -> Vec<EscalationRequestLine> {
    let taken_back = case.withdrawn_requests.iter().map(|request| {
        let tried = tried(case, request.requested_on, request.withdrawn_on);
        let otherwise = match request.instead {
            Some(Instead::AnotherRoute) => Disposition::AnotherRoute,
            Some(Instead::BackToTheService) => Disposition::BackToTheService,
            None => Disposition::Withdrawn,
        };
        let (disposition, outcome) = tried.unwrap_or((otherwise, None));
        EscalationRequestLine {
            requested_on: request.requested_on,
            disposition,
            outcome,
            reasons: request.reasons.clone(),
        }
    });
    let refused = case
        .refused_escalations
        .iter()
        .filter(|(_, refused)| refused.to == Escalation::Investigation)
        .map(|(_, refused)| EscalationRequestLine {
            requested_on: refused.asked_on,
            disposition: Disposition::Refused,
            outcome: None,
            reasons: Vec::new(),
        });
    let standing = case.investigation.as_ref().map(|stage| {
        let begun =
            stage.appointed.is_some() || stage.reviewer.is_some() || stage.answered.is_some();
        let disposition = match &case.departure {
            None if !begun => Disposition::Open,
            Some(Departure::Withdrawn { .. }) if !begun => Disposition::Withdrawn,
            Some(Departure::Declined { .. }) if !begun => Disposition::Refused,
            Some(Departure::ReferredElsewhere { .. }) if !begun => Disposition::AnotherRoute,
            Some(_) | None => Disposition::Investigation,
        };
        EscalationRequestLine {
            requested_on: stage.requested_on,
            disposition,
            outcome: None,
            reasons: stage.reasons.clone(),
        }
    });
    let mut requests: Vec<_> = taken_back.chain(refused).chain(standing).collect();
    requests.sort_by_key(|request| request.requested_on);
    requests
}

/// The last review or mediation between two days, and what it found. A meeting alone is none.
fn tried(case: &Case, from: Date, until: Date) -> Option<(Disposition, Option<ActivityOutcome>)> {
    let mut activities = case.activities.iter().rev();
    activities.find_map(|(on, activity)| {
        let disposition = match activity.kind {
            ActivityKind::ManagementReview | ActivityKind::PeerReview => Disposition::Review,
            ActivityKind::Mediation | ActivityKind::Conciliation => Disposition::Mediation,
            ActivityKind::Meeting => return None,
        };
        (from..=until)
            .contains(on)
            .then_some((disposition, activity.outcome))
    })
}
