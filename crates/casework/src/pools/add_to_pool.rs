//! Add somebody to a pool.

use jiff::civil::Date;

use super::{Engagement, PoolJoined, PoolPart};
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;
use crate::organisation::UnitKind;

/// Enter somebody who can be appointed, with what they can be appointed as.
///
/// Source: SI 2006/1738 reg 2: an independent person is neither a member nor an officer of the authority; reg 19 for a
/// panel.
#[derive(Clone, Debug)]
pub struct AddToPool {
    /// Who and what.
    pub joined: PoolJoined,
    /// Since when.
    pub on: Date,
}

impl AddToPool {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when nothing they can be appointed as is named, somebody employed here is to be independent, or the
    /// provider is none.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let joined = &self.joined;
        if joined.parts.is_empty() {
            return Err(NotKept::NoPart);
        }
        let independent = joined
            .parts
            .iter()
            .any(|part| matches!(part, PoolPart::IndependentPerson | PoolPart::PanelMember));
        match &joined.engaged {
            Engagement::InHouse if independent => return Err(NotKept::NotIndependent),
            Engagement::Provider { provider } => {
                let unit = file.organisation.known(provider)?;
                if unit.kind != UnitKind::Provider || !unit.is_there(self.on) {
                    return Err(NotKept::NotThere {
                        unit: provider.clone(),
                        on: self.on,
                    });
                }
            }
            Engagement::InHouse | Engagement::SelfEmployed => {}
        }
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::PoolJoined(joined.clone()),
        }])
    }
}
