//! What is recorded beside the stages and changes nothing about the way forward.

use casework::action::Command;
use casework::advocacy::{
    AdvocacyRecorded, AdvocateAppointed, AdvocateBar, AdvocateKind, AppointAdvocate, EndAdvocacy,
    RecordAdvocacy, Wanted,
};
use casework::case::Case;
use casework::closure::{AgreeRemedy, AgreedRemedy, CarryOutRemedy};
use casework::intake::{
    About, AnswerSource, Assign, ConsentAnswer, ConsentBasis, ConsentRecorded, EqualityFormSent,
    JudgeProcedure, RecordConsent, RecordEquality, SendEqualityForm, SentHow,
};
use casework::local_resolution::{
    ActivityKind, Afterwards, AgreePause, RecordActivity, RecordDissatisfaction,
};
use casework::ombudsman::RemedyNumber;
use casework::organisation::{CorrectPlace, Place};
use casework::remedy::RemedyKind;
use casework::settings::Code;
use jiff::civil::Date;
use statute::procedure::interview::{QuestionId, Step, interview};
use statute::proof::Pause;

use super::{CHILD, COMPLAINANT, Tries, account, person, sealed};

pub(super) fn try_all(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    tries.at(
        soon,
        Assign {
            to: account(50),
            on: soon,
        },
    );
    try_correction(tries);
    if tries.case.equality.is_empty() {
        let equality = RecordEquality {
            person: COMPLAINANT,
            about: About::Complainant,
            source: AnswerSource::OwnForm,
            answers: sealed(62),
            on: soon,
        };
        tries.at(soon, equality);
        let sent = EqualityFormSent {
            person: COMPLAINANT,
            about: About::Complainant,
            how: SentHow::HandedOver,
        };
        tries.at(soon, SendEqualityForm { sent, on: soon });
    }
    tries.at(soon, advocacy(soon));
    let activity = RecordActivity {
        kind: ActivityKind::Mediation,
        agreed_on: soon,
        result: None,
        outcome: None,
        on: soon,
    };
    tries.at(soon, activity);
    let dissatisfied = RecordDissatisfaction {
        said: Some(sealed(79)),
        meeting: None,
        came_of: Afterwards::Open,
        told_on: soon,
    };
    tries.at(soon, dissatisfied);
    for in_writing in [true, false] {
        let pause = Pause {
            from: soon,
            until: soon,
        };
        let agree = AgreePause {
            pause,
            in_writing,
            on: soon,
        };
        tries.at(soon, agree);
    }
    // A parent complains in their own right: agreement is not asked for, and asking is refused.
    for (answer, basis) in [
        (ConsentAnswer::NotNeeded, ConsentBasis::OwnRight),
        (ConsentAnswer::Agrees, ConsentBasis::GillickCompetent),
    ] {
        let recorded = ConsentRecorded {
            complainant: COMPLAINANT,
            child: CHILD,
            answer,
            basis,
            scope: None,
        };
        tries.at(soon, RecordConsent { recorded, on: soon });
    }
    tries.at(soon, judge_procedure(tries.case, soon));
    let appointed = AdvocateAppointed {
        person: CHILD,
        advocate: person(33),
        kind: AdvocateKind::Independent,
        organisation: None,
    };
    // An advocate whom the law bars is tried, and refused.
    for bars in [Vec::new(), vec![AdvocateBar::ManagesService]] {
        let appoint = AppointAdvocate {
            appointed: appointed.clone(),
            bars,
            on: soon,
        };
        tries.at(soon, appoint);
    }
    let end = EndAdvocacy {
        person: CHILD,
        advocate: person(33),
        on: soon,
    };
    tries.at(soon, end);
    if tries.case.remedies.is_empty() {
        let agreed = AgreedRemedy {
            kind: RemedyKind::Apology,
            person: COMPLAINANT,
            text: sealed(76),
            due_on: None,
            payment: None,
        };
        tries.at(soon, AgreeRemedy { agreed, on: soon });
    }
    let remedy = RemedyNumber(1);
    tries.at(soon, CarryOutRemedy { remedy, on: soon });
}

/// One correction of where the complaint belongs: a second runs as the first did.
fn try_correction(tries: &mut Tries<'_>) {
    let soon = tries.soon;
    if tries.case.representation.place.is_unknown() {
        let place = Place {
            area: Some(Code::new("north")),
            ..Place::default()
        };
        let correction = CorrectPlace {
            place,
            reason: sealed(81),
            on: soon,
        };
        tries.at(soon, correction);
    }
}

fn advocacy(on: Date) -> Command {
    let recorded = AdvocacyRecorded {
        person: CHILD,
        wanted: Wanted::No,
        kind: AdvocateKind::Nobody,
        told_on: Some(on),
        offered_on: Some(on),
    };
    RecordAdvocacy { recorded, on }.into()
}

/// The interview with the first answer to every question.
fn judge_procedure(case: &Case, on: Date) -> Command {
    let mut answers: Vec<(QuestionId, String)> = Vec::new();
    loop {
        let given = |id: QuestionId| {
            let mut said = answers.iter();
            said.find(|(question, _)| *question == id)
                .map(|(_, answer)| answer.as_str())
        };
        let Step::Ask { question, .. } = interview(given) else {
            break;
        };
        answers.push((question.id, question.choices[0].code.to_owned()));
    }
    let judge = JudgeProcedure {
        points: case.points().iter().map(|point| point.number).collect(),
        complainant: COMPLAINANT,
        children: vec![CHILD],
        answers,
        arose_on: None,
        note: None,
        on,
    };
    judge.into()
}
