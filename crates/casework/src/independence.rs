//! Who plays which part in a case, so that nobody plays two that exclude each other.
//!
//! The table of what excludes what is the law's ([`statute::procedure::BARS`]). Here stands who plays
//! what, by person across the whole case, and every appointment asks. Whom somebody judged to be one person under two
//! ids is compared as one.

use statute::procedure::{Role, first_bar};

use crate::case::Case;
use crate::ids::PersonId;
use crate::refusal::Refusal;

impl Case {
    /// Who plays which part so far.
    pub fn parts(&self) -> Vec<(Role, PersonId)> {
        let mut parts: Vec<(Role, PersonId)> = Vec::new();
        let complained_about = self.representation.complained_about.iter();
        parts.extend(
            complained_about.map(|account| (Role::ComplainedAbout, PersonId::from(*account))),
        );
        parts.extend(
            self.assigned_to
                .map(|account| (Role::RespondingManager, account.into())),
        );
        let stage_2 = self.investigation.as_ref();
        let now = stage_2.and_then(|stage| stage.appointed.as_ref());
        let before = stage_2.into_iter().flat_map(|stage| &stage.replaced);
        for appointed in before.chain(now.map(|(_, appointed)| appointed)) {
            parts.push((Role::InvestigatingOfficer, appointed.investigating_officer));
            parts.push((Role::IndependentPerson, appointed.independent_person));
        }
        let adjudicated = stage_2
            .and_then(|stage| stage.answered.as_ref())
            .and_then(|(_, answered)| answered.adjudication.as_ref());
        parts.extend(
            adjudicated.map(|adjudication| (Role::AdjudicatingOfficer, adjudication.officer)),
        );
        let stage_3 = self.review_panel.as_ref();
        if let Some((_, appointed)) = stage_3.and_then(|stage| stage.appointed.as_ref()) {
            parts.push((Role::PanelChair, appointed.chair));
            parts.extend(appointed.members.map(|member| (Role::PanelMember, member)));
        }
        let advocates = self.advocates.iter();
        parts.extend(advocates.map(|episode| (Role::Advocate, episode.appointed.advocate)));
        parts
    }

    /// Checks parts that are about to be given, against those already played and against each other.
    ///
    /// # Errors
    ///
    /// [`Refusal::Barred`] names both parts and the rule.
    pub(crate) fn may_play(&self, proposed: &[(Role, PersonId)]) -> Result<(), Refusal> {
        let one_id = |(role, person): &(Role, PersonId)| (*role, self.one_id(*person));
        let proposed: Vec<_> = proposed.iter().map(one_id).collect();
        let played: Vec<_> = self.parts().iter().map(one_id).collect();
        match first_bar(&proposed, &played) {
            Some(bar) => Err(Refusal::Barred {
                part: bar.role,
                other: bar.and,
                rule: bar.source.text,
            }),
            None => Ok(()),
        }
    }
}
