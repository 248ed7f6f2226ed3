//! The paragraph of a letter that tells the complainant what they may do next.

use casework::closure::{Basis, ByWhen, NextRight, NoticeOfRights, Way};
use casework::intake::Procedure;
use casework::settings::Settings;
use statute::dates::{english_date, short_date};

/// The paragraph, in the words for the complainant.
///
/// Source: SI 2006/1738 regs 15(2), 17, 18 and 20(3).
pub fn paragraph(
    notice: &NoticeOfRights,
    procedure: Option<Procedure>,
    settings: &Settings,
) -> String {
    let mut sentences = vec![right(notice.right, procedure)];
    sentences.push(match notice.right {
        NextRight::Ombudsman => {
            format!("You can reach the Ombudsman {}.", ways(&notice.how))
        }
        NextRight::Investigation | NextRight::ReviewPanel | NextRight::BringItBack => {
            format!(
                "You can ask {}; you need not give reasons.",
                ways(&notice.how)
            )
        }
        NextRight::None => String::new(),
    });
    sentences.push(match notice.by_when {
        ByWhen::LastDay { on } => format!(
            "Please ask so that we hear from you by {}; if that is not possible, tell us why, and we will see \
             whether we can still accept your request.",
            english_date(on)
        ),
        ByWhen::Advised { on } => format!(
            "It helps if you ask by {}, while things are fresh, but you do not lose this right after that day.",
            english_date(on)
        ),
        ByWhen::TwelveMonths => "The Ombudsman normally expects to hear from you within twelve months of when you \
                                 learned of the matter."
            .to_owned(),
        ByWhen::AnyTime => "There is no time limit for asking.".to_owned(),
    });
    let ours = notice.right != NextRight::Ombudsman && notice.right != NextRight::None;
    if ours && !settings.contact.is_empty() {
        sentences.push(format!("You can reach us at {}.", settings.contact));
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

/// The notice in one line, for a history.
pub fn line(notice: &NoticeOfRights) -> String {
    let day = match notice.by_when {
        ByWhen::LastDay { on } => format!(", by {}", short_date(on)),
        ByWhen::Advised { on } => format!(", advised by {}", short_date(on)),
        ByWhen::TwelveMonths => ", within twelve months".to_owned(),
        ByWhen::AnyTime => String::new(),
    };
    let basis = match notice.basis {
        Basis::Letter => "Told of the next right",
        Basis::TakenAsGiven => {
            "Next right (taken as told; the older record does not hold the letter)"
        }
    };
    format!("{basis}: {}{day}", notice.right.label())
}

fn right(right: NextRight, procedure: Option<Procedure>) -> String {
    match (right, procedure) {
        (NextRight::Investigation, Some(Procedure::Corporate)) => {
            "If you are not satisfied with this answer, you have the right to have it reviewed (Stage 2)."
        }
        (NextRight::Investigation, Some(Procedure::ChildrenAct) | None) => {
            "If you are not satisfied with this answer, you have the right to an independent investigation (Stage 2)."
        }
        (NextRight::ReviewPanel, _) => {
            "If you are not satisfied with this answer, you have the right to ask for a Review Panel of three \
             independent people (Stage 3)."
        }
        (NextRight::Ombudsman, _) => {
            "If you are not satisfied, you can complain to the Local Government and Social Care Ombudsman, who is \
             independent of us and costs you nothing."
        }
        (NextRight::BringItBack, _) => "You can bring your complaint back if you change your mind.",
        (NextRight::None, _) => "",
    }
    .to_owned()
}

fn ways(how: &[Way]) -> String {
    let labels: Vec<_> = how.iter().map(|way| way.label()).collect();
    match labels.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use statute::working_days::{Calendar, Region};

    use super::*;

    fn settings() -> Settings {
        serde_json::from_value(serde_json::json!({
            "code": "testshire",
            "name": "Testshire County Council",
            "contact": "01632 960001",
            "services": [], "categories": [], "capacities": [], "outcomes": [],
            "timescale_bands": [], "ombudsman_decisions": [],
            "equality": {"gender": [], "ethnicity": [], "sexual_orientation": [], "religion": [], "disability": [], "age": []},
        }))
        .expect("the settings are settings")
    }

    fn notice(right: NextRight) -> NoticeOfRights {
        let calendar = Calendar::of(Region::EnglandAndWales);
        let sent_on = jiff::civil::date(2026, 3, 20);
        NoticeOfRights::lawful(right, Procedure::ChildrenAct, sent_on, calendar)
            .expect("2026 is known")
    }

    #[test]
    fn the_paragraph_says_which_right_how_and_by_when() {
        let rights = [
            NextRight::Investigation,
            NextRight::ReviewPanel,
            NextRight::Ombudsman,
            NextRight::BringItBack,
        ];
        let paragraphs: Vec<_> = rights
            .map(|right| paragraph(&notice(right), Some(Procedure::ChildrenAct), &settings()))
            .into();
        insta::assert_snapshot!(paragraphs.join("\n\n"));
    }

    #[test]
    fn advice_is_never_worded_as_a_limit() {
        let words = paragraph(&notice(NextRight::Investigation), None, &settings());
        assert!(
            words.contains("Tuesday 21 April 2026") && words.contains("do not lose this right"),
            "{words}"
        );
        let words = paragraph(&notice(NextRight::ReviewPanel), None, &settings());
        assert!(!words.contains("do not lose"), "{words}");
    }
}
