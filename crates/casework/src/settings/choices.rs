//! What an authority chooses where a rule leaves a choice: the keys `cfg.…` of its settings file, named as the
//! rules name them.
//!
//! Each choice is one constant with what may be chosen and what it decides. What the law locks is no choice: it is
//! refused with the source, and so is a key that nothing reads.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use statute::limits::LimitId;
use statute::rules::{self, Latitude, Setting};

pub use super::answer_check::ANSWER_CHECKED;

/// A number of working days an authority chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaysChoice {
    /// Its name, in the file and in the rules.
    pub name: &'static str,
    /// What holds where nothing is chosen.
    pub usual: u16,
    /// The fewest.
    pub least: u16,
    /// The most.
    pub most: u16,
    /// What it decides.
    pub decides: &'static str,
}

/// One of several words an authority chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordChoice {
    /// Its name, in the file and in the rules.
    pub name: &'static str,
    /// The words with what each means; the first holds where nothing is chosen.
    pub words: &'static [(&'static str, &'static str)],
    /// What it decides.
    pub decides: &'static str,
}

/// One choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A number of working days.
    Days(DaysChoice),
    /// One of several words.
    Word(WordChoice),
}

/// Acknowledging a Stage 1 complaint.
pub const ACKNOWLEDGED: DaysChoice = DaysChoice {
    name: "cfg.ack.stage1_wd",
    usual: 2,
    least: 1,
    most: 10,
    decides: "In how many working days a Stage 1 complaint is acknowledged. The Regulations set no number.",
};

/// Answering a Member of Parliament or councillor.
pub const ENQUIRY_ANSWERED: DaysChoice = DaysChoice {
    name: "cfg.enquiry.answer_wd",
    usual: 10,
    least: 1,
    most: 40,
    decides: "In how many working days a Member of Parliament or councillor is answered. The law sets no limit.",
};

/// How a stage's time goes on when deferred points come back.
pub const STAGE_RESUMED: WordChoice = WordChoice {
    name: "cfg.freeze.resume",
    words: &[
        ("fresh_clock", "the stage’s whole time, from that day"),
        (
            "continue_clock",
            "the working days that were left when they were deferred",
        ),
    ],
    decides: "How much time a stage has when points that were deferred because of proceedings come back. The \
              Regulations set no day.",
};

/// Asking for Stage 2.
pub const INVESTIGATION_ASKED_FOR: DaysChoice = DaysChoice {
    name: "cfg.s2.request_window_wd",
    usual: 20,
    least: 20,
    most: 130,
    decides: "Within how many working days complainants are advised to ask for Stage 2. Advice only: the right stays \
              open, and fewer than the twenty of the guidance cannot be chosen.",
};

/// From when the figures count Stage 2.
pub const INVESTIGATION_COUNTED_FROM: WordChoice = WordChoice {
    name: "cfg.s2.start",
    words: &[
        ("request_received", "the day Stage 2 was asked for"),
        (
            "record_agreed",
            "the day the statement of complaint was agreed, or the request where none was",
        ),
        (
            "by_form",
            "the request where it was written, the agreed statement where it was spoken",
        ),
    ],
    decides: "From which day the figures count how long Stage 2 took. Both time limits run all the same, and the \
              earlier is the one alerted.",
};

/// From when the director has fifteen working days.
pub const PANEL_ANSWERED_FROM: WordChoice = WordChoice {
    name: "cfg.s3.response_from",
    words: &[
        (
            "report_received",
            "the day the authority received the panel’s report",
        ),
        (
            "recommendations_made",
            "the day the panel sent its recommendations, which is never later",
        ),
    ],
    decides: "From which day the fifteen working days for answering the panel are counted.",
};

/// When a letter counts as received.
pub const DEEMED_RECEIPT: DaysChoice = DaysChoice {
    name: "cfg.deemed_receipt_wd",
    usual: 0,
    least: 0,
    most: 5,
    decides: "How many working days after its sending a response counts as received, where a complainant’s own time \
              for the next stage runs from receipt. It only ever gives the complainant longer.",
};

