//! Where an interview leads: every end with its letter and the next right.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Uncertainty, sources};
use crate::limits::{self, Citation, LimitId};
use crate::procedure::{Procedure, Route};

/// What becomes of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// It is handled under one of the council’s two procedures.
    Into(Procedure),
    /// It has a way of its own, which may be the corporate procedure too.
    By(Route),
    /// It is written down and answered, and is no complaint.
    Register,
    /// It is not considered, on a lawful ground and with reasons.
    NotConsidered,
    /// It goes on in the case it came from.
    NextStage,
    /// A person decides first.
    Waits(Uncertainty),
}

/// What the person may do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// How, in words to the person.
    pub how: &'static str,
    /// By when.
    pub when: When,
}

/// By when something may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Asking for the independent investigation: advice only, no right ends with it.
    NextStage,
    /// Asking for the review of a corporate complaint: the council’s own rule.
    Review,
    /// Going to the Ombudsman, who keeps the time and may waive it.
    Ombudsman,
    /// Complaining after all.
    WithinTheYear,
    /// The acknowledgement of a data-protection complaint, after which the person may press for an answer.
    Acknowledged,
    /// In words, where no limit of this product applies.
    Words(&'static str),
}

/// A text that is no code of a leaf.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no end of the interview called \"{0}\"")]
pub struct UnknownLeaf(pub String);

macro_rules! leaves {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $title:literal, $goes:expr, $source:expr,
       $letter:literal, $how:literal, $when:expr;)+) => {
        /// Where an interview ends. Recorded judgements hold its code, so a code keeps its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum Leaf {
            $($(#[$doc])* $name,)+
            /// The law leaves it to a person, or is not certain.
            AskAPerson(Uncertainty),
        }

        impl Leaf {
            const SETTLED: &[Self] = &[$(Self::$name),+];

            /// The code under which it is recorded.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                    Self::AskAPerson(uncertainty) => uncertainty.code(),
                }
            }

            /// Where it leads, in short, beginning with a small letter.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)+
                    Self::AskAPerson(uncertainty) => uncertainty.title(),
                }
            }

            /// What becomes of the point.
            pub const fn goes(self) -> Goes {
                match self {
                    $(Self::$name => $goes,)+
                    Self::AskAPerson(uncertainty) => Goes::Waits(uncertainty),
                }
            }

            /// The authority for it.
            pub const fn source(self) -> Citation {
                match self {
                    $(Self::$name => $source,)+
                    Self::AskAPerson(uncertainty) => uncertainty.source(),
                }
            }

            /// The paragraph of the letter that says which way is used and why.
            pub const fn letter(self) -> &'static str {
                match self {
                    $(Self::$name => $letter,)+
                    Self::AskAPerson(uncertainty) => uncertainty.letter(),
                }
            }

            /// What the person may do next, how and by when.
            pub const fn next_step(self) -> NextStep {
                match self {
                    $(Self::$name => NextStep { how: $how, when: $when },)+
                    Self::AskAPerson(_) => NextStep {
                        how: "If we take too long to decide this, or you think we decided wrongly, you can go to the \
                              Local Government and Social Care Ombudsman.",
                        when: When::Ombudsman,
                    },
                }
            }
        }
    };
}

