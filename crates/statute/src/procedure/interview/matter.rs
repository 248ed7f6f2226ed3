//! What a point is about: which functions the statutory procedure covers, and where the others go.

use super::sources::{
    ASSESSMENT, COURT_BARRED, FACT_SHEET, FOSTERING_LIMIT, GUIDANCE, LEAVERS, LOCAL, PART_3, REG_3,
    REG_4, REG_5, WEIGH_REFUSAL,
};
use super::{Choice, Leaf, Note, Question, QuestionId, Uncertainty};
use crate::limits;
use crate::procedure::{LegalGround, Route};

pub(super) const HELP: Question = Question {
    id: QuestionId::Help,
    title: "Which help or care?",
    say: "Was your child in care then, had they left care, or did your family have a social worker’s help at home?",
    hint: "A disabled child is a child in need. A child with a child protection plan is usually one too.",
    choices: &[
        Choice::ask(
            "in_need",
            "Assessment, help or services for a child in need or a disabled child",
            "Help for a child in need, and the assessment for it, are functions under Part 3 of the Act.",
            ASSESSMENT,
            QuestionId::Person,
        ),
        Choice::ask(
            "looked_after",
            "Care for a looked-after child: placement, contact, reviews, health",
            "Care for a looked-after child is a function under Part 3 of the Act.",
            PART_3,
            QuestionId::Person,
        ),
        Choice::ask(
            "leaver",
            "Support for somebody who has left care",
            "Support for care leavers is under the statutory procedure.",
            LEAVERS,
            QuestionId::Person,
        ),
        Choice::ask(
            "adult",
            "How a parent or carer was treated while a child was helped",
            "The procedure serves parents, carers, special guardians and adopters as well as children.",
            FACT_SHEET,
            QuestionId::Person,
        )
        .notes(&[Note::AdultsOwnTreatment]),
        Choice::ask(
            "early_help",
            "Early help or family support",
            "Early help may or may not have been help for a child in need.",
            LOCAL,
            QuestionId::EarlyHelp,
        ),
        Choice::end(
            "unclear",
            "Nobody can say yet whether the child was in need or looked after",
            "The record has to show what the child’s standing was.",
            PART_3,
            Leaf::AskAPerson(Uncertainty::ChildsStanding),
        ),
    ],
};

pub(super) const EARLY_HELP: Question = Question {
    id: QuestionId::EarlyHelp,
    title: "Was the help given because the child was in need (section 17)?",
    say: "Did a social worker make an assessment before that help began?",
    hint: "Look at the child’s record if the person does not know.",
    choices: &[
        Choice::ask(
            "yes",
            "Yes, as a child in need",
            "The help was given to a child in need, which is a function under Part 3 of the Act.",
            PART_3,
            QuestionId::Person,
        ),
        Choice::end(
            "no",
            "No, as early help without an assessment",
            "Early help without a footing in Part 3 is taken as outside the statutory procedure.",
            LOCAL,
            Leaf::Corporate,
        ),
        Choice::end(
            "unknown",
            "Nobody knows yet",
            "Whether the child was in need is not known.",
            LOCAL,
            Leaf::AskAPerson(Uncertainty::EarlyHelp),
        ),
    ],
};

pub(super) const PROTECTION: Question = Question {
    id: QuestionId::Protection,
    title: "What about child protection, care or court?",
    say: "Is it about the enquiry when somebody was worried for your child, about a meeting, about court, or about a care order?",
    hint: "The list of functions under Parts 4 and 5 of the Act is closed. Enquiries under section 47 are not on it.",
    choices: &[
        Choice::end(
            "enquiry",
            "A child protection enquiry (section 47)",
            "Enquiries under section 47 are not on the list of functions under the statutory procedure.",
            REG_3,
            Leaf::ChildProtection,
        ),
        Choice::end(
            "enquiry_and_help",
            "An enquiry and the family’s help, which cannot be told apart",
            "The point mixes a protection enquiry, which is outside, with help, which is inside.",
            WEIGH_REFUSAL,
            Leaf::AskAPerson(Uncertainty::Entangled),
        ),
        Choice::end(
            "conference",
            "A child protection conference: how it was run, what it decided, the kind of plan",
            "A conference belongs to all its agencies and has a procedure of its own.",
            Route::ChildProtectionConference.source(),
            Leaf::Conference,
        ),
        Choice::ask(
            "order",
            "How the council applied for, or acts under, a care, supervision, assessment or emergency order",
            "Functions about care, supervision, child assessment and emergency protection orders are on the list.",
            REG_3,
            QuestionId::Person,
        )
        .notes(&[Note::CourtAction]),
        Choice::ask(
            "contact",
            "Contact with a child in care",
            "Refusing or arranging contact with a child in care is on the list.",
            REG_3,
            QuestionId::Person,
        ),
        Choice::end(
            "court_report",
            "A report for a court (section 7 or 37)",
            "The statutory procedure does not cover reports for private law proceedings.",
            FACT_SHEET,
            Leaf::CourtReport,
        ),
        Choice::end(
            "court",
            "What was said, done or decided in court",
            "What happened in court is for the court.",
            COURT_BARRED,
            Leaf::Court,
        ),
    ],
};