/// Acknowledging a corporate complaint.
pub const CORPORATE_ACKNOWLEDGED: DaysChoice = DaysChoice {
    name: "cfg.corp.ack_wd",
    usual: 5,
    least: 1,
    most: 10,
    decides: "In how many working days a corporate complaint is acknowledged.",
};

/// Answering a corporate complaint.
pub const CORPORATE_ANSWERED: DaysChoice = DaysChoice {
    name: "cfg.corp.s1_wd",
    usual: 10,
    least: 1,
    most: 25,
    decides: "In how many working days from the acknowledgement a corporate complaint is answered.",
};

/// Answering a corporate complaint, extended.
pub const CORPORATE_ANSWERED_AT_MOST: DaysChoice = DaysChoice {
    name: "cfg.corp.s1_longest_wd",
    usual: 20,
    least: 1,
    most: 50,
    decides: "To how many working days in all that may be extended.",
};

/// Asking for a corporate review.
pub const REVIEW_ASKED_FOR: DaysChoice = DaysChoice {
    name: "cfg.corp.s2_request_wd",
    usual: 20,
    least: 10,
    most: 130,
    decides: "Within how many working days a corporate review may be asked for.",
};

/// Acknowledging the request for a corporate review.
pub const REVIEW_ACKNOWLEDGED: DaysChoice = DaysChoice {
    name: "cfg.corp.s2_ack_wd",
    usual: 5,
    least: 1,
    most: 10,
    decides: "In how many working days the request for a corporate review is acknowledged.",
};

/// Answering after a corporate review.
pub const REVIEW_ANSWERED: DaysChoice = DaysChoice {
    name: "cfg.corp.s2_wd",
    usual: 20,
    least: 1,
    most: 40,
    decides: "In how many working days from the acknowledgement a corporate review is answered.",
};

/// Answering after a corporate review, extended.
pub const REVIEW_ANSWERED_AT_MOST: DaysChoice = DaysChoice {
    name: "cfg.corp.s2_longest_wd",
    usual: 40,
    least: 1,
    most: 65,
    decides: "To how many working days in all that may be extended.",
};

/// Every choice, in the order of the rules.
pub const CHOICES: &[Choice] = &[
    Choice::Word(STAGE_RESUMED),
    Choice::Days(ACKNOWLEDGED),
    Choice::Days(DEEMED_RECEIPT),
    Choice::Word(ANSWER_CHECKED),
    Choice::Days(INVESTIGATION_ASKED_FOR),
    Choice::Word(INVESTIGATION_COUNTED_FROM),
    Choice::Word(PANEL_ANSWERED_FROM),
    Choice::Days(ENQUIRY_ANSWERED),
    Choice::Days(CORPORATE_ACKNOWLEDGED),
    Choice::Days(CORPORATE_ANSWERED),
    Choice::Days(CORPORATE_ANSWERED_AT_MOST),
    Choice::Days(REVIEW_ASKED_FOR),
    Choice::Days(REVIEW_ACKNOWLEDGED),
    Choice::Days(REVIEW_ANSWERED),
    Choice::Days(REVIEW_ANSWERED_AT_MOST),
];

/// The limits whose length is chosen, each with the longest it may become where that is chosen too.
///
/// Only limits that no Act, regulation or statutory guidance sets, or that advise a complainant, stand here.
pub(super) const PERIODS: &[(LimitId, DaysChoice, Option<DaysChoice>)] = &[
    (LimitId::Acknowledgement, ACKNOWLEDGED, None),
    (LimitId::CouncillorEnquiry, ENQUIRY_ANSWERED, None),
    (LimitId::InvestigationRequest, INVESTIGATION_ASKED_FOR, None),
    (
        LimitId::CorporateAcknowledgement,
        CORPORATE_ACKNOWLEDGED,
        None,
    ),
    (
        LimitId::CorporateResponse,
        CORPORATE_ANSWERED,
        Some(CORPORATE_ANSWERED_AT_MOST),
    ),
    (LimitId::CorporateReviewRequest, REVIEW_ASKED_FOR, None),
    (
        LimitId::CorporateReviewAcknowledgement,
        REVIEW_ACKNOWLEDGED,
        None,
    ),
    (
        LimitId::CorporateReviewResponse,
        REVIEW_ANSWERED,
        Some(REVIEW_ANSWERED_AT_MOST),
    ),
];

