//! Files good and bad, on a journal in memory.

use jiff::civil::date;
use journal::{DeploymentKey, Journal, Location};
use proptest::prelude::*;

use super::*;

mod odd_headings;
mod registers;
mod taking_back;

use crate::clock::{Clock, noon};
use crate::rows;

/// What every file here begins with, unless it says otherwise.
const HEAD: &str = "reference,kind,procedure,channel,received_on,service,category,complainant_name,capacity,ground,points,\
                    acknowledged_on,answered_on,finding,closed_on\n";

const SETTINGS: &str = include_str!("../../data/standard.toml");

async fn installation() -> (App, AuthorityCode) {
    let journal = Journal::open(&Location::Memory, DeploymentKey::from_bytes([7; 32])).await;
    let clock = Clock::At(noon(date(2026, 3, 4)));
    let app = App::start(journal.expect("a journal in memory opens"), clock)
        .await
        .expect("an empty journal starts");
    let settings = app
        .save_authority(SETTINGS)
        .await
        .expect("the settings are sound");
    let code = settings.code.clone();
    (app, code)
}

fn nobody() -> AccountId {
    AccountId(Uuid::nil())
}

async fn plan(file: &[u8]) -> Plan {
    let (app, authority) = installation().await;
    app.plan_import(&authority, nobody(), file, &Reading::default())
        .await
        .expect("the record can be read")
}

