//! The next right in a letter: worked out from the law, shown as the paragraph the letter has to hold, and
//! confirmed by whoever records the letter as sent.

use casework::closure::{ByWhen, NoticeFault, NoticeOfRights, Way};
use casework::refusal::Refusal;
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::english_date;
use views::notice_of_rights::paragraph;

use super::{Answers, CaseDesk, Reading, today_for};
use crate::components::{InsetText, capitalised, inset_text};

/// The answers filled in beforehand: what the law has.
pub(crate) fn suggest_notice(owed: Option<&NoticeOfRights>) -> Vec<(String, String)> {
    let Some(owed) = owed else {
        return Vec::new();
    };
    let mut answers: Vec<_> = owed
        .how
        .iter()
        .map(|way| ("rights-how".to_owned(), way.code().to_owned()))
        .collect();
    if let ByWhen::LastDay { on } | ByWhen::Advised { on } = owed.by_when {
        answers.extend(today_for("rights-until", on));
    }
    answers
}

/// The paragraph and the questions about it; nothing where no right comes next.
pub(crate) fn ask_notice(
    desk: &CaseDesk,
    answers: &Answers<'_>,
    owed: Option<&NoticeOfRights>,
) -> Markup {
    let Some(owed) = owed else {
        return Markup::default();
    };
    let words = paragraph(owed, desk.case().procedure(), &desk.desk.settings);
    html! {
        section {
            h2 class="govuk-heading-m" { "What the complainant may do next" }
            p class="govuk-body" {
                "The next right is " strong { (owed.right.label()) } ". The letter has to say so, how to ask and by \
                 when (" (NoticeFault::Missing(owed.right).source()) "), for example:"
            }
            (inset_text(&InsetText { body: html! { p class="govuk-body" { (words) } }.into(), ..InsetText::default() }))
            (answers.any_of(
                "rights-how",
                "How can they ask, as the letter says?",
                "A request by word of mouth counts as much as one in writing.",
                Way::ALL.map(|way| (way.code(), way_label(way))),
            ))
            @match owed.by_when {
                ByWhen::LastDay { on } => (answers.date(
                    "rights-until",
                    "What last day does the letter give?",
                    &format!(
                        "If it is sent today, the law gives until {}. The letter may give longer, not less.",
                        english_date(on)
                    ),
                )),
                ByWhen::Advised { on } => (answers.date(
                    "rights-until",
                    "What day does the letter advise?",
                    &format!(
                        "If it is sent today, {} or later. It is advice and no limit: leave it empty if the letter names no day.",
                        english_date(on)
                    ),
                )),
                ByWhen::TwelveMonths | ByWhen::AnyTime => {}
            }
            @if answers.problems.at("rights-until").is_some() || answers.fields.text(DAY_ASKED_ABOUT) == "yes" {
                input type="hidden" name=(DAY_ASKED_ABOUT) value="yes";
            }
            (answers.any_of(
                "rights-confirmed",
                "Does the letter say this?",
                "",
                [("yes", "Yes, the letter names the right, how to ask and by when")],
            ))
        }
    }
}

/// What the letter says.
pub(crate) fn read_notice(
    reading: &mut Reading<'_>,
    owed: Option<&NoticeOfRights>,
) -> Option<NoticeOfRights> {
    let owed = owed?;
    let how: Vec<_> = Way::ALL
        .into_iter()
        .filter(|way| {
            reading
                .fields
                .all("rights-how")
                .any(|code| code == way.code())
        })
        .collect();
    if how.is_empty() {
        let message = "Choose at least one way to ask that the letter gives";
        reading.problems.add("rights-how", message);
    }
    let by_when = match owed.by_when {
        ByWhen::LastDay { .. } => reading
            .date("rights-until", "The last day the letter gives")
            .map(|on| ByWhen::LastDay { on }),
        ByWhen::Advised { .. } => Some(
            reading
                .date_if_any("rights-until", "The day the letter advises")
                .map_or(ByWhen::AnyTime, |on| ByWhen::Advised { on }),
        ),
        ByWhen::TwelveMonths | ByWhen::AnyTime => Some(owed.by_when),
    };
    if reading.fields.text("rights-confirmed") != "yes" {
        let message = "Confirm that the letter says what the complainant may do next";
        reading.problems.add("rights-confirmed", message);
    }
    Some(NoticeOfRights {
        how,
        by_when: by_when?,
        ..owed.clone()
    })
}

/// The form carries this when it has asked about the day already.
const DAY_ASKED_ABOUT: &str = "rights-until-asked";

/// Asks once more where a letter of an earlier day kept the day that was filled in beforehand: that one counts from
/// today. A letter may name it all the same; sent again, it is taken.
pub(crate) fn check_day_of_notice(
    desk: &CaseDesk,
    reading: &mut Reading<'_>,
    owed: Option<&NoticeOfRights>,
    notice: Option<&NoticeOfRights>,
    sent_on: Option<Date>,
) {
    let (Some(owed), Some(notice), Some(sent_on)) = (owed, notice, sent_on) else {
        return;
    };
    let names_a_day = matches!(
        owed.by_when,
        ByWhen::LastDay { .. } | ByWhen::Advised { .. }
    );
    let asked = reading.fields.text(DAY_ASKED_ABOUT) == "yes";
    if names_a_day && !asked && notice.by_when == owed.by_when && sent_on < desk.desk.today {
        let message = format!(
            "Give the day that the letter names. This one counts from today, and the letter was sent on {}. If the letter does name it, send the form again",
            english_date(sent_on)
        );
        reading.problems.add("rights-until-day", &message);
    }
}

/// The field a refusal of the notice is about; `None` when it is about something else.
pub(crate) fn blame_notice(refusal: &Refusal) -> Option<String> {
    let Refusal::NoticeOfRights(fault) = refusal else {
        return None;
    };
    let field = match fault {
        NoticeFault::Missing(_) | NoticeFault::WrongRight { .. } => "rights-confirmed",
        NoticeFault::NoWay(_) => "rights-how",
        NoticeFault::TooEarly { .. } | NoticeFault::MadeBinding(_) | NoticeFault::NoDay { .. } => {
            "rights-until-day"
        }
    };
    Some(field.to_owned())
}

/// The way as the officer reads it; the letter speaks to the complainant.
fn way_label(way: Way) -> String {
    match way {
        Way::AnyWay => "In any way they like, in writing or by word of mouth".to_owned(),
        Way::OnlineForm => "On the web site that the letter names".to_owned(),
        Way::Telephone | Way::Email | Way::Letter | Way::InPerson => capitalised(way.label()),
    }
}
