//! What people write in the report of the reconstructed year, in our own words from what the council published.

use app::authority_file::DatedEntry;
use app::clock::noon;
use app::private::seal_text;
use casework::annual_report::{PassageKind, PassageWords, WritePassage};
use casework::authority_file::FileCommand;
use casework::settings::{Code, ReportingYear};
use jiff::civil::Date;

use crate::dice::Dice;
use crate::published::Council;

/// The kind’s code, the category of an example, the words and where evidence comes from.
type Written = (&'static str, &'static str, &'static str, &'static str);

const BUCKINGHAMSHIRE: &[Written] = &[
    (
        "introduction",
        "",
        "This report tells the committee how complaints about children’s social care were handled in the year, what they \
         were about and what the service learned from them.\n\nEvery complaint is a chance to put something right, for \
         one family and for those who come after. The complaints team works apart from the services complained about.",
        "",
    ),
    (
        "example",
        "quality_of_service",
        "A family had several workers in a short time and told their story anew to each. The team now hands a case over in a \
         meeting at which the family is present.",
        "",
    ),
    (
        "example",
        "quality_of_service",
        "A report went out with facts about another household in it. It was taken back and rewritten, and reports are read by \
         a second person before they leave.",
        "",
    ),
    (
        "example",
        "delay_keep_informed",
        "Calls were not returned while a worker was away. Each team now says who answers in the meantime.",
        "",
    ),
    (
        "goes_well",
        "",
        "Most answers came within the longer time that the Regulations allow, and few complainants went on to a further \
         stage: a meeting after the first answer settled most of what was left open.",
        "",
    ),
    (
        "to_improve",
        "",
        "Three things came back in complaint after complaint:\n\n- saying what happens next, and when\n- sharing \
         information between services\n- writing assessments that the family can recognise itself in",
        "",
    ),
    (
        "focus",
        "",
        "Training in how to answer a complaint, from outside the council, and work with the advocacy service so that more \
         children know that they can complain.",
        "",
    ),
    (
        "recommendation",
        "",
        "The committee is asked to note how complaints were handled in the year and what was learned from them.",
        "",
    ),
];

const SURREY: &[Written] = &[
    (
        "introduction",
        "",
        "Children, young people and their families tell us in complaints what our services are like for them. This report \
         says what they told us in the year and what changed because of it.",
        "",
    ),
    (
        "example",
        "communication",
        "A young person did not hear for weeks whether a grant had been agreed. The answer explained the delay and said \
         sorry, and the grant was paid.",
        "",
    ),
    (
        "evidence",
        "",
        "Young people in care were also asked in a survey what their care is like for them. Read beside the complaints of \
         the year, it shows what many feel and few complain of.",
        "The survey of young people that the published report sets against complaints",
    ),
    (
        "goes_well",
        "",
        "- Few complaints go on to an investigation, and peer reviews by managers settle more of them.\n- Debriefs after \
         an investigation are owned by the teams that take part in them.\n- What complaints teach is told at the meetings \
         of the services.",
        "",
    ),
    (
        "to_improve",
        "",
        "- Answers within the time limits.\n- What each complaint taught, written down by the team that answered it.\n- \
         Whether agreed actions were carried out, and whether they helped.",
        "",
    ),
    (
        "focus",
        "",
        "Complete records from the first answer on, debriefs after every investigation, and letters from members of \
         Parliament and councillors in the same register.",
        "",
    ),
    (
        "recommendation",
        "",
        "To note what complaints taught in the year and the actions that were agreed.",
        "",
    ),
    (
        "recommendation",
        "",
        "To hear next year whether the agreed actions were carried out and helped.",
        "",
    ),
];

/// What was written when the report was.
pub(super) fn entries(
    council: Council,
    year: ReportingYear,
    written_on: Date,
    dice: &mut Dice,
) -> Vec<DatedEntry> {
    let entry = |(kind, category, text, source): &Written| {
        let category = (!category.is_empty()).then(|| Code::new(*category));
        let kind = PassageKind::read(kind, category).expect("a test writes every passage");
        let mut sealing = dice.sealing();
        let words = PassageWords {
            text: seal_text(&mut sealing, text),
            source: (!source.is_empty()).then(|| seal_text(&mut sealing, source)),
            confirmed: false,
        };
        DatedEntry {
            command: FileCommand::WritePassage(WritePassage { year, kind, words }),
            recorded_at: noon(written_on),
            items: sealing.into_items(),
        }
    };
    written(council).iter().map(entry).collect()
}

fn written(council: Council) -> &'static [Written] {
    match council {
        Council::Buckinghamshire => BUCKINGHAMSHIRE,
        Council::Surrey => SURREY,
    }
}

#[cfg(test)]
mod tests {
    use casework::annual_report::signs_in;

    use super::*;

    #[test]
    fn the_demonstration_writes_of_everything_and_leads_to_nobody() {
        for council in Council::ALL {
            let year = council.published().year;
            let kinds: Vec<&str> = written(council).iter().map(|(kind, ..)| *kind).collect();
            for kind in PassageKind::CODES {
                let only_one_has_it = kind == "evidence";
                assert!(
                    only_one_has_it || kinds.contains(&kind),
                    "{council:?}: {kind}"
                );
            }
            for (_, _, text, source) in written(council) {
                assert!(
                    signs_in(text, year).is_empty() && signs_in(source, year).is_empty(),
                    "{text}"
                );
            }
        }
    }
}
