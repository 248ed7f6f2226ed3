//! The way of a page that enters something in the authority’s own file: as for any action, but what it goes by is the
//! file and not a case.

use std::sync::Arc;

use app::annual_report::ShownPassage;
use app::authority_file::{FileOrder, NotKept, Pooled};
use app::officer::Officer;
use app::permit::{Deed, Permit};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::annual_report::PassageNumber;
use casework::authority_file::{AuthorityFile, FileCommand, NotKept as Refused};
use casework::ids::ItemId;
use casework::settings::{Code, ReportingYear, Settings};
use jiff::civil::Date;
use maud::Markup;

use super::{Answers, FormPage, Hidden, Reading, form_page, kept, pointed_at};
use crate::components::{BackLink, capitalised};
use crate::form::{Fields, Problems};
use crate::layout::Back;
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Here, Route, Site};

/// The page of one entry in the authority’s own file.
pub(crate) struct FilePage {
    /// Its path: a room and the name of the action’s file, with hyphens.
    pub(crate) path: &'static str,
    /// The page that shows what was entered; `{year}` in it is the year the form is about.
    pub(crate) overview: &'static str,
    /// What it does.
    pub(crate) title: &'static str,
    /// What the button says.
    pub(crate) button: &'static str,
    /// What is said before the questions.
    pub(crate) explain: fn(&FileDesk) -> Markup,
    /// The answers filled in beforehand, for what the address asks.
    pub(crate) suggest: fn(&FileDesk) -> Vec<(String, String)>,
    /// The questions.
    pub(crate) ask: fn(&FileDesk, &Answers<'_>) -> Markup,
    /// The answers as a command; `None` when something was noted among the problems.
    pub(crate) read: fn(&FileDesk, &mut Reading<'_>) -> Option<FileCommand>,
    /// The fields whose words a report prints, and in which nobody may be named.
    pub(crate) printed: &'static [&'static str],
    /// The field that a refusal is about.
    pub(crate) blame: fn(&Refused) -> &'static str,
}

/// What lies on the desk: the file, the day, and what the address or the form says.
pub(crate) struct FileDesk {
    /// The authority’s own file.
    pub(crate) file: Arc<AuthorityFile>,
    /// Today.
    pub(crate) today: Date,
    /// What the address asks for, or what was sent.
    pub(crate) asked: Fields,
    /// The text of where the figures shown come from, if any.
    pub(crate) source: String,
    /// The text of where the population by ethnic group comes from, if any.
    pub(crate) population_source: String,
    /// Everybody who is or was in a pool.
    pub(crate) pool: Vec<Pooled>,
    /// The council's lists.
    pub(crate) settings: Arc<Settings>,
    /// The passages in the report of the year asked for and of the one before, where the form is about passages.
    pub(crate) passages: Vec<ShownPassage>,
}

const OVERTAKEN: &str = "Somebody else has entered something since you opened this page. Look at what stands now, then send yours again";

/// Showing the form and sending it.
pub(crate) fn file_routes(page: &'static FilePage) -> [Route; 2] {
    let access = Access::May(Deed::KeepAuthorityFile);
    let show = move |State(site): State<Site>,
                     Signed(officer): Signed,
                     Query(query): Query<Vec<(String, String)>>| {
        show(page, site, officer, query)
    };
    let submit = move |State(site): State<Site>, who: Result<Signed, PageError>, fields: Fields| {
        submit(page, site, who, fields)
    };
    [
        Route::get(page.path, access, show),
        Route::post(page.path, access, submit),
    ]
}

async fn show(
    page: &FilePage,
    site: Site,
    officer: Officer,
    query: Vec<(String, String)>,
) -> Result<Response, PageError> {
    let permit = leave(&site, &officer).await?;
    let desk = FileDesk::open(&site, &permit, query).await?;
    let fields = Fields::new((page.suggest)(&desk));
    let hidden = Hidden::fresh(Some(desk.file.version));
    let problems = Problems::default();
    respond(page, &site, &officer, &desk, (&fields, &problems), &hidden)
}

async fn submit(
    page: &FilePage,
    site: Site,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send(page, &site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send(
    page: &FilePage,
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = leave(site, &officer).await?;
    let asked = fields.pairs();
    let asked = asked.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let desk = FileDesk::open(site, &permit, asked.collect()).await?;
    let mut hidden = Hidden::sent(fields);
    let mut reading = Reading::of(fields);
    let command = (page.read)(&desk, &mut reading);
    let Reading {
        mut problems,
        sealing,
        ..
    } = reading;
    let shown: Vec<String> = fields.all(pointed_at::FIELD).map(str::to_owned).collect();
    let mut signs = Vec::new();
    if let Some(command) = command.filter(|_| problems.is_empty()) {
        let order = FileOrder {
            command,
            sealing,
            submission: Some(hidden.submission),
            seen: hidden.seen,
            confirmed: shown.clone(),
        };
        match site.app.keep(&permit, order).await {
            Ok(()) => {
                let overview = desk.address_of(page.overview);
                return Ok(Redirect::to(&format!("{overview}?done=kept")).into_response());
            }
            Err(NotKept::PointedAt(found)) => signs = found,
            Err(NotKept::Refused(refused)) => {
                problems.add((page.blame)(&refused), &capitalised(&refused.to_string()));
            }
            Err(NotKept::Overtaken) => {
                hidden = Hidden::fresh(Some(desk.file.version));
                problems.add("main-content", OVERTAKEN);
            }
            Err(NotKept::Failure(failure)) => return Err(failure.into()),
        }
    } else if problems.is_empty() {
        problems.add("main-content", "Some answers are missing; check the form");
    }
    if signs.is_empty() && !page.printed.is_empty() {
        // Whatever else is wrong, what may name somebody is said in the same answer.
        let texts: Vec<&str> = page.printed.iter().map(|name| fields.text(name)).collect();
        let confirmed = pointed_at::is_confirmed(fields).then_some(&shown[..]);
        let year = desk.year();
        signs = site.app.point_at(&permit, year, &texts, confirmed).await?;
    }
    if signs.is_empty() {
        return respond(page, site, &officer, &desk, (fields, &problems), &hidden);
    }
    let fields = pointed_at::with(fields, &signs);
    problems.add(pointed_at::CONFIRMED, &pointed_at::problem(&signs));
    respond(page, site, &officer, &desk, (&fields, &problems), &hidden)
}

async fn leave(site: &Site, officer: &Officer) -> Result<Permit, PageError> {
    let deed = Deed::KeepAuthorityFile;
    Ok(site.app.permit(officer, deed, None).await?)
}

fn respond(
    page: &FilePage,
    site: &Site,
    officer: &Officer,
    desk: &FileDesk,
    (fields, problems): (&Fields, &Problems),
    hidden: &Hidden,
) -> Result<Response, PageError> {
    let markup = form_page(
        site,
        officer,
        FormPage {
            title: page.title,
            heading: page.title,
            caption: "",
            here: Here::AnnualReport,
            back: Back::Link(BackLink::to(desk.address_of(page.overview))),
            problems,
            notice: Markup::default(),
            not_accepted: false,
            explain: (page.explain)(desk),
            action: page.path,
            hidden,
            questions: (page.ask)(desk, &Answers { fields, problems }),
            button: page.button,
        },
    )?;
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, markup).into_response())
}

impl FileDesk {
    async fn open(
        site: &Site,
        permit: &Permit,
        asked: Vec<(String, String)>,
    ) -> Result<Self, PageError> {
        let file = site.app.authority_file(permit).await?;
        let mut desk = Self {
            file,
            today: site.app.today(),
            asked: Fields::new(asked),
            source: String::new(),
            population_source: String::new(),
            settings: site.settings(permit.officer())?,
            pool: site.app.pool(permit).await?,
            passages: Vec::new(),
        };
        if ["kind", "passage"]
            .iter()
            .any(|field| !desk.asked.text(field).is_empty())
        {
            let year = desk.year();
            let years = [year, year.before()];
            desk.passages = site.app.passages(permit, &years).await?;
        }
        let (of_figures, of_population) = (desk.source_item(), desk.population_source_item());
        let items: Vec<ItemId> = of_figures.into_iter().chain(of_population).collect();
        if !items.is_empty() {
            let texts = site.app.file_texts(permit, &items).await?;
            let text = |item: Option<ItemId>| {
                let text = item.and_then(|item| texts.get(&item).cloned());
                text.unwrap_or_default()
            };
            desk.source = text(of_figures);
            desk.population_source = text(of_population);
        }
        Ok(desk)
    }

