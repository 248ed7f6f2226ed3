//! A child's advocates through the pages.

use super::{CALL, summary, text, with};
use crate::browser::council;

pub(super) const ADVOCATE: &[(&str, &str)] = &[
    ("advocate", "Vo Imaginary"),
    ("kind", "independent"),
    ("organisation", "Voices, a made-up charity"),
    ("bar-subject", "no"),
    ("bar-manages-subject", "no"),
    ("bar-manages-service", "no"),
    ("bar-controls-resources", "no"),
    ("bar-considers", "no"),
];

#[tokio::test]
async fn a_child_is_told_offered_and_helped_and_the_help_ends() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/record-advocacy";
    let form = officer.get(path).await;
    assert!(
        form.page.contains("Bo Fictional") && !form.page.contains("Ada Fictional"),
        "a parent has no advocate under the Act"
    );
    let case = officer.done(path, &[("wanted", "yes")]).await;
    let words = text(&case.page);
    assert!(
        words.contains("Wants an advocate; none found yet")
            && words.contains("Offered help in getting an advocate on 2 March 2026"),
        "{words}"
    );
    let case = officer
        .done("/cases/C-0001/appoint-advocate", ADVOCATE)
        .await;
    assert!(text(&case.page).contains("Vo Imaginary"));
    let again = officer
        .fill("/cases/C-0001/appoint-advocate", ADVOCATE)
        .await;
    assert!(summary(&again).contains("was already recorded on 2 March 2026"));
    let case = officer.done("/cases/C-0001/end-advocacy", &[]).await;
    assert!(text(&case.page).contains("Advocate’s help ended"));
    officer
        .done("/cases/C-0001/appoint-advocate", ADVOCATE)
        .await;
}

#[tokio::test]
async fn each_of_the_five_questions_blocks_the_appointment() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/appoint-advocate";
    for (bar, reason) in [
        ("bar-subject", "is or may be the subject of the complaint"),
        ("bar-manages-subject", "manages somebody the complaint is"),
        ("bar-manages-service", "manages the service concerned"),
        ("bar-controls-resources", "controls the resources"),
        ("bar-considers", "involved in considering the complaint"),
    ] {
        let refused = officer.fill(path, &with(ADVOCATE, (bar, "yes"))).await;
        let problems = summary(&refused);
        assert!(
            problems.contains(reason) && problems.contains("SI 2004/719 reg 3"),
            "{problems}"
        );
        let refused = officer.fill(path, &with(ADVOCATE, (bar, ""))).await;
        assert!(summary(&refused).contains("Answer the question"));
    }
}
