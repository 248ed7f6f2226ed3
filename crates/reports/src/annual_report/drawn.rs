//! Every table of the year entered in one ledger, with the figures made of their cells.

use super::access;
use super::advocacy::AdvocacyTable;
use super::advocacy_help::AdvocacyHelpTable;
use super::age;
use super::channels::ChannelTables;
use super::cohorts::CohortCells;
use super::contacts;
use super::count_table::CountTable;
use super::drawing::Drawing;
use super::equality_origins::EqualityOrigins;
use super::equality_returns::EqualityReturnsTable;
use super::escalation::EscalationTable;
use super::escalation_requests::EscalationRequestsTables;
use super::ethnicity_population::{self, AnotherList, EthnicityPopulation};
use super::figures::{Drafts, drafts};
use super::learning::LearningTables;
use super::learning_by_origin::LearningByOriginTables;
use super::looked_after::LookedAfterTable;
use super::mp_letters::MemberEnquiriesTable;
use super::registers::RegisterTables;
use super::stage2_timescales::Stage2TimescaleTable;
use super::tally::Tally;
use super::timescale_by_group::Stage1ByGroupTables;
use super::timescale_stage1::Stage1TimescaleTable;
use super::volumes_by_stage::Volumes;
use super::young_people::{Wholes, YoungPeopleTables};
use crate::disclosure::{CellId, Ledger};
use crate::document::AsAt;

/// The year's tables, entered but not yet disclosed.
pub(super) struct Drawn {
    pub cohorts: CohortCells,
    pub volumes: Volumes,
    pub contacts: CountTable,
    pub by_service: CountTable,
    /// By area and by team, where the authority has any.
    pub by_unit: [Option<CountTable>; 2],
    pub by_issue: CountTable,
    pub by_representative: CountTable,
    pub looked_after: LookedAfterTable,
    pub timescale: Stage1TimescaleTable,
    pub timescale_by_group: Stage1ByGroupTables,
    /// `None` where no reason was noted.
    pub late_answers: Option<CountTable>,
    /// `None` where nothing of it was noted.
    pub resolutions: Option<CountTable>,
    pub stage2_timescale: Stage2TimescaleTable,
    pub outcomes: CountTable,
    pub escalation: EscalationTable,
    pub escalation_requests: EscalationRequestsTables,
    /// For Stage 2 and Stage 3, where any was noted.
    pub escalation_reasons: [Option<CountTable>; 2],
    pub ombudsman: CountTable,
    pub advocacy: AdvocacyTable,
    /// `None` where nothing about advocacy was recorded.
    pub advocacy_help: Option<AdvocacyHelpTable>,
    pub young_people: YoungPeopleTables,
    pub channels: ChannelTables,
    /// Complaints and contacts directly from children and young people.
    pub direct: CellId,
    pub compliments: CountTable,
    pub member_enquiries: MemberEnquiriesTable,
    /// `None` where nobody wrote.
    pub members_by_period: Option<CountTable>,
    pub registers: RegisterTables,
    pub learning: LearningTables,
    /// `None` where no complaint led to any action.
    pub learning_by_origin: Option<LearningByOriginTables>,
    pub equality: Vec<CountTable>,
    /// `None` where no population was entered.
    pub ethnicity_population: Option<Result<EthnicityPopulation, AnotherList>>,
    pub age: CountTable,
    pub equality_origins: EqualityOrigins,
    pub equality_returns: EqualityReturnsTable,
}

