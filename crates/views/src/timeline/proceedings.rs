//! Deferral and what came of it, in plain words.

use casework::proceedings::{
    DeferralReviewed, PointsDeferred, ProceedingsEnded, Resubmitted, Resumption,
};
use statute::dates::short_date;

use super::{points, told_on};

pub(super) fn deferred(deferred: &PointsDeferred) -> (String, Vec<String>) {
    let advice = if deferred.legal_advice {
        "Legal advice was taken"
    } else {
        "Without legal advice"
    };
    (
        format!(
            "{} deferred because of proceedings",
            points(&deferred.points)
        ),
        vec![
            deferred.kind.label().to_owned(),
            told_on(Some(deferred.notice_sent_on)),
            advice.to_owned(),
        ],
    )
}

pub(super) fn reviewed(reviewed: &DeferralReviewed) -> (String, Vec<String>) {
    let stays = || "The points stay deferred".to_owned();
    (
        "Deferral reviewed".to_owned(),
        vec![reviewed.resumed.map_or_else(stays, come_back)],
    )
}

pub(super) fn ended(ended: &ProceedingsEnded) -> (String, Vec<String>) {
    (
        "Proceedings ended".to_owned(),
        vec![
            format!("Invited to resubmit on {}", short_date(ended.invited_on)),
            format!(
                "The points can be resubmitted until {}",
                short_date(ended.resubmit_until)
            ),
        ],
    )
}

pub(super) fn resubmitted(resubmitted: &Resubmitted) -> (String, Vec<String>) {
    (
        "Deferred points resubmitted".to_owned(),
        vec![come_back(resubmitted.resumed)],
    )
}

fn come_back(resumed: Resumption) -> String {
    match resumed {
        Resumption::Here { reopens: true, .. } => {
            "Considered again; the stage is open again".to_owned()
        }
        Resumption::Here { reopens: false, .. } => "Considered again".to_owned(),
        Resumption::As { case } => format!("Considered as a complaint of their own, {case}"),
    }
}
