//! The page of one person: their cases in every role, what stands about contacting them, and who may be the same.

use app::authority_file::{FileOrder, NotKept};
use app::officer::Officer;
use app::people::{CalledAlike, Candidate, OfTheAuthority, PersonView, SeenPerson};
use app::permit::{Deed, Relation, decide};
use app::private::PersonDetails;
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

use crate::addresses::case_url;
use crate::components::{
    BackLink, Button, ButtonStyle, Cell, Details, ErrorSummary, Select, SummaryCard, SummaryList,
    SummaryRow, Table, TableLayout, button, capitalised, details, error_summary, select,
    summary_list, table,
};
use crate::form::{Fields, Problems};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording::{Hidden, parsed};
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

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
    let one = named(fields.text("one-case"), fields.text("one-person"))?;
    let other = named(fields.text("other-case"), fields.text("other-person"))?;
    Ok(Pair::of(one, other))
}

/// What stands in the place of a case for somebody who bears one id in every case.
const OF_THE_AUTHORITY: &str = "authority";

/// Somebody whom a button names: in a case, or of the authority.
fn named(case: &str, person: &str) -> Result<CasePerson, PageError> {
    if case == OF_THE_AUTHORITY {
        let person = person.parse().map_err(|_| PageError::NotFound)?;
        return Ok(CasePerson::of_the_authority(person));
    }
    parsed_person(case, person)
}

/// The value by which a button names where somebody is known.
fn place_code(who: CasePerson) -> String {
    if who.is_of_the_authority() {
        OF_THE_AUTHORITY.to_owned()
    } else {
        who.case.to_string()
    }
}

/// Where the two people of a judgement are known, in words.
fn places(pair: Pair) -> String {
    let [one, other] = pair.both();
    match (one.is_of_the_authority(), other.is_of_the_authority()) {
        (false, false) => format!("{} and {}", one.case, other.case),
        // Who is of the authority sorts first.
        (true, false) => format!("Somebody in {} and of the council’s own people", other.case),
        (_, true) => "Two of the council’s own people".to_owned(),
    }
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
        (over_time(&view.played, &settings))
        @for known in &view.known_as { (of_the_council(known)) }
        @for seen in &view.seen { (in_a_case(seen, &settings, site.app.today())) }
        @if view.shut > 0 {
            p class="govuk-body" { "In " (view.shut) " more that you may not open." }
        }
        (judged(&view, who, may_judge))
        (candidates(&view, who, &settings, may_judge))
        @if may_judge { (others(&view, who)) }
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
fn in_words(played: &[RolePlayed], settings: &Settings) -> String {
    let words: Vec<String> = played
        .iter()
        .map(|each| each.role.words(settings))
        .collect();
    words.join(", ")
}

/// Every part the person plays or played, over all cases that the reader may open, the earliest first.
fn over_time(played: &[(Reference, RolePlayed)], settings: &Settings) -> Markup {
    let row = |(case, role): &(Reference, RolePlayed)| {
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

/// As whom the council knows the person in every case.
fn of_the_council(known: &OfTheAuthority) -> Markup {
    let mut rows = Vec::new();
    if !known.details.name.is_empty() {
        rows.push(SummaryRow::new("Name", known.details.name.clone()));
    }
    rows.push(SummaryRow::new("Known as", known.known_as.words()));
    summary_list(&SummaryList {
        rows,
        card: Some(SummaryCard {
            title: "One of the council’s own people".into(),
            ..SummaryCard::default()
        }),
        ..SummaryList::default()
    })
}

/// What the case says of the person, and what stands about contacting them.
fn in_a_case(seen: &SeenPerson, settings: &Settings, today: Date) -> Markup {
    let case = &seen.file.file.case;
    let mut rows = match seen.details() {
        Some(details) => particulars(details),
        None => vec![SummaryRow::new("Name", "No longer held")],
    };
    let played = roles(case, seen.who.person);
    rows.push(SummaryRow::new("Role", in_words(&played, settings)));
    rows.push(SummaryRow::new("Received", short_date(case.received_on)));
    for each in seen.file.file.restrictions(today) {
        if each.restriction.person() == seen.who.person && each.is_in_force() {
            rows.push(SummaryRow::new("Restriction on contact", each.sentence()));
        }
    }
    // What a case that the reader may open restricts stands in that case.
    for each in seen.file.file.reaching_restrictions(today) {
        if each.person == seen.who.person && each.recorded_in.is_none() {
            let words = format!(
                "{} Because of another of their cases.",
                each.standing.sentence()
            );
            rows.push(SummaryRow::new("Restriction on contact", words));
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

fn particulars(details: PersonDetails) -> Vec<SummaryRow> {
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
                p class="govuk-body" { (places(*pair)) ", on " (short_date(*on)) }
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
        @if view.candidates.is_empty() && view.called_alike.is_empty() {
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
                    title: candidate.who.case.to_string().into(),
                    ..SummaryCard::default()
                }),
                ..SummaryList::default()
            }))
            @if may_judge {
                (decision(
                    &format!("{}/match-person", person_url(who)),
                    Pair::of(view.who, candidate.who),
                    "This is the same person",
                ))
                (quiet_decision(
                    &format!("{}/tell-apart", person_url(who)),
                    Pair::of(view.who, candidate.who),
                    "These are two different people",
                ))
            }
        }
        @if may_judge {
            @for each in &view.called_alike { (called_alike(each, view, who)) }
        }
    }
}