impl Drawn {
    /// Enters every table, then the figures, which may tie cells of several tables together.
    pub(super) fn enter(tally: &Tally, as_at: AsAt) -> (Self, Drafts, Ledger) {
        let mut ledger = Ledger::default();
        let cohorts = tally.cohorts.enter(&mut ledger);
        let mut drawing = Drawing {
            settings: &tally.settings,
            year: tally.year,
            stands_on: tally.year.last_day().min(as_at.day),
            ledger: &mut ledger,
            cohorts,
        };
        let drawing = &mut drawing;
        let by_representative = tally.by_representative.enter(drawing);
        let ombudsman = tally.ombudsman.enter(drawing);
        let answers = tally.equality.counted(&tally.settings, &tally.received);
        let advocacy = tally.advocacy.enter(drawing, &by_representative);
        let looked_after = tally.looked_after.enter(drawing);
        let escalation = tally.escalation.enter(drawing);
        let outcomes = tally.outcomes.enter(drawing);
        let timescale = tally.timescale.enter(drawing);
        let equality = answers.enter(drawing);
        let age = age::enter(&answers, drawing);
        let contacts = contacts::enter(drawing);
        let by_service = tally.by_service.enter(drawing);
        let by_unit = tally
            .by_unit
            .each_ref()
            .map(|by_unit| by_unit.enter(drawing));
        let by_issue = tally.by_issue.enter(drawing);
        let registers = tally.registers.enter(drawing, &looked_after);
        let timescale_by_group = tally.timescale_by_group.enter(
            drawing,
            &timescale,
            advocacy.young_people,
            [
                Some(&by_service),
                by_unit[0].as_ref(),
                Some(&by_representative),
            ],
        );
        let young_people = tally.young_people.enter(
            drawing,
            advocacy.young_people,
            &tally
                .equality
                .counted(&tally.settings, &tally.young_people.received),
            Wholes {
                by_capacity: &by_representative,
                by_service: &by_service,
                by_issue: &by_issue,
                gender: equality.iter().find(|table| table.id == "gender"),
                age: &age,
                looked_after: looked_after.complaints,
            },
        );
        let channels = tally.by_channel.enter(drawing, advocacy.young_people);
        let learning = tally.learning.enter(drawing, &outcomes);
        let drawn = Self {
            cohorts,
            volumes: volumes(cohorts, &ombudsman),
            contacts,
            by_service,
            by_unit,
            by_issue,
            direct: access::direct(drawing, &advocacy, &registers),
            registers,
            looked_after,
            timescale_by_group,
            young_people,
            channels,
            late_answers: tally.late_answers.enter(drawing, &timescale),
            resolutions: tally.resolutions.enter(drawing, &timescale),
            timescale,
            stage2_timescale: tally.stage2_timescale.enter(drawing),
            learning_by_origin: tally.learning_by_origin.enter(drawing, &learning),
            learning,
            members_by_period: tally.members_by_period.enter(drawing),
            outcomes,
            escalation_requests: tally.escalation_requests.enter(drawing, &escalation),
            escalation,
            escalation_reasons: tally.escalation_reasons.enter(drawing),
            ombudsman,
            advocacy_help: tally.advocacy_help.enter(drawing, &advocacy),
            advocacy,
            compliments: tally.compliments.enter(drawing),
            member_enquiries: tally.member_enquiries.enter(drawing),
            ethnicity_population: ethnicity_population::enter(
                equality.iter().find(|table| table.id == "ethnicity"),
                drawing,
            ),
            equality_returns: tally.equality_returns.enter(drawing),
            equality_origins: EqualityOrigins::enter(answers.origins(), &equality, &age, drawing),
            equality,
            age,
            by_representative,
        };
        let drafts = drafts(&drawn, drawing);
        (drawn, drafts, ledger)
    }
}

/// What is shown year by year.
fn volumes(cohorts: CohortCells, ombudsman: &CountTable) -> Volumes {
    Volumes(
        [
            ("stage1_complaints", Some(cohorts.received)),
            ("stage2_complaints", Some(cohorts.investigations)),
            ("stage3_panels", Some(cohorts.panels_held)),
            ("compliments", Some(cohorts.compliments)),
            ("lgo_decisions", ombudsman.total),
        ]
        .into_iter()
        .filter_map(|(id, cell)| Some((id, cell?)))
        .collect(),
    )
}