fn told(plan: &Plan) -> Vec<String> {
    plan.problems.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn the_example_of_the_documentation_comes_in() {
    let documented = include_str!("../../../../docs/import.md");
    let example = documented
        .split("```csv\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("an example");
    let (app, authority) = installation().await;
    let plan = app
        .plan_import(
            &authority,
            nobody(),
            example.as_bytes(),
            &Reading::default(),
        )
        .await
        .expect("the record can be read");
    assert_eq!(told(&plan), Vec::<String>::new());
    let imported = app.carry_out_import(plan).await.expect("it is recorded");
    assert_eq!(imported.len(), 2);
    let found = app
        .journal()
        .search(&authority, "CSC/14/031", 10)
        .await
        .expect("a search");
    assert_eq!(found.len(), 1, "a case is found by its old reference");
    let verified = app.journal().verify(&rows::fold).await.expect("a check");
    assert_eq!((verified.fault, verified.cases), (None, 2));
}

#[tokio::test]
async fn a_case_can_have_gone_through_everything() {
    let steps = [
        ("reference", "1"),
        ("kind", "Complaint"),
        ("procedure", "statutory"),
        ("channel", "Telephone"),
        ("received_on", "26/03/2015"),
        ("service", "Leaving care"),
        (
            "category",
            "Communication and consultation; delay_or_not_kept_informed",
        ),
        ("complainant_name", "Ama Example"),
        ("capacity", "Care leaver"),
        ("ground", "w-leaver"),
        ("child_status", "Care leaver"),
        ("point_1", "One"),
        ("point_2", "Two"),
        ("acknowledged_on", "27/03/2015"),
        ("extended_to", "27/04/2015"),
        ("extension_reason", "complex"),
        ("extended_on", "09/04/2015"),
        ("notified_on", "10/04/2015"),
        ("answered_on", "24/04/2015"),
        ("finding_1", "Not upheld"),
        ("finding_2", "Part upheld"),
        ("stage2_requested_on", "06/05/2015"),
        ("stage2_requested_orally", "yes"),
        ("stage2_investigators_appointed_on", "11/05/2015"),
        ("stage2_statement_agreed_on", "20/05/2015"),
        ("stage2_extended_to", "06/08/2015"),
        ("stage2_extension_reason", "several_agencies"),
        ("stage2_extended_on", "10/06/2015"),
        ("stage2_notified_on", "10/06/2015"),
        ("stage2_reported_on", "27/07/2015"),
        ("stage2_answered_on", "05/08/2015"),
        ("stage2_finding", "upheld"),
        ("stage3_requested_on", "28/08/2015"),
        ("stage3_panel_appointed_on", "14/09/2015"),
        ("stage3_panel_met_on", "07/10/2015"),
        ("stage3_report_received_on", "14/10/2015"),
        ("stage3_answered_on", "04/11/2015"),
        ("ombudsman_opened_on", "04/01/2016"),
        ("closed_on", "05/11/2015"),
    ];
    let head: Vec<&str> = steps.iter().map(|(name, _)| *name).collect();
    let cells: Vec<&str> = steps.iter().map(|(_, cell)| *cell).collect();
    let plan = plan(format!("{}\n{}\n", head.join(","), cells.join(",")).as_bytes()).await;
    assert_eq!(told(&plan), Vec::<String>::new());
    let ready = &plan.ready[0].append;
    assert_eq!(
        ready.entries.len(),
        18,
        "and that it came in with an import"
    );
    let register = ready.rows.register.as_ref().expect("it is listed");
    assert_eq!(register.stage, "review_panel");
    assert!(!register.open);
    assert_eq!(
        ready.entries[4].happened_on,
        date(2015, 5, 6),
        "things stand in the order of their days"
    );
}

#[tokio::test]
async fn every_problem_of_every_row_is_told_at_once() {
    let good =
        "1,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,\n";
    let rows = [
        (
            ",complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,",
            "reference: this must not be blank",
        ),
        (
            "1,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,",
            "reference: the same reference stands on line 2",
        ),
        (
            "3,grumble,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,",
            "kind: \"grumble\" is not known",
        ),
        (
            "4,complaint,,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,",
            "procedure: this must not be blank",
        ),
        (
            "5,complaint,children_act,letter,26 March,leaving_care,contact,A,parent,W-PARENT,P,,,,",
            "received_on: this is not a day",
        ),
        (
            "6,complaint,children_act,letter,2015-02-30,leaving_care,contact,A,parent,W-PARENT,P,,,,",
            "received_on: there is no such day",
        ),
        (
            "7,complaint,children_act,letter,2027-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,",
            "received_on: this day lies after today",
        ),
        (
            "8,complaint,children_act,letter,2015-03-26,parks,contact,A,parent,W-PARENT,P,,,,",
            "service: \"parks\" is not in the authority’s list",
        ),
        (
            "9,complaint,children_act,letter,2015-03-26,leaving_care,bins,A,parent,W-PARENT,P,,,,",
            "category: \"bins\" is not in the authority’s list",
        ),
        (
            "10,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,,P,,,,",
            "ground: the statutory procedure needs the ground",
        ),
        (
            "11,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,,,,,",
            "points: a complaint needs at least one point",
        ),
        (
            "12,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,2015-03-25,,,",
            "acknowledged_on: this day lies before received_on",
        ),
        (
            "13,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,2015-04-13,,",
            "finding: every point needs a finding",
        ),
        (
            "14,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,2015-04-13,sorry,",
            "finding: \"sorry\" is not known",
        ),
        (
            "15,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,2015-04-13",
            "closed_on: the case cannot be closed yet",
        ),
        (
            "16,compliment,,letter,2015-03-26,leaving_care,,,,,Thanks,2015-03-27,,,",
            "acknowledged_on: an acknowledgement is for complaints",
        ),
        (
            "17,complaint,children_act,letter,2015-03-26,leaving_care,contact,A,parent,W-PARENT,P,,,,,over",
            "the row has more cells than the header",
        ),
    ];
    let mut file = format!("{HEAD}{good}");
    for (row, _) in &rows {
        file.push_str(row);
        file.push('\n');
    }
    let plan = plan(file.as_bytes()).await;
    assert_eq!((plan.rows, plan.ready()), (17, 1), "{:#?}", told(&plan));
    for (line, (row, expected)) in (3..).zip(&rows) {
        let of_line: Vec<String> = told(&plan)
            .into_iter()
            .filter(|told| told.starts_with(&format!("line {line}")))
            .collect();
        assert!(
            of_line.iter().any(|told| told.contains(expected)),
            "{row}\nwanted {expected}, got {of_line:#?}"
        );
    }
}

#[tokio::test]
async fn a_file_that_is_no_register_is_told_in_a_word() {
    let rows: [(&[u8], &str); 7] = [
        (b"", "line 1: the file is empty"),
        (
            b"\xff\xfea\0",
            "line 1: the file is UTF-16; save it as \"CSV UTF-8\"",
        ),
        (
            b"Ama Example,12 High Street\n",
            "line 1: column 1 is not known",
        ),
        (
            b"reference,kind\n",
            "line 1, received_on: the header has no such column, and nothing can be read without it",
        ),
        (
            b"reference,kind,channel,received_on,service,colour\n",
            "line 1: column 6, \"colour\", is not known; say which column it is, or leave it out",
        ),
        (
            b"reference,ref,kind,channel,received_on,service\n",
            "line 1, reference: columns 1 and 2 are both reference; leave one of them out",
        ),
        (
            b"reference;kind;channel;received_on;service\n1;compliment;letter;2015-03-26;caf\xe9\n",
            "line 2, service: this is not UTF-8; save the file as \"CSV UTF-8\"",
        ),
    ];
    for (file, expected) in rows {
        let told = told(&plan(file).await);
        assert!(
            told.iter().any(|told| told == expected),
            "wanted {expected}, got {told:#?}"
        );
        assert!(
            !told.concat().contains("Ama"),
            "what may be no header is not repeated"
        );
    }
}

#[tokio::test]
async fn a_case_never_comes_in_twice() {
    let (app, authority) = installation().await;
    let row = |reference: &str| {
        format!("{reference},compliment,,letter,2015-03-26,leaving_care,,,,,Thanks,,,,\n")
    };
    let first = format!("\u{feff}{HEAD}{}", row("A"));
    let plan = app
        .plan_import(&authority, nobody(), first.as_bytes(), &Reading::default())
        .await
        .expect("a plan");
    let imported = app.carry_out_import(plan).await.expect("it is recorded");
    assert_eq!(imported[0].reference, "C-0001");

    let both = format!("{HEAD}{}{}", row("A"), row("B"));
    let plan = app
        .plan_import(&authority, nobody(), both.as_bytes(), &Reading::default())
        .await
        .expect("a plan");
    assert_eq!(
        told(&plan),
        ["line 2, reference: this case was imported before, as C-0001"]
    );
    let imported = app.carry_out_import(plan).await.expect("it is recorded");
    assert_eq!(
        imported
            .iter()
            .map(|case| case.old_reference.as_str())
            .collect::<Vec<_>>(),
        ["B"]
    );
}

/// A compliment of somebody, received on a day.
fn compliment(reference: &str, day: &str, name: &str) -> String {
    format!("{reference},compliment,,letter,{day},leaving_care,,{name},parent,,Thanks,,,,\n")
}

#[tokio::test]
async fn what_a_file_does_not_say_can_be_said_for_it() {
    let (app, authority) = installation().await;
    let file = "Complaints of last year;;;\n;;;\nRef;When;Team;Scribe\n1;2015-03-26;Leaving care;Someone\n";
    let reading = |columns: &[(&str, &str)], left_out: &[&str], same: &[(&str, &str)]| {
        let pairs = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter();
            pairs
                .map(|(one, other)| ((*one).to_owned(), (*other).to_owned()))
                .collect()
        };
        Reading {
            columns: pairs(columns),
            left_out: left_out.iter().map(|name| (*name).to_owned()).collect(),
            same: pairs(same),
            sheet: None,
        }
    };
    let kind = [("kind", "compliment"), ("Method of contact", "letter")];
    let rows = [
        (
            reading(&[("when", "received_on")], &["SCRIBE"], &kind),
            Vec::new(),
        ),
        (
            reading(&[("When", "received_on")], &[], &kind),
            vec![
                "line 1: column 4, \"Scribe\", is not known; say which column it is, or leave it out",
            ],
        ),
        (
            reading(
                &[("When", "colour"), ("Day", "received_on")],
                &["Scribe"],
                &kind,
            ),
            vec![
                "line 1, colour: there is no such column to map to",
                "line 1: there is no heading \"day\" in the file",
                "line 1, received_on: the header has no such column, and nothing can be read without it",
                "line 1: column 2 is not known",
            ],
        ),
        (
            reading(
                &[("When", "received_on")],
                &["Scribe"],
                &[("colour", "red")],
            ),
            vec![
                "line 1, colour: there is no such column to be the same",
                "line 1, kind: the header has no such column, and nothing can be read without it",
                "line 1, channel: the header has no such column, and nothing can be read without it",
            ],
        ),
    ];
    for (reading, expected) in rows {
        let file = file
            .strip_prefix("Complaints of last year;;;\n;;;\n")
            .expect("titles");
        let plan = app
            .plan_import(&authority, nobody(), file.as_bytes(), &reading)
            .await;
        let plan = plan.expect("a plan");
        assert_eq!(told(&plan), expected);
        assert_eq!(plan.ready(), usize::from(expected.is_empty()));
    }
    let kind = [
        ("kind", "compliment"),
        ("channel", "letter"),
        ("service", "early_help"),
    ];
    let same = reading(&[("When", "received_on")], &["Scribe"], &kind);
    let plan = app
        .plan_import(&authority, nobody(), file.as_bytes(), &same)
        .await;
    assert_eq!(
        told(&plan.expect("a plan")),
        ["line 3, service: the file has this column, so it cannot be the same for every row"]
    );
}

#[tokio::test]
async fn titles_above_the_headings_are_left_out_and_said() {
    let body = compliment("A", "2015-03-26", "Ama Example");
    let plan = plan(format!("Complaints log\n\n2015\n{HEAD}{body}").as_bytes()).await;
    assert_eq!((told(&plan), plan.ready(), plan.rows), (Vec::new(), 1, 1));
    assert_eq!(
        plan.notes,
        ["The headings were found in row 4; what stands above them was left out."]
    );
}

#[tokio::test]
async fn a_large_file_is_refused_whole_and_its_first_bytes_are_enough() {
    let plan = plan(&vec![b','; MOST_BYTES + 1]).await;
    assert_eq!(
        told(&plan),
        ["line 1: the file is larger than 20 MB; split it, for example by year"]
    );
}

/// A file with the columns there are and cells that are almost right.
fn almost_a_register() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        3 => Just(String::new()),
        4 => prop::sample::select(vec![
            "complaint", "compliment", "enquiry", "children_act", "corporate", "letter", "2015-03-26", "2015-04-13",
            "26/03/2015", "9999-12-31", "0000-01-01", "leaving_care", "contact", "parent", "W-CHILD", "A | B", "upheld",
            "complex", "yes", "terms", "looked_after", "R-CPC", "out_of_time",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    prop::collection::vec(prop::collection::vec(cell, COLUMNS.len()), 0..6).prop_map(|rows| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer
            .write_record(COLUMNS.iter().map(|column| column.name))
            .expect("written to memory");
        for row in rows {
            writer.write_record(row).expect("written to memory");
        }
        writer.into_inner().expect("written to memory")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_fail(file in prop::collection::vec(any::<u8>(), 0..400)) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(plan(&file));
    }

    #[test]
    fn what_is_almost_a_register_is_answered_row_by_row(file in almost_a_register()) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let plan = runtime.block_on(plan(&file));
        let blamed: std::collections::BTreeSet<u64> = plan.problems.iter().map(|problem| problem.line).collect();
        prop_assert!(plan.ready() + blamed.len() >= plan.rows, "every row comes in or has a problem");
    }

    #[test]
    fn nothing_personal_is_repeated(place in 0..COLUMNS.len(), kind in prop::sample::select(vec!["complaint", "enquiry", "?"])) {
        const CANARY: &str = "Zebedee Quist";
        prop_assume!(COLUMNS[place].personal);
        let cells: Vec<&str> = COLUMNS
            .iter()
            .enumerate()
            .map(|(at, column)| match column.name {
                "kind" => kind,
                _ if at == place => CANARY,
                name if name.ends_with("_on") => "2015-03-26",
                _ => "wrong",
            })
            .collect();
        let head: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        let file = format!("{}\n{}\n", head.join(","), cells.join(","));
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let plan = runtime.block_on(plan(file.as_bytes()));
        prop_assert!(!plan.problems.is_empty());
        prop_assert!(!told(&plan).concat().contains("Zebedee"), "{:#?}", told(&plan));
    }
}