leaves! {
    /// The statutory procedure.
    Statutory = "statutory", "the Children Act statutory procedure",
        Goes::Into(Procedure::ChildrenAct), sources::FACT_SHEET,
        "We deal with this under the statutory procedure for complaints about children’s social care, because it is about a \
         service that the law puts under it and you are somebody who may use it. The manager of the service answers you first.",
        "If our answer does not satisfy you, or does not come in time, ask us in any way you like for an independent \
         investigation.",
        When::NextStage;
    /// The corporate procedure.
    Corporate = "corporate", "the corporate complaints procedure",
        Goes::Into(Procedure::Corporate), sources::CODE,
        "We deal with this under the council’s own complaints procedure, because the statutory procedure for children’s social \
         care does not cover it. It is looked at just as seriously, in two stages.",
        "If our answer does not satisfy you, ask us for a review by somebody else. After that you can go to the Ombudsman.",
        When::Review;
    /// Child protection enquiries.
    ChildProtection = "child_protection", "the corporate procedure, as a child protection enquiry",
        Goes::By(Route::ChildProtection), sources::REG_3,
        "This is about an enquiry into a child’s safety. The law leaves such enquiries out of the statutory procedure, so we \
         deal with it under the council’s own complaints procedure.",
        "If our answer does not satisfy you, ask us for a review by somebody else. After that you can go to the Ombudsman.",
        When::Review;
    /// A child protection conference.
    Conference = "conference", "the conference complaints procedure of the safeguarding partnership",
        Goes::By(Route::ChildProtectionConference), Route::ChildProtectionConference.source(),
        "This is about a child protection conference, which several agencies hold together. Complaints about how it was run, \
         what it decided or the kind of plan it made have a procedure of their own. The conference’s decision stands meanwhile. \
         You may bring a supporter.",
        "Tell the chair of the conference or us that you wish to use that procedure, and we will pass it on.",
        When::Words("The partnership’s procedure gives the time; ask us for it, and ask soon.");
    /// A report for a court.
    CourtReport = "court_report", "the corporate procedure or the court, as a report for the court",
        Goes::By(Route::CourtReport), sources::FACT_SHEET,
        "This is about a report that we wrote for a court. The statutory procedure does not cover such reports. The court can \
         hear what you say about it while the case goes on; how we went about it we look at under the council’s own complaints \
         procedure.",
        "Tell your solicitor or the court what you think is wrong with the report. If you are not satisfied with our answer, ask \
         us for a review.",
        When::Review;
    /// What happened in court.
    Court = "court", "the court, with legal advice",
        Goes::By(Route::Court), sources::COURT_BARRED,
        "This is about what happened in court or what the court decided. No complaints procedure can change that, and the \
         Ombudsman cannot look at it.",
        "A solicitor or Citizens Advice can tell you whether you can appeal or ask the court to change its order.",
        When::Words("The court’s rules set the time, which may be short: take advice at once.");
    /// Approval of carers.
    Approval = "approval", "the panel or the independent review mechanism, as an approval",
        Goes::By(Route::Approval), Route::Approval.source(),
        "This is about being assessed or approved as a foster carer or adopter. Such decisions are reviewed by a panel, not \
         through complaints.",
        "You can make your case to the agency’s panel or apply to the independent review mechanism, as our decision letter says.",
        When::Words("The decision letter names the last day.");
    /// Discipline of staff.
    Staff = "staff", "the personnel procedure, in confidence",
        Goes::By(Route::Staff), Route::Staff.source(),
        "You asked for a worker to be disciplined. Whether that happens is decided under our rules for staff, in confidence, \
         and we cannot tell you the result. How you or your child were treated you can still complain about, and you will have \
         an answer to that.",
        "Tell us if you also wish to complain about how you or your child were treated.",
        When::WithinTheYear;
    /// Data protection.
    DataProtection = "data_protection", "the data-protection complaint procedure",
        Goes::By(Route::DataProtection), limits::DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED.source,
        "This is about personal information: how we used, kept or shared it, or answered a request for it. The law gives such \
         complaints a way of their own, and it does not wait for the rest of your complaint.",
        "We look into it and tell you the result. If that does not satisfy you, you can go to the Information Commissioner.",
        When::Acknowledged;
    /// Freedom of information.
    FreedomOfInformation = "freedom_of_information", "an internal review of a freedom of information request",
        Goes::By(Route::FreedomOfInformation), Route::FreedomOfInformation.source(),
        "This is about how we answered a request under the Freedom of Information Act. Another officer reviews it.",
        "If the review does not satisfy you, you can go to the Information Commissioner.",
        When::Words("Ask for the review as soon as you can; our answer to your request names the last day.");
    /// An offence and nothing else.
    Police = "police", "the police",
        Goes::By(Route::Crime), Route::Crime.source(),
        "What you told us may be an offence, which the police look into. You did not wish to complain about the council.",
        "Ring 101, or 999 if somebody is in danger. If you later wish to complain about what the council did, tell us.",
        When::WithinTheYear;
    /// An education, health and care plan.
    EducationPlan = "education_plan", "mediation or the tribunal, as the content of a plan",
        Goes::By(Route::SpecialEducationalNeeds), Route::SpecialEducationalNeeds.source(),
        "This is about what an education, health and care plan says. You can ask for mediation and appeal to the tribunal, \
         which can change the plan; a complaints procedure cannot.",
        "Contact the mediation adviser named in the letter that came with the plan.",
        When::Words("The letter that came with the plan names the last day to appeal.");
    /// A school.
    School = "school", "the school’s own procedure",
        Goes::By(Route::School), Route::School.source(),
        "This is about a school. Schools answer complaints about themselves under a procedure of their own.",
        "Ask the school for its complaints procedure; it must have one. We will give you the address.",
        When::Words("The school’s procedure gives the time.");
    /// Adult social care.
    AdultSocialCare = "adult_social_care", "the adult social care procedure",
        Goes::By(Route::AdultSocialCare), Citation::read("SI 2009/309"),
        "This is about care for an adult. It has a procedure of its own, and with your agreement we pass it on to that team.",
        "If that answer does not satisfy you, you can go to the Ombudsman.",
        When::Ombudsman;
    /// Another body.
    OtherBody = "other_body", "the other agency, with consent",
        Goes::By(Route::OtherBody), Route::OtherBody.source(),
        "This is about a body that is not this council and was not working for it. With your agreement we pass it on. Where it \
         also touches our work, you will have one answer from both.",
        "Tell us whether we may pass it on, or write to that body yourself; we will give you the address.",
        When::Words("That body’s procedure gives the time.");
    /// Compensation and nothing else.
    Claim = "claim", "the insurance or legal service",
        Goes::By(Route::Claim), Route::Claim.source(),
        "You asked for compensation and for nothing else. Our insurance service looks at such claims. You can complain about \
         what happened as well, whatever becomes of the claim.",
        "Send the claim to our insurance service; take advice if it is large.",
        When::Words("The law limits how long one may wait with a claim: take advice soon.");
    /// A registered home or agency.
    RegisteredProvider = "registered_provider", "the provider’s own procedure",
        Goes::By(Route::RegisteredProvider), Route::RegisteredProvider.source(),
        "This is about a registered home or agency that was not providing a service for this council. It has its own complaints \
         procedure.",
        "Ask the provider for its procedure. You can tell Ofsted of your concern.",
        When::Words("You can go to Ofsted at any time.");
    /// A voluntary organisation that accommodates the child.
    VoluntaryOrganisation = "voluntary_organisation", "the statutory procedure as the voluntary organisation runs it",
        Goes::By(Route::OtherBody), sources::VOLUNTARY,
        "The voluntary organisation that the child lives with has to run the statutory procedure itself for what it does. With \
         your agreement we pass your complaint on to it.",
        "If the organisation does not take it up, tell us, and we will take it up with the organisation.",
        When::WithinTheYear;
    /// A worker’s concern.
    Whistleblowing = "whistleblowing", "the whistleblowing policy",
        Goes::By(Route::Whistleblowing), Route::Whistleblowing.source(),
        "You raise a concern from your own work. The whistleblowing policy protects you for doing so, which a complaints \
         procedure does not.",
        "Speak to one of the people named in the policy; you may do so in confidence.",
        When::Words("At any time; the sooner the better.");
    /// A colleague in another agency.
    Professional = "professional", "the agencies’ escalation policy",
        Goes::By(Route::OtherBody), sources::ESCALATION_POLICY,
        "You write as somebody working with the family in another agency. Disagreements between agencies go through the \
         partnership’s escalation policy, so that they are settled quickly and the family need not complain.",
        "Raise it with your line manager, who takes it up with ours.",
        When::Words("The policy gives the time, counted in days.");
    /// A child’s safety and nothing else.
    Safeguarding = "safeguarding", "safeguarding, as a concern and no complaint",
        Goes::By(Route::Safeguarding), Route::Safeguarding.source(),
        "You told us of a concern for a child’s safety and said that you do not complain about the council. We passed it on at \
         once to the team that protects children.",
        "Ring again at any time if you are still worried. If you become dissatisfied with what the council does, you can complain.",
        When::WithinTheYear;
    /// A councillor or member of Parliament.
    ElectedMember = "elected_member", "the register of enquiries of elected members",
        Goes::Register, sources::LOCAL,
        "We answer your letter as the enquiry of an elected member. If the person you write for wishes to complain, they can, \
         and we have told you how.",
        "Tell us if the person wishes to complain; with their agreement you can speak for them.",
        When::WithinTheYear;
    /// Praise, a suggestion, a question.
    Register = "register", "the register of compliments, comments and enquiries",
        Goes::Register, sources::GUIDANCE,
        "Thank you for telling us. We wrote it down and passed it on to the people it is about. If you asked something, you will \
         have an answer.",
        "If you are ever dissatisfied, you can complain, in any way you like.",
        When::WithinTheYear;
    /// Nobody says who they are.
    Anonymous = "anonymous", "the complaints manager, as an anonymous complaint",
        Goes::Register, sources::GUIDANCE_ANONYMOUS,
        "A complaint reached us without a name. It is written down and the complaints manager looks at it like any other, and \
         passes it on to safeguarding or the police where that is needed. Without a name nobody can be answered.",
        "Whoever wrote can give a name at any time, also in confidence; the complaint is then considered under the procedure \
         that fits it.",
        When::WithinTheYear;
    /// Through every stage already.
    AlreadyConsidered = "already_considered", "the Ombudsman, having been through every stage",
        Goes::NotConsidered, sources::GUIDANCE,
        "This same complaint has been through every stage with us, so we cannot consider it again.",
        "You can go to the Local Government and Social Care Ombudsman.",
        When::Ombudsman;
    /// A complaint that was answered at a stage.
    NextStage = "next_stage", "the next stage of the same complaint",
        Goes::NextStage, sources::NEXT_STAGE,
        "We have answered this complaint at one stage, and it goes on to the next because you asked for it. We may not refuse \
         that because we think that nothing can be added.",
        "You need give no reasons. If the next stage does not start, you can go to the Ombudsman.",
        When::Ombudsman;
    /// Interest not sufficient.
    NoSufficientInterest = "no_sufficient_interest", "not considered: no sufficient interest",
        Goes::NotConsidered, sources::REG_12,
        "We decided that your interest in the child’s welfare is not close enough for the law to let you complain about this. \
         We therefore do nothing further on it. Where it was right to do so we asked the child first and told the child.",
        "If you think we decided wrongly, you can go to the Local Government and Social Care Ombudsman.",
        When::Ombudsman;
    /// Late, and the exception does not apply.
    OutOfTime = "out_of_time", "not considered: out of time",
        Goes::NotConsidered, sources::REG_9,
        "This happened more than a year before you told us. We weighed what kept you from coming sooner, and whether we could \
         still look into it effectively and fairly, and decided that we cannot take it up. Our reasons are set out here.",
        "If you think we decided wrongly, you can go to the Local Government and Social Care Ombudsman.",
        When::Ombudsman;
}

