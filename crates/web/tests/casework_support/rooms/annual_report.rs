//! The words of a year’s report, through the pages: written, pointed at, confirmed, written anew, moved and taken back.

use super::{CALL, summary, text};
use crate::browser::{Answer, Browser, Council, council, filled};

const WORDS: &str = "/annual-report/2024-25/words";
const GOES_WELL: &str = "/annual-report/write-passage?year=2024-25&kind=goes_well";
const RECOMMENDATION: &str = "/annual-report/write-passage?year=2024-25&kind=recommendation";

fn words(page: &str) -> String {
    text(page).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The report of the year as somebody reads it.
async fn report(browser: &Browser, audience: &str) -> String {
    let report = browser
        .get(&format!("/annual-report/2024-25/{audience}"))
        .await;
    assert_eq!(report.status, 200);
    words(&report.page)
}

/// A council with a complaint of Ada Fictional about Bo, and somebody’s browser.
async fn with_a_case(council: &Council) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
}

/// The same form sent again with the box ticked.
async fn confirmed(browser: &Browser, path: &str, back: &Answer) -> Answer {
    let answers = filled(&back.page, &[("confirmed", "yes")]);
    browser.post(path, &answers).await
}

#[tokio::test]
async fn a_passage_is_written_read_in_the_report_written_anew_and_taken_back() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let page = words(&officer.get(WORDS).await.page);
    assert!(
        page.contains("What goes well Not written. Write it"),
        "{page}"
    );
    let first = [(
        "text",
        "Answers came sooner.\n\n- by letter\n- by telephone",
    )];
    let page = words(&officer.done(GOES_WELL, &first).await.page);
    for shown in [
        "the report shows it",
        "Answers came sooner.",
        "Written on 2 March 2026",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!page.contains("What goes well Not written"), "{page}");
    for audience in ["public", "internal"] {
        let report = report(&officer, audience).await;
        let there = "What goes well Answers came sooner. by letter by telephone";
        assert!(report.contains(there), "{report}");
    }
    let again = officer.fill(GOES_WELL, &first).await;
    let problems = summary(&again);
    assert!(
        problems.contains("write that one anew instead"),
        "{problems}"
    );
    assert!(
        again.page.contains("Answers came sooner."),
        "nothing typed is lost"
    );
    let rewrite = "/annual-report/rewrite-passage?passage=1";
    let form = officer.get(rewrite).await;
    assert!(
        form.page.contains("Answers came sooner."),
        "what stands is filled in"
    );
    let other = [("text", "Answers were <b>kinder</b>.")];
    officer.done(rewrite, &other).await;
    let shown = report(&officer, "public").await;
    assert!(
        shown.contains("Answers were <b>kinder</b>.") && !shown.contains("sooner"),
        "{shown}"
    );
    let page = words(
        &officer
            .done("/annual-report/take-back-passage?passage=1", &[])
            .await
            .page,
    );
    assert!(page.contains("What goes well Not written."), "{page}");
    let shown = report(&officer, "public").await;
    assert!(
        !shown.contains("kinder") && !shown.contains("sooner"),
        "{shown}"
    );
    let gone = officer
        .fill("/annual-report/take-back-passage?passage=1", &[])
        .await;
    assert!(
        summary(&gone).contains("does not stand in the report"),
        "{}",
        gone.page
    );
}

