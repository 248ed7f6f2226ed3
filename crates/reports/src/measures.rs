//! The catalogue: every figure has one definition here, whichever page, letter or report shows it.
//!
//! A measure that changes its meaning gets a higher version; its id stays for ever.

mod population;

pub use population::Population;

/// What one figure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The name files and publications know it by.
    pub id: &'static str,
    /// The name a reader sees.
    pub title: &'static str,
    /// The cases it looks at.
    pub population: Population,
    /// What is counted among them.
    pub numerator: &'static str,
    /// What it is counted out of; `None` for a plain count.
    pub denominator: Option<&'static str>,
    /// Raised when the meaning changes.
    pub version: u16,
    /// What a reader could take wrongly.
    pub note: &'static str,
}

/// The base of most figures.
pub const RECEIVED: &str = "statutory Stage 1 complaints received in the year";
/// The base of what follows Stage 2.
pub const INVESTIGATIONS: &str = "Stage 2 investigations requested in the year";
/// The base of answers to members of Parliament and councillors.
pub const MEMBER_ENQUIRIES: &str = "MP and councillor enquiries received in the year";
/// The base of the categories of complainants.
pub const CAPACITIES: &str =
    "capacities of complainants, one complaint counting once for each capacity in it";
/// The base of the rate of looked-after children.
pub const LOOKED_AFTER: &str = "children looked after at any time in the year";
/// The base of the change in compliments.
pub const COMPLIMENTS_BEFORE: &str = "compliments published for the year before";
/// The base of what young people complained about themselves.
pub const YOUNG_PEOPLE: &str = "complaints by young people themselves";
/// The base of the averages of complaints by young people themselves.
pub const YOUNG_PEOPLE_COMPLETED: &str =
    "complaints by young people themselves completed at Stage 1 so far";
/// The base of what children and young people were offered.
pub const CHILDREN_CONCERNED: &str =
    "children and young people in statutory complaints received in the year";
/// The base of the average at Stage 1.
pub const COMPLETED: &str =
    "statutory Stage 1 complaints received in the year and completed so far";
/// The base of the average at Stage 2.
pub const INVESTIGATIONS_ANSWERED: &str =
    "Stage 2 investigations requested in the year and answered so far";
/// The base of the average of enquiries by members.
pub const MEMBER_ENQUIRIES_ANSWERED: &str =
    "MP and councillor enquiries received in the year and answered so far";

/// The base of what is said of learning.
pub const RECEIVED_AND_ANSWERED: &str =
    "statutory complaints received in the year and answered so far, at whichever stage";
/// The base of how far corrective actions are.
pub const ACTIONS_AGREED: &str = "corrective actions agreed in the year in statutory complaints";
/// The base of the effect of corrective actions.
pub const IMPACT_REVIEWED: &str =
    "reviews made in the year of the effect of corrective actions in statutory complaints";

