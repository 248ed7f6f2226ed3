//! Every reason for which the rules say no, in words a caseworker can read, with what would help.
//!
//! A refusal is an answer, not an error: it is shown where the question was asked and never logged
//! as a failure.

mod contact;
mod decision;
mod drafting;
mod escalation;
mod investigation;
mod learning;
mod protection;
mod review_panel;
mod subject_access;

pub use contact::ContactFault;
pub use decision::DecisionFault;
pub use drafting::DraftFault;
pub use escalation::EscalationFault;
pub use investigation::InvestigationFault;
pub use learning::LearningFault;
pub use protection::ProtectionFault;
pub use review_panel::PanelFault;
pub use subject_access::SubjectAccessFault;

use jiff::civil::Date;
use statute::dates::short_date;
use statute::procedure::Role;
use statute::working_days::BeyondCalendar;

use crate::advocacy::AdvocateBar;
use crate::case::Stage;
use crate::closure::NoticeFault;
use crate::ombudsman::{EarlyCondition, RemedyNumber};
use crate::point::PointNumber;
use crate::remedy::RemedyKind;
use crate::review_panel::Tie;

/// Why an action cannot be taken now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    // Dates.
    /// The day lies after today.
    #[error("{what} cannot be on {}: that is after today, {}", short_date(*.on), short_date(*.today))]
    InTheFuture {
        /// What was to have happened.
        what: &'static str,
        /// The day given.
        on: Date,
        /// Today.
        today: Date,
    },
    /// The day lies before something that must come first.
    #[error("{what} cannot be on {}: {earliest} was on {}", short_date(*.on), short_date(*.earliest_on))]
    BeforeItCould {
        /// What was to have happened.
        what: &'static str,
        /// The day given.
        on: Date,
        /// What must come first.
        earliest: &'static str,
        /// The day that happened.
        earliest_on: Date,
    },
    /// A date cannot be computed because the bank holidays of its year are not known.
    #[error(transparent)]
    BeyondCalendar(#[from] BeyondCalendar),

    // The state of the case.
    /// The case has been closed.
    #[error("the case was closed on {}", short_date(*.0))]
    Closed(Date),
    /// The case is not at the stage this belongs to.
    #[error("{action} belongs to {belongs}, and the case is at {at}")]
    NotAtThisStage {
        /// What was asked.
        action: &'static str,
        /// Where it belongs.
        belongs: &'static str,
        /// Where the case is.
        at: &'static str,
    },
    /// It has been done already.
    #[error("{what} was already recorded on {}", short_date(*.on))]
    AlreadyDone {
        /// What.
        what: &'static str,
        /// When.
        on: Date,
    },
    /// The case is not of the kind this is for.
    #[error("{action} is for {wanted}; this is {is}")]
    WrongKind {
        /// What was asked.
        action: &'static str,
        /// The kind it is for.
        wanted: &'static str,
        /// What the case is.
        is: &'static str,
    },
    /// Something has to come first.
    #[error("{0}")]
    NotYet(NotYet),

    // Intake.
    /// A complaint without a complainant.
    #[error("a complaint needs at least one complainant")]
    NobodyComplains,
    /// A complainant in the statutory procedure without a legal ground.
    #[error("complainant {0} has no ground to use the statutory procedure")]
    NoGround(usize),
    /// A contact of nobody about nothing.
    #[error("there is nobody and nothing to sort later")]
    NothingToSort,
    /// A complaint without a point.
    #[error("a complaint needs at least one point")]
    NoPoints,
    /// A point without a category.
    #[error("point {} has no category", .0.0)]
    PointWithoutCategory(PointNumber),
    /// A correction that changes nothing.
    #[error("the complaint stands there already")]
    PlaceUnchanged,
    /// A code that the authority's list does not have.
    #[error("\"{code}\" is not in the list of {list}: {known}")]
    NotInTheList {
        /// Which list.
        list: &'static str,
        /// The code given.
        code: String,
        /// The codes there are.
        known: String,
    },
    /// More than a year after the grounds arose, and no reasons for taking it.
    #[error(
        "the grounds arose on {}, so the year ended on {}; the complaint came on {}",
        short_date(*.arose_on), short_date(*.until), short_date(*.received_on)
    )]
    OutOfTime {
        /// When the grounds arose.
        arose_on: Date,
        /// The last day of the year.
        until: Date,
        /// When it was received.
        received_on: Date,
    },
    /// A judgement of the procedure for no point.
    #[error("no point was chosen")]
    NoPointChosen,
    /// A person who is not of this case.
    #[error("that {0} is not in this case")]
    NotInTheCase(&'static str),
    /// The interview about the procedure has a question open.
    #[error("the interview is not finished; still to be answered: {0}")]
    InterviewNotFinished(&'static str),
    /// The answer about time does not go with the dates.
    #[error(
        "the answer about time does not go with the dates: the matter arose on {}, so the year ended on {}; the complaint \
         came on {}",
        short_date(*.arose_on), short_date(*.until), short_date(*.received_on)
    )]
    AnswerAgainstDates {
        /// When the matter arose.
        arose_on: Date,
        /// The last day of the year.
        until: Date,
        /// When it was received.
        received_on: Date,
    },
    /// Stage 1 was answered under the statutory procedure, so the point stays there.
    #[error("Stage 1 was answered under the statutory procedure on {}, so the point stays there", short_date(*.0))]
    AcceptedAtStage1(Date),
    /// The person proposed to answer is complained about.
    #[error("a person complained about cannot answer the complaint")]
    ComplainedAbout,

    // Decisions before a stage and beside it.
    /// A decision that cannot be taken, or not so.
    #[error(transparent)]
    Decision(#[from] DecisionFault),

    // People.
    /// Somebody’s contact cannot be restricted, or not so.
    #[error(transparent)]
    Contact(#[from] ContactFault),
    /// Somebody’s contact cannot be protected, or the protection not be lifted.
    #[error(transparent)]
    Protection(#[from] ProtectionFault),

    // Local resolution.
    /// Stage 1 has been extended once.
    #[error("Stage 1 was already extended, to {}", short_date(*.0))]
    AlreadyExtended(Date),
    /// The new day is past the most that the law allows.
    #[error("{} is later than the latest day allowed, {}", short_date(*.asked), short_date(*.latest))]
    PastTheCeiling {
        /// The day asked for.
        asked: Date,
        /// The latest day.
        latest: Date,
    },
    /// The new day is not after the one it replaces.
    #[error("{} is not later than the present due date, {}", short_date(*.asked), short_date(*.due))]
    NotAnExtension {
        /// The day asked for.
        asked: Date,
        /// The present due date.
        due: Date,
    },
    /// A point is left without an answer.
    #[error("point {} is not answered", .0.0)]
    PointUnanswered(PointNumber),
    /// A finding for a point that the case does not have.
    #[error("there is no point {} in this case", .0.0)]
    NoSuchPoint(PointNumber),
    /// Two findings for one point.
    #[error("point {} is answered twice", .0.0)]
    AnsweredTwice(PointNumber),
    /// Something about the drafts of the answer, or who helps with it.
    #[error(transparent)]
    Draft(#[from] DraftFault),

    // Appointments.
    /// One person in two seats that must be two people's.
    #[error("{first} and {second} must be different people")]
    SamePerson {
        /// One seat.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// One person in two parts that exclude each other, anywhere in the case.
    #[error("nobody can be {part} who is {other} in the same case")]
    Barred {
        /// The part asked for.
        part: Role,
        /// The part already played, or asked for with it.
        other: Role,
        /// Where the rule stands.
        rule: &'static str,
    },

    /// A member of the panel who declared a tie.
    #[error("{seat} is {}", .tie.label())]
    NotIndependent {
        /// Whose seat.
        seat: &'static str,
        /// The tie.
        tie: Tie,
    },

    /// One of the five bars against an advocate holds.
    #[error("the advocate {}", .0.label())]
    AdvocateBarred(AdvocateBar),
    /// The Act gives this person no advocate.
    #[error(
        "this person has no right to an advocate under the Act: they are neither the child nor a young person"
    )]
    NoStatutoryAdvocate,

    // Ombudsman.
    /// A condition for going to the Ombudsman without a panel does not hold.
    #[error("an early referral needs every condition, and one is missing: {}", lower_first(.0.label()))]
    EarlyReferralNeeds(EarlyCondition),
    /// A remedy is not done, or its evidence was not sent.
    #[error("remedy {} is not done with its evidence sent", .0.0)]
    RemedyNotDone(RemedyNumber),
    /// A remedy that the decision does not have.
    #[error("there is no remedy {} in the Ombudsman’s decision", .0.0)]
    NoSuchRemedy(RemedyNumber),
    /// The complaint has been through the stage, or cannot reach it.
    #[error("the complaint cannot go back to {}", .0.label())]
    CannotGoBack(Stage),
    // The stages.
    /// The way to the next stage is not open, or cannot be refused.
    #[error(transparent)]
    Escalation(#[from] EscalationFault),
    /// A subject access request cannot be given longer.
    #[error(transparent)]
    SubjectAccess(#[from] SubjectAccessFault),
    /// Something is missing at Stage 2.
    #[error(transparent)]
    Investigation(#[from] InvestigationFault),
    /// Something is missing at Stage 3, or about recommendations.
    #[error(transparent)]
    Panel(#[from] PanelFault),

    // Redress.
    /// A payment without its particulars, or particulars of a payment for something else.
    #[error("{}", if .0.is_a_payment() {
        "a payment needs an amount, the power by which it is made, and who approved it"
    } else {
        "this remedy is no payment, and an amount is given"
    })]
    PaymentOrNot(RemedyKind),
    /// A remedy that was not agreed in this case.
    #[error("no remedy {} was agreed in this case", .0.0)]
    NoAgreedRemedy(RemedyNumber),
    // Learning.
    /// Something about learning cannot be recorded, or not so.
    #[error(transparent)]
    Learning(#[from] LearningFault),
    // Calendar.
    /// Counted again, every due date is the one that was decided.
    #[error("no due date of this case changes when it is counted again")]
    NothingMoves,

    // Ending.
    /// A letter does not tell the complainant what may be done next, or tells it wrongly.
    #[error(transparent)]
    NoticeOfRights(NoticeFault),
    /// A case cannot be closed while a duty is open.
    #[error("the case cannot be closed yet: {0}")]
    NotReadyToClose(&'static str),
}

/// What has to come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// The case has not been recorded.
    #[error("the case has not been recorded")]
    Recorded,
    /// The case is still open.
    #[error("the case is not closed")]
    Closed,
    /// The time for the answer has not begun.
    #[error("the complaint has not been acknowledged, so the time for the answer does not run")]
    Acknowledged,
    /// Nobody has answered yet.
    #[error("there is no response at this stage yet")]
    Answered,
    /// A pause that the complainant has not agreed to in writing.
    #[error("the complainant has not agreed to it in writing")]
    AgreedInWriting,
    /// No request for the next stage is open.
    #[error("nobody has asked for the next stage")]
    Asked,
    /// A part that a notice must have.
    #[error("the notice does not give {0}")]
    InTheNotice(&'static str),
    /// A part that a decision must have.
    #[error("the decision does not say {0}")]
    InTheDecision(&'static str),
    /// Somebody has to be told.
    #[error("{0} has not been told")]
    Told(&'static str),
    /// No such deferral.
    #[error("there is no such deferral in this case")]
    Deferred,
    /// The proceedings have not ended.
    #[error("the proceedings have not ended")]
    ProceedingsEnded,
    /// Points that come back as another complaint, which is not recorded.
    #[error(
        "the other points have gone on to a later stage, so these need a complaint of their own"
    )]
    RecordedElsewhere,
    /// Another complaint is named for points that stay here.
    #[error("the points are considered in this case, so no other complaint is named")]
    Resumed,
    /// The child has not agreed.
    #[error("the child has not agreed before")]
    Agreed,
    /// Nobody to review.
    #[error("nobody is appointed to review the complaint")]
    ReviewerAppointed,
    /// No Investigating Officer and Independent Person.
    #[error("the Investigating Officer and the Independent Person are not appointed")]
    InvestigatorsAppointed,
    /// No written statement was sent.
    #[error("no statement of complaint has been sent")]
    StatementSent,
    /// The two reports are not both in.
    #[error("the reports of the Investigating Officer and the Independent Person are not both in")]
    BothReported,
    /// No panel.
    #[error("the Review Panel is not appointed")]
    PanelAppointed,
    /// The panel has not met.
    #[error("the Review Panel has not met")]
    PanelMet,
    /// The panel has not reported.
    #[error("the Review Panel’s report has not been received")]
    PanelReported,
    /// No Ombudsman case is open.
    #[error("the Ombudsman has no open case here")]
    WithTheOmbudsman,
    /// No enquiry of the Ombudsman is open.
    #[error("no enquiry of the Ombudsman waits for a reply")]
    OmbudsmanEnquired,
    /// The Ombudsman has not decided.
    #[error("the Ombudsman has not decided")]
    OmbudsmanDecided,
    /// The Ombudsman issued no public report.
    #[error("the Ombudsman issued no public report")]
    OmbudsmanReported,
    /// No advocate to end with.
    #[error("this advocate does not help this child")]
    AdvocateAppointed,
}

impl Refusal {
    /// What would help.
    pub fn mend(&self) -> &'static str {
        match self {
            Self::InTheFuture { .. } => "Give today or an earlier day.",
            Self::BeforeItCould { .. } => "Check both dates; correct the one that is wrong.",
            Self::BeyondCalendar(_) => {
                "Load the bank holidays of that year, then try again. Heard never guesses a date."
            }
            Self::Closed(_) => {
                "Ask for the next stage to open the case again, or record a new complaint."
            }
            Self::NotAtThisStage { .. } | Self::NotYet(_) => {
                "See the case file for what can be done now."
            }
            Self::AlreadyDone { .. } => "See the timeline for what was recorded and by whom.",
            Self::WrongKind { .. } => "See the case file for what can be done with this case.",
            Self::NobodyComplains => {
                "Add the person who complains, or record an anonymous complaint."
            }
            Self::NoGround(_) => {
                "Choose the ground, or use the corporate procedure if there is none."
            }
            Self::NothingToSort => {
                "Enter a name, a way to reach them, or a few words of what was said. One of them is enough."
            }
            Self::NoPoints => "Write down what the complaint is about, one point at a time.",
            Self::PointWithoutCategory(_) => "Choose at least one category for the point.",
            Self::PlaceUnchanged => "Choose another area, team or provider.",
            Self::NotInTheList { .. } => {
                "Use one of the codes listed, or add it to the authority’s settings."
            }
            Self::OutOfTime { .. } => {
                "Weigh the delay first: take the late points with reasons on both questions of the exception, or \
                 refuse them in writing and name the Ombudsman."
            }
            Self::NoPointChosen => "Choose the points the answers are about.",
            Self::NotInTheCase(_) => "Choose one of the people of this case.",
            Self::InterviewNotFinished(_) => {
                "Answer it. Where nobody knows, choose the answer that asks a person to decide."
            }
            Self::AnswerAgainstDates { .. } => "Correct the date or the answer.",
            Self::AcceptedAtStage1(_) => {
                "Go on to the next stage when the complainant asks. What is new and belongs elsewhere is recorded as a \
                 complaint of its own."
            }
            Self::ComplainedAbout => "Choose another manager of the service.",
            Self::Decision(fault) => fault.mend(),
            Self::Contact(fault) => fault.mend(),
            Self::Protection(fault) => fault.mend(),
            Self::AlreadyExtended(_) => {
                "Tell the complainant that they may ask for Stage 2 now, or agree with them to wait; the answer will \
                 count as late."
            }
            Self::PastTheCeiling { .. } => "Choose an earlier day.",
            Self::NotAnExtension { .. } => "Choose a later day, or leave the date as it is.",
            Self::PointUnanswered(_) => "Give a finding for every point, or mark it as withdrawn.",
            Self::NoSuchPoint(_) | Self::AnsweredTwice(_) => "Answer each point of the case once.",
            Self::Draft(fault) => fault.mend(),
            Self::SamePerson { .. } | Self::Barred { .. } => "Choose somebody else.",
            Self::NoticeOfRights(_) => {
                "Put the paragraph shown into the letter, then record the letter as it was sent."
            }
            Self::NotIndependent { tie, .. } => {
                if tie.bars() {
                    "Choose somebody else."
                } else {
                    "Choose somebody else, or write down why this person sits all the same."
                }
            }
            Self::Escalation(fault) => fault.mend(),
            Self::SubjectAccess(fault) => fault.mend(),
            Self::Investigation(fault) => fault.mend(),
            Self::Panel(fault) => fault.mend(),
            Self::AdvocateBarred(_) => "Help the child to find somebody else.",
            Self::NoStatutoryAdvocate => {
                "Choose the child or young person. Parents and carers may bring a supporter of their own."
            }
            Self::EarlyReferralNeeds(_) => {
                "Without all six the complaint goes to a Review Panel if the complainant asks for one."
            }
            Self::RemedyNotDone(_) => {
                "Record each remedy when it is done and its evidence was sent."
            }
            Self::NoSuchRemedy(_) => "Choose one of the remedies of the decision.",
            Self::CannotGoBack(_) => "Choose a stage that the complaint has not been through.",
            Self::PaymentOrNot(_) => {
                "Give all particulars of a payment, or choose another kind of remedy."
            }
            Self::NoAgreedRemedy(_) => "Choose one of the remedies of the case.",
            Self::Learning(fault) => fault.mend(),
            Self::NothingMoves => {
                "Nothing has to be done: the bank holidays announced do not touch this case."
            }
            Self::NotReadyToClose(_) => {
                "Do that first, or withdraw the complaint if that is what happened."
            }
        }
    }

    /// Where the rule stands; `None` where it follows from sense and not from a source.
    pub fn source(&self) -> Option<&'static str> {
        match self {
            Self::BeyondCalendar(_) | Self::NothingMoves => {
                Some("SI 2006/1738 reg 2, \"working day\"")
            }
            Self::NobodyComplains | Self::NoGround(_) => {
                Some("Children Act 1989 s.26(3) to (3C) and s.24D")
            }
            Self::NoPoints | Self::PointWithoutCategory(_) | Self::NothingToSort => {
                Some("SI 2006/1738 reg 13(1)")
            }
            Self::InterviewNotFinished(_) => Some("LGSCO fact sheet on the procedure"),
            Self::AcceptedAtStage1(_) => Some("LGSCO decisions 22 008 976 and 21 018 463"),
            Self::OutOfTime { .. } | Self::AnswerAgainstDates { .. } => Some("SI 2006/1738 reg 9"),
            Self::NotYet(missing) => missing.source(),
            Self::ComplainedAbout => Some("Getting the Best from Complaints, local resolution"),
            Self::AlreadyExtended(_)
            | Self::PastTheCeiling { .. }
            | Self::NotAnExtension { .. } => Some("SI 2006/1738 regs 14(5) and 17(6)"),
            Self::Decision(fault) => fault.source(),
            Self::Contact(fault) => Some(fault.source()),
            Self::Protection(_) => Some(protection::SOURCE),
            Self::PointUnanswered(_) | Self::NoSuchPoint(_) | Self::AnsweredTwice(_) => {
                Some("SI 2006/1738 reg 13(1): the outcome of each representation")
            }
            Self::Draft(fault) => Some(fault.source()),
            Self::SamePerson { .. } => Some("SI 2006/1738 regs 17(2) and 19(2)"),
            Self::Barred { rule, .. } => Some(rule),
            Self::NoticeOfRights(fault) => Some(fault.source()),
            Self::NotIndependent { tie, .. } => Some(if tie.bars() {
                "SI 2006/1738 regs 2 and 19(2)"
            } else {
                "Getting the Best from Complaints (2006), Stage 3"
            }),
            Self::Escalation(fault) => Some(fault.source()),
            Self::SubjectAccess(_) => Some(subject_access::SOURCE),
            Self::Investigation(fault) => Some(fault.source()),
            Self::Panel(fault) => Some(fault.source()),
            Self::AdvocateBarred(_) => Some(AdvocateBar::SOURCE),
            Self::NoStatutoryAdvocate => Some("Children Act 1989 s.26A(1) and (2)"),
            Self::EarlyReferralNeeds(_) => Some(EarlyCondition::SOURCE),
            Self::RemedyNotDone(_) | Self::NoSuchRemedy(_) | Self::CannotGoBack(_) => {
                Some("Local Government Act 1974 s.31")
            }
            Self::PaymentOrNot(_) | Self::NoAgreedRemedy(_) => {
                Some("Local Government Act 2000 s.92")
            }
            Self::Learning(_) => Some(learning::SOURCE),
            Self::NotReadyToClose(_) => Some("SI 2006/1738 regs 15 and 17"),
            Self::InTheFuture { .. }
            | Self::BeforeItCould { .. }
            | Self::Closed(_)
            | Self::NotAtThisStage { .. }
            | Self::AlreadyDone { .. }
            | Self::WrongKind { .. }
            | Self::NoPointChosen
            | Self::NotInTheCase(_)
            | Self::PlaceUnchanged
            | Self::NotInTheList { .. } => None,
        }
    }
}

/// A label as it stands within a sentence.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// Where a corporate review is described.
const REVIEW: &str = "LGSCO Complaint Handling Code (2024)";

impl NotYet {
    /// Where the rule stands; `None` where it follows from sense and not from a source.
    fn source(self) -> Option<&'static str> {
        let of_a_deferral = matches!(
            self,
            Self::InTheNotice(_)
                | Self::Deferred
                | Self::ProceedingsEnded
                | Self::RecordedElsewhere
                | Self::Resumed
        );
        if of_a_deferral {
            Some("SI 2006/1738 reg 8")
        } else if matches!(self, Self::InTheDecision(_) | Self::Told(_)) {
            Some("SI 2006/1738 regs 9 and 12")
        } else if matches!(self, Self::ReviewerAppointed) {
            Some(REVIEW)
        } else {
            None
        }
    }
}
