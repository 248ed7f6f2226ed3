//! What a case begins with: a representation as it was recorded.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::procedure::LegalGround;

use crate::ids::{AccountId, Sealed};
use crate::intake::{Procedure, RepresentationKind};
use crate::organisation::Place;
use crate::people::{Channel, Child, Complainant};
use crate::point::Point;
use crate::registers::Particulars;
use crate::settings::Code;

/// What was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepresentationRecorded {
    /// Complaint, compliment, enquiry and so on.
    pub kind: RepresentationKind,
    /// Which procedure applies; `None` for what is not a complaint.
    pub procedure: Option<Procedure>,
    /// How it arrived.
    pub channel: Channel,
    /// When it reached the complaints team, if later than the authority.
    pub reached_team_on: Option<Date>,
    /// When the matter complained about arose, as far as known.
    pub grounds_arose_on: Option<Date>,
    /// Why it is taken although the year had passed, sealed.
    pub late_reasons: Option<Sealed>,
    /// The service it is about; `None` while a contact is not sorted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Code>,
    /// The area, team and provider it is about, and where it came in, as far as said.
    #[serde(default, skip_serializing_if = "Place::is_unknown")]
    pub place: Place,
    /// Who makes it, the first being the one letters go to.
    pub complainants: Vec<Complainant>,
    /// The children it is about.
    pub children: Vec<Child>,
    /// What it is about, point by point.
    pub points: Vec<Point>,
    /// What the complainant wants, sealed.
    pub desired_outcome: Option<Sealed>,
    /// Staff complained about, who may neither answer it nor read it.
    pub complained_about: Vec<AccountId>,
    /// What its register alone tells; `None` for a complaint, and where an old register does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub particulars: Option<Particulars>,
}

/// The grounds on which the people of a case may complain, for the law's questions about standing.
impl RepresentationRecorded {
    /// Every ground given.
    pub fn grounds(&self) -> impl Iterator<Item = LegalGround> + '_ {
        self.complainants
            .iter()
            .filter_map(|complainant| complainant.ground)
    }
}