/// What an authority has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    days: BTreeMap<&'static str, u16>,
    words: BTreeMap<&'static str, &'static str>,
}

impl Choices {
    /// The number of working days chosen, or the usual one.
    pub fn days(&self, choice: &DaysChoice) -> u16 {
        self.days.get(choice.name).copied().unwrap_or(choice.usual)
    }

    /// The word chosen, or the usual one.
    pub fn word(&self, choice: &WordChoice) -> &'static str {
        let usual = || choice.words.first().map_or("", |(word, _)| word);
        self.words.get(choice.name).copied().unwrap_or_else(usual)
    }

    /// Whether something was chosen by this name.
    pub fn chose(&self, name: &str) -> bool {
        self.days.contains_key(name) || self.words.contains_key(name)
    }

    /// What is chosen for a name of the rules, as a page shows it; `None` where there is no such choice.
    pub fn told(&self, name: &str) -> Option<String> {
        CHOICES.iter().find_map(|choice| match choice {
            Choice::Days(choice) if choice.name == name => Some(self.days(choice).to_string()),
            Choice::Word(choice) if choice.name == name => Some(self.word(choice).to_owned()),
            Choice::Days(_) | Choice::Word(_) => None,
        })
    }

    /// Reads the `cfg` of a settings file.
    ///
    /// # Errors
    ///
    /// Every problem at once: unknown names, values of the wrong kind or out of range, and what the law locks.
    pub fn read(cfg: &Value) -> Result<Self, Vec<String>> {
        let mut choices = Self::default();
        let mut problems = Vec::new();
        let mut named = Vec::new();
        flatten("cfg".to_owned(), cfg, &mut named);
        for (name, value) in named {
            if let Err(problem) = choices.take(&name, value) {
                problems.push(problem);
            }
        }
        for (_, first, longest) in PERIODS {
            let Some(longest) = longest else { continue };
            if choices.days(longest) < choices.days(first) {
                problems.push(format!(
                    "{}: {} working days are fewer than {} = {}; choose at least as many",
                    longest.name,
                    choices.days(longest),
                    first.name,
                    choices.days(first)
                ));
            }
        }
        if problems.is_empty() {
            Ok(choices)
        } else {
            Err(problems)
        }
    }

    fn take(&mut self, name: &str, value: &Value) -> Result<(), String> {
        match CHOICES.iter().find(|choice| choice.name() == name) {
            Some(Choice::Days(choice)) => {
                let days = value
                    .as_u64()
                    .and_then(|days| u16::try_from(days).ok())
                    .filter(|days| (choice.least..=choice.most).contains(days));
                let days = days.ok_or_else(|| {
                    format!(
                        "{name}: {value} is no whole number from {} to {}",
                        choice.least, choice.most
                    )
                })?;
                self.days.insert(choice.name, days);
                Ok(())
            }
            Some(Choice::Word(choice)) => {
                let wanted = value.as_str();
                let word = choice.words.iter().find(|(word, _)| Some(*word) == wanted);
                let (word, _) = word.ok_or_else(|| {
                    let words: Vec<&str> = choice.words.iter().map(|(word, _)| *word).collect();
                    format!("{name}: {value} is none of {}", words.join(", "))
                })?;
                self.words.insert(choice.name, word);
                Ok(())
            }
            None => not_chosen(name, value).map_or(Ok(()), Err),
        }
    }
}

