//! The page of one person: their cases in every role, what stands about contacting them, and who may be the same.

use app::authority_file::{FileOrder, NotKept};
use app::officer::Officer;
use app::people::{Candidate, PersonView, SeenPerson};
use app::permit::{Deed, Relation, decide};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::authority_file::FileCommand;
use casework::ids::Reference;
use casework::people::{
    CasePerson, MatchPerson, Pair, TakeBackTellApart, TellApart, UnmatchPerson,
};
use casework::settings::Settings;
use jiff::civil::Date;
use journal::Sealing;
use maud::{Markup, html};
use statute::dates::short_date;
use views::roles::{RolePlayed, roles};

use crate::components::{
    BackLink, Button, ButtonStyle, Cell, Details, ErrorSummary, SummaryCard, SummaryList,
    SummaryRow, Table, TableLayout, button, capitalised, details, error_summary, summary_list,
    table,
};
use crate::form::{Fields, Problems};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording::{Hidden, parsed};
use crate::site::{Access, Frame, Here, Route, Signed, Site, case_url};

const PATH: &str = "/cases/{reference}/people/{person}";
const MATCH: &str = "/cases/{reference}/people/{person}/match-person";
const UNMATCH: &str = "/cases/{reference}/people/{person}/unmatch-person";
const TELL_APART: &str = "/cases/{reference}/people/{person}/tell-apart";
const TAKE_BACK: &str = "/cases/{reference}/people/{person}/take-back-tell-apart";

/// The routes of the page and of its buttons.
pub(super) fn routes() -> Vec<Route> {
    let keep = Access::May(Deed::KeepAuthorityFile);
    vec![
        Route::get(PATH, Access::May(Deed::ReadCase), show),
        Route::post(MATCH, keep, match_person),
        Route::post(UNMATCH, keep, unmatch_person),
        Route::post(TELL_APART, keep, tell_apart),
        Route::post(TAKE_BACK, keep, take_back_tell_apart),
    ]
}

/// The address of somebody’s page: ids alone, no name.
pub(crate) fn person_url(who: CasePerson) -> String {
    format!("{}/people/{}", case_url(who.case), who.person)
}

/// `GET /cases/{reference}/people/{person}`
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path((reference, person)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let who = parsed_person(&reference, &person)?;
    page(&site, &officer, who, Problems::default()).await
}

