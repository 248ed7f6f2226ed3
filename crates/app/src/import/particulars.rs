//! The columns that one register alone asks, and that a row of another must leave blank.

use casework::ids::PersonId;
use casework::intake::RepresentationKind;
use casework::registers::{
    Constituent, ConstituentConsent, HelplineCaller, Member, MemberEnquiry, Particulars,
};
use casework::settings::Code;
use journal::Sealing;
use uuid::Uuid;

use super::findable::seal_person;
use super::row::Row;
use crate::private::PersonDetails;

/// The columns that belong to some kinds of representation alone.
const OF_KINDS: &[(&[&str], &[RepresentationKind])] = &[
    (
        &[
            "about_area",
            "about_team",
            "about_provider",
            "received_by_team",
            "other_services",
        ],
        &[RepresentationKind::Complaint],
    ),
    (&["compliment_source"], &[RepresentationKind::Compliment]),
    (&["enquiry_outcome"], &[RepresentationKind::Enquiry]),
    (
        &["member", "consent", "constituent_name"],
        &[RepresentationKind::ElectedMemberEnquiry],
    ),
    (
        &["topic", "contact_result"],
        &[
            RepresentationKind::InformalContact,
            RepresentationKind::HelplineContact,
        ],
    ),
    (&["caller"], &[RepresentationKind::HelplineContact]),
];

/// The columns that complaints alone can take, and that registers of everything fill in for the other kinds too.
const OF_COMPLAINTS: [&str; 18] = [
    "procedure",
    "category",
    "reached_team_on",
    "grounds_arose_on",
    "late_reasons",
    "desired_outcome",
    "answer_manner",
    "late_answer_reason",
    "late_answer_words",
    "resolved_by",
    "terms",
    "finding",
    "finding_1",
    "point_2",
    "point_3",
    "point_4",
    "point_5",
    "point_6",
];