/// Every measure, in the order a report explains them.
pub const CATALOGUE: &[Measure] = &[
    count("stage1_complaints", "Statutory complaints at Stage 1", Population::Stage1Received)
        .noting("Counts every complaint under the statutory procedure, also one that was later withdrawn, declined or sent elsewhere."),
    count("answered_in_year", "Stage 1 completed in the year", Population::Stage1Answered)
        .noting("Whenever the complaint was received. A withdrawal before an answer counts by its written confirmation."),
    count("closed_in_year", "Complaints closed in the year", Population::Stage1Closed)
        .noting("Whenever the complaint was received, and at whichever stage it closed."),
    count("open_at_year_end", "Complaints open at the end of the year", Population::Stage1Open),
    count("stage2_complaints", "Stage 2 investigations", Population::Stage2Requested),
    count("stage3_requests", "Requests for a Stage 3 review panel", Population::Stage3Requested),
    count("stage3_panels", "Stage 3 review panels", Population::PanelsHeld),
    count("general_enquiries", "General enquiries", Population::Enquiries),
    count("corporate_complaints", "Corporate complaints", Population::CorporateComplaints),
    count("young_people_complaints", "Complaints that young people made themselves", Population::YoungPeoplesComplaints)
        .noting("Those with a complainant in a young person’s capacity, whoever else complains with them."),
    count("informal_contacts", "Informal contacts of young people", Population::InformalContacts),
    count("helpline_contacts", "Contacts with the advocacy helpline", Population::HelplineContacts),
    count("direct_from_children", "Complaints and contacts directly from children and young people", Population::DirectFromChildren)
        .noting("Complaints by young people themselves, their informal contacts, and helpline contacts in which they called themselves. One young person may stand in several."),
    count("compliments", "Compliments", Population::Compliments),
    count("mp_letters", "MP and councillor enquiries", Population::MemberEnquiries),
    count("lgo_decisions", "Ombudsman decisions", Population::OmbudsmanDecisions)
        .noting("Counted by the day of the decision, whenever the complaint was made."),
    share("parents_share", "Complaints brought by parents", Population::Stage1Received, "the capacity of parent", CAPACITIES),
    share("lac_share", "Complaints regarding looked-after children", Population::Stage1Received, "those about at least one looked-after child", RECEIVED),
    share("lac_cause_rate", "Complaints and enquiries for each hundred looked-after children", Population::Stage1Received, "complaints and general enquiries about a looked-after child", LOOKED_AFTER)
        .noting("Takes every complaint and enquiry for a different child, so it is the most the rate can be."),
    share("quality_share", "Complaints about the quality of service", Population::Stage1Received, "those whose main issue is the quality of service", RECEIVED),
    share("decision_share", "Complaints about a decision or an assessment", Population::Stage1Received, "those whose main issue is the outcome of a decision or an assessment", RECEIVED),
    share("next_three_high", "The third most frequent issue", Population::Stage1Received, "those with the third most frequent main issue", RECEIVED),
    share("next_three_mid", "The fourth most frequent issue", Population::Stage1Received, "those with the fourth most frequent main issue", RECEIVED),
    share("next_three_low", "The fifth most frequent issue", Population::Stage1Received, "those with the fifth most frequent main issue", RECEIVED),
    share("young_people_share", "Complaints by young people, as a share of all", Population::Stage1Received, "those with a complainant in a young person’s capacity", RECEIVED),
    share("young_people_14_up", "Young people aged 14 and over", Population::YoungPeoplesComplaints, "those whose first complainant is known to be 14 or older", YOUNG_PEOPLE),
    share("direct_rate", "Complaints and contacts directly from children for each hundred looked-after children", Population::DirectFromChildren, "complaints and contacts directly from children and young people", LOOKED_AFTER)
        .noting("Takes every complaint and contact for a different looked-after child, so it is the most the rate can be."),
    share("young_people_by_advocate", "Complaints by young people received through an advocate", Population::YoungPeoplesComplaints, "those that came in through an advocate", YOUNG_PEOPLE),
    share("young_people_digital", "Complaints by young people received through a digital channel", Population::YoungPeoplesComplaints, "those that came in through a channel the authority counts as digital", YOUNG_PEOPLE),
    share("digital_share", "Complaints received through a digital channel", Population::Stage1Received, "those that came in through a channel the authority counts as digital", RECEIVED),
    share("advocacy_offered", "Children and young people offered help in getting an advocate", Population::YoungPeople, "those offered it", CHILDREN_CONCERNED),
    share("advocacy_used", "Children and young people helped by an advocate or a person of their choice", Population::YoungPeople, "those helped", CHILDREN_CONCERNED),
    share("white_british_share", "Complainants White British", Population::Stage1Received, "those whose first complainant is White British", RECEIVED)
        .noting("Out of all complaints, also those of which the ethnic group is not known."),
    share("young_people_with_advocate", "Young people supported by an advocate", Population::Stage1Received, "those with an independent or in-house advocate", YOUNG_PEOPLE),
    share("dissatisfied_stage1", "Not satisfied with the Stage 1 response", Population::Stage1Received, "requests for Stage 2 made in the year, also those taken back", RECEIVED)
        .noting("Requests and receipts of the same year, though a request may follow a complaint of the year before."),
    share("to_stage2", "Gone on to an investigation", Population::Stage1Received, "Stage 2 investigations requested in the year", RECEIVED)
        .noting("Requests and receipts of the same year, though a request may follow a complaint of the year before."),
    share("to_stage2_followed", "Of the complaints received, gone on to an investigation so far", Population::Stage1Received, "those with a Stage 2 investigation requested by the day of counting", RECEIVED)
        .noting("Follows the same complaints, so it can still rise after the end of the year."),
    share("to_stage3", "Gone on to a review panel", Population::Stage2Requested, "Stage 3 requests made in the year", INVESTIGATIONS)
        .noting("Requests of the same year at both stages, though a request may follow an investigation of the year before."),
    share("no_further_after_s2", "No further after Stage 2", Population::Stage2Requested, "those without a Stage 3 request by the day of counting", INVESTIGATIONS)
        .noting("Follows the same investigations, so it can still fall after the end of the year."),
    share("outcome_upheld", "Upheld at Stage 1", Population::Stage1Received, "upheld", RECEIVED),
    share("outcome_partly_upheld", "Partly upheld at Stage 1", Population::Stage1Received, "partly upheld", RECEIVED),
    share("outcome_not_upheld", "Not upheld at Stage 1", Population::Stage1Received, "not upheld", RECEIVED),
    share("outcome_withdrawn", "Withdrawn at Stage 1", Population::Stage1Received, "withdrawn before an answer", RECEIVED),
    share("outcome_no_finding", "No finding at Stage 1", Population::Stage1Received, "answered without a finding", RECEIVED),
    share("s1_within_10", "Completed within 10 working days", Population::Stage1Received, "completed within 10 working days", RECEIVED),
    share("s1_11_20", "Completed in 11 to 20 working days", Population::Stage1Received, "completed in 11 to 20 working days", RECEIVED),
    share("s1_over_20", "Completed after 20 working days", Population::Stage1Received, "completed after more than 20 working days", RECEIVED),
    share("s1_within_20", "Completed within 20 working days", Population::Stage1Received, "completed within 20 working days", RECEIVED),
    share("young_people_within_10", "Young people’s complaints completed within 10 working days", Population::YoungPeoplesComplaints, "completed within 10 working days", YOUNG_PEOPLE),
    share("young_people_within_20", "Young people’s complaints completed within 20 working days", Population::YoungPeoplesComplaints, "completed within 20 working days", YOUNG_PEOPLE),
    mean("average_days_young_people", "Mean working days at Stage 1 for young people", Population::YoungPeoplesComplaints, YOUNG_PEOPLE_COMPLETED),
    median("median_days_young_people", "Median working days at Stage 1 for young people", Population::YoungPeoplesComplaints, YOUNG_PEOPLE_COMPLETED),
    mean("average_days_stage1", "Mean working days at Stage 1", Population::Stage1Received, COMPLETED),
    median("median_days_stage1", "Median working days at Stage 1", Population::Stage1Received, COMPLETED),
    mean("average_days_stage2", "Mean working days at Stage 2", Population::Stage2Requested, INVESTIGATIONS_ANSWERED),
    median("median_days_stage2", "Median working days at Stage 2", Population::Stage2Requested, INVESTIGATIONS_ANSWERED),
    share("mp_within_10", "MP and councillor enquiries answered in time", Population::MemberEnquiries, "those answered within the authority’s own target", MEMBER_ENQUIRIES)
        .noting("Shown with one decimal, as it has always been published."),
    mean("mp_average_days", "Mean working days to answer an MP or councillor", Population::MemberEnquiries, MEMBER_ENQUIRIES_ANSWERED),
    median("mp_median_days", "Median working days to answer an MP or councillor", Population::MemberEnquiries, MEMBER_ENQUIRIES_ANSWERED),
    share("compliments_decline", "Fall in compliments", Population::Compliments, "compliments fewer than the year before", COMPLIMENTS_BEFORE),
    share("compliments_rise", "Rise in compliments", Population::Compliments, "compliments more than the year before", COMPLIMENTS_BEFORE),
    share("learning_said", "Answered complaints of which it is said what they taught", Population::ReceivedAndAnswered, "those with a corrective action, with something learned, or with the reason why nothing was", RECEIVED_AND_ANSWERED)
        .noting("What a complaint taught is said when it is closed, so it can still rise after the end of the year."),
    count("corrective_actions", "Corrective actions agreed", Population::ActionsAgreed)
        .noting("Whenever the complaint was received; a complaint may have several."),
    share("actions_closed", "Corrective actions closed", Population::ActionsAgreed, "carried out and closed by somebody else by the end of the year", ACTIONS_AGREED),
    share("actions_overdue", "Corrective actions overdue", Population::ActionsAgreed, "not carried out by the end of the year, though the day planned last had passed", ACTIONS_AGREED),
    count("complaints_with_action", "Complaints with a corrective action from the Stage 1 answer", Population::ActionsOfReceived)
        .noting("Complaints and not actions, whenever the actions were agreed, so it can still rise after the end of the year."),
    count("later_actions", "Corrective actions from what followed Stage 1", Population::ActionsOfReceived)
        .noting("Actions and not complaints: from the adjudication, the review panel, the Ombudsman, a debrief or of itself."),
    count("impact_reviews", "Reviews of the effect of corrective actions", Population::ImpactReviewed)
        .noting("Whenever the action was agreed; one may be reviewed again."),
    share("impact_worked", "Corrective actions found to have worked", Population::ImpactReviewed, "those that found that it worked", IMPACT_REVIEWED),
    count("debriefs", "Debriefs", Population::DebriefsHeld)
        .noting("Those concerned met to talk over what a complaint taught, after an investigation, a review or a mediated meeting. Whenever the complaint was received."),
    count("people_trained", "Places taken at workshops and trainings", Population::TrainingHeld)
        .noting("People who took part, added up over the occasions: somebody who came to two counts twice."),
];

