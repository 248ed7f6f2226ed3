//! An old register as a complaints manager imports it: sent, looked at, said what its headings mean, taken
//! in, and taken back.

use std::io::{Cursor, Write as _};

use app::import::MOST_BYTES;
use app::officer::Role;
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Request, StatusCode};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::town::{Answer, Browser, Town};

const FILE: &str = "Our log,,,,,\nRef No.,Date rec'd,Team,Scribe,Said,Complainant's name\n\
    A/1,26/03/2015,First Response,Somebody,Thanks,\nA/2,27/03/2015,First Response,Somebody,Thanks,\n";

async fn send(browser: &mut Browser, file: &[u8]) -> Answer {
    let mut body =
        b"--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"old.csv\"\r\n\r\n"
            .to_vec();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--line--\r\n");
    let request = Request::post("/import")
        .header(CONTENT_TYPE, "multipart/form-data; boundary=line")
        .header("sec-fetch-site", "same-origin");
    browser.send(request, Body::from(body)).await
}

#[tokio::test]
async fn an_old_register_is_looked_at_mapped_imported_and_taken_back() {
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    assert!(
        manager
            .get("/today")
            .await
            .body
            .contains("href=\"/import\"")
    );

    let sent = send(&mut manager, FILE.as_bytes()).await;
    let preview = sent.leads_to().expect("a preview").to_owned();
    let page = manager.get(&preview).await;
    assert_eq!(page.status, StatusCode::OK);
    for said in [
        "by its words: check",
        "The headings were found in row 2",
        "column 4 is not known",
        "Nothing comes in before every row is good",
        "name=\"same-kind\"",
        "name=\"column-3\"",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    assert!(!page.body.contains("action=\"/import/confirm\""));

    let file = preview.rsplit('=').next().expect("a number").to_owned();
    let said =
        format!("file={file}&column-3=-&column-4=points&same-kind=compliment&same-channel=letter");
    let again = manager.post("/import/preview", &said).await;
    assert_eq!(again.leads_to(), Some(preview.as_str()));
    let page = manager.get(&preview).await;
    assert!(
        page.body
            .contains("<strong>2</strong> of 2 rows can come in"),
        "{}",
        page.body
    );
    assert!(page.body.contains("A/1"), "the first rows are shown");

    let mut other = town.browser_as(Role::ComplaintsOfficer).await;
    let peeking = other.get(&preview).await;
    assert_eq!(peeking.status, StatusCode::FORBIDDEN);

    let confirm = format!("file={file}");
    let done = manager.post("/import/confirm", &confirm).await;
    let done = done.leads_to().expect("it came in").to_owned();
    let page = manager.get(&done).await;
    assert!(
        page.body.contains("2 cases came in, from C-0002 on"),
        "{}",
        page.body
    );
    assert_eq!(manager.get("/cases/C-0003").await.status, StatusCode::OK);
    let twice = manager.post("/import/confirm", &confirm).await;
    assert_eq!(
        twice.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the file is gone"
    );

    let batch = done.rsplit('=').next().expect("a number");
    let ask = manager.get(&format!("/import/undo?batch={batch}")).await;
    assert!(ask.body.contains("Take back 2 cases"), "{}", ask.body);
    let undone = manager
        .post("/import/undo", &format!("batch={batch}"))
        .await;
    assert_eq!(undone.leads_to(), Some("/import?undone=2"));
    let page = manager.get("/import?undone=2").await;
    assert!(page.body.contains("2 cases taken back"), "{}", page.body);
    assert_eq!(
        manager.get("/cases/C-0003").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(manager.get("/cases/C-0001").await.status, StatusCode::OK);
}

/// A workbook of these sheets, each with its rows.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(text.as_bytes()).expect("written to memory");
    };
    part(
        "_rels/.rels",
        r#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    );
    let (mut listed, mut related) = (Vec::new(), Vec::new());
    for (number, (name, rows)) in (1..).zip(sheets) {
        listed.push(format!(
            r#"<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>"#
        ));
        related.push(format!(
            r#"<Relationship Id="r{number}" Type="http://x/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        ));
        let cell = |cell: &&str| format!(r#"<c t="inlineStr"><is><t>{cell}</t></is></c>"#);
        let row =
            |row: &&[&str]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
        let rows: String = rows.iter().map(row).collect();
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        part(&format!("xl/worksheets/sheet{number}.xml"), &sheet);
    }
    let (listed, related) = (listed.concat(), related.concat());
    let book = format!(r#"<workbook xmlns:r="v"><sheets>{listed}</sheets></workbook>"#);
    part("xl/workbook.xml", &book);
    let related = format!("<Relationships>{related}</Relationships>");
    part("xl/_rels/workbook.xml.rels", &related);
    zip.finish().expect("written to memory").into_inner()
}

#[tokio::test]
async fn a_workbook_of_two_sheets_asks_which_one_and_keeps_waiting() {
    let file = workbook(&[
        ("Notes", &[&["How to fill this in"]]),
        (
            "Compliments",
            &[
                &[
                    "Ref",
                    "Kind",
                    "Channel",
                    "Date received",
                    "Service",
                    "Source of compliment",
                ],
                &[
                    "A/1",
                    "compliment",
                    "letter",
                    "2015-03-26",
                    "First Response",
                    "Court",
                ],
            ],
        ),
    ]);
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    let sent = send(&mut manager, &file).await;
    let preview = sent.leads_to().expect("it waits").to_owned();
    let number = preview.rsplit('=').next().expect("a number").to_owned();
    let asked = format!("/import/sheet?file={number}");
    assert_eq!(
        manager.get(&preview).await.leads_to(),
        Some(asked.as_str()),
        "nothing is read before it is said which sheet"
    );
    let too_soon = manager
        .post("/import/confirm", &format!("file={number}"))
        .await;
    assert_eq!(too_soon.leads_to(), Some(asked.as_str()));
    let page = manager.get(&asked).await;
    for said in ["Which sheet holds the register?", "Notes", "Compliments"] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    for none in ["", "&sheet=2", "&sheet=Notes"] {
        let answer = format!("file={number}{none}");
        let page = manager.post("/import/sheet", &answer).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{none}");
        assert!(
            page.body
                .contains("Choose the sheet that holds the register"),
            "{none}"
        );
    }
    let notes = format!("file={number}&sheet=0");
    let notes = manager.post("/import/sheet", &notes).await;
    assert_eq!(notes.leads_to(), Some(preview.as_str()));
    let page = manager.get(&preview).await;
    assert!(
        page.body.contains("Nothing comes in before"),
        "{}",
        page.body
    );
    assert!(page.body.contains(&asked), "another sheet can be chosen");
    let said = format!("file={number}&same-kind=enquiry");
    manager.post("/import/preview", &said).await;

    let compliments = format!("file={number}&sheet=1");
    let compliments = manager.post("/import/sheet", &compliments).await;
    assert_eq!(compliments.leads_to(), Some(preview.as_str()));
    let page = manager.get(&preview).await;
    for said in [
        "<strong>1</strong> of 1 row can come in",
        "Import 1 case",
        "Court",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let again = manager.get(&asked).await;
    assert!(again.body.contains("checked"), "{}", again.body);
    let done = manager
        .post("/import/confirm", &format!("file={number}"))
        .await;
    let done = done.leads_to().expect("it came in").to_owned();
    assert!(manager.get(&done).await.body.contains("1 case came in"));
}

#[tokio::test]
async fn a_workbook_of_one_sheet_asks_nothing() {
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    let sent = send(&mut manager, &workbook(&[("Log", &[&["Ref", "Kind"]])])).await;
    let preview = sent.leads_to().expect("it waits").to_owned();
    assert_eq!(manager.get(&preview).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_file_that_is_not_taken_says_why_and_leaves_nothing() {
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    let too_large = vec![b'a'; MOST_BYTES + 1];
    let rows: [(&[u8], &str); 2] = [
        (b"", "Choose the file of the old register"),
        (&too_large, "The file is larger than 20 MB"),
    ];
    for (file, said) in rows {
        let answer = send(&mut manager, file).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.body.contains(said), "{said}");
    }
    let most = send(&mut manager, &too_large[1..]).await;
    assert_eq!(
        most.status,
        StatusCode::SEE_OTHER,
        "a file of the bound is read"
    );
    let bad = send(&mut manager, b"PK\x03\x04").await;
    let page = manager.get(bad.leads_to().expect("a preview")).await;
    assert!(
        page.body.contains("the workbook is damaged"),
        "{}",
        page.body
    );
    let gone = manager
        .get("/import/preview?file=00000000-0000-0000-0000-000000000000")
        .await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(gone.body.contains("not kept any longer"));
}

#[tokio::test]
async fn an_import_that_was_worked_on_says_so_and_stays() {
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    let file = "reference,kind,channel,received_on,service\nA,compliment,letter,2015-03-26,first_response\n";
    let sent = send(&mut manager, file.as_bytes()).await;
    let number = sent.leads_to().and_then(|to| to.rsplit('=').next());
    let confirm = format!("file={}", number.expect("a preview"));
    let done = manager.post("/import/confirm", &confirm).await;
    let done = done.leads_to().expect("it came in").to_owned();
    let batch = done.rsplit('=').next().expect("a number");
    let close = "on-day=4&on-month=3&on-year=2026";
    let closed = manager.post("/cases/C-0002/close", close).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
    let undone = manager
        .post("/import/undo", &format!("batch={batch}"))
        .await;
    assert_eq!(undone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        undone.body.contains("worked on since they came in: C-0002"),
        "{}",
        undone.body
    );
    assert_eq!(manager.get("/cases/C-0002").await.status, StatusCode::OK);
}
