//! Restrict how somebody contacts the authority.

use jiff::civil::Date;

use super::restriction::{check_term, check_told};
use super::{ContactMeasure, ContactRestricted, LetterPart, Warning};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId, Sealed};
use crate::law::Law;
use crate::refusal::{ContactFault, Refusal};

/// Restrict how a complainant contacts the authority, because the nature or number of contacts hinders the
/// handling of complaints. Possible after the case is closed, when such contacts often begin.
///
/// Source: LGSCO guidance on unreasonable behaviour, as councils adopt it. Persistence alone is not enough,
/// and the complaint may still be right: no decision on the complaint ever asks whether somebody is
/// restricted. That a child needs a director, and twelve months at most, are conventions of this record.
#[derive(Clone, Debug)]
pub struct RestrictContact {
    /// The complainant.
    pub person: PersonId,
    /// What the person does and how it hinders: the reasons of the decision.
    pub behaviour: Sealed,
    /// Whether the person was warned first.
    pub warning: Warning,
    /// The senior person who decided.
    pub decided_by: AccountId,
    /// The director who approved it; needed for a child.
    pub approved_by_director: Option<AccountId>,
    /// What is restricted.
    pub measures: Vec<ContactMeasure>,
    /// The last day.
    pub until: Date,
    /// The day by which somebody looks at it again.
    pub review_on: Date,
    /// What the letter to the person says.
    pub told: Vec<LetterPart>,
    /// The day of the decision in writing, from which it binds.
    pub on: Date,
}

