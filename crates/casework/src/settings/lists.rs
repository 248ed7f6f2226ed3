//! The lists of the registers as they are where an authority names none of its own.

use super::{Code, Entry, List};

/// From whom compliments come.
pub fn compliment_sources() -> List {
    list(&[
        ("young_person", "Child or young person"),
        ("parent_or_carer", "Parent or carer"),
        ("professional", "Other professional"),
        ("court", "Court"),
        ("councillor", "Councillor"),
        ("other", "Somebody else"),
    ])
}

/// What can come of a general enquiry.
pub fn enquiry_outcomes() -> List {
    list(&[
        ("answered", "Answered"),
        ("signposted", "Told where else to turn"),
        ("passed_to_the_team", "Passed to the team"),
        ("became_a_complaint", "Became a complaint"),
        ("withdrawn", "Withdrawn"),
    ])
}

/// What young people's informal contacts and helpline contacts are about.
pub fn contact_topics() -> List {
    list(&[
        ("placement", "Where they live"),
        ("family_contact", "Seeing family and friends"),
        ("social_worker", "Their social worker"),
        ("money_and_things", "Money and belongings"),
        ("education", "School, college or work"),
        ("leaving_care", "Leaving care"),
        ("meetings_and_reviews", "Meetings and reviews"),
        ("other", "Something else"),
    ])
}

/// What can come of such a contact.
pub fn contact_results() -> List {
    list(&[
        ("put_right", "Put right informally"),
        ("information_given", "Advice or information given"),
        ("advocate_arranged", "An advocate was arranged"),
        ("passed_to_the_team", "Passed to the team"),
        ("became_a_complaint", "Became a complaint"),
        ("no_further_contact", "No further contact"),
    ])
}

/// Why a Stage 1 answer came after its last day.
pub fn late_reasons() -> List {
    list(&[
        (
            "waiting_for_information",
            "Information was awaited from others",
        ),
        (
            "waiting_for_complainant",
            "The complainant was awaited, for a meeting or for more",
        ),
        ("staff_away", "Staff were away, or a post was vacant"),
        ("workload", "There was too much to do"),
        (
            "draft_to_improve",
            "The draft came late or had to be improved",
        ),
        ("complexity", "The complaint was complex"),
        ("overlooked", "It was overlooked"),
        ("other", "Something else"),
        ("not_known", "Not known"),
    ])
}

/// How a complaint was resolved, beside what was found.
pub fn resolution_kinds() -> List {
    list(&[
        ("apology", "Apology"),
        ("explanation", "Explanation"),
        ("meeting", "Meeting"),
        ("service_provided", "A service was provided or changed"),
        (
            "decision_changed",
            "A decision was looked at again or changed",
        ),
        ("record_corrected", "A record was corrected"),
        ("policy_changed", "A policy or procedure was changed"),
        ("payment", "Payment"),
        ("other", "Something else"),
        ("no_action", "No action was needed"),
    ])
}

/// Why a complainant goes on to the next stage.
pub fn escalation_reasons() -> List {
    list(&[
        ("answer_not_accepted", "The answer was not accepted"),
        ("answer_late", "The answer was late, or did not come"),
        ("points_unanswered", "Points were left unanswered"),
        ("remedy_not_enough", "What was offered was not enough"),
        ("promise_not_kept", "What was promised was not done"),
        ("other", "Something else"),
        ("none_given", "No reason was given"),
    ])
}

/// The leaflets people are given. A council that dates its leaflets says so in the label.
pub fn leaflets() -> List {
    list(&[
        ("complaints", "How to complain"),
        ("for_young_people", "For children and young people"),
        ("advocacy", "Advocacy"),
        ("easy_read", "Easy read"),
        ("translated", "In another language"),
    ])
}

fn list(entries: &[(&str, &str)]) -> List {
    let entry = |(code, label): &(&str, &str)| Entry {
        code: Code::new(*code),
        label: (*label).to_owned(),
    };
    List(entries.iter().map(entry).collect())
}
