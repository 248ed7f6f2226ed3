//! Registers as councils keep them: each in its own manner, with its own words, shortenings and slips.

use super::*;

/// A register by its headings, with the column each means; `None` for what Heard does not take.
type Register = &'static [(&'static str, Option<&'static str>)];

/// Complaints, kept in one wide sheet through all stages.
const WIDE_LOG: Register = &[
    ("Unique Ref", Some("reference")),
    ("Date Received", Some("received_on")),
    ("Method of contact", Some("channel")),
    ("Stat / Corp", Some("procedure")),
    ("Type", Some("kind")),
    ("Complainant Name", Some("complainant_name")),
    ("Relationship to YP", Some("capacity")),
    ("Complainant's contact details", Some("contact")),
    ("YP Name", Some("child_name")),
    ("YP DoB", Some("child_born_on")),
    ("Status of child", Some("child_status")),
    ("Service Area", Some("service")),
    ("Team", Some("about_team")),
    ("Area", Some("about_area")),
    ("Provider name", Some("about_provider")),
    ("Nature of complaint", Some("category")),
    ("Summary of complaint", Some("points")),
    ("Desired outcome", Some("desired_outcome")),
    ("Date Ack'd", Some("acknowledged_on")),
    ("Date S1 response due", None),
    ("Extended to (date)", Some("extended_to")),
    ("Reason for extension", Some("extension_reason")),
    ("Stage 1 response date", Some("answered_on")),
    ("S1 Outcome", Some("finding")),
    ("Stage 2 requested", Some("stage2_requested_on")),
    (
        "IO appointed (date)",
        Some("stage2_investigators_appointed_on"),
    ),
    ("S2 statement agreed", Some("stage2_statement_agreed_on")),
    ("Stage 2 adjudication date", Some("stage2_answered_on")),
    ("Stage 2 outcome", Some("stage2_finding")),
    ("Stage 3 requested", Some("stage3_requested_on")),
    ("Panel date", Some("stage3_panel_met_on")),
    ("Panel report recieved", Some("stage3_report_received_on")),
    ("Stage 3 response date", Some("stage3_answered_on")),
    ("LGSCO decision date", Some("ombudsman_decided_on")),
    ("LGSCO Decision", Some("ombudsman_decision")),
    ("Date closed", Some("closed_on")),
    ("Case handler", None),
    ("Working days taken", None),
    ("Lessons learned", None),
];

/// Complaints and everything else in one sheet, as a customer relations system puts them out.
const EXPORT: Register = &[
    ("Case ID", Some("reference")),
    ("Contact Type", Some("kind")),
    ("Case Opened Date", None),
    ("Received Date", Some("received_on")),
    ("Received Via", Some("channel")),
    ("Service", Some("service")),
    ("Responsible Team", Some("about_team")),
    ("Receiving Team", Some("received_by_team")),
    ("Locality", Some("about_area")),
    ("Other services involved", Some("other_services")),
    ("Customer Name", Some("complainant_name")),
    ("Customer Type", Some("capacity")),
    ("Customer DOB", Some("complainant_born_on")),
    ("Child's Name", Some("child_name")),
    ("Childs Date of Birth", Some("child_born_on")),
    ("Legal Ground", Some("ground")),
    ("Process", Some("procedure")),
    ("Complaint Category", Some("category")),
    ("Complaint Detail", Some("points")),
    ("Acknowledgement Sent", Some("acknowledged_on")),
    ("Response Sent", Some("answered_on")),
    ("Decision", Some("finding")),
    ("Compliment source", Some("compliment_source")),
    ("Outcome of enquiry", Some("enquiry_outcome")),
    ("MP / Councillor", Some("member")),
    ("Consent held?", Some("consent")),
    ("Constituent name", Some("constituent_name")),
    ("Withdrawn date", Some("withdrawn_on")),
    ("Date of Incident", Some("grounds_arose_on")),
    ("Escalated to Stage 2", Some("stage2_requested_on")),
    ("Ombudsman referral date", Some("ombudsman_opened_on")),
    ("Closure Date", Some("closed_on")),
    ("Officer", None),
];

/// Letters of members, kept by hand.
const MEMBERS: Register = &[
    ("Ref.", Some("reference")),
    ("Date recd", Some("received_on")),
    ("How recieved", Some("channel")),
    ("MP/Cllr", Some("member")),
    ("Name of constituent", Some("constituent_name")),
    ("Constituent consent", Some("consent")),
    ("Service area", Some("service")),
    ("Details", Some("points")),
    ("Date of reply", Some("answered_on")),
    ("Closed", Some("closed_on")),
    ("Notes", None),
];

