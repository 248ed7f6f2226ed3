//! Mistakes 12, 14 and 16 to 18: a record that says too little, too much, or stops short.

use casework::action::Action;
use casework::case::{Case, Stage};
use casework::closure::{NextRight, Withdraw};
use casework::event::{Event, Fact, SCHEMA};
use casework::local_resolution::{
    ActivityKind, Escalation, EscalationGround, ExtendLocalResolution, ExtensionReason,
    RecordActivity, RefuseEscalation,
};
use casework::ombudsman::{OmbudsmanVocabulary, RecordOmbudsmanCase, RecordOmbudsmanDecision};
use casework::point::PointNumber;
use casework::refusal::{EscalationFault, Refusal};
use casework::settings::Code;
use statute::limits::LimitId;
use statute::procedure::{Finding, Outcome};

use crate::story::{
    MANAGER, Story, complaint, day, findings, notice, request_investigation, respond, sealed,
};

#[test]
fn m12_one_outcome_and_one_category_per_complaint() {
    let story = Story::received(3);
    // Every point has its own categories, and needs its own finding.
    for point in story.case().points() {
        assert_eq!(point.categories.len(), 2);
    }
    let mut one_for_all = respond(&[Finding::Upheld], "2015-04-13");
    assert_eq!(
        story.refused(one_for_all.clone()),
        Refusal::PointUnanswered(PointNumber(2))
    );
    let found = [Finding::Upheld, Finding::NotUpheld, Finding::NoFinding];
    one_for_all.findings = findings(&found);
    let story = story.and(one_for_all);
    let stage = story.case().local_resolution.expect("Stage 1 ran");
    let (_, answered) = stage.answered.expect("it was answered");
    assert_eq!(answered.findings, findings(&found));
    // The outcome of the whole is made of the findings: neither the first nor the best of them.
    assert_eq!(answered.outcome, Outcome::PartlyUpheld);
}

#[test]
fn m14_keeping_only_the_extended_limit_of_an_answer_on_day_15() {
    // Day 10 is 13 April, day 15 is 20 April; extended to day 20, 27 April.
    let answered = |told_on: Option<&str>| {
        let extend = ExtendLocalResolution {
            reason: ExtensionReason::Complex,
            until: day("2015-04-27"),
            notified_on: told_on.map(day),
            on: day("2015-04-10"),
        };
        let answer = respond(&[Finding::Upheld], "2015-04-20");
        let story = Story::received(1).and(extend).and(answer);
        story.clock(LimitId::LocalResolution)
    };
    // The record keeps both days, and whether the extension was valid.
    let told = answered(Some("2015-04-10"));
    assert_eq!(
        (told.due.due_on, told.due_on()),
        (day("2015-04-13"), day("2015-04-27"))
    );
    assert!(!told.is_late(day("2015-12-31")));
    for untold in [answered(None), answered(Some("2015-04-14"))] {
        assert_eq!(
            untold.extended.map(|extension| extension.valid),
            Some(false)
        );
        assert!(untold.is_late(day("2015-12-31")));
    }
}

/// Every event as it is stored, by its name; a test elsewhere demands one for each.
fn stored_samples() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stored/v1");
    let samples = std::fs::read_dir(folder)
        .expect("there are samples")
        .map(|file| {
            let path = file.expect("the folder can be read").path();
            let name = path
                .file_stem()
                .expect("a sample has a name")
                .to_string_lossy();
            let body = std::fs::read_to_string(&path).expect("a sample can be read");
            (name.into_owned(), body)
        });
    samples.collect()
}

#[test]
fn m16_making_the_whole_case_record_deletable_on_an_erasure_request() {
    // No action and no event takes anything off the record.
    let taking_off = [
        "delet", "eras", "remov", "destroy", "purge", "forget", "redact",
    ];
    let names = Action::ALL
        .iter()
        .flat_map(|action| [action.file(), action.label()])
        .chain(Event::NAMES.iter().copied());
    for name in names {
        let name = name.to_lowercase();
        assert!(!taking_off.iter().any(|word| name.contains(word)), "{name}");
    }
    // Nor does any event under another name: whatever is folded onto a case, its people and points stay.
    let whole = Story::at_investigation().case();
    let kept = |case: &Case| {
        let of = &case.representation;
        let complainants = of
            .complainants
            .iter()
            .map(|each| (each.person, each.details.clone()));
        let points = of
            .points
            .iter()
            .map(|point| (point.number, point.text.clone()));
        (
            complainants.collect::<Vec<_>>(),
            of.children.clone(),
            points.collect::<Vec<_>>(),
        )
    };
    for (name, body) in stored_samples() {
        let fact = Fact::from_stored(&name, SCHEMA, &body).expect("a sample is a fact");
        let mut after = whole.clone();
        after.evolve(&fact);
        assert_eq!(kept(&after), kept(&whole), "{name}");
        assert!(
            after.clocks.iter().count() >= whole.clocks.iter().count(),
            "{name}"
        );
    }
    // The most a complainant can do is to withdraw, and then everything is still there.
    let before = Story::at_investigation();
    let after = before.clone().and(Withdraw {
        oral: false,
        looked_into: Some(false),
        confirmed_on: day("2015-05-20"),
    });
    let (was, is) = (before.case(), after.case());
    assert!(after.facts().starts_with(before.facts()));
    assert_eq!(is.version, was.version + 1);
    assert_eq!(is.representation, was.representation);
    assert_eq!(is.local_resolution, was.local_resolution);
    assert_eq!(is.investigation, was.investigation);
    assert_eq!(is.clocks.iter().count(), was.clocks.iter().count());
}

