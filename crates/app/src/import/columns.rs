//! The columns an import knows. `docs/import.md` describes each; a test holds the two together.

/// The most points a row can carry in columns of their own.
pub(super) const MOST_POINTS: u16 = 6;

/// A column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in the header.
    pub name: &'static str,
    /// Whether what stands in it can tell who somebody is; it is then never repeated in a message.
    pub personal: bool,
    /// Other names old systems give it, in the same spelling.
    also: &'static [&'static str],
}

impl Column {
    /// The column a heading means, however it is spaced and capitalised.
    pub fn named(heading: &str) -> Option<&'static Self> {
        let heading = spelling(heading);
        COLUMNS
            .iter()
            .find(|column| column.name == heading || column.also.contains(&heading.as_str()))
    }

    /// Every name it goes by, its own first.
    pub(super) fn names(&'static self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.also.iter().copied())
    }

    /// Whether it asks yes or no.
    pub(super) fn asks_yes_or_no(&self) -> bool {
        matches!(
            self.name,
            "withdrawn_orally" | "stage2_requested_orally" | "stage2_withdrawn_after_meeting"
        )
    }
}

/// A heading or a value as it is compared: lower case, anything else than letters and digits an underscore.
pub(super) fn spelling(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for letter in text.trim().chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            spelled.push(letter);
        } else if !spelled.ends_with('_') {
            spelled.push('_');
        }
    }
    spelled.trim_matches('_').to_owned()
}

/// Whether two texts mean the same name.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    spelling(one) == spelling(other)
}