/// Somebody of the council’s own people who is called alike.
fn called_alike(each: &CalledAlike, view: &PersonView, who: CasePerson) -> Markup {
    let mut rows = vec![SummaryRow::new("Name", each.known.details.name.clone())];
    let contact = each.known.details.contact.clone();
    rows.extend(contact.map(|contact| SummaryRow::new("Contact", contact)));
    rows.push(SummaryRow::new("Known as", each.known.known_as.words()));
    let speaks = each.likeness.reasons().join(". ");
    rows.push(SummaryRow::new("What speaks for or against it", speaks));
    let pair = Pair::of(view.who, each.known.who);
    html! {
        (summary_list(&SummaryList {
            rows,
            card: Some(SummaryCard {
                title: "One of the council’s own people".into(),
                ..SummaryCard::default()
            }),
            ..SummaryList::default()
        }))
        (decision(&format!("{}/match-person", person_url(who)), pair, "This is the same person"))
        (quiet_decision(&format!("{}/tell-apart", person_url(who)), pair, "These are two different people"))
    }
}

/// The council’s own people under other names: who marries changes a name, and nobody is found by it any more.
fn others(view: &PersonView, who: CasePerson) -> Markup {
    if view.others.is_empty() {
        return html! {};
    }
    let choices = view.others.iter().map(|known| {
        let words = format!("{} ({})", known.details.name, known.known_as.words());
        (known.who.person.to_string(), words)
    });
    let body = html! {
        p {
            "Somebody who is appointed in one case may complain in another, and a colleague may be a parent. A colleague \
             who is one of the people of a case is shut out of it, like one who is complained about."
        }
        form method="post" action=(format!("{}/match-person", person_url(who))) novalidate {
            input type="hidden" name="submission" value=(Hidden::fresh(None).submission);
            input type="hidden" name="one-case" value=(place_code(view.who));
            input type="hidden" name="one-person" value=(view.who.person);
            input type="hidden" name="other-case" value=(OF_THE_AUTHORITY);
            (select(&Select::new("other-person", "Who is the same person?", choices, "")))
            (button(&Button {
                prevent_double_click: Some(true),
                style: ButtonStyle::Secondary,
                ..Button::new("They are the same person")
            }))
        }
    };
    details(&Details {
        summary: "They work for the council or are in a pool, under another name".into(),
        body: body.into(),
        ..Details::default()
    })
}

/// Who is somebody else, folded: it was looked at and is settled, and can be taken back.
fn told_apart(view: &PersonView, who: CasePerson, may_judge: bool) -> Markup {
    if view.apart.is_empty() {
        return html! {};
    }
    let body = html! {
        p { "They are not offered again as the same person, and cannot be matched while this stands." }
        @for (pair, on) in &view.apart {
            p { (places(*pair)) ", on " (short_date(*on)) }
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
    let mut rows = particulars(candidate.details.clone());
    rows.push(SummaryRow::new(
        "Role",
        in_words(&candidate.played, settings),
    ));
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
            input type="hidden" name="one-case" value=(place_code(one));
            input type="hidden" name="one-person" value=(one.person);
            input type="hidden" name="other-case" value=(place_code(other));
            input type="hidden" name="other-person" value=(other.person);
            (button(&Button { prevent_double_click: Some(true), ..pressed.clone() }))
        }
    }
}