/// `POST /cases/{reference}/people/{person}/match-person`
async fn match_person(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path((reference, person)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let who = parsed_person(&reference, &person)?;
    let command = |people, on| FileCommand::MatchPerson(MatchPerson { people, on });
    keep(&site, &officer, who, &fields, command).await
}

/// `POST /cases/{reference}/people/{person}/unmatch-person`
async fn unmatch_person(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path((reference, person)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let who = parsed_person(&reference, &person)?;
    let command = |people, on| FileCommand::UnmatchPerson(UnmatchPerson { people, on });
    keep(&site, &officer, who, &fields, command).await
}

/// `POST /cases/{reference}/people/{person}/tell-apart`
async fn tell_apart(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path((reference, person)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let who = parsed_person(&reference, &person)?;
    let command = |people, on| FileCommand::TellApart(TellApart { people, on });
    keep(&site, &officer, who, &fields, command).await
}

/// `POST /cases/{reference}/people/{person}/take-back-tell-apart`
async fn take_back_tell_apart(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path((reference, person)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, PageError> {
    let who = parsed_person(&reference, &person)?;
    let command = |people, on| FileCommand::TakeBackTellApart(TakeBackTellApart { people, on });
    keep(&site, &officer, who, &fields, command).await
}

fn parsed_person(reference: &str, person: &str) -> Result<CasePerson, PageError> {
    Ok(CasePerson {
        case: parsed(reference)?,
        person: person.parse().map_err(|_| PageError::NotFound)?,
    })
}

/// The two people a button names.
fn pair(fields: &Fields) -> Result<Pair, PageError> {
    let one = parsed_person(fields.text("one-case"), fields.text("one-person"))?;
    let other = parsed_person(fields.text("other-case"), fields.text("other-person"))?;
    Ok(Pair::of(one, other))
}

async fn keep(
    site: &Site,
    officer: &Officer,
    who: CasePerson,
    fields: &Fields,
    command: impl Fn(Pair, Date) -> FileCommand,
) -> Result<Response, PageError> {
    let permit = site
        .app
        .permit(officer, Deed::KeepAuthorityFile, None)
        .await?;
    let order = FileOrder {
        command: command(pair(fields)?, site.app.today()),
        sealing: Sealing::new(),
        submission: Some(Hidden::sent(fields).submission),
        seen: None,
        confirmed: Vec::new(),
    };
    match site.app.keep(&permit, order).await {
        // The order names no version of the file, so nobody can have been first, and no passage to point at anything in.
        Ok(()) | Err(NotKept::Overtaken | NotKept::PointedAt(_)) => {
            Ok(Redirect::to(&person_url(who)).into_response())
        }
        Err(NotKept::Refused(refused)) => {
            let mut problems = Problems::default();
            problems.add("main-content", &capitalised(&refused.to_string()));
            page(site, officer, who, problems).await
        }
        Err(NotKept::Failure(failure)) => Err(failure.into()),
    }
}

async fn page(
    site: &Site,
    officer: &Officer,
    who: CasePerson,
    problems: Problems,
) -> Result<Response, PageError> {
    let permit = site
        .app
        .permit(officer, Deed::ReadCase, Some(who.case))
        .await?;
    let view = site.app.person(&permit, who.person).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let settings = site.settings(officer)?;
    let may_judge = decide(officer.role, Deed::KeepAuthorityFile, Relation::NoCase).is_ok();
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let main = html! {
        @if !problems.is_empty() {
            (error_summary(&ErrorSummary { problems: problems.summary(), ..ErrorSummary::default() }))
        }
        span class="govuk-caption-l" { (who.case) }
        h1 class="govuk-heading-l" { "One person in all their cases" }
        (over_time(&view.seen, &settings))
        @for seen in &view.seen { (in_a_case(seen, &settings, site.app.today())) }
        @if view.shut > 0 {
            p class="govuk-body" { "In " (view.shut) " more that you may not open." }
        }
        (judged(&view, who, may_judge))
        (candidates(&view, who, &settings, may_judge))
        (told_apart(&view, who, may_judge))
    };
    let title = format!("One person, {}", who.case);
    let frame = Frame {
        title: &title,
        here: Here::Register,
        back: Back::Link(BackLink {
            text: "Back to the case file".into(),
            href: case_url(who.case),
        }),
        errors: !problems.is_empty(),
        width: PageWidth::Reading,
    };
    Ok((status, site.page(officer, frame, main)?).into_response())
}

/// The roles of somebody in a case.
fn roles_in(seen: &SeenPerson, settings: &Settings) -> String {
    let played = roles(&seen.file.file.case, seen.who.person);
    let words: Vec<String> = played
        .iter()
        .map(|each| each.role.words(settings))
        .collect();
    words.join(", ")
}

/// Every part the person plays or played, over all cases that the reader may open, the earliest first.
fn over_time(seen: &[SeenPerson], settings: &Settings) -> Markup {
    let mut played = Vec::new();
    for each in seen {
        for role in roles(&each.file.file.case, each.who.person) {
            played.push((role.from, each.who.case, role));
        }
    }
    played.sort_by_key(|(from, case, _)| (*from, *case));
    let row = |(_, case, role): &(Date, Reference, RolePlayed)| {
        let link = html! { a class="govuk-link heard-reference" href=(case_url(*case)) { (case) } };
        vec![
            Cell::new(role.days()),
            Cell::new(role.role.words(settings)),
            Cell::new(link),
        ]
    };
    table(&Table {
        caption: "In which role, and when".into(),
        head: vec!["When".into(), "Role".into(), "Case".into()],
        rows: played.iter().map(row).collect(),
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

/// What the case says of the person, and what stands about contacting them.
fn in_a_case(seen: &SeenPerson, settings: &Settings, today: Date) -> Markup {
    let case = &seen.file.file.case;
    let mut rows = particulars(seen);
    rows.push(SummaryRow::new("Role", roles_in(seen, settings)));
    rows.push(SummaryRow::new("Received", short_date(case.received_on)));
    for each in seen.file.file.restrictions(today) {
        if each.restriction.person() == seen.who.person && each.is_in_force() {
            rows.push(SummaryRow::new("Restriction on contact", each.sentence()));
        }
    }
    let protections = case.protections.iter();
    for each in protections.filter(|each| each.person == seen.who.person) {
        let words = format!(
            "{}, since {}",
            each.what.kind().label(),
            short_date(each.since)
        );
        rows.push(SummaryRow::new("Protection", words));
    }
    let elsewhere = case.protected_elsewhere.iter();
    for each in elsewhere.filter(|each| each.person == seen.who.person) {
        let words = format!(
            "{}, since {}, because of another of their cases",
            each.what.label(),
            short_date(each.since)
        );
        rows.push(SummaryRow::new("Protection", words));
    }
    html! {
        (summary_list(&SummaryList {
            rows,
            card: Some(SummaryCard { title: seen.who.case.to_string().into(), ..SummaryCard::default() }),
            ..SummaryList::default()
        }))
        p class="govuk-body" {
            a class="govuk-link" href=(case_url(seen.who.case)) { "Open " (seen.who.case) }
        }
    }
}

fn particulars(seen: &SeenPerson) -> Vec<SummaryRow> {
    let Some(details) = seen.details() else {
        return vec![SummaryRow::new("Name", "No longer held")];
    };
    let mut rows = vec![SummaryRow::new("Name", details.name)];
    rows.extend(
        details
            .contact
            .map(|contact| SummaryRow::new("Contact", contact)),
    );
    rows.extend(
        details
            .born_on
            .map(|born_on| SummaryRow::new("Date of birth", short_date(born_on))),
    );
    rows
}

/// The judgements that stand, each of which can be taken back.
fn judged(view: &PersonView, who: CasePerson, may_judge: bool) -> Markup {
    html! {
        @if !view.judgements.is_empty() {
            h2 class="govuk-heading-m" { "Judged to be the same person" }
            @for (pair, on) in &view.judgements {
                @let [one, other] = pair.both();
                p class="govuk-body" { (one.case) " and " (other.case) ", on " (short_date(*on)) }
                @if may_judge {
                    (decision(&format!("{}/unmatch-person", person_url(who)), *pair, "Take it back: not the same person"))
                }
            }
        }
    }
}

/// Who may be the same person, with what speaks for it.
fn candidates(view: &PersonView, who: CasePerson, settings: &Settings, may_judge: bool) -> Markup {
    html! {
        h2 class="govuk-heading-m" { "May be the same person" }
        @if view.candidates.is_empty() {
            p class="govuk-body" { "Nobody in another case is called alike." }
        } @else {
            p class="govuk-body" {
                "People of other cases with a name that reads or sounds alike. Nothing is merged: both cases stay as they \
                 are, and what you say here can be taken back."
            }
        }
        @for candidate in &view.candidates {
            (summary_list(&SummaryList {
                rows: candidate_rows(candidate, settings),
                card: Some(SummaryCard {
                    title: candidate.seen.who.case.to_string().into(),
                    ..SummaryCard::default()
                }),
                ..SummaryList::default()
            }))
            @if may_judge {
                (decision(
                    &format!("{}/match-person", person_url(who)),
                    Pair::of(who, candidate.seen.who),
                    "This is the same person",
                ))
                (quiet_decision(
                    &format!("{}/tell-apart", person_url(who)),
                    Pair::of(who, candidate.seen.who),
                    "These are two different people",
                ))
            }
        }
    }
}

/// Who is somebody else, folded: it was looked at and is settled, and can be taken back.
fn told_apart(view: &PersonView, who: CasePerson, may_judge: bool) -> Markup {
    if view.apart.is_empty() {
        return html! {};
    }
    let body = html! {
        p { "They are not offered again as the same person, and cannot be matched while this stands." }
        @for (pair, on) in &view.apart {
            @let [one, other] = pair.both();
            p { (one.case) " and " (other.case) ", on " (short_date(*on)) }
            @if may_judge {
                (quiet_decision(
                    &format!("{}/take-back-tell-apart", person_url(who)),
                    *pair,
                    "Take it back: they may be the same",
                ))
            }
        }
    };
    let summary = format!("Judged to be different people ({})", view.apart.len());
    details(&Details {
        summary: summary.into(),
        body: body.into(),
        ..Details::default()
    })
}

fn candidate_rows(candidate: &Candidate, settings: &Settings) -> Vec<SummaryRow> {
    let mut rows = particulars(&candidate.seen);
    rows.push(SummaryRow::new("Role", roles_in(&candidate.seen, settings)));
    let speaks = candidate.likeness.reasons().join(". ");
    rows.push(SummaryRow::new("What speaks for or against it", speaks));
    rows
}

/// A button that says something of two people.
fn decision(action: &str, pair: Pair, words: &str) -> Markup {
    said_of(action, pair, &Button::new(words))
}

/// The same where it is not the main thing to do.
fn quiet_decision(action: &str, pair: Pair, words: &str) -> Markup {
    let style = ButtonStyle::Secondary;
    said_of(
        action,
        pair,
        &Button {
            style,
            ..Button::new(words)
        },
    )
}

fn said_of(action: &str, pair: Pair, pressed: &Button) -> Markup {
    let [one, other] = pair.both();
    html! {
        form method="post" action=(action) novalidate {
            input type="hidden" name="submission" value=(Hidden::fresh(None).submission);
            input type="hidden" name="one-case" value=(one.case);
            input type="hidden" name="one-person" value=(one.person);
            input type="hidden" name="other-case" value=(other.case);
            input type="hidden" name="other-person" value=(other.person);
            (button(&Button { prevent_double_click: Some(true), ..pressed.clone() }))
        }
    }
}
