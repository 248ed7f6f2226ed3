//! The first questions: safety, what the person wants, who is speaking, and whose service it is about.

use super::sources::{
    CODE, ESCALATION_POLICY, FACT_SHEET, GUIDANCE, GUIDANCE_ANONYMOUS, GUIDANCE_EXCLUSIONS, LOCAL,
    VOLUNTARY,
};
use super::{Beside, Choice, Leaf, Note, Question, QuestionId};
use crate::limits::Citation;
use crate::procedure::Route;

pub(super) const SAFETY: Question = Question {
    id: QuestionId::Safety,
    title: "May a child be at risk, or may an offence have been committed?",
    say: "Before anything else: from what you know, is a child in danger, or has somebody been hurt or threatened?",
    hint: "Asked first and of everybody. A referral goes out at once; it never takes the place of the complaint.",
    choices: &[
        Choice::ask(
            "none",
            "Neither",
            "Nothing was said about a child at risk or an offence.",
            GUIDANCE,
            QuestionId::Wish,
        ),
        Choice::ask(
            "risk",
            "A child may be at risk",
            "A child may be at risk: safeguarding is told at once, and that alone settles nothing of the complaint.",
            Route::Safeguarding.source(),
            QuestionId::Wish,
        )
        .beside(&[Beside::Safeguarding]),
        Choice::ask(
            "offence",
            "An offence may have been committed",
            "An offence is alleged: the police are told, and the complaint waits only if somebody decides so.",
            Route::Crime.source(),
            QuestionId::Wish,
        )
        .beside(&[Beside::Police]),
        Choice::ask(
            "both",
            "Both",
            "A child may be at risk and an offence is alleged: safeguarding and the police are told at once.",
            Route::Safeguarding.source(),
            QuestionId::Wish,
        )
        .beside(&[Beside::Safeguarding, Beside::Police]),
    ],
};

pub(super) const WISH: Question = Question {
    id: QuestionId::Wish,
    title: "What does the person want?",
    say: "Are you unhappy with something the council did or did not do? What would you like to come of this call?",
    hint: "The word complaint is not needed. Spoken and written complaints count alike.",
    choices: &[
        Choice::ask(
            "complain",
            "They are dissatisfied and want an answer",
            "It is dissatisfaction or disquiet that needs an answer, so it is a complaint whatever it is called.",
            CODE,
            QuestionId::Speaker,
        ),
        Choice::end(
            "concern",
            "They worry for a child and do not complain about the council",
            "It is a concern for a child’s safety and not a complaint.",
            Route::Safeguarding.source(),
            Leaf::Safeguarding,
        ),
        Choice::end(
            "offence",
            "They report an offence and do not complain about the council",
            "It is the report of an offence and not a complaint.",
            Route::Crime.source(),
            Leaf::Police,
        ),
        Choice::end(
            "praise",
            "They praise something, suggest something, or ask a question",
            "It is a representation that is no complaint: praise, an idea, or a question.",
            GUIDANCE,
            Leaf::Register,
        ),
        Choice::end(
            "service",
            "They ask for a service for the first time",
            "It is a first request for a service; it becomes a complaint if they are dissatisfied with how it is handled.",
            CODE,
            Leaf::Register,
        ),
        Choice::end(
            "money",
            "They want compensation and nothing else",
            "It is a claim for compensation and nothing else.",
            Route::Claim.source(),
            Leaf::Claim,
        ),
    ],
};

pub(super) const SPEAKER: Question = Question {
    id: QuestionId::Speaker,
    title: "Who is speaking?",
    say: "May I ask your name, and whether you speak for yourself or for somebody else?",
    hint: "",
    choices: &[
        Choice::ask(
            "self",
            "Somebody for themselves, or for a child of theirs",
            "The person complains for themselves.",
            GUIDANCE,
            QuestionId::Body,
        ),
        Choice::ask(
            "for_child",
            "An advocate, or somebody else, for a child or young person",
            "Somebody speaks for a child or young person, who is the complainant.",
            Citation::read("SI 2006/1738 reg 2"),
            QuestionId::Body,
        )
        .notes(&[Note::ChildsWish]),
        Choice::ask(
            "for_adult",
            "Somebody for an adult, with their agreement",
            "Somebody speaks for an adult with their agreement; that adult is the complainant.",
            GUIDANCE,
            QuestionId::Body,
        )
        .notes(&[Note::SpeaksForAnother]),
        Choice::ask(
            "member_for_constituent",
            "A councillor or MP, who passes on somebody’s complaint",
            "An elected member passes on the complaint of somebody who wishes it to be one; that person is the complainant.",
            LOCAL,
            QuestionId::Body,
        )
        .notes(&[Note::SpeaksForAnother]),
        Choice::end(
            "member",
            "A councillor or MP, with an enquiry",
            "A letter of an elected member is not by itself a complaint.",
            LOCAL,
            Leaf::ElectedMember,
        ),
        Choice::end(
            "professional",
            "Somebody from another agency, about working together",
            "A disagreement between agencies goes through their escalation policy.",
            ESCALATION_POLICY,
            Leaf::Professional,
        ),
        Choice::end(
            "worker",
            "A worker of the council or of a provider, raising a concern",
            "A worker’s concern from their own work falls under the whistleblowing policy.",
            Route::Whistleblowing.source(),
            Leaf::Whistleblowing,
        ),
        Choice::end(
            "nobody",
            "Somebody who gives no name",
            "An anonymous complaint is outside the statutory procedure; it is written down and looked at all the same.",
            GUIDANCE_ANONYMOUS,
            Leaf::Anonymous,
        ),
    ],
};

