//! The cohorts figures are counted in. Received, answered, closed and open are different cases.

use casework::settings::ReportingYear;
use statute::dates::short_date;

/// A named cohort of a reporting year.
///
/// Source: REP-18.6, REP-18.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Population {
    /// Statutory complaints received in the year.
    Stage1Received,
    /// Statutory complaints whose Stage 1 was completed in the year.
    Stage1Answered,
    /// Statutory complaints received in the year and answered at Stage 1 so far.
    Stage1ReceivedAndAnswered,
    /// Statutory complaints received in the year and answered at Stage 1 after their last day.
    Stage1AnsweredLate,
    /// Statutory complaints received in the year that young people made themselves.
    YoungPeoplesComplaints,
    /// Statutory complaints closed in the year.
    Stage1Closed,
    /// Statutory complaints received by the end of the year and not closed by then.
    Stage1Open,
    /// Requests for Stage 2 made in the year and not taken back.
    Stage2Requested,
    /// Requests for Stage 2 made in the year, also those taken back or refused.
    Stage2Asked,
    /// Statutory complaints in which somebody was not content with the Stage 1 answer in the year.
    Stage1Dissatisfied,
    /// Requests for Stage 3 made in the year.
    Stage3Requested,
    /// Review panels that met in the year.
    PanelsHeld,
    /// Compliments received in the year.
    Compliments,
    /// General enquiries received in the year.
    Enquiries,
    /// Complaints under the council's own procedure received in the year.
    CorporateComplaints,
    /// Enquiries by members of Parliament and councillors received in the year.
    MemberEnquiries,
    /// Decisions the Ombudsman made in the year.
    OmbudsmanDecisions,
    /// Young people's informal contacts in the year.
    InformalContacts,
    /// Contacts with the advocacy helpline in the year.
    HelplineContacts,
    /// Complaints and contacts of the year that came from children and young people themselves.
    DirectFromChildren,
    /// Everything received in the year.
    Contacts,
    /// Children and young people in statutory complaints received in the year, and their advocacy.
    YoungPeople,
    /// Statutory complaints received in the year and answered so far, at whichever stage.
    ReceivedAndAnswered,
    /// Corrective actions agreed in the year in statutory complaints.
    ActionsAgreed,
    /// Corrective actions in statutory complaints received in the year, whenever they were agreed.
    ActionsOfReceived,
    /// Reviews in the year of the effect of corrective actions in statutory complaints.
    ImpactReviewed,
    /// Debriefs held in the year in statutory complaints.
    DebriefsHeld,
    /// Workshops, trainings and the like held in the year.
    TrainingHeld,
}

impl Population {
    /// What is counted, as a phrase within a sentence.
    pub const fn counts(self) -> &'static str {
        match self {
            Self::Stage1Received => "statutory Stage 1 complaints received in the year",
            Self::Stage1Answered => "statutory complaints whose Stage 1 was completed in the year",
            Self::Stage1ReceivedAndAnswered => {
                "statutory Stage 1 complaints received in the year and answered at Stage 1 so far"
            }
            Self::Stage1AnsweredLate => {
                "statutory Stage 1 complaints received in the year and answered after their last day"
            }
            Self::YoungPeoplesComplaints => {
                "statutory Stage 1 complaints received in the year that young people made themselves"
            }
            Self::Stage1Closed => "statutory complaints closed in the year",
            Self::Stage1Open => {
                "statutory complaints received by the end of the year and not closed by then"
            }
            Self::Stage2Requested => {
                "Stage 2 investigations requested in the year and not taken back"
            }
            Self::Stage2Asked => {
                "requests for a Stage 2 investigation made in the year, also those taken back or refused"
            }
            Self::Stage1Dissatisfied => {
                "the times complainants said in the year that they were not content with a Stage 1 answer"
            }
            Self::Stage3Requested => "Stage 3 review panels requested in the year",
            Self::PanelsHeld => "Stage 3 review panels held in the year",
            Self::Compliments => "compliments received in the year",
            Self::Enquiries => "general enquiries received in the year",
            Self::CorporateComplaints => "corporate complaints received in the year",
            Self::MemberEnquiries => "MP and councillor enquiries received in the year",
            Self::OmbudsmanDecisions => "decisions by the Ombudsman made in the year",
            Self::InformalContacts => "informal contacts of young people in the year",
            Self::HelplineContacts => "contacts with the advocacy helpline in the year",
            Self::DirectFromChildren => {
                "complaints, informal contacts and helpline contacts of the year that came from children and young people themselves"
            }
            Self::Contacts => "representations received in the year",
            Self::YoungPeople => {
                "children and young people in statutory Stage 1 complaints received in the year, and their episodes of help"
            }
            Self::ReceivedAndAnswered => {
                "statutory complaints received in the year and answered so far, at whichever stage"
            }
            Self::ActionsAgreed => "corrective actions agreed in the year in statutory complaints",
            Self::ActionsOfReceived => {
                "statutory Stage 1 complaints received in the year and the corrective actions agreed in them so far"
            }
            Self::ImpactReviewed => {
                "reviews made in the year of the effect of corrective actions in statutory complaints"
            }
            Self::DebriefsHeld => "debriefs held in the year in statutory complaints",
            Self::TrainingHeld => {
                "workshops, trainings and other occasions to learn held in the year, which belong to no complaint"
            }
        }
    }

    /// Which day puts a case into the year.
    pub const fn date_basis(self) -> &'static str {
        match self {
            Self::Stage1Received
            | Self::Stage1ReceivedAndAnswered
            | Self::Stage1AnsweredLate
            | Self::YoungPeoplesComplaints
            | Self::Compliments
            | Self::Enquiries
            | Self::CorporateComplaints
            | Self::MemberEnquiries
            | Self::InformalContacts
            | Self::HelplineContacts
            | Self::DirectFromChildren
            | Self::ActionsOfReceived
            | Self::Contacts
            | Self::YoungPeople
            | Self::ReceivedAndAnswered => "the day of receipt",
            Self::Stage1Answered => "the day Stage 1 was completed",
            Self::Stage1Closed => "the day of closing",
            Self::Stage1Open => "the last day of the year",
            Self::Stage1Dissatisfied => "the day they said so",
            Self::Stage2Requested | Self::Stage2Asked | Self::Stage3Requested => {
                "the day of the request"
            }
            Self::PanelsHeld => "the day the panel met",
            Self::OmbudsmanDecisions => "the day of the decision",
            Self::ActionsAgreed => "the day they were agreed",
            Self::ImpactReviewed => "the day of the review",
            Self::DebriefsHeld | Self::TrainingHeld => "the day they were held",
        }
    }

    /// The line under a table: what, which period and by which day.
    pub fn line(self, year: ReportingYear) -> String {
        format!(
            "Counts {}, {} to {}, by {}.",
            self.counts(),
            short_date(year.first_day()),
            short_date(year.last_day()),
            self.date_basis()
        )
    }
}