/// What is wrong with a name that is no choice; `None` for a locked one that says what is locked.
fn not_chosen(name: &str, value: &Value) -> Option<String> {
    let Some(setting) = Setting::named(name) else {
        let near = rules::near_settings(name);
        let meant = near
            .first()
            .map(|near| format!("; did you mean {near}?"))
            .unwrap_or_default();
        return Some(format!("there is no setting {name}{meant}"));
    };
    let said = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    match setting.latitude {
        Latitude::Locked(_) if said == setting.default => None,
        Latitude::Locked(why) => Some(format!(
            "{name}: {said} is refused. It is locked at {}, because a setting never loosens the law ({why})",
            setting.default
        )),
        Latitude::Chosen | Latitude::Kept => Some(format!(
            "{name}: nothing reads it; this version always keeps to {}",
            setting.default
        )),
    }
}

/// Every value with its name, such as `cfg.s2.request_window_wd`.
fn flatten<'a>(name: String, value: &'a Value, into: &mut Vec<(String, &'a Value)>) {
    match value.as_object() {
        Some(table) => {
            for (key, value) in table {
                flatten(format!("{name}.{key}"), value, into);
            }
        }
        None => into.push((name, value)),
    }
}

impl Choice {
    /// Its name, in the file and in the rules.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Days(choice) => choice.name,
            Self::Word(choice) => choice.name,
        }
    }
}

impl<'de> Deserialize<'de> for Choices {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let cfg = Value::deserialize(deserializer)?;
        Self::read(&cfg).map_err(|problems| D::Error::custom(problems.join("; ")))
    }
}

impl Serialize for Choices {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bare = |name: &&'static str| name.trim_start_matches("cfg.");
        let days = self
            .days
            .iter()
            .map(|(name, days)| (bare(name), Value::from(*days)));
        let words = self
            .words
            .iter()
            .map(|(name, word)| (bare(name), Value::from(*word)));
        serializer.collect_map(days.chain(words))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use statute::limits::{self, Kind, Length};
    use statute::rules::SETTINGS;

    use super::*;
    use crate::story::fixture::settings;

    fn problems(cfg: &Value) -> Vec<String> {
        Choices::read(cfg).expect_err("refused")
    }

    #[test]
    fn what_is_chosen_holds_and_the_rest_is_as_usual() {
        let choices = Choices::read(&json!({
            "ack": { "stage1_wd": 3 },
            "s3": { "response_from": "recommendations_made", "panel_wd": 30 },
        }))
        .expect("sound");
        assert_eq!(choices.days(&ACKNOWLEDGED), 3);
        assert_eq!(choices.days(&ENQUIRY_ANSWERED), 10);
        assert_eq!(choices.word(&PANEL_ANSWERED_FROM), "recommendations_made");
        assert_eq!(
            Choices::default().word(&PANEL_ANSWERED_FROM),
            "report_received"
        );
        assert_eq!(choices.told("cfg.ack.stage1_wd").as_deref(), Some("3"));
        assert_eq!(choices.told("cfg.s3.panel_wd"), None);
    }

    #[test]
    fn each_end_of_a_range_may_be_chosen_and_nothing_past_it() {
        for choice in CHOICES {
            let Choice::Days(choice) = choice else {
                continue;
            };
            assert!(
                (choice.least..=choice.most).contains(&choice.usual),
                "{}",
                choice.name
            );
            let name = choice.name.trim_start_matches("cfg.");
            let with = |days: i64| {
                let mut cfg = json!({ name: days });
                // So that the longest never lies below the first.
                if name == "corp.s1_wd" {
                    cfg["corp.s1_longest_wd"] = json!(CORPORATE_ANSWERED_AT_MOST.most);
                } else if name == "corp.s2_wd" {
                    cfg["corp.s2_longest_wd"] = json!(REVIEW_ANSWERED_AT_MOST.most);
                } else if name == "corp.s1_longest_wd" {
                    cfg["corp.s1_wd"] = json!(CORPORATE_ANSWERED.least);
                } else if name == "corp.s2_longest_wd" {
                    cfg["corp.s2_wd"] = json!(REVIEW_ANSWERED.least);
                }
                Choices::read(&cfg)
            };
            assert!(with(i64::from(choice.least)).is_ok(), "{}", choice.name);
            assert!(with(i64::from(choice.most)).is_ok(), "{}", choice.name);
            assert!(
                with(i64::from(choice.least) - 1).is_err(),
                "{}",
                choice.name
            );
            assert!(with(i64::from(choice.most) + 1).is_err(), "{}", choice.name);
        }
    }