pub(super) const BODY: Question = Question {
    id: QuestionId::Body,
    title: "Whose service is it about?",
    say: "Who was it that you dealt with: our children’s service, a school, the health service, or somebody else?",
    hint: "A home, agency or worker that this council pays counts as its own service.",
    choices: &[
        Choice::ask(
            "own",
            "This council’s children’s service",
            "It is about this authority’s own children’s service.",
            GUIDANCE_EXCLUSIONS,
            QuestionId::Area,
        ),
        Choice::ask(
            "bought",
            "A home, agency or worker acting for this council",
            "It is about a service that acts for this authority, which stays answerable for it.",
            GUIDANCE_EXCLUSIONS,
            QuestionId::Area,
        )
        .notes(&[Note::Provider]),
        Choice::end(
            "registered",
            "A home or agency that does not act for this council",
            "It is about a registered provider that does not act for this authority.",
            Route::RegisteredProvider.source(),
            Leaf::RegisteredProvider,
        ),
        Choice::end(
            "voluntary",
            "A voluntary organisation that the child lives with",
            "A voluntary organisation that accommodates a child runs the procedure itself.",
            VOLUNTARY,
            Leaf::VoluntaryOrganisation,
        ),
        Choice::end(
            "school",
            "A school",
            "It is about a school.",
            Route::School.source(),
            Leaf::School,
        ),
        Choice::end(
            "adults",
            "This council’s care for adults",
            "It is about social care for an adult.",
            Citation::read("SI 2009/309"),
            Leaf::AdultSocialCare,
        ),
        Choice::end(
            "other_service",
            "Another service of this council",
            "It is about a service of the council that is not children’s social care.",
            FACT_SHEET,
            Leaf::Corporate,
        ),
        Choice::end(
            "other_body",
            "Another council, the health service, the police or another body",
            "It is not about this authority or anybody acting for it.",
            GUIDANCE_EXCLUSIONS,
            Leaf::OtherBody,
        ),
    ],
};

pub(super) const AREA: Question = Question {
    id: QuestionId::Area,
    title: "What is this point about?",
    say: "Let us take one thing at a time. What is the first thing you are unhappy with?",
    hint: "One point at a time. What belongs to different ways is made into different points.",
    choices: &[
        Choice::ask(
            "help",
            "Help and care for a child or young person, or how the family was treated",
            "It is about help and care for a child or the family.",
            GUIDANCE,
            QuestionId::Help,
        ),
        Choice::ask(
            "protection",
            "Child protection, a care order or a court",
            "It is about protection, care orders or a court; the law lists which of these are inside.",
            Citation::read("SI 2006/1738 reg 3"),
            QuestionId::Protection,
        ),
        Choice::ask(
            "carers",
            "Fostering, adoption or special guardianship",
            "It is about fostering, adoption or special guardianship.",
            FACT_SHEET,
            QuestionId::Carers,
        ),
        Choice::ask(
            "information",
            "Information and records",
            "It is about information and records, which have ways of their own.",
            Route::DataProtection.source(),
            QuestionId::Information,
        ),
        Choice::ask(
            "education",
            "School or an education, health and care plan",
            "It is about education.",
            Route::SpecialEducationalNeeds.source(),
            QuestionId::Education,
        ),
        Choice::ask(
            "worker",
            "A worker",
            "It is about how a worker acted.",
            GUIDANCE,
            QuestionId::Worker,
        ),
        Choice::ask(
            "handling",
            "How an earlier complaint about children’s services was handled",
            "How a complaint was handled is a matter for complaint like the service itself.",
            GUIDANCE,
            QuestionId::Person,
        ),
        Choice::end(
            "other",
            "Nothing of these",
            "It is about none of the functions that the law puts under the statutory procedure.",
            FACT_SHEET,
            Leaf::Corporate,
        ),
    ],
};