/// The columns of complaints that stay behind with a row of another kind. Old registers fill them in as a habit, so
/// that the row comes in without them, and the plan says so.
pub(super) fn left_behind(row: &Row<'_>, kind: RepresentationKind) -> Vec<&'static str> {
    if kind == RepresentationKind::Complaint {
        return Vec::new();
    }
    let mut columns = OF_COMPLAINTS.to_vec();
    columns.retain(|column| row.cell(column).is_some());
    columns
}

/// Blames what stands in a column that does not belong to the row’s kind, so that nothing is lost without a word.
/// What was said of every row of the file holds where it belongs.
pub(super) fn belonging(row: &mut Row<'_>, kind: RepresentationKind) {
    for (columns, kinds) in OF_KINDS {
        if kinds.contains(&kind) {
            continue;
        }
        for column in *columns {
            if row.cell(column).is_some() {
                let of: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
                let reason = format!(
                    "this belongs to {}, and the row is {}; leave it blank or correct the kind",
                    of.join(" or "),
                    kind.label()
                );
                row.blame(column, reason);
            }
        }
    }
}

/// What the register of the row asks alone; `None` where the old register does not say, or not well enough, and then
/// the row has problems. Whatever of it is given asks for the rest.
pub(super) fn particulars(
    row: &mut Row<'_>,
    kind: RepresentationKind,
    sealing: &mut Sealing,
    findable: &mut Option<&str>,
) -> Option<Particulars> {
    match kind {
        RepresentationKind::Compliment => {
            let text = row.text("compliment_source")?;
            let sources = &row.settings().compliment_sources;
            let source = row.listed("compliment_source", &[sources], text)?;
            Some(Particulars::Compliment { source })
        }
        RepresentationKind::ElectedMemberEnquiry => member_enquiry(row, sealing, findable),
        RepresentationKind::InformalContact => {
            given(row, &["topic", "contact_result"])?;
            let (topic, result) = topic_and_result(row);
            Some(Particulars::InformalContact {
                topic: topic?,
                result: result?,
            })
        }
        RepresentationKind::HelplineContact => {
            given(row, &["caller", "topic", "contact_result"])?;
            let callers = closed(HelplineCaller::ALL, |caller| {
                [caller.code(), caller.label()]
            });
            let caller = required(row, "caller", &callers);
            let (topic, result) = topic_and_result(row);
            Some(Particulars::Helpline {
                caller: caller?,
                topic: topic?,
                result: result?,
            })
        }
        RepresentationKind::Complaint
        | RepresentationKind::Comment
        | RepresentationKind::Enquiry
        | RepresentationKind::AnonymousComplaint
        | RepresentationKind::ServiceRequest
        | RepresentationKind::SettledAtFirstContact
        | RepresentationKind::SubjectAccessRequest
        | RepresentationKind::ContactToSort => None,
    }
}

/// What came of a general enquiry, which only an answer can say.
pub(super) fn enquiry_outcome(row: &mut Row<'_>, kind: RepresentationKind) -> Option<Code> {
    if kind != RepresentationKind::Enquiry {
        return None;
    }
    let text = row.text("enquiry_outcome")?;
    if row.text("answered_on").is_none() && row.cell("enquiry_outcome").is_some() {
        let reason = "this needs the day of the answer beside it, in answered_on";
        row.blame("enquiry_outcome", reason.to_owned());
    }
    let outcomes = &row.settings().enquiry_outcomes;
    row.listed("enquiry_outcome", &[outcomes], text)
}

/// What kind of member a row says.
pub(super) fn member(row: &mut Row<'_>) -> Option<Member> {
    let members = closed(Member::ALL, |member| match member {
        Member::MemberOfParliament => [member.code(), member.label(), "MP"],
        Member::Councillor => [member.code(), member.label(), "cllr"],
    });
    chosen(row, "member", &members)
}

fn member_enquiry(
    row: &mut Row<'_>,
    sealing: &mut Sealing,
    findable: &mut Option<&str>,
) -> Option<Particulars> {
    given(row, &["member", "consent", "constituent_name"])?;
    row.required_text("member");
    let member = member(row);
    let consents = closed(ConstituentConsent::ALL, |consent| match consent {
        ConstituentConsent::Held => [consent.code(), consent.label(), "yes", "y"],
        ConstituentConsent::NotHeld => [consent.code(), consent.label(), "no", "n"],
        ConstituentConsent::NotNeeded => [consent.code(), consent.label(), "not applicable", "n/a"],
    });
    let consent = required(row, "consent", &consents);
    let constituent = row.text("constituent_name").map(|name| {
        let details = PersonDetails {
            name: name.to_owned(),
            contact: None,
            born_on: None,
        };
        Constituent {
            person: PersonId(Uuid::now_v7()),
            details: seal_person(&details, sealing, findable.take()),
        }
    });
    Some(Particulars::MemberEnquiry(MemberEnquiry {
        member: member?,
        consent: consent?,
        scope: None,
        constituent,
    }))
}

fn topic_and_result(row: &mut Row<'_>) -> (Option<Code>, Option<Code>) {
    let settings = row.settings();
    (
        row.required_listed("topic", &settings.contact_topics),
        row.required_listed("contact_result", &settings.contact_results),
    )
}

/// Something, if any of these columns says anything.
fn given(row: &Row<'_>, columns: &[&str]) -> Option<()> {
    columns
        .iter()
        .any(|column| row.text(column).is_some())
        .then_some(())
}

/// The entries of a closed list, each with its code, its label and what else old registers write.
fn closed<T: Copy, const N: usize>(
    entries: &[T],
    names: impl Fn(T) -> [&'static str; N],
) -> Vec<(T, [&'static str; N])> {
    entries
        .iter()
        .map(|entry| (*entry, names(*entry)))
        .collect()
}

fn required<T: Copy, const N: usize>(
    row: &mut Row<'_>,
    column: &str,
    entries: &[(T, [&'static str; N])],
) -> Option<T> {
    row.required_text(column)?;
    chosen(row, column, entries)
}

fn chosen<T: Copy, const N: usize>(
    row: &mut Row<'_>,
    column: &str,
    entries: &[(T, [&'static str; N])],
) -> Option<T> {
    let known: Vec<(T, &[&str])> = entries
        .iter()
        .map(|(entry, names)| (*entry, names.as_slice()))
        .collect();
    row.choice(column, &known)
}