impl Leaf {
    /// Every end.
    pub fn all() -> impl Iterator<Item = Self> {
        let uncertain = Uncertainty::ALL.iter().copied().map(Self::AskAPerson);
        Self::SETTLED.iter().copied().chain(uncertain)
    }

    /// The procedure a point is handled under when it ends here; `None` where it leaves both, or nobody knows yet.
    pub const fn procedure(self) -> Option<Procedure> {
        match self.goes() {
            Goes::Into(procedure) => Some(procedure),
            Goes::By(Route::ChildProtection | Route::CourtReport) => Some(Procedure::Corporate),
            Goes::By(_)
            | Goes::Register
            | Goes::NotConsidered
            | Goes::NextStage
            | Goes::Waits(_) => None,
        }
    }
}

impl NextStep {
    /// By when, as a sentence.
    pub fn by_when(&self) -> String {
        let length = self
            .when
            .limit()
            .map(|id| limits::of(id).length.to_string())
            .unwrap_or_default();
        match self.when {
            When::NextStage => format!(
                "It helps to ask within {length} of having our answer; asking later takes no right away."
            ),
            When::Review => {
                format!("We ask you to do so within {length} of having our answer.")
            }
            When::Ombudsman => format!(
                "The Ombudsman normally wants to hear from you within {length} of your learning of the matter."
            ),
            When::WithinTheYear => format!(
                "A complaint should reach us within {length} of what it is about; a later one can still be considered in some \
                 cases."
            ),
            When::Acknowledged => {
                format!("We acknowledge it within {length} of receiving it.")
            }
            When::Words(words) => words.to_owned(),
        }
    }
}

impl When {
    /// The time limit it is counted by; its days are written there and nowhere else.
    pub const fn limit(self) -> Option<LimitId> {
        match self {
            Self::NextStage => Some(LimitId::InvestigationRequest),
            Self::Review => Some(LimitId::CorporateReviewRequest),
            Self::Ombudsman => Some(LimitId::OmbudsmanComplaint),
            Self::WithinTheYear => Some(LimitId::MadeWithinAYear),
            Self::Acknowledged => Some(LimitId::DataProtectionAcknowledgement),
            Self::Words(_) => None,
        }
    }
}

impl fmt::Display for Leaf {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.title())
    }
}

impl FromStr for Leaf {
    type Err = UnknownLeaf;

    fn from_str(code: &str) -> Result<Self, UnknownLeaf> {
        Self::all()
            .find(|leaf| leaf.code() == code)
            .ok_or_else(|| UnknownLeaf(code.to_owned()))
    }
}

impl TryFrom<String> for Leaf {
    type Error = UnknownLeaf;

    fn try_from(code: String) -> Result<Self, UnknownLeaf> {
        code.parse()
    }
}

impl From<Leaf> for String {
    fn from(leaf: Leaf) -> Self {
        leaf.code().to_owned()
    }
}
