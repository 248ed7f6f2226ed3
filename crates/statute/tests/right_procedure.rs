//! The interview as a whole: worked examples, every way through it, and every end of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use statute::procedure::interview::{
    self, Goes, Judgement, Leaf, Note, QuestionId, Step, Then, Timeliness, Uncertainty,
    first_day_in_time, interview, timeliness,
};
use statute::procedure::{LegalGround, Procedure, Standing};
use statute::working_days::{Calendar, Region};

const TABLE: &str = include_str!("right_procedure.txt");
const COMMONEST: &str =
    "safety=none wish=complain speaker=self body=own earlier=no time=within proceedings=none";

struct Example {
    name: &'static str,
    given: Vec<(&'static str, &'static str)>,
    leaf: Leaf,
    citation: &'static str,
}

fn pairs(line: &'static str) -> Vec<(&'static str, &'static str)> {
    line.split_whitespace()
        .map(|pair| pair.split_once('=').expect("question=answer"))
        .collect()
}

fn examples() -> Vec<Example> {
    TABLE
        .split("\n\n")
        .map(|block| {
            block
                .lines()
                .filter(|line| !line.starts_with('#') && !line.is_empty())
                .collect::<Vec<_>>()
        })
        .filter(|lines| !lines.is_empty())
        .map(|lines| {
            let [name, answers, expected] = lines[..] else {
                panic!("an example has three lines: {lines:?}");
            };
            let (leaf, citation) = expected.split_once(" | ").expect("leaf | citation");
            Example {
                name,
                given: pairs(answers),
                leaf: leaf.parse().expect("a leaf"),
                citation,
            }
        })
        .collect()
}

