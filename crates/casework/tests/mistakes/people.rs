//! Mistakes 8 and 10: asking a parent for a child's consent, and taking the wrong person for the independent one.

use casework::closure::NextRight;
use casework::ids::PersonId;
use casework::intake::{
    Assign, ConsentAnswer, ConsentBasis, ConsentRecorded, RecordConsent, in_their_own_right,
};
use casework::investigation::{
    Adjudication, AppointInvestigators, OfficerReport, PackItem, ReceiveOfficerReport,
    SendAdjudication,
};
use casework::refusal::{DecisionFault, NotYet, Refusal};
use casework::review_panel::RequestReviewPanel;
use statute::procedure::{Finding, Role};

use crate::story::{
    CHILD, FATHER, INDEPENDENT, MANAGER, OFFICER, OUTSIDERS, Story, appoint, complaint, day,
    findings, notice, panel, request_investigation, respond, sealed,
};

fn consent(answer: ConsentAnswer, basis: ConsentBasis) -> RecordConsent {
    RecordConsent {
        recorded: ConsentRecorded {
            complainant: FATHER,
            child: CHILD,
            answer,
            basis,
            scope: None,
        },
        on: day("2015-03-30"),
    }
}

#[test]
fn m08_demanding_a_childs_consent_from_a_parent() {
    // A father, with or without parental responsibility, complains in his own right.
    let story = Story::received(1);
    let father = &complaint(1).complainants[0];
    assert!(in_their_own_right(father, CHILD));
    // So there is nothing to demand, and a refusal by the child cannot even be recorded against him.
    for answer in [ConsentAnswer::Agrees, ConsentAnswer::DoesNotAgree] {
        let asked = consent(answer, ConsentBasis::GillickCompetent);
        assert_eq!(
            story.refused(asked),
            Refusal::Decision(DecisionFault::ConsentNotNeeded)
        );
    }
    let noted = story
        .clone()
        .and(consent(ConsentAnswer::NotNeeded, ConsentBasis::OwnRight));
    // The complaint goes all the way, whether or not anybody noted that.
    for story in [story, noted] {
        story
            .and(respond(&[Finding::Upheld], "2015-04-13"))
            .and(request_investigation("2015-05-06"));
    }
}

#[test]
fn m10_letting_the_stage_2_independent_person_sit_on_the_panel() {
    let [one, two, three] = OUTSIDERS;
    let seats = [
        (Role::PanelChair, [INDEPENDENT, one, two]),
        (Role::PanelMember, [one, INDEPENDENT, two]),
        (Role::PanelMember, [one, two, INDEPENDENT]),
    ];
    let barred = |part| Refusal::Barred {
        part,
        other: Role::IndependentPerson,
        rule: "SI 2006/1738 reg 19(3)",
    };
    for (part, people) in seats {
        let refusal = Story::at_review_panel().refused(panel(people, "2015-10-07"));
        assert_eq!(refusal, barred(part));
    }
    // Also one who was replaced halfway.
    let mut others = appoint(OFFICER, three);
    others.appointed.replaces = Some(sealed(82));
    let replaced = stage_3_with(others);
    let refusal = replaced.refused(panel([one, two, INDEPENDENT], "2015-10-07"));
    assert_eq!(refusal, barred(Role::PanelMember));
}

/// A case at Stage 3 whose investigators were replaced.
fn stage_3_with(others: AppointInvestigators) -> Story {
    Story::under_investigation()
        .and(others)
        .and(SendAdjudication {
            adjudication: None,
            ..adjudication()
        })
        .and(RequestReviewPanel {
            reasons: Vec::new(),
            on: day("2015-08-28"),
            late_reasons: None,
        })
}

fn adjudication() -> SendAdjudication {
    SendAdjudication {
        findings: findings(&[Finding::Upheld]),
        adjudication: Some(Adjudication {
            officer: OUTSIDERS[0],
            decisions: Vec::new(),
            pack: PackItem::ALL.to_vec(),
            letter: None,
        }),
        notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
        sent_on: day("2015-08-05"),
    }
}

#[test]
fn m10_treating_the_investigating_officer_as_the_independent_element() {
    // An officer from outside the authority does not stand in for the Independent Person.
    assert_eq!(
        Story::at_investigation().refused(appoint(OUTSIDERS[0], OUTSIDERS[0])),
        Refusal::SamePerson {
            first: "the Investigating Officer",
            second: "the Independent Person",
        }
    );
    // Nor is the officer's report by itself the end of the investigation.
    let reported = Story::under_investigation().and(ReceiveOfficerReport {
        report: OfficerReport {
            findings: findings(&[Finding::Upheld]),
            recommendations: Vec::new(),
        },
        on: day("2015-07-20"),
    });
    assert_eq!(
        reported.refused(adjudication()),
        Refusal::NotYet(NotYet::BothReported)
    );
    // The Regulations bar an officer of the authority from being the Independent Person.
    let assigned = Story::received(1)
        .and(Assign {
            to: MANAGER,
            on: day("2015-03-27"),
        })
        .and(respond(&[Finding::NotUpheld], "2015-04-13"))
        .and(request_investigation("2015-05-06"));
    assert_eq!(
        assigned.refused(appoint(OFFICER, PersonId::from(MANAGER))),
        Refusal::Barred {
            part: Role::IndependentPerson,
            other: Role::RespondingManager,
            rule: "SI 2006/1738 reg 2",
        }
    );
}