    #[test]
    fn every_problem_is_named_at_once() {
        let all = problems(&json!({
            "ack": { "stage1_wd": "two" },
            "s2": { "request_window": 20 },
            "s3": { "panel_wd": 40, "response_from": "the_meeting" },
            "advocate": { "pause": "true_pause" },
            "anon": "exclude",
            "corp": { "s1_wd": 15, "s1_longest_wd": 14 },
        }));
        insta::assert_snapshot!(all.join("\n"));
    }

    #[test]
    fn what_the_law_locks_may_be_stated_and_not_changed() {
        for setting in SETTINGS {
            let Latitude::Locked(_) = setting.latitude else {
                continue;
            };
            let name = setting.name.trim_start_matches("cfg.");
            assert!(
                Choices::read(&json!({ name: setting.default })).is_ok(),
                "{name}"
            );
            let [refused] = &problems(&json!({ name: "another" }))[..] else {
                panic!("{name}")
            };
            assert!(refused.contains("never loosens the law"), "{refused}");
        }
        assert!(Choices::read(&json!({ "s3": { "panel_wd": 30 } })).is_ok());
        assert!(Choices::read(&json!({ "s3": { "panel_wd": 31 } })).is_err());
    }

    #[test]
    fn the_rules_and_the_file_name_the_same_choices_with_the_same_usual_value() {
        let chosen: Vec<(&str, &str)> = SETTINGS
            .iter()
            .filter(|setting| setting.latitude == Latitude::Chosen)
            .map(|setting| (setting.name, setting.default))
            .collect();
        assert_eq!(chosen.len(), CHOICES.len());
        let none = Choices::default();
        for (name, usual) in chosen {
            assert_eq!(none.told(name).as_deref(), Some(usual), "{name}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let cfg =
            json!({ "ack": { "stage1_wd": 3 }, "s3": { "response_from": "recommendations_made" } });
        let choices: Choices = serde_json::from_value(cfg).expect("sound");
        let written = serde_json::to_value(&choices).expect("plain data");
        assert_eq!(
            serde_json::from_value::<Choices>(written).expect("sound"),
            choices
        );
    }

    /// At either end of everything that may be chosen.
    #[test]
    fn no_choice_loosens_a_limit_of_the_law_or_of_the_guidance() {
        for most in [false, true] {
            let mut chosen = Choices::default();
            for choice in CHOICES {
                match choice {
                    Choice::Days(choice) => {
                        let days = if most { choice.most } else { choice.least };
                        chosen.days.insert(choice.name, days);
                    }
                    Choice::Word(choice) => {
                        let word = if most {
                            choice.words.last()
                        } else {
                            choice.words.first()
                        };
                        chosen
                            .words
                            .insert(choice.name, word.expect("one at least").0);
                    }
                }
            }
            let mut settings = settings();
            settings.cfg = chosen;
            for law in &limits::ALL {
                let ours = settings.limit(law.id);
                match law.kind {
                    Kind::Hard | Kind::HardNoNumber | Kind::Guidance => {
                        assert_eq!(ours.length, law.length, "{}", law.id);
                        assert_eq!(ours.extendable_to, law.extendable_to, "{}", law.id);
                    }
                    // Advice is the complainant's: never less than the law's.
                    Kind::Advisory => {
                        let (Length::WorkingDays(ours), Length::WorkingDays(least)) =
                            (ours.length, law.length)
                        else {
                            panic!("{}", law.id)
                        };
                        assert!(ours >= least, "{}", law.id);
                    }
                    Kind::Local | Kind::Ombudsman | Kind::Convention => {}
                }
            }
        }
    }
}