fn judge(given: &[(&str, &'static str)], name: &str) -> Judgement {
    let usual: BTreeMap<_, _> = pairs(COMMONEST).into_iter().collect();
    let step = interview(|id| {
        let said = given.iter().find(|(question, _)| *question == id.code());
        said.map(|(_, answer)| *answer)
            .or_else(|| usual.get(id.code()).copied())
    });
    match step {
        Step::End(judgement) => judgement,
        Step::Ask { question, .. } => panic!("{name}: {:?} is not answered", question.id),
    }
}

#[test]
fn every_worked_example_leads_where_it_should() {
    let examples = examples();
    assert!(examples.len() >= 60, "{}", examples.len());
    for example in &examples {
        let judgement = judge(&example.given, example.name);
        assert_eq!(judgement.leaf, example.leaf, "{}", example.name);
        let cited: Vec<_> = judgement
            .reasons()
            .map(|(_, source)| source.text)
            .chain([judgement.leaf.source().text])
            .collect();
        assert!(
            cited.contains(&example.citation),
            "{}: {cited:#?}",
            example.name
        );
        for (question, answer) in &example.given {
            let asked = judgement.answered.iter().any(|answered| {
                (answered.question.id.code(), answered.choice.code) == (*question, *answer)
            });
            assert!(asked, "{}: {question}={answer} was not asked", example.name);
        }
    }
}

#[test]
fn no_two_examples_have_one_name() {
    let names: Vec<_> = examples().into_iter().map(|example| example.name).collect();
    let different: BTreeSet<_> = names.iter().collect();
    assert_eq!(different.len(), names.len());
}

#[test]
fn an_example_leads_to_every_leaf_and_gives_every_ground_and_every_answer() {
    let mut leaves: BTreeSet<Leaf> = Leaf::all().collect();
    let mut grounds: BTreeSet<LegalGround> = LegalGround::ALL.iter().copied().collect();
    // An organisation judges the complaints made to it; its interview ends before the person is asked after.
    grounds.remove(&LegalGround::VoluntaryOrganisation);
    let mut questions: BTreeSet<QuestionId> = QuestionId::ALL.iter().copied().collect();
    for example in examples() {
        let judgement = judge(&example.given, example.name);
        leaves.remove(&judgement.leaf);
        judgement.ground().map(|ground| grounds.remove(&ground));
        for answered in &judgement.answered {
            questions.remove(&answered.question.id);
        }
    }
    assert!(leaves.is_empty(), "no example leads to {leaves:?}");
    assert!(grounds.is_empty(), "no example gives {grounds:?}");
    assert!(questions.is_empty(), "no example asks {questions:?}");
}

/// Every way through the interview, to its end.
fn every_way() -> Vec<Judgement> {
    fn walk(
        id: QuestionId,
        so_far: &mut Vec<(QuestionId, &'static str)>,
        ways: &mut Vec<Judgement>,
    ) {
        assert!(
            so_far.iter().all(|(asked, _)| *asked != id),
            "{id:?} is asked twice: {so_far:?}"
        );
        for choice in id.question().choices {
            so_far.push((id, choice.code));
            match choice.then {
                Then::Ask(next) => walk(next, so_far, ways),
                Then::End(leaf) => {
                    let step = interview(|asked| {
                        let found = so_far.iter().find(|(known, _)| *known == asked);
                        found.map(|(_, code)| *code)
                    });
                    let Step::End(judgement) = step else {
                        panic!("{so_far:?} does not end");
                    };
                    assert_eq!(judgement.leaf, leaf);
                    assert_eq!(judgement.answered.len(), so_far.len());
                    ways.push(judgement);
                }
            }
            so_far.pop();
        }
    }
    let mut ways = Vec::new();
    walk(interview::FIRST, &mut Vec::new(), &mut ways);
    ways
}

#[test]
fn every_sequence_of_answers_ends_without_a_circle() {
    let ways = every_way();
    let longest = ways.iter().map(|way| way.answered.len()).max();
    assert!(ways.len() > 1_000, "{} ways", ways.len());
    assert!(
        longest <= Some(15),
        "{longest:?} questions are too many for a telephone call"
    );
    let reached: BTreeSet<_> = ways.iter().map(|way| way.leaf).collect();
    assert_eq!(reached, Leaf::all().collect());
}

#[test]
fn sufficient_interest_is_asked_of_other_persons_and_of_nobody_else() {
    for way in every_way() {
        let asked = way
            .answered
            .iter()
            .any(|answered| answered.question.id == QuestionId::Interest);
        let other = way.ground().map(LegalGround::standing) == Some(Standing::OtherPerson);
        assert_eq!(asked, other, "{way:?}");
    }
}

#[test]
fn safety_never_ends_a_complaint() {
    for way in every_way() {
        let complains = way
            .answered
            .iter()
            .any(|answered| answered.choice.code == "complain");
        if complains {
            assert_ne!(way.leaf, Leaf::Safeguarding, "{way:?}");
            assert_ne!(way.leaf, Leaf::Police, "{way:?}");
        }
    }
    let with = |safety| {
        judge(
            &[
                ("safety", safety),
                ("area", "help"),
                ("help", "in_need"),
                ("person", "parent"),
            ],
            safety,
        )
    };
    for safety in ["risk", "offence", "both"] {
        assert_eq!(with(safety).leaf, with("none").leaf);
        assert!(with(safety).beside().count() > 0);
    }
}

#[test]
fn proceedings_alone_never_stop_a_point() {
    for way in every_way() {
        if let Some(proceedings) = way
            .answered
            .iter()
            .find(|answered| answered.question.id == QuestionId::Proceedings)
        {
            let expected = if proceedings.choice.code == "might" {
                Leaf::AskAPerson(Uncertainty::Prejudice)
            } else {
                Leaf::Statutory
            };
            assert_eq!(way.leaf, expected);
        }
    }
}

#[test]
fn a_late_point_is_refused_only_with_both_limbs_and_adjustments_answered() {
    let mut refused = 0;
    for way in every_way() {
        if way.leaf == Leaf::OutOfTime {
            let asked: BTreeSet<_> = way
                .answered
                .iter()
                .map(|answered| answered.question.id)
                .collect();
            assert!(
                asked.contains(&QuestionId::Expected) && asked.contains(&QuestionId::Adjustments)
            );
            assert!(
                asked.contains(&QuestionId::StillFair)
                    || asked.contains(&QuestionId::StillFairThough)
            );
            refused += 1;
        }
    }
    assert!(refused > 0);
}

#[test]
fn an_enquiry_under_section_47_is_never_statutory() {
    for way in every_way() {
        if way
            .answered
            .iter()
            .any(|answered| answered.choice.code == "enquiry")
        {
            assert_eq!(way.leaf, Leaf::ChildProtection);
            assert_eq!(way.leaf.procedure(), Some(Procedure::Corporate));
        }
    }
}

#[test]
fn a_father_without_parental_responsibility_may_complain_and_is_shown_nothing_by_that() {
    let father = |person| {
        judge(
            &[
                ("area", "help"),
                ("help", "looked_after"),
                ("person", person),
            ],
            person,
        )
    };
    let without = father("parent_without");
    assert_eq!(without.leaf, Leaf::Statutory);
    assert_eq!(without.ground(), Some(LegalGround::Parent));
    assert!(without.notes().any(|note| note == Note::NoAccess));
    assert!(!father("parent").notes().any(|note| note == Note::NoAccess));
}

#[test]
fn every_question_can_be_said_aloud_and_every_answer_cites_its_authority() {
    for id in QuestionId::ALL {
        let question = id.question();
        assert_eq!(question.id, *id);
        assert!(question.title.ends_with('?'), "{}", question.title);
        assert!(question.say.contains('?'), "{}", question.say);
        assert!(question.choices.len() >= 2, "{id:?}");
        let codes: BTreeSet<_> = question.choices.iter().map(|choice| choice.code).collect();
        assert_eq!(codes.len(), question.choices.len(), "{id:?}");
        for choice in question.choices {
            assert!(choice.reason.ends_with('.'), "{}", choice.reason);
            assert!(!choice.source.text.is_empty() && !choice.source.text.contains("REP-"));
            assert!(!choice.label.is_empty() && !choice.label.ends_with('.'));
        }
    }
}

#[test]
fn every_leaf_has_a_citation_a_letter_and_a_next_right() {
    let mut codes = BTreeSet::new();
    for leaf in Leaf::all() {
        assert!(codes.insert(leaf.code()), "{leaf:?}");
        assert_eq!(leaf.code().parse(), Ok(leaf));
        assert!(!leaf.source().text.is_empty());
        assert!(
            leaf.letter().len() > 80 && leaf.letter().ends_with('.'),
            "{leaf:?}"
        );
        let next = leaf.next_step();
        assert!(next.how.ends_with('.'), "{leaf:?}");
        assert!(next.by_when().ends_with('.'), "{leaf:?}");
        if let Goes::Waits(uncertainty) = leaf.goes() {
            assert!(!uncertainty.who().is_empty() && uncertainty.what().ends_with('.'));
        }
    }
}

#[test]
fn the_letters_are_read_as_text_when_they_change() {
    let letters: Vec<_> = Leaf::all()
        .map(|leaf| {
            let next = leaf.next_step();
            format!(
                "{} ({})\n{}\n{} {}\n",
                leaf.code(),
                leaf.source(),
                leaf.letter(),
                next.how,
                next.by_when()
            )
        })
        .collect();
    insta::assert_snapshot!(letters.join("\n"));
}

#[test]
fn the_letter_says_first_what_is_done_for_the_child() {
    let judgement = judge(
        &[
            ("safety", "risk"),
            ("area", "help"),
            ("help", "in_need"),
            ("person", "parent"),
        ],
        "risk",
    );
    let letter = judgement.letter();
    assert!(letter[0].contains("That does not settle your complaint"));
    assert_eq!(letter[1], Leaf::Statutory.letter());
    assert!(letter[2].contains("20 working days") && letter[2].contains("takes no right away"));
}

#[test]
fn the_year_is_counted_in_calendar_time_to_the_same_date() {
    let calendar = Calendar::of(Region::EnglandAndWales);
    let rows: [(Date, Date); 4] = [
        (date(2023, 3, 10), date(2024, 3, 10)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 28)),
        (date(2023, 3, 1), date(2024, 3, 1)),
    ];
    for (arose, until) in rows {
        let judge = |day: Date| timeliness(arose, day, calendar).expect("within the calendar");
        assert_eq!(judge(until), Timeliness::InTime { until });
        let next = until.tomorrow().expect("a day");
        assert_eq!(judge(next), Timeliness::Late { until });
    }
}

#[test]
fn the_first_day_in_time_is_in_time_and_the_day_before_is_not() {
    let calendar = Calendar::of(Region::EnglandAndWales);
    let mut received = date(2023, 12, 1);
    while received < date(2025, 4, 1) {
        let first = first_day_in_time(received, calendar).expect("within the calendar");
        let of = |day| timeliness(day, received, calendar).expect("within the calendar");
        assert!(matches!(of(first), Timeliness::InTime { .. }), "{received}");
        let before = first.yesterday().expect("a day");
        assert!(matches!(of(before), Timeliness::Late { .. }), "{received}");
        received = received.tomorrow().expect("a day");
    }
}