const fn plain(name: &'static str, also: &'static [&'static str]) -> Column {
    Column {
        name,
        personal: false,
        also,
    }
}

const fn personal(name: &'static str, also: &'static [&'static str]) -> Column {
    Column {
        name,
        personal: true,
        also,
    }
}

/// Every column, in the order of the documentation.
pub const COLUMNS: &[Column] = &[
    // What was received.
    plain(
        "reference",
        &[
            "ref",
            "case_reference",
            "case_ref",
            "case_number",
            "complaint_number",
            "complaint_ref",
            "reference_number",
            "complaint_reference_number",
            "our_reference",
            "unique_reference",
            "unique_reference_number",
            "urn",
            "id",
            "case_id",
            "log_number",
        ],
    ),
    plain("kind", &["type", "contact_type", "representation"]),
    plain(
        "procedure",
        &[
            "route",
            "process",
            "statutory_or_corporate",
            "statutory_corporate",
        ],
    ),
    plain(
        "channel",
        &[
            "method",
            "method_of_contact",
            "how_received",
            "source",
            "contact_method",
            "received_via",
            "received_by_method",
            "how_made",
            "how_complaint_received",
            "mode_of_contact",
        ],
    ),
    plain(
        "received_on",
        &[
            "received",
            "date_received",
            "receipt_date",
            "received_date",
            "date_of_complaint",
            "complaint_date",
            "date_of_receipt",
            "date_opened",
        ],
    ),
    plain("reached_team_on", &["date_logged", "logged_on"]),
    plain("grounds_arose_on", &["date_of_incident", "incident_date"]),
    personal(
        "late_reasons",
        &[
            "reason_for_late_complaint",
            "reason_complaint_late",
            "reasons_for_lateness",
            "why_late",
            "reason_over_12_months",
        ],
    ),
    plain(
        "service",
        &[
            "team",
            "service_area",
            "department",
            "service_team",
            "team_service",
            "service_or_team",
        ],
    ),
    plain(
        "category",
        &[
            "categories",
            "issue",
            "subject",
            "nature_of_complaint",
            "category_of_complaint",
            "reason_for_complaint",
            "complaint_category",
            "theme",
        ],
    ),
    // Who.
    personal(
        "complainant_name",
        &[
            "complainant",
            "name",
            "customer_name",
            "name_of_complainant",
        ],
    ),
    personal(
        "contact",
        &[
            "contact_details",
            "email",
            "address",
            "complainant_contact_details",
        ],
    ),
    personal("complainant_born_on", &["date_of_birth", "dob"]),
    plain(
        "capacity",
        &[
            "complainant_type",
            "who_complained",
            "representative",
            "relationship_to_child",
            "relationship",
            "customer_type",
            "type_of_complainant",
            "complainant_relationship",
        ],
    ),
    plain("ground", &["legal_ground"]),
    personal(
        "child_name",
        &["child", "young_person", "name_of_child", "childs_name"],
    ),
    personal("child_born_on", &["child_dob"]),
    plain("child_status", &["status_of_child"]),
    // What about.
    personal(
        "points",
        &[
            "complaint",
            "details",
            "summary",
            "description",
            "summary_of_complaint",
            "details_of_complaint",
            "complaint_details",
            "complaint_summary",
            "issues_raised",
        ],
    ),
    personal("point_1", &[]),
    personal("point_2", &[]),
    personal("point_3", &[]),
    personal("point_4", &[]),
    personal("point_5", &[]),
    personal("point_6", &[]),
    personal(
        "desired_outcome",
        &["outcome_sought", "outcome_wanted", "desired_resolution"],
    ),
    // Where it belongs.
    plain(
        "about_area",
        &[
            "area",
            "locality",
            "area_of_complaint",
            "area_complained_about",
        ],
    ),
    plain(
        "about_team",
        &[
            "team_complained_about",
            "team_name",
            "name_of_team",
            "responsible_team",
            "team_responsible",
            "social_work_team",
        ],
    ),
    plain(
        "about_provider",
        &[
            "provider",
            "provider_name",
            "name_of_provider",
            "provider_complained_about",
        ],
    ),
    plain("received_by_team", &["receiving_team", "team_received_by"]),
    plain(
        "other_services",
        &["other_services_involved", "other_service_areas"],
    ),
    // What one register asks alone.
    plain(
        "compliment_source",
        &["source_of_compliment", "source_type", "type_of_source"],
    ),
    plain(
        "enquiry_outcome",
        &["outcome_of_enquiry", "result_of_enquiry"],
    ),
    // Old registers have the name in it as often as the office.
    personal(
        "member",
        &[
            "elected_member",
            "member_type",
            "type_of_member",
            "mp_or_councillor",
            "mp_councillor",
            "mp_or_cllr",
            "mp_cllr",
        ],
    ),
    plain(
        "consent",
        &[
            "consent_held",
            "consent_given",
            "consent_obtained",
            "consent_received",
            "constituent_consent",
        ],
    ),
    personal("constituent_name", &["constituent", "name_of_constituent"]),
    plain(
        "topic",
        &["topic_of_contact", "contact_topic", "topic_of_call"],
    ),
    plain(
        "contact_result",
        &[
            "result_of_contact",
            "outcome_of_contact",
            "result_of_call",
            "outcome_of_call",
        ],
    ),
    personal("caller", &["caller_type", "type_of_caller", "who_called"]),
    // Stage 1.
    plain(
        "acknowledged_on",
        &["acknowledged", "date_acknowledged", "acknowledgement_date"],
    ),
    plain(
        "extended_to",
        &[
            "extension_to",
            "extended_to_date",
            "new_due_date",
            "extended_until",
            "extended_deadline",
            "extended_due_date",
        ],
    ),
    plain(
        "extension_reason",
        &["reason_for_extension", "reason_extended"],
    ),
    plain("extended_on", &["date_extended"]),
    plain("notified_on", &["extension_notified_on"]),
    plain(
        "answered_on",
        &[
            "responded_on",
            "response_date",
            "date_of_response",
            "date_responded",
            "answered",
        ],
    ),
    plain("answer_manner", &[]),
    plain(
        "late_answer_reason",
        &[
            "reason_for_late_response",
            "reason_response_late",
            "reason_late",
            "late_reason",
            "reason_overdue",
            "reason_for_delay",
            "reason_out_of_timescale",
        ],
    ),
    personal("late_answer_words", &[]),
    plain(
        "resolved_by",
        &[
            "how_resolved",
            "how_it_was_resolved",
            "method_of_resolution",
            "resolution_method",
            "resolution_type",
            "type_of_resolution",
        ],
    ),
    personal(
        "terms",
        &[
            "resolution",
            "resolution_details",
            "terms_of_resolution",
            "what_was_agreed",
            "agreed_resolution",
        ],
    ),
    plain("finding", &["outcome", "decision", "result"]),
    plain("finding_1", &["outcome_1"]),
    plain("finding_2", &["outcome_2"]),
    plain("finding_3", &["outcome_3"]),
    plain("finding_4", &["outcome_4"]),
    plain("finding_5", &["outcome_5"]),
    plain("finding_6", &["outcome_6"]),
    // Ways out.
    plain("declined_on", &[]),
    plain("decline_ground", &[]),
    personal("decline_reasons", &[]),
    plain("referred_on", &[]),
    plain("referred_to", &[]),
    personal("referral_reasons", &[]),
    plain("withdrawn_on", &["withdrawn", "date_withdrawn"]),
    plain("withdrawn_orally", &[]),
    // Stage 2.
    plain(
        "stage2_requested_on",
        &[
            "stage_2_requested_on",
            "escalated_on",
            "stage_2_date",
            "date_escalated_to_stage_2",
            "escalated_to_stage_2",
        ],
    ),
    plain("stage2_requested_orally", &[]),
    plain("stage2_request_withdrawn_on", &[]),
    plain("stage2_withdrawn_after_meeting", &[]),
    plain(
        "stage2_investigators_appointed_on",
        &[
            "io_appointed",
            "investigating_officer_appointed",
            "io_appointed_on",
        ],
    ),
    plain(
        "stage2_statement_agreed_on",
        &["statement_of_complaint_agreed", "stage_2_statement_agreed"],
    ),
    plain("stage2_extended_to", &[]),
    plain("stage2_extension_reason", &[]),
    plain("stage2_extended_on", &[]),
    plain("stage2_notified_on", &[]),
    plain("stage2_reported_on", &[]),
    plain(
        "stage2_answered_on",
        &[
            "stage_2_answered_on",
            "adjudication_sent_on",
            "adjudication_date",
            "stage_2_adjudication_date",
            "stage_2_response_sent",
        ],
    ),
    plain("stage2_finding", &["stage_2_outcome"]),
    plain("stage2_finding_1", &[]),
    plain("stage2_finding_2", &[]),
    plain("stage2_finding_3", &[]),
    plain("stage2_finding_4", &[]),
    plain("stage2_finding_5", &[]),
    plain("stage2_finding_6", &[]),
    // Stage 3.
    plain(
        "stage3_requested_on",
        &[
            "stage_3_requested_on",
            "review_panel_requested",
            "panel_requested",
            "stage_3_request_received",
        ],
    ),
    personal("stage3_late_reasons", &[]),
    plain("stage3_panel_appointed_on", &[]),
    plain(
        "stage3_panel_met_on",
        &[
            "review_panel_date",
            "panel_date",
            "date_of_review_panel",
            "stage_3_panel_date",
            "date_of_panel",
        ],
    ),
    plain("stage3_report_sent_on", &[]),
    plain(
        "stage3_report_received_on",
        &["panel_report_received", "panel_report_received_on"],
    ),
    plain("stage3_answered_on", &["stage_3_response_date"]),
    // The Ombudsman, and the end.
    plain(
        "ombudsman_opened_on",
        &[
            "ombudsman_referral_date",
            "date_referred_to_ombudsman",
            "ombudsman_enquiry_date",
        ],
    ),
    plain("ombudsman_decided_on", &["ombudsman_decision_date"]),
    plain("ombudsman_decision", &["ombudsman_outcome"]),
    plain("closed_on", &["closed", "date_closed", "closure_date"]),
];

/// The columns without which nothing can be read.
pub(super) const REQUIRED: [&str; 5] = ["reference", "kind", "channel", "received_on", "service"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_documentation_describes_every_column() {
        let documented = include_str!("../../../../docs/import.md");
        for column in COLUMNS {
            // Numbered columns are described together, as `point_1` to `point_6`.
            let numbered = column.name.ends_with(|last| ('2'..='5').contains(&last));
            let name = format!("`{}`", column.name);
            assert!(
                numbered || documented.contains(&name),
                "docs/import.md lacks {name}"
            );
        }
    }

    #[test]
    fn no_heading_means_two_columns() {
        let mut names = BTreeSet::new();
        for column in COLUMNS {
            for name in column.names() {
                assert_eq!(spelling(name), name);
                assert!(names.insert(name), "{name} stands twice");
            }
        }
    }

    #[test]
    fn headings_are_known_however_they_are_written() {
        for heading in [
            "received_on",
            "Received on",
            " RECEIVED-ON ",
            "Date received",
            "Date Received:",
        ] {
            assert_eq!(
                Column::named(heading).map(|column| column.name),
                Some("received_on"),
                "{heading}"
            );
        }
        assert_eq!(Column::named("favourite colour"), None);
        assert_eq!(Column::named(""), None);
    }
}
