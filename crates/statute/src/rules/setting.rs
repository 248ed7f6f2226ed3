//! The settings rules name: what an authority may choose, what the law locks, what this version keeps.

use crate::near_miss::near_misses;

/// A choice a rule leaves open or once seemed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name, such as "cfg.s2.start".
    pub name: &'static str,
    /// What holds unless an authority chooses otherwise.
    pub default: &'static str,
    /// Who decides.
    pub latitude: Latitude,
}

/// Who decides on a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latitude {
    /// The authority, in its settings file.
    Chosen,
    /// The law: any other value would loosen what this source demands.
    Locked(&'static str),
    /// Nobody yet: this version always does as the default says.
    Kept,
}

/// Every setting the rules name, in the order of the rules.
pub const SETTINGS: &[Setting] = &[
    kept("cfg.ruleset.overlay_2020", "reported as relaxed"),
    kept("cfg.scope.early_help", "corporate"),
    kept("cfg.scope.adult_treatment", "statutory"),
    kept("cfg.limit.leap", "28 February"),
    kept("cfg.limit.continuing", "last day"),
    chosen("cfg.freeze.resume", "fresh_clock"),
    kept("cfg.consent.prompt_age", "none"),
    kept("cfg.anon", "log and consider"),
    chosen("cfg.ack.stage1_wd", "2"),
    locked(
        "cfg.advocate.pause",
        "cap_at_20",
        "SI 2006/1738 reg 14: twenty working days are the ceiling of Stage 1, with or without an advocate",
    ),
    locked(
        "cfg.calendar",
        "GB-ENG",
        "SI 2006/1738 regs 1(2) and 2: the Regulations apply to England only",
    ),
    locked(
        "cfg.count.day_zero",
        "exclude",
        "LGSCO decision 25 005 179: the day of the event is day 0",
    ),
    locked(
        "cfg.count.nonworking_receipt",
        "actual",
        "SI 2006/1738 reg 14: the limit runs from receipt, and nothing says a Sunday’s receipt is Monday’s",
    ),
    locked(
        "cfg.count.after_hours_cutoff",
        "none",
        "SI 2006/1738 reg 14: the limit runs from the day of receipt",
    ),
    chosen("cfg.deemed_receipt_wd", "0"),
    kept("cfg.s1.local_target", "none"),
    chosen("cfg.s1.answer_check", "advised"),
    chosen("cfg.s2.request_window_wd", "20"),
    locked(
        "cfg.s2.request_enforced",
        "false",
        "SI 2006/1738 regs 15(2) and 17: the right to Stage 2 has no time limit",
    ),
    chosen("cfg.s2.start", "request_received"),
    locked(
        "cfg.s2.amend_restarts",
        "false",
        "SI 2006/1738 reg 17(3) and (6): one start date, and 65 working days from it at most",
    ),
    kept("cfg.s3.late", "discretion"),
    kept("cfg.panel.cooling_off_years", "3"),
    locked(
        "cfg.s3.panel_wd",
        "30",
        "SI 2006/1738 reg 19(4): the panel meets within 30 working days of the request",
    ),
    chosen("cfg.s3.response_from", "report_received"),
    locked(
        "cfg.adr.pause",
        "agreed_only",
        "SI 2006/1738 regs 14 and 17: the authority alone cannot stop a limit",
    ),
    kept("cfg.learning.report_months", "3"),
    chosen("cfg.enquiry.answer_wd", "10"),
    kept("cfg.report.escalation_denominator", "s1_received"),
    kept("cfg.retention.*", "customary periods"),
    kept("cfg.sdc.threshold", "5"),
    kept("cfg.sdc.suppress_zero", "false"),
    kept("cfg.sdc.min_denominator", "10"),
    kept("cfg.sdc.mode", "suppress"),
    chosen("cfg.corp.ack_wd", "5"),
    chosen("cfg.corp.s1_wd", "10"),
    chosen("cfg.corp.s1_longest_wd", "20"),
    chosen("cfg.corp.s2_request_wd", "20"),
    chosen("cfg.corp.s2_ack_wd", "5"),
    chosen("cfg.corp.s2_wd", "20"),
    chosen("cfg.corp.s2_longest_wd", "40"),
];

/// The settings that were probably meant by a name that none has, nearest first.
pub fn near_settings(name: &str) -> Vec<&'static str> {
    near_misses(name, SETTINGS.iter().map(|setting| setting.name))
}

impl Setting {
    /// The setting of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }

    /// One sentence on what holds and who decides.
    pub fn told(&self) -> String {
        match self.latitude {
            Latitude::Chosen => format!(
                "The authority chooses in its settings; {} unless it does.",
                self.default
            ),
            Latitude::Locked(why) => format!("Locked at {} ({why}).", self.default),
            Latitude::Kept => format!("In this version always: {}.", self.default),
        }
    }
}

const fn chosen(name: &'static str, default: &'static str) -> Setting {
    Setting {
        name,
        default,
        latitude: Latitude::Chosen,
    }
}

const fn locked(name: &'static str, default: &'static str, why: &'static str) -> Setting {
    Setting {
        name,
        default,
        latitude: Latitude::Locked(why),
    }
}

const fn kept(name: &'static str, default: &'static str) -> Setting {
    Setting {
        name,
        default,
        latitude: Latitude::Kept,
    }
}