pub(super) const CARERS: Question = Question {
    id: QuestionId::Carers,
    title: "What about fostering, adoption or special guardianship?",
    say: "Is it about being approved, about the support you have, or about a decision for the child?",
    hint: "",
    choices: &[
        Choice::ask(
            "fostering",
            "Support, payment or decisions about a foster placement",
            "Placing a child with foster carers, and supporting them, is a function under Part 3 of the Act.",
            PART_3,
            QuestionId::Person,
        ),
        Choice::ask(
            "usual_limit",
            "How many children may be fostered: the usual limit or an exemption",
            "A carer may complain about the usual fostering limit or an exemption from it.",
            FOSTERING_LIMIT,
            QuestionId::Earlier,
        )
        .ground(LegalGround::UsualFosteringLimit),
        Choice::end(
            "approval",
            "Assessment or approval as a foster carer or adopter",
            "Approval of carers is reviewed by a panel and not through complaints.",
            Route::Approval.source(),
            Leaf::Approval,
        ),
        Choice::ask(
            "adoption",
            "Adoption",
            "The law lists which adoption functions are inside.",
            REG_4,
            QuestionId::Adoption,
        ),
        Choice::ask(
            "guardianship",
            "Support for special guardians",
            "Special guardianship support services are under the statutory procedure.",
            REG_5,
            QuestionId::Guardian,
        ),
    ],
};

pub(super) const ADOPTION: Question = Question {
    id: QuestionId::Adoption,
    title: "What about adoption?",
    say: "Is it about help with an adoption, about a child being placed or moved, or about something else?",
    hint: "",
    choices: &[
        Choice::ask(
            "support",
            "Adoption support: counselling, money, contact, therapy",
            "Adoption support services are on the list.",
            REG_4,
            QuestionId::AdoptionPerson,
        ),
        Choice::ask(
            "placing",
            "Placing a child for adoption or removing a child",
            "Placing and removing children under sections 18 to 40 of the Adoption and Children Act 2002 are on the list.",
            REG_4,
            QuestionId::AdoptionPerson,
        ),
        Choice::ask(
            "considering",
            "How the council considered adoption for a child",
            "The duties of an agency that considers adoption for a child are on the list.",
            REG_4,
            QuestionId::AdoptionPerson,
        ),
        Choice::end(
            "approval",
            "Assessment or approval of adopters",
            "Approval of adopters is reviewed by a panel or the independent review mechanism.",
            Route::Approval.source(),
            Leaf::Approval,
        ),
        Choice::end(
            "other",
            "Something else about adoption",
            "Whether this function is on the list is not certain.",
            REG_4,
            Leaf::AskAPerson(Uncertainty::AdoptionFunction),
        ),
    ],
};

pub(super) const INFORMATION: Question = Question {
    id: QuestionId::Information,
    title: "What about information?",
    say: "Is it about information on you or your child, about papers you asked the council for, or about mistakes in an assessment?",
    hint: "A data-protection complaint is split off and does not wait for the rest.",
    choices: &[
        Choice::end(
            "personal",
            "How personal information was used, kept or shared, or a request for one’s own",
            "Complaints about personal information have a way of their own in law.",
            limits::DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED.source,
            Leaf::DataProtection,
        ),
        Choice::end(
            "public",
            "A request for the council’s own information",
            "A request under the Freedom of Information Act is reviewed inside the council and then by the Commissioner.",
            Route::FreedomOfInformation.source(),
            Leaf::FreedomOfInformation,
        ),
        Choice::ask(
            "assessment",
            "An assessment or report of the children’s service that is wrong or one-sided",
            "The quality of an assessment is a matter of the service it was made for.",
            ASSESSMENT,
            QuestionId::Person,
        ),
    ],
};

pub(super) const EDUCATION: Question = Question {
    id: QuestionId::Education,
    title: "What about education?",
    say: "Is it about the school, about what the plan says, or about the council being late or not doing what the plan says?",
    hint: "",
    choices: &[
        Choice::end(
            "content",
            "What the education, health and care plan says",
            "What a plan says is for mediation and the tribunal.",
            Route::SpecialEducationalNeeds.source(),
            Leaf::EducationPlan,
        ),
        Choice::end(
            "delivery",
            "The plan came late or is not carried out",
            "Delay and delivery of a plan go to the corporate procedure.",
            Route::SpecialEducationalNeeds.source(),
            Leaf::Corporate,
        ),
        Choice::ask(
            "care",
            "Care at home or short breaks for a disabled child, whatever the plan says of it",
            "Services for a disabled child are functions under Part 3 of the Act, also where a plan mentions them.",
            PART_3,
            QuestionId::Person,
        ),
        Choice::end(
            "school",
            "The school",
            "It is about a school.",
            Route::School.source(),
            Leaf::School,
        ),
    ],
};

pub(super) const WORKER: Question = Question {
    id: QuestionId::Worker,
    title: "What about the worker?",
    say: "Would you like an answer about how you were treated, or do you want the council to take steps against the worker?",
    hint: "Answer the complaint about the service even if steps against a worker are asked for as well: make two points.",
    choices: &[
        Choice::ask(
            "behaviour",
            "How the worker behaved to a child or the family",
            "The attitude or behaviour of staff is a usual subject of a complaint about the service.",
            GUIDANCE,
            QuestionId::Person,
        ),
        Choice::end(
            "discipline",
            "Steps against the worker",
            "Discipline of staff is decided in confidence under the personnel procedure.",
            Route::Staff.source(),
            Leaf::Staff,
        ),
    ],
};