/// Compliments, on a form of the authority’s own.
const COMPLIMENTS: Register = &[
    ("Log number", Some("reference")),
    ("Date", None),
    ("Date compliment received", Some("received_on")),
    ("Contact method", Some("channel")),
    ("Source", Some("compliment_source")),
    ("Department", Some("service")),
    ("Compliment details", Some("points")),
    ("Recorded by", None),
];

/// Calls to an advocacy helpline.
const HELPLINE: Register = &[
    ("Call ref", Some("reference")),
    ("Call date", None),
    ("Date call received", Some("received_on")),
    ("Type of caller", Some("caller")),
    ("Topic of call", Some("topic")),
    ("Outcome of call", Some("contact_result")),
    ("Department", Some("service")),
    ("Summary", Some("points")),
];

/// Complaints of one year, kept by a team that notes why each came late and how it was settled.
const SETTLED: Register = &[
    ("Complaint No", Some("reference")),
    ("Complaint type", Some("kind")),
    ("Statutory or corporate?", Some("procedure")),
    ("How complaint received", Some("channel")),
    ("Date of Receipt", Some("received_on")),
    ("Date of incident", Some("grounds_arose_on")),
    ("Reason for late complaint", Some("late_reasons")),
    ("Name of Complainant", Some("complainant_name")),
    ("Complainant relationship", Some("capacity")),
    ("Child's D.O.B", Some("child_born_on")),
    ("Service / Team", Some("service")),
    ("Theme", Some("category")),
    ("Issues raised", Some("points")),
    ("Outcome wanted", Some("desired_outcome")),
    ("Acknowledgement date", Some("acknowledged_on")),
    ("New due date", Some("extended_to")),
    ("Reason for Extension", Some("extension_reason")),
    ("Date of response", Some("answered_on")),
    ("Reason for late response", Some("late_answer_reason")),
    ("How resolved", Some("resolved_by")),
    ("What was agreed", Some("terms")),
    ("Result", Some("finding")),
    ("Date withdrawn", Some("withdrawn_on")),
    ("Date escalated to stage 2", Some("stage2_requested_on")),
    ("Adjudication date", Some("stage2_answered_on")),
    ("Review panel requested", Some("stage3_requested_on")),
    ("Date of panel", Some("stage3_panel_met_on")),
    ("Date referred to Ombudsman", Some("ombudsman_opened_on")),
    ("Ombudsman outcome", Some("ombudsman_decision")),
    ("Date closed", Some("closed_on")),
    ("Cost of investigation", None),
    ("Equalities form sent", None),
];

#[tokio::test]
async fn nine_of_ten_headings_of_many_registers_are_understood_and_none_wrongly() {
    let (mut meaning, mut found) = (0, 0);
    let mut missed = Vec::new();
    for register in [WIDE_LOG, EXPORT, MEMBERS, COMPLIMENTS, HELPLINE, SETTLED] {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let headings = register.iter().map(|(heading, _)| *heading);
        writer.write_record(headings).expect("written to memory");
        let plan = plan(&writer.into_inner().expect("written to memory")).await;
        assert_eq!(plan.headings.len(), register.len());
        for (read, (heading, column)) in plan.headings.iter().zip(register) {
            assert!(
                read.column.is_none() || read.column == *column,
                "{heading} is taken for {:?}",
                read.column
            );
            meaning += usize::from(column.is_some());
            found += usize::from(read.column.is_some());
            if column.is_some() && read.column.is_none() {
                missed.push(heading);
            }
        }
    }
    assert!(meaning >= 110, "{meaning} headings mean something");
    assert!(
        found * 10 >= meaning * 9,
        "{found} of {meaning}; not {missed:?}"
    );
}

#[tokio::test]
async fn a_name_of_two_meanings_takes_the_second_where_the_first_stands_elsewhere() {
    let rows = [
        ("Team", "service", "about_team"),
        ("Source", "channel", "compliment_source"),
        ("Outcome", "finding", "enquiry_outcome"),
        ("Result", "finding", "contact_result"),
    ];
    for (heading, first, second) in rows {
        let of = |headings: String| async move {
            let plan = plan(headings.as_bytes()).await;
            let columns: Vec<_> = plan.headings.iter().map(|read| read.column).collect();
            columns
        };
        let alone = of(format!("reference,{heading}\n")).await;
        assert_eq!(alone, [Some("reference"), Some(first)]);
        let beside = of(format!("{heading},{first}\n")).await;
        assert_eq!(beside, [Some(second), Some(first)]);
        let taken = of(format!("{heading},{first},{second}\n")).await;
        assert_eq!(
            taken,
            [Some(first), Some(first), Some(second)],
            "told as two"
        );
    }
}
