//! Whom the invented councils appoint, and what they paid.

use casework::pools::{Engagement, PoolPart};
use jiff::ToSpan as _;
use jiff::civil::date;
use testkit::published::Council;

use crate::installation::*;

#[tokio::test]
async fn investigators_and_panels_come_from_the_pool_and_whose_work_was_long_done_is_paid() {
    for council in Council::ALL {
        let long_done = council.published().year.last_day() + 60.days();
        let (app, authority, _) = played_of(council, date(2016, 7, 15)).await;
        let permit = app.operators_permit(&authority);
        let file = app.authority_file(&permit).await.expect("it can be read");
        let mut appointed = 0;
        for (line, number) in lines(&app, &authority).await.iter().zip(1..) {
            for appointment in &line.appointments {
                let mut members = file.pools.members();
                let member = members.find(|(person, _)| *person == appointment.person);
                let Some((_, member)) = member else {
                    assert_eq!(appointment.part, PoolPart::Advocate, "chosen by themselves");
                    continue;
                };
                appointed += 1;
                assert!(member.parts.contains(&appointment.part));
                let is_long_done = appointment
                    .done_on
                    .is_some_and(|done_on| done_on < long_done);
                let mut payments = member.paid.iter();
                let is_paid = payments.any(|(_, paid)| paid.case.0 == number);
                let is_owed = member.engaged != Engagement::InHouse;
                assert!(
                    is_paid || !is_owed || !is_long_done,
                    "{council:?}: C-{number:04}"
                );
            }
        }
        assert!(appointed > 20, "{council:?}: {appointed}");
    }
}
