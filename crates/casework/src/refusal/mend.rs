//! What would help against each refusal, and where it comes from.

use super::Refusal;
use crate::advocacy::AdvocateBar;
use crate::ombudsman::EarlyCondition;

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
            Self::NoPoints => "Write down what the complaint is about, one point at a time.",
            Self::PointWithoutCategory(_) => "Choose at least one category for the point.",
            Self::NotInTheList { .. } => {
                "Use one of the codes listed, or add it to the authority's settings."
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
            Self::AlreadyExtended(_) => {
                "Tell the complainant that they may ask for Stage 2 now, or agree with them to wait; the answer will \
                 count as late."
            }
            Self::PastTheCeiling { .. } => "Choose an earlier day.",
            Self::NotAnExtension { .. } => "Choose a later day, or leave the date as it is.",
            Self::PointUnanswered(_) => "Give a finding for every point, or mark it as withdrawn.",
            Self::NoSuchPoint(_) | Self::AnsweredTwice(_) => "Answer each point of the case once.",
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
            Self::StillInTime(_)
            | Self::NotToldOfStage2
            | Self::NoLawfulGround(_)
            | Self::SecondPerson => self.mend_of_escalating(),
            Self::PointDropped(_)
            | Self::ReplacedWithoutReason(_)
            | Self::InvestigatorsNotChecked
            | Self::FindingWithoutReasons(_)
            | Self::NotSatisfiedWithoutRemarks
            | Self::DepartsWithoutReasons(_)
            | Self::PackIncomplete(_) => self.mend_of_investigating(),
            Self::EarlyReferralNeeds(_)
            | Self::LateForAPanel { .. }
            | Self::PaperMissing(_)
            | Self::CouldNotSpeak(_)
            | Self::RecommendationUndecided(_)
            | Self::RecommendationWithoutReasons(_)
            | Self::NoSuchRecommendation(_)
            | Self::DecidedTwice(_)
            | Self::NotWithTheIndependentPerson => self.mend_of_the_panel(),
            Self::AdvocateBarred(_) => "Help the child to find somebody else.",
            Self::NoStatutoryAdvocate => {
                "Choose the child or young person. Parents and carers may bring a supporter of their own."
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
            Self::NothingMoves => {
                "Nothing has to be done: the bank holidays announced do not touch this case."
            }
            Self::NotReadyToClose(_) => {
                "Do that first, or withdraw the complaint if that is what happened."
            }
        }
    }

    /// What would help where the next stage is concerned.
    const fn mend_of_escalating(&self) -> &'static str {
        if matches!(self, Self::StillInTime(_)) {
            "Wait until that day has passed, or send the answer."
        } else if matches!(self, Self::NotToldOfStage2) {
            "Offer Stage 2 first."
        } else if matches!(self, Self::SecondPerson) {
            "Ask a colleague to agree, and choose them."
        } else {
            "Record the request and start the next stage: it is a right of the complainant."
        }
    }

    /// What would help at Stage 2.
    const fn mend_of_investigating(&self) -> &'static str {
        if matches!(self, Self::PointDropped(_)) {
            "Keep every point; what the complainant no longer wants looked into is answered as withdrawn."
        } else if matches!(self, Self::ReplacedWithoutReason(_)) {
            "Write down why others take their place."
        } else if matches!(self, Self::InvestigatorsNotChecked) {
            "Ask both, and choose others if one of them is not independent."
        } else if matches!(self, Self::FindingWithoutReasons(_)) {
            "Take the reasons from the report."
        } else if matches!(self, Self::NotSatisfiedWithoutRemarks) {
            "Write down what they say about it."
        } else if matches!(self, Self::PackIncomplete(_)) {
            "Send it with the rest, then record the answer."
        } else {
            "Give the reasons; the complainant is owed them."
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
            Self::NoPoints | Self::PointWithoutCategory(_) => Some("SI 2006/1738 reg 13(1)"),
            Self::InterviewNotFinished(_) => Some("LGSCO fact sheet on the procedure"),
            Self::AcceptedAtStage1(_) => Some("LGSCO decisions 22 008 976 and 21 018 463"),
            Self::OutOfTime { .. } | Self::AnswerAgainstDates { .. } => Some("SI 2006/1738 reg 9"),
            Self::NotYet(missing) => missing.source(),
            Self::ComplainedAbout => Some("Getting the Best from Complaints, local resolution"),
            Self::AlreadyExtended(_)
            | Self::PastTheCeiling { .. }
            | Self::NotAnExtension { .. } => Some("SI 2006/1738 regs 14(5) and 17(6)"),
            Self::Decision(fault) => fault.source(),
            Self::PointUnanswered(_) | Self::NoSuchPoint(_) | Self::AnsweredTwice(_) => {
                Some("SI 2006/1738 reg 13(1): the outcome of each representation")
            }
            Self::SamePerson { .. } => Some("SI 2006/1738 regs 17(2) and 19(2)"),
            Self::Barred { rule, .. } => Some(rule),
            Self::NoticeOfRights(fault) => Some(fault.source()),
            Self::NotIndependent { tie, .. } => Some(if tie.bars() {
                "SI 2006/1738 regs 2 and 19(2)"
            } else {
                "Getting the Best from Complaints (2006), Stage 3"
            }),
            Self::StillInTime(_) | Self::NotToldOfStage2 => {
                Some("Getting the Best from Complaints (2006), Stage 1")
            }
            Self::NoLawfulGround(_) | Self::SecondPerson => {
                Some("SI 2006/1738 regs 17 and 18; Ombudsman 22 008 976 and 24 015 996")
            }
            Self::PointDropped(_) => Some("SI 2006/1738 regs 13(1) and 16"),
            Self::ReplacedWithoutReason(_)
            | Self::FindingWithoutReasons(_)
            | Self::NotSatisfiedWithoutRemarks
            | Self::DepartsWithoutReasons(_) => {
                Some("Getting the Best from Complaints (2006), Stage 2")
            }
            Self::InvestigatorsNotChecked => Some("SI 2006/1738 regs 2 and 17(2)"),
            Self::PackIncomplete(_) => Some("SI 2006/1738 reg 17"),
            Self::LateForAPanel { .. } => Some("SI 2006/1738 reg 18"),
            Self::AdvocateBarred(_) => Some(AdvocateBar::SOURCE),
            Self::NoStatutoryAdvocate => Some("Children Act 1989 s.26A(1) and (2)"),
            Self::EarlyReferralNeeds(_) => Some(EarlyCondition::SOURCE),
            Self::RemedyNotDone(_) | Self::NoSuchRemedy(_) | Self::CannotGoBack(_) => {
                Some("Local Government Act 1974 s.31")
            }
            Self::PaperMissing(_) => Some("Getting the Best from Complaints (2006), Stage 3"),
            Self::CouldNotSpeak(_) => Some("SI 2006/1738 reg 19(6)"),
            Self::RecommendationUndecided(_)
            | Self::RecommendationWithoutReasons(_)
            | Self::NoSuchRecommendation(_)
            | Self::DecidedTwice(_)
            | Self::NotWithTheIndependentPerson => Some("SI 2006/1738 reg 20(3)"),
            Self::PaymentOrNot(_) | Self::NoAgreedRemedy(_) => {
                Some("Local Government Act 2000 s.92")
            }
            Self::NotReadyToClose(_) => Some("SI 2006/1738 regs 15 and 17"),
            Self::InTheFuture { .. }
            | Self::BeforeItCould { .. }
            | Self::Closed(_)
            | Self::NotAtThisStage { .. }
            | Self::AlreadyDone { .. }
            | Self::WrongKind { .. }
            | Self::NoPointChosen
            | Self::NotInTheCase(_)
            | Self::NotInTheList { .. } => None,
        }
    }

    /// What would help at Stage 3, or on the way past it.
    const fn mend_of_the_panel(&self) -> &'static str {
        if matches!(self, Self::EarlyReferralNeeds(_)) {
            "Without all six the complaint goes to a Review Panel if the complainant asks for one."
        } else if matches!(self, Self::LateForAPanel { .. }) {
            "Either write down why it is allowed all the same, or refuse it with reasons and name the Ombudsman."
        } else if matches!(self, Self::PaperMissing(_)) {
            "Send it with the others, then record the papers."
        } else if matches!(self, Self::CouldNotSpeak(_)) {
            "Choose the complainant, the advocate or the one other person, as far as they were there."
        } else if matches!(self, Self::RecommendationUndecided(_)) {
            "Decide every recommendation: accepted, in part, or rejected."
        } else if matches!(self, Self::RecommendationWithoutReasons(_)) {
            "Give the reason; the complainant is owed it."
        } else if matches!(self, Self::NotWithTheIndependentPerson) {
            "Consider them together, and give the day on which it was done."
        } else {
            "Decide each recommendation of the report once."
        }
    }
}