impl RestrictContact {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, the person is no complainant with a name or is restricted
    /// already, no measure is chosen or one twice, the warning, the last day or the review is on an
    /// impossible day, the letter leaves something out, or the wrong people decide.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("restricting contact")?;
        law.happened(
            "the restriction",
            self.on,
            ("the receipt", case.received_on),
        )?;
        let person = case.named_complainant(self.person)?.person;
        let mut restrictions = case.restrictions.iter();
        let other = restrictions.find(|each| each.person() == person && each.runs_beyond(self.on));
        if let Some(other) = other {
            let until = other.ended_on().unwrap_or(other.until());
            return Err(ContactFault::AlreadyRestricted(until).into());
        }
        self.check_measures()?;
        if let Warning::Given { on: warned_on } = self.warning
            && warned_on > self.on
        {
            return Err(ContactFault::WarnedAfterwards {
                warned_on,
                on: self.on,
            }
            .into());
        }
        check_term(self.on, self.until, self.review_on)?;
        check_told(&self.told)?;
        case.may_restrict(
            person,
            self.decided_by,
            self.approved_by_director,
            law.settings,
        )?;
        let restricted = ContactRestricted {
            person,
            behaviour: self.behaviour.clone(),
            warning: self.warning,
            decided_by: self.decided_by,
            approved_by_director: self.approved_by_director,
            measures: self.measures.clone(),
            until: self.until,
            review_on: self.review_on,
            told: self.told.clone(),
        };
        let event = Event::ContactRestricted(Box::new(restricted));
        Ok(vec![Fact::new(self.on, event)])
    }

    fn check_measures(&self) -> Result<(), Refusal> {
        if self.measures.is_empty() {
            return Err(ContactFault::NoMeasure.into());
        }
        for (index, measure) in self.measures.iter().enumerate() {
            if self.measures[..index].contains(measure) {
                return Err(ContactFault::MeasureTwice(*measure).into());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::Withdraw;
    use crate::intake::RepresentationKind;
    use crate::people::{Complainant, ReviewOutcome, ReviewRestriction};
    use crate::refusal::DecisionFault;
    use crate::story::{
        child_complains, close, contact, day, fixture, given, record_complaint,
        request_investigation, request_review_panel, respond, restrict_contact,
    };
    use statute::procedure::LegalGround;

    type Change = fn(&mut RestrictContact);

    #[test]
    fn a_restriction_is_warned_of_ends_is_reviewed_and_can_be_challenged() {
        let told_all_but = |missing| -> Vec<LetterPart> {
            let mut parts = LetterPart::ALL.to_vec();
            parts.retain(|part| *part != missing);
            parts
        };
        let rows: &[(Change, Option<ContactFault>)] = &[
            (|_| {}, None),
            (|it| it.measures.clear(), Some(ContactFault::NoMeasure)),
            (|it| it.measures = ContactMeasure::ALL.to_vec(), None),
            (
                |it| it.measures = vec![ContactMeasure::WritingOnly; 2],
                Some(ContactFault::MeasureTwice(ContactMeasure::WritingOnly)),
            ),
            (|it| it.warning = Warning::LeftOutForSafety, None),
            (|it| it.warning = warned("2015-05-11"), None),
            (
                |it| it.warning = warned("2015-05-12"),
                Some(ContactFault::WarnedAfterwards {
                    warned_on: day("2015-05-12"),
                    on: day("2015-05-11"),
                }),
            ),
            // The last day lies after the decision, and the review by the last day.
            (|it| (it.until, it.review_on) = days("2015-05-12"), None),
            (
                |it| (it.until, it.review_on) = days("2015-05-11"),
                Some(ContactFault::EndsTooSoon {
                    on: day("2015-05-11"),
                    until: day("2015-05-11"),
                }),
            ),
            (|it| it.until = day("2016-05-11"), None),
            (
                |it| it.until = day("2016-05-12"),
                Some(ContactFault::TooLong {
                    until: day("2016-05-12"),
                    longest: day("2016-05-11"),
                }),
            ),
            (|it| it.review_on = day("2015-05-12"), None),
            (
                |it| it.review_on = day("2015-05-11"),
                Some(review_outside("2015-05-11")),
            ),
            (|it| it.review_on = day("2015-11-11"), None),
            (
                |it| it.review_on = day("2015-11-12"),
                Some(review_outside("2015-11-12")),
            ),
        ];
        for (row, (change, fault)) in rows.iter().enumerate() {
            let mut restrict = restrict_contact("2015-05-11");
            change(&mut restrict);
            let then = given([record_complaint()]).when(restrict);
            match fault {
                Some(fault) => then.then_refused(&Refusal::Contact(*fault)),
                None => assert!(then.is_accepted(), "row {row}"),
            }
        }
        for missing in LetterPart::ALL {
            let mut restrict = restrict_contact("2015-05-11");
            restrict.told = told_all_but(missing);
            given([record_complaint()])
                .when(restrict)
                .then_refused(&ContactFault::NotTold(missing).into());
        }
    }

    fn warned(on: &str) -> Warning {
        Warning::Given { on: day(on) }
    }

    fn days(both: &str) -> (Date, Date) {
        (day(both), day(both))
    }

    fn review_outside(review_on: &str) -> ContactFault {
        ContactFault::ReviewOutside {
            review_on: day(review_on),
            on: day("2015-05-11"),
            until: day("2015-11-11"),
        }
    }

    #[test]
    fn twelve_months_from_the_last_day_of_february_end_with_february() {
        let mut restrict = restrict_contact("2016-02-29");
        restrict.until = day("2017-02-28");
        restrict.review_on = restrict.until;
        given([record_complaint()])
            .when(restrict.clone())
            .then_accepted();
        restrict.until = day("2017-03-01");
        given([record_complaint()])
            .when(restrict)
            .then_refused(&Refusal::Contact(ContactFault::TooLong {
                until: day("2017-03-01"),
                longest: day("2017-02-28"),
            }));
    }

    #[test]
    fn it_is_decided_neither_before_the_complaint_nor_after_today() {
        given([record_complaint()])
            .when(restrict_contact("2015-03-26"))
            .then_accepted();
        given([record_complaint()])
            .when(restrict_contact("2015-03-25"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the restriction",
                on: day("2015-03-25"),
                earliest: "the receipt",
                earliest_on: day("2015-03-26"),
            });
        given([record_complaint()])
            .on("2015-05-10")
            .when(restrict_contact("2015-05-11"))
            .then_refused(&Refusal::InTheFuture {
                what: "the restriction",
                on: day("2015-05-11"),
                today: day("2015-05-10"),
            });
    }

    #[test]
    fn only_a_complainant_with_a_name_is_restricted_and_only_once_at_a_time() {
        let of = |person| RestrictContact {
            person,
            ..restrict_contact("2015-05-11")
        };
        given([record_complaint()])
            .when(of(fixture::CHILD))
            .then_refused(&ContactFault::NotAComplainant.into());
        let mut nameless = fixture::complaint();
        nameless.complainants[0].details = None;
        given([nameless.into()])
            .when(of(fixture::PARENT))
            .then_refused(&ContactFault::Nameless.into());
        let history = [record_complaint(), restrict_contact("2015-05-11").into()];
        for (on, running) in [
            ("2015-05-01", true),
            ("2015-11-11", true),
            ("2015-11-12", false),
        ] {
            let then = given(history.clone()).when(restrict_contact(on));
            if running {
                let until = day("2015-11-11");
                then.then_refused(&ContactFault::AlreadyRestricted(until).into());
            } else {
                then.then_accepted();
            }
        }
        given([contact(RepresentationKind::AnonymousComplaint)])
            .when(of(fixture::PARENT))
            .then_refused(&Refusal::WrongKind {
                action: "restricting contact",
                wanted: "complaints",
                is: "an anonymous complaint",
            });
    }

    #[test]
    fn another_complainant_of_the_same_case_is_restricted_apart() {
        let mut complaint = fixture::complaint();
        complaint.complainants.push(Complainant {
            person: fixture::MS_SHAH,
            ..complaint.complainants[0].clone()
        });
        let other = RestrictContact {
            person: fixture::MS_SHAH,
            ..restrict_contact("2015-06-01")
        };
        let both = given([complaint.into(), restrict_contact("2015-05-11").into()]).when(other);
        let case = both.after();
        for (person, since) in [
            (fixture::PARENT, "2015-05-11"),
            (fixture::MS_SHAH, "2015-06-01"),
        ] {
            let restriction = case.restricted(person, day("2015-06-01"));
            assert_eq!(restriction.map(|each| each.since), Some(day(since)));
        }
    }

    #[test]
    fn no_child_who_complains_is_restricted_without_a_director() {
        let director = |approved_by_director| RestrictContact {
            person: fixture::CHILD,
            approved_by_director,
            ..restrict_contact("2015-05-11")
        };
        given([child_complains()])
            .when(director(None))
            .then_refused(&ContactFault::ChildWithoutDirector.into());
        given([child_complains()])
            .when(director(Some(fixture::MS_HALL)))
            .then_accepted();
        // Whoever decides does not approve it besides.
        given([child_complains()])
            .when(director(Some(fixture::MR_LEE)))
            .then_refused(&ContactFault::OneForBoth.into());
        // A child of no record of its own, who complains on the ground of one or is counted as one.
        let by = |ground, capacity| {
            let mut complaint = fixture::complaint();
            complaint.children.clear();
            complaint.complainants[0].ground = Some(ground);
            complaint.complainants[0].capacity = crate::settings::Code::new(capacity);
            given([complaint.into()]).when(restrict_contact("2015-05-11"))
        };
        for (ground, capacity) in [
            (LegalGround::Child, "parent"),
            (LegalGround::CareLeaver, "parent"),
            (LegalGround::SpecialGuardianship, "young_person"),
        ] {
            by(ground, capacity).then_refused(&ContactFault::ChildWithoutDirector.into());
        }
        by(LegalGround::SpecialGuardianship, "parent").then_accepted();
    }

    #[test]
    fn nobody_decides_or_approves_who_is_complained_about() {
        let complained_about = |account| {
            let mut complaint = fixture::complaint();
            complaint.complained_about = vec![account];
            let restrict = RestrictContact {
                approved_by_director: Some(fixture::MS_HALL),
                ..restrict_contact("2015-05-11")
            };
            given([complaint.into()]).when(restrict)
        };
        for account in [fixture::MR_LEE, fixture::MS_HALL] {
            complained_about(account).then_refused(&DecisionFault::DecidesOnThemselves.into());
        }
        complained_about(AccountId(uuid::Uuid::from_u128(12))).then_accepted();
    }

    #[test]
    fn it_is_possible_after_the_last_answer_and_after_a_withdrawal() {
        let answered = [
            record_complaint(),
            respond("2015-04-13"),
            close("2015-05-01"),
        ];
        let closed = given(answered).when(restrict_contact("2015-05-11"));
        assert!(!closed.after().is_open());
        let withdraw = Withdraw {
            oral: false,
            looked_into: Some(false),
            confirmed_on: day("2015-04-02"),
        };
        given([record_complaint(), withdraw.into()])
            .when(restrict_contact("2015-05-11"))
            .then_accepted();
    }

    #[test]
    fn it_binds_from_its_first_day_to_its_last_and_then_ends_by_itself() {
        let case = given([record_complaint()])
            .when(restrict_contact("2015-05-11"))
            .after();
        for (today, in_force, overdue) in [
            ("2015-05-10", false, false),
            ("2015-05-11", true, false),
            ("2015-08-11", true, false),
            ("2015-08-12", true, true),
            ("2015-11-11", true, true),
            ("2015-11-12", false, false),
        ] {
            let restriction = case.restricted(fixture::PARENT, day(today));
            assert_eq!(restriction.is_some(), in_force, "{today}");
            let late = case.restrictions[0].review_is_overdue(day(today));
            assert_eq!(late, overdue, "{today}");
        }
        assert_eq!(case.restricted(fixture::CHILD, day("2015-05-11")), None);
    }

    #[test]
    fn a_restriction_moves_nothing_of_the_case() {
        // Its day is not one after which the case is closed, and no clock starts or ends.
        let before = given([record_complaint(), respond("2015-04-13")]);
        let case = before.case().expect("it is recorded");
        let mut after = before.when(restrict_contact("2015-05-11")).after();
        assert_eq!(after.restrictions.len(), 1);
        after.restrictions.clear();
        after.version = case.version;
        assert_eq!(after, case);
    }

    #[test]
    fn somebody_restricted_still_asks_for_stage_2_and_obtains_a_review_panel() {
        let mut history: Vec<Command> = crate::story::stage_2_answered();
        let every_measure = RestrictContact {
            measures: ContactMeasure::ALL.to_vec(),
            ..restrict_contact("2015-04-14")
        };
        history.insert(2, every_measure.into());
        let given = given(history);
        let case = given.case().expect("it is recorded");
        assert!(
            case.restricted(fixture::PARENT, day("2015-08-28"))
                .is_some()
        );
        given
            .when(request_review_panel("2015-08-28"))
            .then_met("D-S3-REQ", "2015-08-28")
            .then_running("D-S3-PANEL");
    }

    #[test]
    fn a_closed_complaint_is_opened_again_by_somebody_restricted() {
        let no_reopening = RestrictContact {
            measures: vec![ContactMeasure::NoReopening],
            ..restrict_contact("2015-05-04")
        };
        given([
            record_complaint(),
            respond("2015-04-13"),
            close("2015-05-01"),
            no_reopening.into(),
        ])
        .when(request_investigation("2015-05-06"))
        .then_running("D-S2-R");
    }

    #[test]
    fn after_a_review_ended_it_the_person_can_be_restricted_anew() {
        let ended = ReviewRestriction {
            person: fixture::PARENT,
            outcome: ReviewOutcome::Ended,
            decided_by: fixture::MR_LEE,
            approved_by_director: None,
            told: Vec::new(),
            on: day("2015-06-01"),
        };
        let history = [
            record_complaint(),
            restrict_contact("2015-05-11").into(),
            ended.into(),
        ];
        given(history.clone())
            .when(restrict_contact("2015-05-31"))
            .then_refused(&ContactFault::AlreadyRestricted(day("2015-06-01")).into());
        given(history)
            .when(restrict_contact("2015-06-01"))
            .then_accepted();
    }
}
