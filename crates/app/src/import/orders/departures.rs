//! The columns of the ways out of the procedure.

use casework::closure::Withdraw;
use casework::intake::{Decline, DeclineGround, ReferElsewhere};
use statute::procedure::Route;

use super::{Gathered, choose};
use crate::private::seal_text;

impl Gathered<'_, '_, '_> {
    pub(super) fn departures(&mut self) {
        if let Some(on) = self.row.day("declined_on") {
            let grounds =
                DeclineGround::ALL.map(|ground| (ground, [ground.code(), ground.label()]));
            let ground = choose(self.row, "decline_ground", &grounds);
            let reasons = self.row.required_text("decline_reasons");
            if let (Some(ground), Some(reasons)) = (ground, reasons) {
                let reasons = seal_text(self.sealing, reasons);
                self.order(
                    "declined_on",
                    on,
                    Decline {
                        ground,
                        reasons,
                        ombudsman_named: false,
                        on,
                        from_old_register: true,
                    },
                );
            }
        }
        if let Some(on) = self.row.day("referred_on") {
            let routes: Vec<_> = Route::ALL
                .iter()
                .map(|route| (*route, [route.code(), route.title()]))
                .collect();
            let route = choose(self.row, "referred_to", &routes);
            let reasons = self.row.required_text("referral_reasons");
            if let (Some(route), Some(reasons)) = (route, reasons) {
                let reasons = seal_text(self.sealing, reasons);
                self.order("referred_on", on, ReferElsewhere { route, reasons, on });
            }
        }
        if let Some(confirmed_on) = self.row.day("withdrawn_on") {
            let oral = self.row.yes("withdrawn_orally");
            self.order(
                "withdrawn_on",
                confirmed_on,
                Withdraw {
                    oral,
                    looked_into: None,
                    confirmed_on,
                },
            );
        }
    }
}
