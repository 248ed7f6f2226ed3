//! Who does what about the Stage 1 answer: on whose desk it lies, who helps, and each draft.

use casework::local_resolution::{AnswerQuality, CheckResult, Draft, HelperPart};
use casework::settings::choices::ANSWER_CHECKED;
use maud::{Markup, html};
use statute::dates::short_date;
use views::register_line::{DraftingLine, RegisterLine};

use crate::components::{InsetText, SummaryList, SummaryRow, inset_text, summary_list};
use crate::local_resolution::whose_desk;
use crate::recording::{CaseDesk, lines};

/// The section; nothing where no answer is awaited and nobody drafted one.
pub(super) fn drafting(desk: &CaseDesk) -> Markup {
    let case = desk.case();
    let line = RegisterLine::of(case).drafting;
    // Where a check is required, that there was none stands in the file.
    let required = desk.desk.settings.cfg.word(&ANSWER_CHECKED) == "required";
    let unchecked = required && line.checked == Some(false);
    if line.desk.is_none() && case.drafting.drafts.is_empty() && !unchecked {
        return Markup::default();
    }
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "The answer: who does what" }
            (summary_list(&SummaryList { rows: rows(desk, &line), ..SummaryList::default() }))
            @for (index, draft) in case.drafting.drafts.iter().enumerate() { (one(desk, index + 1, draft)) }
        }
    }
}

fn rows(desk: &CaseDesk, line: &DraftingLine) -> Vec<SummaryRow> {
    let case = desk.case();
    let name = |account| desk.file.name(account).to_owned();
    let mut rows = Vec::new();
    if line.desk.is_some() {
        let where_it_lies = whose_desk(line, case.assigned_to, name);
        rows.push(SummaryRow::new("Where it is now", where_it_lies));
    }
    for part in HelperPart::ALL {
        if let Some(helper) = case.helper(part).filter(|_| line.desk.is_some()) {
            rows.push(SummaryRow::new(part.label(), desk.file.name(helper)));
        }
    }
    let says_so = desk.desk.settings.cfg.word(&ANSWER_CHECKED) != "off";
    if let Some(checked) = line.checked.filter(|_| says_so) {
        let words = if checked {
            "Yes, by somebody else than its writer"
        } else {
            "No"
        };
        rows.push(SummaryRow::new("Checked before it was sent", words));
    }
    if let Some((_, asked)) = &case.drafting.more_time {
        let words = html! {
            (asked.reason.label()) ". "
            @match asked.told_on {
                Some(on) => { "The family was told on " (short_date(on)) "." }
                None => "The family has not been told.",
            }
            @if let Some(words) = asked.words.as_ref().and_then(|sealed| desk.file.text(sealed)) { (lines(words)) }
        };
        let by = format!("More time, asked by {}", desk.file.name(asked.asked_by));
        rows.push(SummaryRow::new(by, words));
    }
    if let Some((on, reasons)) = &case.drafting.more_time_refused {
        let why = desk.file.text(reasons).map(lines);
        let title = format!("More time, refused on {}", short_date(*on));
        rows.push(SummaryRow::new(
            title,
            why.unwrap_or_else(|| html! { "No longer held" }),
        ));
    }
    rows
}

fn one(desk: &CaseDesk, number: usize, draft: &Draft) -> Markup {
    let handed_in = &draft.handed_in;
    html! {
        h3 class="govuk-heading-s" {
            "Draft " (number) ", by " (desk.file.name(handed_in.written_by)) ", came in on " (short_date(draft.on))
        }
        @match &draft.checked {
            None => p class="govuk-body" { "Nobody has checked it." },
            Some((on, checked)) => {
                @match &checked.result {
                    CheckResult::Ready => p class="govuk-body" {
                        "Checked by " (desk.file.name(checked.checked_by)) " on " (short_date(*on)) ": ready to send."
                    },
                    CheckResult::Back { missing } => {
                        p class="govuk-body" {
                            "Checked by " (desk.file.name(checked.checked_by)) " on " (short_date(*on))
                            ": back to its writer."
                        }
                        ul class="govuk-list govuk-list--bullet" {
                            @for quality in AnswerQuality::ALL {
                                @if !checked.fulfilled.contains(&quality) {
                                    li { "Not found to be so: " (quality.label()) }
                                }
                            }
                        }
                        @if let Some(words) = desk.file.text(missing) {
                            (inset_text(&InsetText { body: lines(words).into(), ..InsetText::default() }))
                        }
                    }
                }
            }
        }
    }
}
