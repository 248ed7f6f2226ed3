//! The registers through the pages: compliments, enquiries, elected members’ letters, young people’s contacts and
//! requests for one’s own file.

use std::collections::BTreeSet;

use super::{CALL, summary, text};
use crate::browser::{council, fields};

const REQUEST: &[(&str, &str)] = &[
    ("kind", "subject_access_request"),
    ("channel", "email"),
    ("service", "first_response"),
    ("text", "Everything you hold about me."),
    ("person-1-name", "Ada Fictional"),
    ("person-1-capacity", "parent"),
];

#[tokio::test]
async fn a_subject_access_request_has_a_month_more_time_when_told_and_an_answer() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let case = officer.done("/contacts/new", REQUEST).await;
    let words = text(&case.page);
    assert!(
        words.contains("Answer the subject access request") && words.contains("2 April 2026"),
        "{words}"
    );
    let path = "/cases/C-0001/extend-subject-access";
    let reasons = ("reasons", "The file runs over eleven years.");
    let too_long = [reasons, ("until-day", "3"), ("until-month", "6")];
    let problems = summary(&officer.fill(path, &too_long).await);
    assert!(
        problems.contains("3 June 2026 is later than three months")
            && problems.contains("UK GDPR art 12(3)"),
        "{problems}"
    );
    let case = officer.done(path, &[reasons]).await;
    assert!(text(&case.page).contains("2 June 2026"));
    let case = officer.done("/cases/C-0001/answer-enquiry", &[]).await;
    assert!(text(&case.page).contains("Answer recorded for C-0001."));
    officer.done("/cases/C-0001/close", &[]).await;
}

#[tokio::test]
async fn a_compliment_is_four_answers_and_one_press_of_a_button() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let form = officer.get("/compliments/new").await;
    let asked = fields(&form.page);
    let asked: BTreeSet<&str> = asked
        .iter()
        .filter_map(|(name, _)| name.split('-').next())
        .filter(|name| *name != "submission")
        .collect();
    // The sources are radio buttons, none of them chosen beforehand.
    assert_eq!(asked, BTreeSet::from(["received", "service", "text"]));
    assert!(text(&form.page).contains("Child or young person"));

    let nothing = officer.fill("/compliments/new", &[]).await;
    let problems = summary(&nothing);
    for problem in [
        "Choose which service it is about",
        "Choose who says it",
        "Enter what they say",
    ] {
        assert!(problems.contains(problem), "{problems}");
    }
    let praise = [
        ("service", "first_response"),
        ("source", "court"),
        ("text", "The report was exemplary."),
    ];
    let case = officer.done("/compliments/new", &praise).await;
    let words = text(&case.page);
    for shown in [
        "Recorded as C-0001.",
        "Monday 2 March 2026",
        "The report was exemplary.",
        "From Court",
        "Record another compliment",
    ] {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    let register = officer.get("/register?standing=all&kind=compliment").await;
    assert!(text(&register.page).contains("C-0001"));
}

#[tokio::test]
async fn a_general_enquiry_says_how_the_child_stands_and_its_answer_what_came_of_it() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let question = [
        ("kind", "enquiry"),
        ("channel", "telephone"),
        ("service", "first_response"),
        ("text", "Who may see my file?"),
    ];
    let refused = officer.fill("/contacts/new", &question).await;
    assert!(summary(&refused).contains("Choose how the child stands with the council"));
    let known = [&question[..], &[("child-1-standing", "not_known")]].concat();
    let case = officer.done("/contacts/new", &known).await;
    assert!(text(&case.page).contains("Not known"));
    let answer = "/cases/C-0001/answer-enquiry";
    let refused = officer.fill(answer, &[]).await;
    assert!(summary(&refused).contains("Choose what came of it"));
    let case = officer.done(answer, &[("outcome", "signposted")]).await;
    assert!(text(&case.page).contains("Told where else to turn"));
}

#[tokio::test]
async fn an_enquiry_about_somebody_who_complains_is_compared_by_a_person() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let letter = [
        ("member", "member_of_parliament"),
        ("member-name", "Mem Ber"),
        ("service", "first_response"),
        ("constituent", "Ms Ada Fictional"),
        ("consent", "held"),
        ("scope", "The delay, not the assessment."),
    ];
    let case = officer.done("/member-enquiries/new", &letter).await;
    let words = text(&case.page);
    for shown in [
        "Member of Parliament",
        "Mem Ber",
        "Ms Ada Fictional",
        "Yes, it is held",
        "The delay, not the assessment.",
        "May be the same person",
        "nothing of this belongs in the answer to the member",
    ] {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    let compare = "/cases/C-0002/note-overlap";
    let refused = officer.fill(compare, &[("with", "C-0009")]).await;
    let problems = summary(&refused);
    assert!(
        problems.contains("Choose which complaint")
            && problems.contains("Choose whether it is the same person"),
        "{problems}"
    );
    // The only complaint there is to compare is chosen beforehand.
    let case = officer.done(compare, &[("same", "yes")]).await;
    let words = text(&case.page);
    assert!(words.contains("The same person (2 March 2026)"), "{words}");
    assert!(!words.contains("May be the same person"), "{words}");
    let case = officer
        .done(compare, &[("with", "C-0001"), ("same", "no")])
        .await;
    assert!(text(&case.page).contains("Somebody else (2 March 2026)"));

    // A letter about somebody nobody knows shows no such list.
    let stranger = [
        ("member", "councillor"),
        ("service", "first_response"),
        ("constituent", "Zed Unheard"),
        ("consent", "not_held"),
    ];
    let case = officer.done("/member-enquiries/new", &stranger).await;
    assert!(!text(&case.page).contains("called like the constituent"));
}

#[tokio::test]
async fn a_young_person_s_contact_is_logged_with_its_topic_and_has_no_deadline() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let form = "/young-peoples-contacts/new";
    let refused = officer.fill(form, &[("what", "informal")]).await;
    let problems = summary(&refused);
    assert!(
        problems.contains("Choose what it was about")
            && problems.contains("Choose what came of it"),
        "{problems}"
    );
    for (what, kind, named) in [
        (
            "informal",
            "informal_contact",
            "Informal contact of a young person",
        ),
        ("staff_advice", "helpline_contact", "Advice to staff"),
    ] {
        let contact = [
            ("what", what),
            ("topic", "placement"),
            ("result", "put_right"),
            ("channel", "telephone"),
            ("service", "first_response"),
        ];
        let case = officer.done(form, &contact).await;
        let words = text(&case.page);
        for shown in [named, "Where they live", "Put right informally"] {
            assert!(words.contains(shown), "{shown}: {words}");
        }
        assert!(!words.contains("Next:"), "{words}");
        let register = format!("/register?standing=all&kind={kind}");
        let register = officer.get(&register).await;
        assert!(text(&register.page).contains("All cases"));
        assert!(!text(&register.page).contains("No case is like this"));
    }
}
