//! Where sources disagree.

use super::written::{Written, act, convention, guidance, local, ombudsman};
use crate::limits::Citation;

/// The rules, in order.
pub(super) const RULES: &[Written] = &[
    ombudsman(
        "REP-28.1",
        Citation::read("LGSCO decisions 25 005 179 and 24 002 249; SI 2006/1738 reg 17"),
        "Where Stage 2 begins: with the request in the figures, unless the authority counts from the \
         agreed record; both time limits run.",
    )
    .noting(
        "Recent Ombudsman decisions count from the request; many councils, and for spoken \
         complaints the Regulations, from the agreed record. Both are shown.",
    )
    .set_by("cfg.s2.start"),
    guidance(
        "REP-28.2",
        Citation::second_hand(
            "Getting the Best from Complaints (2006), as Gloucestershire words it",
        ),
        "How long one may ask for Stage 2: without limit, with twenty working days as advice.",
    )
    .noting(
        "Some councils print twenty working days as a rule; children’s charities say 28 days \
         (Coram Voice, read). The number may be set; making it a rule (cfg.s2.request_enforced) \
         may not.",
    )
    .set_by("cfg.s2.request_window_wd"),
    act(
        "REP-28.3",
        Citation::to_be_checked("SI 2006/1738 reg 18; LGSCO decision 23 002 843"),
        "How long one may ask for Stage 3: twenty working days, with a recorded discretion to \
         allow more.",
    )
    .noting("A late request may lawfully be refused or allowed.")
    .set_by("cfg.s3.late"),
    act(
        "REP-28.4",
        Citation::read("SI 2006/1738 reg 20(3)"),
        "From when the authority has fifteen working days: from receiving the panel’s report.",
    )
    .noting(
        "One county counted from the day the recommendations were made, which is earlier and so \
         within the law.",
    )
    .set_by("cfg.s3.response_from"),
    act(
        "REP-28.5",
        Citation::read("SI 2006/1738 reg 19(4)"),
        "How soon the panel meets: within 30 working days.",
    )
    .noting("One Ombudsman decision (24 009 439) says 20.")
    .set_by("cfg.s3.panel_wd"),
    act(
        "REP-28.6",
        Citation::second_hand("SI 2006/1738 reg 14"),
        "How long Stage 1 takes: ten working days, twenty if extended; a council’s own target \
         stands beside them and never instead.",
    )
    .noting("One council publishes 15 working days (Manchester, read), another only 20.")
    .set_by("cfg.s1.local_target"),
    ombudsman(
        "REP-28.7",
        Citation::read("LGSCO decision 25 005 179"),
        "Whether the first day counts: it does not.",
    )
    .noting("The Ombudsman’s own arithmetic leaves it out; some staff count it.")
    .set_by("cfg.count.day_zero"),
    guidance(
        "REP-28.8",
        Citation::second_hand("a guide for practitioners; council pages"),
        "Whether the wait for an advocate stops Stage 1: it does, and twenty working days stay \
         the ceiling.",
    )
    .set_by("cfg.advocate.pause"),
    act(
        "REP-28.9",
        Citation::second_hand("SI 2020/445 reg 6; SI 2020/909"),
        "What was relaxed in 2020: from 24 April to 25 September the panel’s five and the \
         authority’s fifteen working days became “or as soon as reasonably practicable”.",
    )
    .noting(
        "That other limits were relaxed alike has to be checked. A digest of duties still printed \
         the relaxed wording in 2022 and is stale in this. The extension into 2021 did not recite \
         the powers of these Regulations.",
    )
    .set_by("cfg.ruleset.overlay_2020"),
    ombudsman(
        "REP-28.10",
        Citation::read("LGSCO fact sheets on the procedure, the older and that of 2025"),
        "Where adults complain of how they were treated: within the procedure, for those the Act \
         names.",
    )
    .noting("The older fact sheet said corporate.")
    .set_by("cfg.scope.adult_treatment"),
    local(
        "REP-28.11",
        Citation::read("council page (Manchester)"),
        "From what age a child’s agreement is asked for: none is set.",
    )
    .noting("One council asks from about 12.")
    .set_by("cfg.consent.prompt_age"),
    guidance(
        "REP-28.12",
        Citation::to_be_checked("Getting the Best from Complaints (2006)"),
        "What becomes of an anonymous complaint: it is logged and considered.",
    )
    .noting("Councils also treat it as a suggestion or leave it out.")
    .set_by("cfg.anon"),
    convention(
        "REP-28.13",
        "Which words outcomes have: one set in the record, and the authority’s own words in its \
         report.",
    )
    .noting(
        "Councils write “partly”, “partial”, “part”, “n/a” or nothing; the list of outcomes in \
         the settings maps them.",
    ),
    local(
        "REP-28.14",
        Citation::read("answers of one council in 2020 and 2023; research services"),
        "Below which number a count is withheld: five.",
    )
    .noting("Fewer than five, five or fewer, and fewer than ten were all read.")
    .set_by("cfg.sdc.threshold"),
    ombudsman(
        "REP-28.15",
        Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
        "Which corporate times hold: those of the Code, from the acknowledgement.",
    )
    .noting("Council policies print 15, 20 and 25 working days, some from receipt.")
    .set_by("cfg.corp.*"),
    local(
        "REP-28.16",
        Citation::read("Government Statistical Service"),
        "Which lists of ethnicity, sex and disability are used: the authority’s own, to begin \
         with the Government Statistical Service’s nineteen ethnic groups.",
    )
    .noting("There is no harmonised standard for sex at present. The lists are in the settings."),
    ombudsman(
        "REP-28.17",
        Citation::read("LGSCO decisions of three periods"),
        "Which words Ombudsman decisions have: a code with the vocabulary of its time.",
    )
    .noting("The words changed twice."),
    act(
        "REP-28.18",
        Citation::to_be_checked("SI 2006/1738 reg 2"),
        "Whose bank holidays count: those of England and Wales.",
    )
    .noting("Any under the Act of 1971 would be the other reading.")
    .set_by("cfg.calendar"),
    convention(
        "REP-28.19",
        "Whether a resubmitted complaint has a fresh limit: it has.",
    )
    .noting("What was left of the old limit would be the other reading.")
    .set_by("cfg.freeze.resume"),
];
