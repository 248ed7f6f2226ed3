//! What the case file says right after something was recorded.

use casework::action::Action;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits;
use statute::proof;
use views::register_line::next_due;

use crate::components::{BannerKind, NotificationBanner, notification_banner};
use crate::recording::CaseDesk;
use crate::registers::another;

/// That it was recorded, and what is due next with its working.
pub(super) fn banner(desk: &CaseDesk, action: Action) -> Markup {
    let next = next_due(desk.case());
    let (form, another) = another(desk.case().representation.kind);
    notification_banner(&NotificationBanner {
        kind: BannerKind::Success,
        body: html! {
            p class="govuk-notification-banner__heading" { (words(action)) " " (desk.file.reference) "." }
            @if let Some((on, limit)) = next {
                p class="govuk-body" {
                    "Next: " (limits::of(limit).title) ", by " strong { (english_date(on)) } "."
                }
                @if opens(action) { (whole_working(desk)) }
            }
            @if opens(action) {
                p class="govuk-body" { a class="govuk-notification-banner__link" href=(form) { (another) } }
            }
        }
        .into(),
        ..NotificationBanner::default()
    })
}

/// The dates a new case begins with, so that they can be told on the telephone.
fn whole_working(desk: &CaseDesk) -> Markup {
    let due = desk.case().clocks.running().filter_map(|clock| {
        let rule = limits::of(clock.due.limit);
        let due = desk.desk.law().again(&clock.due).ok()?;
        (due.due_on == clock.due.due_on).then(|| (rule.title, proof::working(&due).summary()))
    });
    html! {
        ul class="govuk-list govuk-list--bullet" {
            @for (title, working) in due { li { (title) ": " (working) } }
        }
    }
}

const fn opens(action: Action) -> bool {
    matches!(
        action,
        Action::RecordComplaint
            | Action::RecordContact
            | Action::TakeContact
            | Action::RecordAsComplaint
            | Action::RecordAsContact
    )
}

/// What was done, for "… C-0142."
const fn words(action: Action) -> &'static str {
    match action {
        Action::RecordComplaint => "Complaint recorded as",
        Action::RecordContact => "Recorded as",
        Action::TakeContact => "Taken down, to be sorted, as",
        Action::RecordAsComplaint => "Recorded as a complaint:",
        Action::RecordAsContact => "Sorted:",
        Action::Acknowledge => "Acknowledgement recorded for",
        Action::Assign => "Assigned:",
        Action::JudgeProcedure => "Procedure judged for",
        Action::Decline => "Decision not to consider recorded for",
        Action::ReferElsewhere => "Referral recorded for",
        Action::DecideInterest => "Decision on sufficient interest recorded for",
        Action::WeighDelay => "Decision on the delay recorded for",
        Action::RecordConsent => "Child’s agreement recorded for",
        Action::ChangeProcedure => "Move to the other procedure recorded for",
        Action::DeferPoints => "Deferral recorded for",
        Action::ReviewDeferral => "Review of the deferral recorded for",
        Action::EndProceedings => "End of the proceedings recorded for",
        Action::Resubmit => "Resubmitted points recorded for",
        Action::AppointReviewer => "Reviewer recorded for",
        Action::SendEqualityForm => "Equality form recorded as sent for",
        Action::RecordEquality => "Equality form recorded for",
        Action::RecordAdvocacy => "Advocacy recorded for",
        Action::AppointAdvocate => "Advocate recorded for",
        Action::RestrictContact => "Restriction on contact recorded for",
        Action::ReviewRestriction => "Review of the restriction recorded for",
        Action::ProtectContact => "Protection recorded for",
        Action::LiftProtection => "Protection lifted for",
        Action::ReleaseContact => "Release recorded for",
        Action::EndAdvocacy => "End of the advocate’s help recorded for",
        Action::ExtendLocalResolution => "Extension of Stage 1 recorded for",
        Action::NameHelper => "Who helps with the answer recorded for",
        Action::AskForTime => "More time asked for, in",
        Action::RefuseMoreTime => "More time refused, in",
        Action::HandInDraft => "Draft handed in for",
        Action::CheckAnswer => "Check of the draft recorded for",
        Action::CompleteAnswer => "Record of the answer completed for",
        Action::Respond => "Stage 1 response recorded for",
        Action::Resolve => "Written terms recorded for",
        Action::OfferInvestigation => "Offer of Stage 2 recorded for",
        Action::AgreePause => "Pause recorded for",
        Action::AgreeToWait => "Agreement to wait recorded for",
        Action::SkipLocalResolution => "Stage 1 left out and Stage 2 started for",
        Action::RecordActivity => "Recorded for",
        Action::RecordDissatisfaction => "Dissatisfaction recorded for",
        Action::RefuseEscalation => "Refusal recorded for",
        Action::RequestInvestigation => "Request for Stage 2 recorded for",
        Action::WithdrawRequest => "Request for Stage 2 taken back for",
        Action::AppointInvestigators => "Investigators recorded for",
        Action::SendStatement => "Statement recorded as sent for",
        Action::RecordStatementComments => "Comments on the statement recorded for",
        Action::AgreeStatement => "Agreed statement recorded for",
        Action::ExtendInvestigation => "Extension of Stage 2 recorded for",
        Action::ReceiveOfficerReport => "Investigating Officer’s report recorded for",
        Action::ReceiveIndependentReport => "Independent Person’s report recorded for",
        Action::ReceiveReports => "Investigation reports recorded for",
        Action::SendAdjudication => "Stage 2 answer recorded for",
        Action::RequestReviewPanel => "Request for Stage 3 recorded for",
        Action::AppointReviewPanel => "Review Panel recorded for",
        Action::InviteToReviewPanel => "Invitations to the panel recorded for",
        Action::SendPanelPapers => "Papers of the panel recorded for",
        Action::RearrangeReviewPanel => "Another day for the panel recorded for",
        Action::HoldReviewPanel => "Meeting of the panel recorded for",
        Action::ReceivePanelReport => "Report of the panel recorded for",
        Action::SendPanelResponse => "Response to the panel recorded for",
        Action::ReferEarly => "Early referral recorded for",
        Action::RecordOmbudsmanEnquiry => "Ombudsman’s enquiry recorded for",
        Action::AnswerOmbudsmanEnquiry => "Reply to the Ombudsman recorded for",
        Action::RecordRemedyDone => "Remedy recorded as done for",
        Action::RecordCompliance => "Compliance recorded for",
        Action::AnswerOmbudsmanReport => "Reply to the public report recorded for",
        Action::RecordOmbudsmanCase => "Ombudsman’s letter recorded for",
        Action::RecordOmbudsmanDecision => "Ombudsman’s decision recorded for",
        Action::AnswerEnquiry => "Answer recorded for",
        Action::NoteOverlap => "Comparison recorded for",
        Action::ExtendSubjectAccess => "Extension recorded for",
        Action::ReportBack => "Learning recorded for",
        Action::AgreeAction => "Corrective action recorded for",
        Action::ReplanAction => "New day for the corrective action recorded for",
        Action::CarryOutAction => "Corrective action recorded as carried out for",
        Action::HoldDebrief => "Debrief recorded for",
        Action::CloseAction => "Corrective action closed for",
        Action::ReviewImpact => "Effect of the corrective action recorded for",
        Action::AgreeRemedy => "Remedy recorded for",
        Action::CarryOutRemedy => "Remedy recorded as carried out for",
        Action::CorrectPlace => "Area, team or provider corrected for",
        Action::RecomputeDeadlines => "Due dates moved for",
        Action::Withdraw => "Withdrawal recorded for",
        Action::Close => "Closed:",
    }
}
