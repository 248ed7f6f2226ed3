//! Who may judge that two people are the same, or are not: whoever may open both, and nobody about themselves.

use casework::authority_file::{FileCommand, NotKept as Refused};
use casework::people::{CasePerson, MatchPerson, Pair, TellApart, UnmatchPerson};

use crate::App;
use crate::authority_file::NotKept;
use crate::officer::{Officer, Role};

impl App {
    /// Refuses a judgement of two people to somebody who may not make it.
    pub(crate) async fn check_judgement(
        &self,
        officer: &Officer,
        command: &FileCommand,
    ) -> Result<(), NotKept> {
        if let FileCommand::MatchPerson(MatchPerson { people, .. }) = command {
            self.check_people(officer, *people).await
        } else if let FileCommand::TellApart(TellApart { people, .. }) = command {
            self.not_about_themselves(officer, *people).await?;
            self.check_people(officer, *people).await
        } else if let FileCommand::UnmatchPerson(UnmatchPerson { people, .. }) = command {
            self.not_about_themselves(officer, *people).await?;
            self.check_parting(officer, *people).await
        } else {
            Ok(())
        }
    }

    /// Checks that people to be judged are of the authority, or in cases that the reader may open.
    async fn check_people(&self, officer: &Officer, pair: Pair) -> Result<(), NotKept> {
        for who in pair.both() {
            if who.is_of_the_authority() {
                let known = self.people_of_the_authority(&officer.authority).await?;
                if !known.iter().any(|each| each.who == who) {
                    return Err(Refused::NotOfTheAuthority.into());
                }
            } else if self.opened(officer, who).await?.is_none() {
                return Err(Refused::NoSuchCase(who.case).into());
            }
        }
        Ok(())
    }

    /// Refuses to take back, or to shut out, what keeps somebody away from their own case. That it is their own they may
    /// say themselves.
    async fn not_about_themselves(&self, officer: &Officer, pair: Pair) -> Result<(), NotKept> {
        let file = self.file_of(&officer.authority).await?;
        let own = CasePerson::of_the_authority(officer.account.into());
        let mut same = pair.both().into_iter();
        if same.any(|who| file.matches.same_as(who).contains(&own)) {
            return Err(Refused::AboutYourself.into());
        }
        Ok(())
    }

    /// Refuses to take a match back where that could show a protected contact, unless the complaints manager does it:
    /// for the other cases it is as lifting the protection is.
    async fn check_parting(&self, officer: &Officer, pair: Pair) -> Result<(), NotKept> {
        let file = self.file_of(&officer.authority).await?;
        let matches = &file.matches;
        // Whoever asks of two who are not matched learns that, and not whether anybody is protected.
        if officer.role == Role::ComplaintsManager || matches.judged(pair).is_none() {
            return Ok(());
        }
        let [one, _] = pair.both();
        let same = matches.same_as(one);
        if self.protected_among(&officer.authority, same).await? {
            return Err(Refused::WouldShowProtected.into());
        }
        Ok(())
    }
}
