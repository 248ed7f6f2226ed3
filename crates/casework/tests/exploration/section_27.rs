//! The arrows of the two state diagrams that the procedure was written down in, and where the code has them.
//!
//! Some boxes are one state here. Whether a complaint is in `Triage`, `InterestTest` or `LateTest` is what
//! the record says of it while it is `Received` or at `Stage1`; so are `Stage1Held`, `Stage1Overdue` and
//! `Stage1Extended`, which change nothing of what may be done. Of a corporate complaint `Logged` is
//! `Stage1`, `Stage2Logged` is `Stage2Opening`, `Stage2` and `Stage2Extended` are `Stage2Investigation`,
//! `FinalResponse` is `Stage2Answered` and `Excluded` is `NotAccepted`.

use casework::action::Action as A;
use casework::state::State::{
    self, AnonLogged, AwaitResubmission, Closed, EarlyReferral, FinalResponse, Frozen, NotAccepted,
    Ombudsman, OmbudsmanDecided, OtherRoute, PanelArranged, PanelHeld, PanelReported, Received,
    Registered, Stage1, Stage1Answered, Stage1Resolved, Stage2Adjudication, Stage2Answered,
    Stage2Investigation, Stage2Opening, Stage3Requested, Withdrawn,
};

/// Where the code has an arrow of the document.
pub(crate) enum Here {
    /// An action takes a complaint from one state to another, or changes what the record says within one.
    Way(State, State, A),
    /// A complaint begins so.
    Begins(State),
    /// No action: time passes, or both boxes are one state and nothing is decided between them.
    Within(State),
    /// There is no such way, for a reason.
    Never(State, State, &'static str),
}

use Here::{Begins, Never, Way, Within};

/// The statutory procedure.
pub(crate) const CHILDREN_ACT: &[(&str, Here)] = &[
    ("[*] --> Received", Begins(Received)),
    ("Received --> AnonLogged", Begins(AnonLogged)),
    ("Received --> Triage", Way(Received, Stage1, A::Acknowledge)),
    // Who has to show an interest is known from the ground with which the complaint is recorded.
    ("Triage --> InterestTest", Within(Received)),
    (
        "InterestTest --> Triage",
        Way(Stage1, Stage1, A::DecideInterest),
    ),
    (
        "InterestTest --> NotAccepted",
        Way(Stage1, NotAccepted, A::DecideInterest),
    ),
    // What is late is known from the day the matter arose.
    ("Triage --> LateTest", Within(Received)),
    ("LateTest --> Triage", Way(Stage1, Stage1, A::WeighDelay)),
    (
        "LateTest --> NotAccepted",
        Way(Stage1, NotAccepted, A::WeighDelay),
    ),
    (
        "Triage --> OtherRoute",
        Way(Stage1, OtherRoute, A::ReferElsewhere),
    ),
    ("Triage --> Frozen", Way(Received, Frozen, A::DeferPoints)),
    ("Triage --> Stage1", Way(Received, Stage1, A::Acknowledge)),
    (
        "Triage --> Stage2Opening",
        Way(Received, Stage2Opening, A::SkipLocalResolution),
    ),
    (
        "Stage1 --> Stage1Held",
        Way(Stage1, Stage1, A::ExtendLocalResolution),
    ),
    (
        "Stage1Held --> Stage1",
        Way(Stage1, Stage1, A::AppointAdvocate),
    ),
    (
        "Stage1 --> Stage1Resolved",
        Way(Stage1, Stage1Resolved, A::Resolve),
    ),
    (
        "Stage1 --> Stage1Answered",
        Way(Stage1, Stage1Answered, A::Respond),
    ),
    ("Stage1 --> Stage1Overdue", Within(Stage1)),
    (
        "Stage1Overdue --> Stage1Answered",
        Way(Stage1, Stage1Answered, A::Respond),
    ),
    (
        "Stage1Overdue --> Stage2Opening",
        Way(Stage1, Stage2Opening, A::RequestInvestigation),
    ),
    (
        "Stage1Resolved --> Stage2Opening",
        Way(Stage1Resolved, Stage2Opening, A::RequestInvestigation),
    ),
    (
        "Stage1Answered --> Stage2Opening",
        Way(Stage1Answered, Stage2Opening, A::RequestInvestigation),
    ),
    (
        "Stage1Resolved --> Closed",
        Way(Stage1Resolved, Closed, A::Close),
    ),
    (
        "Stage1Answered --> Closed",
        Way(Stage1Answered, Closed, A::Close),
    ),
    (
        "Closed --> Stage2Opening",
        Way(Closed, Stage2Opening, A::RequestInvestigation),
    ),
    (
        "Stage2Opening --> Stage2Investigation",
        Way(Stage2Opening, Stage2Investigation, A::AppointInvestigators),
    ),
    (
        "Stage2Investigation --> Stage2Adjudication",
        Way(
            Stage2Investigation,
            Stage2Adjudication,
            A::ReceiveIndependentReport,
        ),
    ),
    (
        "Stage2Adjudication --> Stage2Answered",
        Way(Stage2Adjudication, Stage2Answered, A::SendAdjudication),
    ),
    (
        "Stage2Answered --> EarlyReferral",
        Way(Stage2Answered, EarlyReferral, A::ReferEarly),
    ),
    (
        "EarlyReferral --> Ombudsman",
        Way(EarlyReferral, Ombudsman, A::RecordOmbudsmanCase),
    ),
    (
        "Stage2Answered --> Stage3Requested",
        Way(Stage2Answered, Stage3Requested, A::RequestReviewPanel),
    ),
    (
        "Stage2Answered --> Closed",
        Way(Stage2Answered, Closed, A::Close),
    ),
    (
        "Stage3Requested --> PanelArranged",
        Way(Stage3Requested, PanelArranged, A::AppointReviewPanel),
    ),
    (
        "PanelArranged --> PanelHeld",
        Way(PanelArranged, PanelHeld, A::HoldReviewPanel),
    ),
    (
        "PanelHeld --> PanelReported",
        Way(PanelHeld, PanelReported, A::ReceivePanelReport),
    ),
    (
        "PanelReported --> FinalResponse",
        Way(PanelReported, FinalResponse, A::SendPanelResponse),
    ),
    (
        "FinalResponse --> Closed",
        Way(FinalResponse, Closed, A::Close),
    ),
    (
        "FinalResponse --> Ombudsman",
        Way(FinalResponse, Ombudsman, A::RecordOmbudsmanCase),
    ),
    ("Stage1 --> Frozen", Way(Stage1, Frozen, A::DeferPoints)),
    (
        "Stage2Investigation --> Frozen",
        Way(Stage2Investigation, Frozen, A::DeferPoints),
    ),
    (
        "Stage3Requested --> Frozen",
        Way(Stage3Requested, Frozen, A::DeferPoints),
    ),
    (
        "Frozen --> AwaitResubmission",
        Way(Frozen, AwaitResubmission, A::EndProceedings),
    ),
    (
        "AwaitResubmission --> Stage1",
        Way(AwaitResubmission, Stage1, A::Resubmit),
    ),
    (
        "AwaitResubmission --> Stage2Opening",
        Way(AwaitResubmission, Stage2Opening, A::Resubmit),
    ),
    (
        "AwaitResubmission --> Stage3Requested",
        Way(AwaitResubmission, Stage3Requested, A::Resubmit),
    ),
    (
        "AwaitResubmission --> Closed",
        Way(AwaitResubmission, Closed, A::Close),
    ),
    ("Stage1 --> Withdrawn", Way(Stage1, Withdrawn, A::Withdraw)),
    (
        "Stage2Investigation --> Withdrawn",
        Way(Stage2Investigation, Withdrawn, A::Withdraw),
    ),
    (
        "Stage3Requested --> Withdrawn",
        Way(Stage3Requested, Withdrawn, A::Withdraw),
    ),
    ("Withdrawn --> Closed", Way(Withdrawn, Closed, A::Close)),
    (
        "NotAccepted --> Ombudsman",
        Way(NotAccepted, Ombudsman, A::RecordOmbudsmanCase),
    ),
    (
        "Ombudsman --> Stage1",
        Way(Ombudsman, Stage1, A::RecordOmbudsmanDecision),
    ),
    // The complainant still asks for the later stages: being sent back takes nobody's decision from them.
    (
        "Ombudsman --> Stage2Opening",
        Way(OmbudsmanDecided, Stage2Opening, A::RequestInvestigation),
    ),
    (
        "Ombudsman --> Stage3Requested",
        Way(OmbudsmanDecided, Stage3Requested, A::RequestReviewPanel),
    ),
    (
        "Ombudsman --> OmbudsmanDecided",
        Way(Ombudsman, OmbudsmanDecided, A::RecordOmbudsmanDecision),
    ),
    (
        "OmbudsmanDecided --> Closed",
        Way(OmbudsmanDecided, Closed, A::Close),
    ),
    ("AnonLogged --> Closed", Way(AnonLogged, Closed, A::Close)),
    ("OtherRoute --> Closed", Way(OtherRoute, Closed, A::Close)),
    ("NotAccepted --> Closed", Way(NotAccepted, Closed, A::Close)),
];

/// The corporate procedure.
pub(crate) const CORPORATE: &[(&str, Here)] = &[
    ("[*] --> Received", Begins(Received)),
    ("Received --> ServiceRequest", Begins(Registered)),
    (
        "ServiceRequest --> Logged",
        Never(
            Registered,
            Stage1,
            "the dissatisfaction is a complaint of its own, received on its own day; the request stays what it was",
        ),
    ),
    (
        "Received --> Excluded",
        Way(Received, NotAccepted, A::Decline),
    ),
    ("Received --> Logged", Way(Received, Stage1, A::Acknowledge)),
    ("Logged --> Stage1", Within(Stage1)),
    (
        "Stage1 --> Stage1Extended",
        Way(Stage1, Stage1, A::ExtendLocalResolution),
    ),
    (
        "Stage1 --> Stage1Answered",
        Way(Stage1, Stage1Answered, A::Respond),
    ),
    (
        "Stage1Extended --> Stage1Answered",
        Way(Stage1, Stage1Answered, A::Respond),
    ),
    (
        "Stage1Answered --> Closed",
        Way(Stage1Answered, Closed, A::Close),
    ),
    (
        "Stage1Answered --> Stage2Logged",
        Way(Stage1Answered, Stage2Opening, A::RequestInvestigation),
    ),
    (
        "Stage2Logged --> Stage2",
        Way(Stage2Opening, Stage2Investigation, A::AppointReviewer),
    ),
    (
        "Stage2 --> Stage2Extended",
        Way(
            Stage2Investigation,
            Stage2Investigation,
            A::ExtendInvestigation,
        ),
    ),
    (
        "Stage2 --> FinalResponse",
        Way(Stage2Investigation, Stage2Answered, A::SendAdjudication),
    ),
    (
        "Stage2Extended --> FinalResponse",
        Way(Stage2Investigation, Stage2Answered, A::SendAdjudication),
    ),
    (
        "FinalResponse --> Closed",
        Way(Stage2Answered, Closed, A::Close),
    ),
    (
        "FinalResponse --> Ombudsman",
        Way(Stage2Answered, Ombudsman, A::RecordOmbudsmanCase),
    ),
    (
        "Excluded --> Ombudsman",
        Way(NotAccepted, Ombudsman, A::RecordOmbudsmanCase),
    ),
    ("Excluded --> Closed", Way(NotAccepted, Closed, A::Close)),
    (
        "Ombudsman --> OmbudsmanDecided",
        Way(Ombudsman, OmbudsmanDecided, A::RecordOmbudsmanDecision),
    ),
    (
        "OmbudsmanDecided --> Closed",
        Way(OmbudsmanDecided, Closed, A::Close),
    ),
    (
        "Received --> Statutory",
        Way(Received, Received, A::ChangeProcedure),
    ),
    (
        "Stage1 --> Statutory",
        Way(Stage1, Stage1, A::ChangeProcedure),
    ),
];

/// The document draws three ways to `Withdrawn` for all: nobody is kept from withdrawing while anything runs.
pub(crate) const OPEN: &[State] = &[
    Received,
    Stage1,
    Stage1Answered,
    Stage1Resolved,
    Stage2Opening,
    Stage2Investigation,
    Stage2Adjudication,
    Stage2Answered,
    Stage3Requested,
    PanelArranged,
    PanelHeld,
    PanelReported,
    FinalResponse,
    Frozen,
    AwaitResubmission,
    EarlyReferral,
];