#[tokio::test]
async fn a_name_of_somebody_in_a_case_is_pointed_at_before_it_is_kept_and_somebody_decides() {
    let council = council().await;
    let officer = with_a_case(&council).await;
    let typed = "Fictional was told late, see C-0001.\nAda’s mother rang on 01632 960 123; the letter went to HP20 1UA.";
    let path = "/annual-report/write-passage";
    let back = officer.fill(GOES_WELL, &[("text", typed)]).await;
    let problems = summary(&back);
    for word in ["Ada", "Fictional", "C-0001", "01632 960 123", "HP20 1UA"] {
        assert!(problems.contains(word), "{word}: {problems}");
    }
    for (word, why) in [
        ("Ada", "is also in the name of somebody in a case"),
        ("C-0001", "is the reference of a case"),
        ("HP20 1UA", "looks like a postcode"),
    ] {
        back.shows(&format!("“{word}” {why}"));
    }
    back.shows("Ada’s mother rang");
    assert!(
        !problems.contains("mother") && !problems.contains("letter"),
        "{problems}"
    );
    let page = words(&officer.get(WORDS).await.page);
    assert!(
        page.contains("What goes well Not written."),
        "it is not kept: {page}"
    );

    // A tick says nothing of a word that was typed since.
    let more = format!("{typed} Bo too.");
    let answers = filled(&back.page, &[("confirmed", "yes"), ("text", &more)]);
    let back = officer.post(path, &answers).await;
    assert!(summary(&back).contains("Bo"), "{}", back.page);
    let kept = confirmed(&officer, path, &back)
        .await
        .follow(&officer)
        .await;
    kept.shows("Fictional was told late");

    // Without what was pointed at nobody has to say anything.
    let rewrite = "/annual-report/rewrite-passage?passage=1";
    let back = officer.fill(rewrite, &[("text", "Ada rang.")]).await;
    let answers = filled(&back.page, &[("text", "A mother rang.")]);
    let kept = officer
        .post("/annual-report/rewrite-passage", &answers)
        .await;
    kept.follow(&officer).await.shows("A mother rang.");
}

#[tokio::test]
async fn everything_wrong_with_a_passage_is_said_at_once() {
    let council = council().await;
    let officer = with_a_case(&council).await;
    let path = "/annual-report/write-passage";
    let example = format!("{path}?year=2024-25&kind=example");
    let named = [("text", "Ada rang.")];
    let back = officer.fill(&example, &named).await;
    let problems = summary(&back);
    assert!(
        problems.contains("Choose which kind of complaint") && problems.contains("Ada"),
        "{problems}"
    );
    // What was said of the words stands while something else is mended.
    let ticked = confirmed(&officer, path, &back).await;
    let problems = summary(&ticked);
    assert!(
        problems.contains("Choose which kind of complaint") && !problems.contains("Ada"),
        "{problems}"
    );
    let answers = filled(&ticked.page, &[("category", "delay")]);
    let kept = officer.post(path, &answers).await;
    kept.follow(&officer).await.shows("Ada rang.");

    officer.done(GOES_WELL, &[("text", "Sooner.")]).await;
    let again = officer.fill(GOES_WELL, &named).await;
    let problems = summary(&again);
    assert!(
        problems.contains("write that one anew instead") && problems.contains("Ada"),
        "{problems}"
    );
}

#[tokio::test]
async fn ordinary_words_that_are_names_too_stop_nobody() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let mut call = CALL.to_vec();
    call.push(("complainant-1-name", "May Will Young"));
    call.retain(|answer| *answer != ("complainant-1-name", "Ada Fictional"));
    officer.done("/complaints/new", &call).await;
    let typed = "Young people will be asked. Will it help? In May they may say.";
    officer.done(GOES_WELL, &[("text", typed)]).await;
    let typed = "We will ask Will, and Ms Young.";
    let back = officer.fill(RECOMMENDATION, &[("text", typed)]).await;
    let problems = summary(&back);
    assert!(problems.contains("Will, Young."), "{problems}");
}

