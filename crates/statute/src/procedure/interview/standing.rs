//! Who may use the statutory procedure, and for whom the council has to weigh sufficient interest.
//!
//! Only an "other person" is ever asked about sufficient interest; a parent never is, with or without parental
//! responsibility.

use super::sources::{FACT_SHEET, REG_12};
use super::{Choice, Leaf, Note, Question, QuestionId, Uncertainty};
use crate::procedure::LegalGround;

pub(super) const PERSON: Question = Question {
    id: QuestionId::Person,
    title: "Who is the person to the child?",
    say: "How are you related to the child? Is it about you yourself?",
    hint: "Of whoever complains, or is spoken for. Parental responsibility decides nothing here for a parent.",
    choices: &[
        Choice::who(
            "child",
            "The child or young person",
            "The child may complain.",
            LegalGround::Child,
            QuestionId::Earlier,
        )
        .notes(&[Note::Advocacy]),
        Choice::who(
            "leaver",
            "A care leaver",
            "A care leaver may complain.",
            LegalGround::CareLeaver,
            QuestionId::Earlier,
        )
        .notes(&[Note::Advocacy]),
        Choice::who(
            "parent",
            "A parent with parental responsibility",
            "A parent of the child may complain.",
            LegalGround::Parent,
            QuestionId::Earlier,
        )
        .notes(&[Note::OwnRight]),
        Choice::who(
            "parent_without",
            "A parent without parental responsibility",
            "A parent may complain with or without parental responsibility.",
            LegalGround::Parent,
            QuestionId::Earlier,
        )
        .notes(&[Note::OwnRight, Note::NoAccess]),
        Choice::who(
            "responsible",
            "A special guardian or somebody else with parental responsibility",
            "Somebody with parental responsibility who is not a parent may complain.",
            LegalGround::ParentalResponsibility,
            QuestionId::Earlier,
        )
        .notes(&[Note::OwnRight]),
        Choice::who(
            "foster_carer",
            "A foster carer, also through an agency",
            "A local authority foster carer may complain.",
            LegalGround::FosterCarer,
            QuestionId::Earlier,
        )
        .notes(&[Note::OwnRight]),
        Choice::who(
            "other",
            "A grandparent, other relative or anybody else close to the child",
            "Anybody else may complain if the authority decides that their interest in the child’s welfare is sufficient.",
            LegalGround::Other,
            QuestionId::Interest,
        ),
        Choice::end(
            "nobody",
            "Nobody to the child, and speaks for nobody who is",
            "The person is not one whom the Act lists and speaks for nobody who is.",
            FACT_SHEET,
            Leaf::Corporate,
        ),
    ],
};

pub(super) const GUARDIAN: Question = Question {
    id: QuestionId::Guardian,
    title: "Who is the person in the special guardianship?",
    say: "Are you the special guardian, or how are you connected with the child?",
    hint: "",
    choices: &[
        Choice::who(
            "named",
            "The special guardian, the child, a parent, or somebody who asked for support to be assessed",
            "The Act names the people in a special guardianship who may complain.",
            LegalGround::SpecialGuardianship,
            QuestionId::Earlier,
        )
        .notes(&[Note::OwnRight]),
        Choice::who(
            "other",
            "Somebody else",
            "Somebody else may complain about special guardianship support if their interest is sufficient.",
            LegalGround::SpecialGuardianshipOther,
            QuestionId::Interest,
        ),
    ],
};

pub(super) const ADOPTION_PERSON: Question = Question {
    id: QuestionId::AdoptionPerson,
    title: "Who is the person in the adoption?",
    say: "Are you the child, a birth parent, an adopter, or somebody who was adopted?",
    hint: "",
    choices: &[
        Choice::who(
            "named",
            "The child, a parent or guardian, an adopter or would-be adopter, an adopted person, or somebody support extends to",
            "The Act names the people in an adoption who may complain.",
            LegalGround::Adoption,
            QuestionId::Earlier,
        )
        .notes(&[Note::OwnRight]),
        Choice::who(
            "other",
            "Somebody else",
            "Somebody else may complain about adoption if their interest is sufficient.",
            LegalGround::AdoptionOther,
            QuestionId::Interest,
        ),
    ],
};

pub(super) const INTEREST: Question = Question {
    id: QuestionId::Interest,
    title: "Is the person’s interest in the child’s welfare sufficient?",
    say: "How do you know the child, and how often are you in touch?",
    hint: "Decided by the council as soon as possible, with the child’s views where appropriate. Never asked of a parent.",
    choices: &[
        Choice::ask(
            "yes",
            "Yes, that was decided",
            "The authority decided that the interest in the child’s welfare is sufficient.",
            REG_12,
            QuestionId::Earlier,
        ),
        Choice::end(
            "no",
            "No, that was decided",
            "The authority decided that the interest in the child’s welfare is not sufficient.",
            REG_12,
            Leaf::NoSufficientInterest,
        ),
        Choice::end(
            "open",
            "Nobody has decided yet",
            "Whether the interest is sufficient has to be decided as soon as possible.",
            REG_12,
            Leaf::AskAPerson(Uncertainty::Interest),
        ),
    ],
};
