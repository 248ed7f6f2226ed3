//! What the owner of a corrective action sees and reports, through the pages.

use super::super::{CALL, TOLD, summary, text, with};
use super::{ACTION, agreed};
use crate::browser::council;

#[tokio::test]
async fn an_owner_without_a_right_to_the_case_reports_on_their_action_and_sees_nothing_else() {
    let council = council().await;
    agreed(&council).await;
    let officer = council.browser("officer", "2026-04-01").await;
    let owner = council.browser("manager", "2026-04-01").await;
    let own = "/learning/cases/C-0001";
    assert!(owner.get("/learning").await.page.contains(own));
    let page = owner.get(own).await.page;
    let words = text(&page);
    for said in [
        "Practice changed",
        "The duty desk keeps a list of calls to return.",
        "31 March 2026 From",
        "The Stage 1 answer, 2 March 2026: Upheld",
        "Overdue",
        "Report that an action was carried out",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    // Who complains, about whom and of what is not theirs to read: not here, and nowhere else.
    let case = text(&officer.get("/cases/C-0001").await.page);
    for unsaid in ["Ada Fictional", "Bo Fictional", "Nobody rang back"] {
        assert!(case.contains(unsaid), "{unsaid}: {case}");
        assert!(!words.contains(unsaid), "{unsaid}: {words}");
    }
    for path in [
        "/cases/C-0001",
        "/cases/C-0001/carry-out-action",
        "/cases/C-0001/report-back",
        "/cases/C-0001/close-action",
        "/learning/cases/C-0002",
    ] {
        let status = owner.get(path).await.status;
        assert!([403, 404].contains(&status), "{path}: {status}");
    }
    let form = "/learning/cases/C-0001/carry-out-action";
    let silent = owner.fill(form, &[("on-day", "99")]).await;
    let problems = summary(&silent);
    assert!(
        problems.contains("Enter what shows that it was done") && problems.contains("done must be"),
        "{problems}"
    );
    let done = [("evidence", "The list, as photographed.")];
    let after = text(&owner.done(form, &done).await.page);
    assert!(
        after.contains("Your report is recorded.")
            && after.contains("To be checked by somebody else")
            && after.contains("The list, as photographed."),
        "{after}"
    );
    assert_eq!(owner.get(form).await.status, 409, "it is reported once");
    let case = text(&officer.get("/cases/C-0001").await.page);
    assert!(case.contains("reported by The manager"), "{case}");
    let report = "/learning/cases/C-0001/report-back";
    assert_eq!(owner.get(report).await.status, 409, "the case is open");
    officer.done("/cases/C-0001/close-action", &[]).await;
    officer.done("/cases/C-0001/close", &[]).await;
    let taught = [("learned", "change"), ("text", "Calls are returned.")];
    let after = text(&owner.done(report, &taught).await.page);
    assert!(
        after.contains("Your report is recorded.") && !after.contains("Report what"),
        "{after}"
    );
}

#[tokio::test]
async fn somebody_elses_action_is_reported_by_its_owner_alone() {
    let council = council().await;
    let officer = agreed(&council).await;
    let second = council.account("other-manager");
    let second = with(ACTION, ("owner", &second));
    let second = with(&second, ("text", "The rota names who rings back."));
    officer.done("/cases/C-0001/agree-action", &second).await;
    let owner = council.browser("manager", "2026-03-03").await;
    let form = "/learning/cases/C-0001/carry-out-action";
    let page = text(&owner.get(form).await.page);
    assert!(
        page.contains("keeps a list of calls") && !page.contains("The rota"),
        "{page}"
    );
    let others = [("action", "2"), ("evidence", "I saw the rota.")];
    let problems = summary(&owner.fill(form, &others).await);
    assert!(
        problems.contains("Choose which of your corrective actions"),
        "{problems}"
    );
    let officer = council.browser("officer", "2026-03-03").await;
    let director = council.browser("director", "2026-03-03").await;
    for path in ["/learning/cases/C-0001", form] {
        assert_eq!(director.get(path).await.status, 403, "{path}");
        assert_eq!(officer.get(path).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn an_owner_who_is_complained_about_is_shown_nothing_of_the_case() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let owner = council.account("manager");
    let about = with(CALL, ("complained-about", &owner));
    officer.done("/complaints/new", &about).await;
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    let action = with(ACTION, ("owner", &owner));
    let refused = officer.fill("/cases/C-0001/agree-action", &action).await;
    assert_eq!(refused.status, 422);
    refused
        .shows("Somebody who is complained about in this case cannot own its corrective actions.");
    let owner = council.browser("manager", "2026-03-02").await;
    for path in [
        "/learning/cases/C-0001",
        "/learning/cases/C-0001/carry-out-action",
        "/learning/cases/C-0001/report-back",
    ] {
        let answer = owner.get(path).await;
        assert_eq!(answer.status, 403, "{path}");
        let words = text(&answer.page);
        assert!(
            words
                .to_lowercase()
                .contains("you are named in this complaint"),
            "{words}"
        );
    }
}