#[tokio::test]
async fn evidence_and_its_source_are_looked_at_and_examples_need_their_category() {
    let council = council().await;
    let officer = with_a_case(&council).await;
    let evidence = "/annual-report/write-passage?year=2024-25&kind=evidence";
    let back = officer
        .fill(evidence, &[("text", "They want to be heard.")])
        .await;
    assert!(
        summary(&back).contains("Enter where the evidence comes from"),
        "{}",
        back.page
    );
    let named = [
        ("text", "They want to be heard."),
        ("source", "Told by Fictional"),
    ];
    let back = officer.fill(evidence, &named).await;
    assert!(summary(&back).contains("Fictional"), "{}", back.page);
    let survey = [
        ("text", "They want to be heard."),
        ("source", "The survey of June"),
    ];
    officer.done(evidence, &survey).await;
    let example = "/annual-report/write-passage?year=2024-25&kind=example";
    let back = officer
        .fill(example, &[("text", "A letter came late.")])
        .await;
    assert!(
        summary(&back).contains("Choose which kind of complaint"),
        "{}",
        back.page
    );
    let answers = [("text", "A letter came late."), ("category", "delay")];
    officer.done(example, &answers).await;
    let shown = report(&officer, "public").await;
    assert!(
        shown.contains("Examples of what complaints were about Delay: A letter came late.")
            && shown.contains("They want to be heard. Source: The survey of June"),
        "{shown}"
    );
}

#[tokio::test]
async fn recommendations_are_numbered_in_an_order_that_somebody_gives_them() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    for words in ["To note it.", "To ask again.", "To pay for training."] {
        officer.done(RECOMMENDATION, &[("text", words)]).await;
    }
    let path = "/annual-report/move-passage?passage=3";
    let silent = officer.fill(path, &[]).await;
    assert!(
        summary(&silent).contains("Choose where it is to stand"),
        "{}",
        silent.page
    );
    silent.shows("Before 1. To note it.");
    officer.done(path, &[("place", "1")]).await;
    let same = officer.fill(path, &[("place", "1")]).await;
    assert!(summary(&same).contains("Nothing differs"), "{}", same.page);
    let shown = report(&officer, "internal").await;
    let there = "Recommendations to the committee Recommendation 1 To pay for training. Recommendation 2 To note it. \
                 Recommendation 3 To ask again.";
    assert!(shown.contains(there), "{shown}");
}

#[tokio::test]
async fn last_years_focus_stands_beside_the_next_and_an_older_sight_undoes_nothing() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let focus = |year: &str| format!("/annual-report/write-passage?year={year}&kind=focus");
    let before = [("text", "Answers in time.")];
    officer.done(&focus("2023-24"), &before).await;
    let form = officer.get(&focus("2024-25")).await;
    form.shows("The focus in the report for 2023-24: say what became of it Answers in time.");
    officer
        .done(&focus("2024-25"), &[("text", "Training.")])
        .await;
    let rewrite = "/annual-report/rewrite-passage?passage=2";
    let stale = officer.get(rewrite).await;
    officer.done(rewrite, &[("text", "More training.")]).await;
    let answers = filled(&stale.page, &[("text", "Older words.")]);
    let back = officer
        .post("/annual-report/rewrite-passage", &answers)
        .await;
    assert!(
        summary(&back).contains("Somebody else has entered something"),
        "{}",
        back.page
    );
    back.shows("Older words.");
    let page = words(&officer.get(WORDS).await.page);
    assert!(
        page.contains("More training.") && !page.contains("Older words."),
        "{page}"
    );
}

#[tokio::test]
async fn who_keeps_the_file_writes_directors_and_analysts_read_and_others_do_neither() {
    let council = council().await;
    let officer = council.browser("complaints-manager", "2026-03-02").await;
    officer
        .done(GOES_WELL, &[("text", "Answers came sooner.")])
        .await;
    for (name, reads) in [("director", true), ("analyst", true), ("manager", false)] {
        let browser = council.browser(name, "2026-03-02").await;
        let page = browser.get(WORDS).await;
        assert_eq!(page.status, if reads { 200 } else { 403 }, "{name}");
        assert_eq!(page.page.contains("Answers came sooner."), reads, "{name}");
        for offered in ["write-passage", "rewrite-passage", "take-back-passage"] {
            assert!(!page.page.contains(offered), "{name}: {offered}");
            let path = format!("/annual-report/{offered}");
            assert_eq!(browser.get(&path).await.status, 403, "{name}: {path}");
        }
    }
}