/// The measure with an id.
pub fn measure(id: &str) -> Option<&'static Measure> {
    CATALOGUE.iter().find(|measure| measure.id == id)
}

impl Measure {
    /// What the figure is out of, or what was counted when it is a plain count.
    pub fn base(&self) -> &'static str {
        self.denominator.unwrap_or(self.population.counts())
    }

    /// The definition as a sentence.
    pub fn definition(&self) -> String {
        let counted = match self.denominator {
            Some(base) => format!("{}, out of {base}", self.numerator),
            None => self.population.counts().to_owned(),
        };
        let mut text = format!("{}: {counted}.", self.title);
        if !self.note.is_empty() {
            text.push(' ');
            text.push_str(self.note);
        }
        if self.version > 1 {
            text.push_str(" Version ");
            text.push_str(&self.version.to_string());
            text.push_str(" of this measure.");
        }
        text
    }

    const fn noting(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

const fn count(id: &'static str, title: &'static str, population: Population) -> Measure {
    Measure {
        id,
        title,
        population,
        numerator: "all of them",
        denominator: None,
        version: 1,
        note: "",
    }
}

const fn share(
    id: &'static str,
    title: &'static str,
    population: Population,
    numerator: &'static str,
    denominator: &'static str,
) -> Measure {
    Measure {
        id,
        title,
        population,
        numerator,
        denominator: Some(denominator),
        version: 1,
        note: "",
    }
}

const fn mean(
    id: &'static str,
    title: &'static str,
    population: Population,
    denominator: &'static str,
) -> Measure {
    share(
        id,
        title,
        population,
        "the sum of their working days",
        denominator,
    )
}

const fn median(
    id: &'static str,
    title: &'static str,
    population: Population,
    denominator: &'static str,
) -> Measure {
    share(
        id,
        title,
        population,
        "the working days of the middle one",
        denominator,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_stands_once() {
        for measure in CATALOGUE {
            let same = CATALOGUE.iter().filter(|other| other.id == measure.id);
            assert_eq!(same.count(), 1, "{}", measure.id);
        }
    }

    #[test]
    fn every_definition_names_its_base() {
        for measure in CATALOGUE {
            assert!(
                measure.definition().contains(measure.base()),
                "{}",
                measure.id
            );
        }
    }
}
