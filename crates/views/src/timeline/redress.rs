//! The timeline's sentences about remedies.

use casework::closure::AgreedRemedy;
use casework::event::Event;
use statute::dates::short_date;

/// The title and the details; nothing for any other event.
pub(super) fn told(event: &Event) -> (String, Vec<String>) {
    let (title, details) = if let Event::RemedyAgreed(agreed) = event {
        ("Remedy agreed", remedy(agreed))
    } else if let Event::RemedyCarriedOut { remedy } = event {
        ("Remedy carried out", vec![format!("Remedy {}", remedy.0)])
    } else {
        ("", Vec::new())
    };
    (title.to_owned(), details)
}

fn remedy(agreed: &AgreedRemedy) -> Vec<String> {
    let mut words = vec![agreed.kind.label().to_owned()];
    words.extend(
        agreed
            .payment
            .iter()
            .map(|payment| payment.amount.to_string()),
    );
    words.extend(agreed.due_on.map(|on| format!("by {}", short_date(on))));
    let mut details = vec![words.join(", ")];
    if let Some(payment) = &agreed.payment {
        details.push(payment.power.label().to_owned());
        if payment.set_off {
            details.push("Set off against a debt".to_owned());
        }
    }
    details
}
