//! How representations arrive at this authority: which channels it offers, in its own words, and which are digital.
//!
//! What kind of channel one is stays in the record's own short list, because the law asks of it: what was said has to
//! be written down, what was written has not. What an authority calls it, such as the name of an app, is its own.

use serde::{Deserialize, Serialize};

use crate::people::Channel;

/// The channels an authority offers, in the order a form lists them. Empty for every one, in the usual words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Channels(Vec<OfferedChannel>);

/// A channel as an authority offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferedChannel {
    /// Which.
    pub code: Channel,
    /// What people read, such as the name of an app.
    pub label: String,
    /// Whether reports count it as digital; left out, as usual for this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digital: Option<bool>,
}

impl Channels {
    /// The channels of a list.
    pub fn new(offered: Vec<OfferedChannel>) -> Self {
        Self(offered)
    }

    /// The channels a form offers.
    pub fn offered(&self) -> Vec<Channel> {
        if self.0.is_empty() {
            Channel::ALL.to_vec()
        } else {
            self.0.iter().map(|offered| offered.code).collect()
        }
    }

    /// What a form offers: codes and words.
    pub fn choices(&self) -> Vec<(&'static str, &str)> {
        let offered = self.offered().into_iter();
        offered
            .map(|channel| (channel.code(), self.label(channel)))
            .collect()
    }

    /// The words for a channel: the authority’s, or the usual ones where it does not offer it.
    pub fn label(&self, channel: Channel) -> &str {
        self.find(channel)
            .map_or(channel.label(), |offered| &offered.label)
    }

    /// Whether reports count a channel as digital.
    pub fn is_digital(&self, channel: Channel) -> bool {
        self.find(channel)
            .and_then(|offered| offered.digital)
            .unwrap_or(channel.is_usually_digital())
    }

    /// Whether the file says nothing of them.
    pub(super) fn are_usual(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with the list, if anything; all of it at once.
    pub(super) fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for (place, offered) in self.0.iter().enumerate() {
            let code = offered.code.code();
            if offered.code == Channel::NotNoted {
                problems.push(format!(
                    "channels: \"{code}\" is what the record says where nobody noted it, and no channel to offer"
                ));
            }
            if offered.label.trim().is_empty() {
                problems.push(format!("channels: give \"{code}\" a label"));
            }
            let before = &self.0[..place];
            if before.iter().any(|other| other.code == offered.code) {
                problems.push(format!("channels: the code \"{code}\" stands twice"));
            }
        }
        problems
    }

    fn find(&self, channel: Channel) -> Option<&OfferedChannel> {
        self.0.iter().find(|offered| offered.code == channel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channels(json: &str) -> Channels {
        serde_json::from_str(json).expect("the list can be read")
    }

    #[test]
    fn a_file_that_says_nothing_offers_every_channel_and_counts_the_usual_ones_as_digital() {
        let usual = Channels::default();
        assert_eq!(usual.offered(), Channel::ALL);
        let digital: Vec<_> = Channel::ALL
            .into_iter()
            .filter(|channel| usual.is_digital(*channel))
            .collect();
        assert_eq!(
            digital,
            [
                Channel::Email,
                Channel::OnlineForm,
                Channel::App,
                Channel::TextMessage
            ]
        );
        assert!(usual.problems().is_empty());
    }

    #[test]
    fn an_authority_names_its_channels_and_says_which_are_digital() {
        let own = channels(
            r#"[
                {"code": "app", "label": "My Voice (app)"},
                {"code": "telephone", "label": "Telephone or video call", "digital": true},
                {"code": "email", "label": "E-mail", "digital": false}
            ]"#,
        );
        assert_eq!(
            own.choices(),
            [
                ("app", "My Voice (app)"),
                ("telephone", "Telephone or video call"),
                ("email", "E-mail")
            ]
        );
        let digital = [
            Channel::App,
            Channel::Telephone,
            Channel::Email,
            Channel::Letter,
        ];
        assert_eq!(
            digital.map(|channel| own.is_digital(channel)),
            [true, true, false, false]
        );
        // One that is no longer offered keeps its usual words where the record has it.
        assert_eq!(own.label(Channel::Letter), "Letter");
        assert!(own.problems().is_empty());
    }

    #[test]
    fn every_problem_of_the_list_is_named() {
        let own = channels(
            r#"[
                {"code": "app", "label": " "},
                {"code": "app", "label": "Again"},
                {"code": "not_noted", "label": "Nobody noted it"}
            ]"#,
        );
        let problems = own.problems();
        assert_eq!(problems.len(), 3, "{problems:?}");
        for (problem, part) in problems
            .iter()
            .zip(["a label", "stands twice", "not_noted"])
        {
            assert!(problem.contains(part), "{problem}");
        }
    }
}
