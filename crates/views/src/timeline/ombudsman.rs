//! The timeline's sentences about the Ombudsman.

use casework::event::Event;
use casework::ombudsman::OmbudsmanDecision;
use casework::settings::Settings;
use statute::dates::short_date;

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event, settings: &Settings) -> (String, Vec<String>) {
    let (title, details) = if let Event::ReferredEarly(referral) = event {
        let details = vec![
            format!(
                "Proposed in writing on {}",
                short_date(referral.proposed_on)
            ),
            format!(
                "The complainant agreed on {}",
                short_date(referral.agreed_on)
            ),
        ];
        ("Referred to the Ombudsman without a panel", details)
    } else if let Event::OmbudsmanCaseOpened { stage, .. } = event {
        let stage = stage.map(|stage| format!("The complaint was at {}", stage.label()));
        ("Ombudsman’s letter received", stage.into_iter().collect())
    } else if let Event::OmbudsmanEnquired { reply_by } = event {
        let by = format!("Reply asked for by {}", short_date(*reply_by));
        ("Ombudsman’s enquiry received", vec![by])
    } else if let Event::OmbudsmanEnquiryAnswered = event {
        ("Ombudsman’s enquiry answered", Vec::new())
    } else if let Event::OmbudsmanDecided(decision) = event {
        ("Ombudsman decided", decided(decision, settings))
    } else if let Event::OmbudsmanRemedyDone { remedy, evidence } = event {
        let shown = if *evidence {
            "The evidence was sent"
        } else {
            "The evidence is still to be sent"
        };
        let details = vec![format!("Remedy {}", remedy.0), shown.to_owned()];
        ("A remedy the Ombudsman recommended was done", details)
    } else if let Event::OmbudsmanComplied = event {
        ("The Ombudsman’s decision was complied with", Vec::new())
    } else if let Event::OmbudsmanReportAnswered { considered_on } = event {
        let considered = format!("Considered by members on {}", short_date(*considered_on));
        ("Replied to the Ombudsman’s public report", vec![considered])
    } else {
        ("", Vec::new())
    };
    (title.to_owned(), details)
}

fn decided(decision: &OmbudsmanDecision, settings: &Settings) -> Vec<String> {
    let word = settings.ombudsman_decisions.label(&decision.decision);
    let mut details = vec![word.to_owned()];
    details.extend(decision.fault.map(|fault| yes_or_no("Fault", fault)));
    let injustice = decision.injustice;
    details.extend(injustice.map(|injustice| yes_or_no("Injustice", injustice)));
    for remedy in &decision.remedies {
        let mut words = vec![format!(
            "Remedy {}: {}",
            remedy.number.0,
            remedy.kind.label()
        )];
        words.extend(remedy.amount.map(|amount| amount.to_string()));
        words.extend(remedy.due_on.map(|on| format!("by {}", short_date(on))));
        details.push(words.join(", "));
    }
    let report = decision.report_on;
    details.extend(report.map(|on| format!("Public report of {}", short_date(on))));
    let back = decision.sent_back_to;
    details.extend(back.map(|stage| format!("Sent back to {}", stage.label())));
    details
}

fn yes_or_no(what: &str, holds: bool) -> String {
    format!("{what}: {}", if holds { "yes" } else { "no" })
}