    /// The year the address asks for; the last that ended where it asks for none.
    pub(crate) fn year_asked(&self) -> String {
        match self.asked.text("year") {
            "" => ReportingYear::of(self.today).before().to_string(),
            year => year.to_owned(),
        }
    }

    /// The year the form is about: of the passage it names, or as asked for, or the last that ended.
    pub(crate) fn year(&self) -> ReportingYear {
        let number = self.asked.text("passage").parse().ok().map(PassageNumber);
        let passage = number.and_then(|number| self.file.passages.passage(number));
        let asked = || self.asked.text("year").parse().ok();
        let year = passage.map(|passage| passage.year).or_else(asked);
        year.unwrap_or_else(|| ReportingYear::of(self.today).before())
    }

    /// The passage the form is about, while it stands.
    pub(crate) fn passage(&self) -> Option<&ShownPassage> {
        let number = self.asked.text("passage").parse().ok().map(PassageNumber)?;
        let mut passages = self.passages.iter();
        passages.find(|shown| shown.passage.number == number)
    }

    fn address_of(&self, overview: &str) -> String {
        overview.replace("{year}", &self.year().to_string())
    }

    fn population_source_item(&self) -> Option<ItemId> {
        let year: ReportingYear = self.year_asked().parse().ok()?;
        let mut populations = self.file.context.populations();
        let entered = populations.find(|(of, _, _)| *of == year);
        entered.map(|(_, _, source)| source.item)
    }

    fn source_item(&self) -> Option<ItemId> {
        let year = self.asked.text("year").parse().ok()?;
        let unit = self.asked.text("unit");
        let unit = (!unit.is_empty()).then(|| Code::new(unit));
        let source = self.file.context.source(year, unit.as_ref());
        source.map(|sealed| sealed.item)
    }
}