#[test]
fn m17_storing_the_ombudsmans_outcomes_as_free_text_or_in_one_fixed_list() {
    let decided = |word: &str, on: &str| {
        Story::answered()
            .and(RecordOmbudsmanCase::on(day("2015-06-01")))
            .refused(RecordOmbudsmanDecision::new(Code::new(word), day(on)))
    };
    // What is not in the authority's list is no decision.
    assert!(matches!(
        decided("Mostly upheld, I think", "2015-09-01"),
        Refusal::NotInTheList {
            list: "ombudsman_decisions",
            ..
        }
    ));
    // The words changed twice: each decision says whose they are, and keeps that when it is stored and read again.
    for (word, on, vocabulary, code) in [
        (
            "local_settlement",
            "2013-03-31",
            OmbudsmanVocabulary::Lgo1,
            "LGO-1",
        ),
        ("upheld", "2013-04-01", OmbudsmanVocabulary::Lgo2, "LGO-2"),
        ("upheld", "2018-03-31", OmbudsmanVocabulary::Lgo2, "LGO-2"),
        (
            "upheld",
            "2018-04-01",
            OmbudsmanVocabulary::Lgsco3,
            "LGSCO-3",
        ),
    ] {
        let fact = ombudsman_decision(word, on);
        let stored = fact.to_stored();
        assert!(stored.contains(&format!("\"{code}\"")), "{stored}");
        let read = Fact::from_stored(fact.event.name(), casework::event::SCHEMA, &stored)
            .expect("what was written can be read");
        let Event::OmbudsmanDecided(decision) = read.event else {
            panic!("a decision stays one: {stored}");
        };
        assert_eq!(decision.vocabulary, vocabulary, "{on}");
        assert_eq!(decision.decision, Code::new(word));
    }
}

/// The fact of a decision made on a day, about a complaint of some years before.
fn ombudsman_decision(word: &str, on: &str) -> Fact {
    let mut complaint = complaint(1);
    complaint.received_on = day("2011-03-01");
    let story = Story::of(complaint)
        .and(RecordOmbudsmanCase::on(day("2012-06-01")))
        .and(RecordOmbudsmanDecision::new(Code::new(word), day(on)));
    story.facts().last().expect("it was decided").clone()
}

#[test]
fn m18_treating_mediation_or_a_management_review_as_a_stage_that_uses_up_the_right() {
    for kind in ActivityKind::ALL {
        let tried = |on: &str| RecordActivity {
            kind,
            agreed_on: day(on),
            result: Some(sealed(90)),
            outcome: None,
            on: day(on),
        };
        // While Stage 1 runs, its time runs on.
        let during = Story::received(1).and(tried("2015-04-02"));
        assert_eq!(during.case().stage(), Stage::LocalResolution);
        let clock = during.clock(LimitId::LocalResolution);
        assert!(clock.is_running());
        assert_eq!(clock.due_on(), day("2015-04-13"));
        // Afterwards the complaint has been through one stage, as before, and the next cannot be refused for it.
        let after = Story::answered().and(tried("2015-04-20"));
        let refuse = RefuseEscalation {
            to: Escalation::Investigation,
            ground: EscalationGround::AlreadyConsidered,
            reasons: sealed(91),
            agreed_by: MANAGER,
            asked_on: day("2015-05-06"),
            notice: Some(notice(NextRight::Ombudsman, "2015-05-08")),
            on: day("2015-05-08"),
        };
        assert_eq!(
            after.refused(refuse),
            Refusal::Escalation(EscalationFault::NoLawfulGround(
                EscalationGround::AlreadyConsidered
            ))
        );
        let asked = after.and(request_investigation("2015-05-06"));
        assert_eq!(asked.case().stage(), Stage::Investigation);
        assert!(asked.clock(LimitId::InvestigationFromRequest).is_running());
        // And while Stage 2 runs, the investigation goes on beside it.
        let beside = asked.and(tried("2015-05-20"));
        let clock = beside.clock(LimitId::InvestigationFromRequest);
        assert!(clock.is_running());
        assert_eq!(clock.due_on(), day("2015-06-11"));
    }
}
