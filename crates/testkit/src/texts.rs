//! What invented people say: short points of complaint, wishes, answers, thanks and questions.
//!
//! Every text was written for this record. They say nothing that could identify anybody.

use casework::settings::Code;
use statute::procedure::Finding;

use crate::dice::Dice;

/// What a complaint about a category may say.
pub fn point(category: &Code, dice: &mut Dice) -> &'static str {
    let said: &[&'static str] = match category.as_str() {
        "confidentiality" => &[
            "A letter about our family was sent to our old address although we had given the new one.",
            "Things I told the worker in confidence were repeated at a meeting in front of my former partner.",
        ],
        "procedure" | "procedure_not_followed" => &[
            "The conference went ahead without the report being shared with me beforehand.",
            "Nobody asked for my consent before the school was contacted.",
        ],
        "staff_conduct" => &[
            "The social worker spoke to me as if I were a child and would not let me finish.",
            "The worker arrived an hour late twice and never said sorry.",
            "I was told on the phone that I was wasting everybody’s time.",
            "The worker took sides at the meeting and laughed at what I said.",
        ],
        "communication" | "delay_keep_informed" | "delay_or_not_kept_informed" => &[
            "I have left nine messages in three weeks and nobody has called back.",
            "The assessment was to be ready in May and I still have not seen it.",
            "Nobody told me that our social worker had left until I rang myself.",
            "The minutes of the meeting came seven weeks late.",
        ],
        "decision_outcome" | "decision_or_assessment" => &[
            "The assessment says things that are wrong, and the decision rests on them.",
            "Short breaks were stopped without looking at what we need as a family.",
            "I do not agree that I may see my grandchild only once a month.",
            "The decision to close our case was made without talking to me.",
        ],
        "quality_of_service" | "provision_or_lack" => &[
            "We have had five social workers in a year and explain everything from the start each time.",
            "The support that was agreed in the plan has never been put in place.",
            "The visits were short and the worker did not speak to my child alone.",
            "My pathway plan has not been looked at since I moved.",
        ],
        "contracted_service" => &[
            "The contact centre that the council pays for cancelled four sessions at short notice.",
            "The agency carer did not know about my child’s allergies.",
        ],
        "placement" => &[
            "I was moved with one day’s notice and my things came in bin bags.",
            "My brother and I were placed an hour apart.",
        ],
        "contact" => &[
            "Contact with my sister keeps being cancelled.",
            "I have not seen my children for five weeks.",
        ],
        "finance" => &[
            "My setting-up grant has not been paid although it was agreed in the spring.",
            "The fostering allowance was two months late.",
        ],
        "complaint_handling" => &["My last complaint was closed before I had answered the letter."],
        _ => &[
            "I was not told how to get an interpreter for the meeting.",
            "My child’s passport was not ready for the school trip.",
            "The room used for our meetings cannot be reached with a wheelchair.",
            "We were asked for the same papers three times.",
        ],
    };
    dice.pick::<&'static str>(said)
}

/// What the complainant wants.
pub fn wish(dice: &mut Dice) -> &'static str {
    dice.pick::<&'static str>(&[
        "An apology, and somebody who keeps us informed.",
        "The report put right and a copy of it.",
        "A different worker.",
        "To know what happens next and when.",
        "That other families do not go through the same.",
    ])
}

/// The reasons given for a finding.
pub fn reasons(finding: Finding, dice: &mut Dice) -> &'static str {
    let given: &[&'static str] = match finding {
        Finding::Upheld => &[
            "The records bear out what you say. This should not have happened, and we are sorry.",
            "The agreed step was not taken. We apologise; it has been done now.",
        ],
        Finding::PartlyUpheld => &[
            "The visits took place as recorded, but you were not told of the changes in good time.",
            "The decision was properly made; the letter about it came late and did not explain it.",
        ],
        Finding::NotUpheld => &[
            "The file shows that you were told on the day and that the plan was followed.",
            "We understand why this was upsetting. The step was one we had to take.",
        ],
        Finding::NoFinding => {
            &["There is no record of the conversation, and those present remember it differently."]
        }
        Finding::Withdrawn => &["You told us that you no longer wish to pursue this point."],
        Finding::OutOfScope => &["This is a matter for the court and cannot be looked at here."],
    };
    dice.pick::<&'static str>(given)
}

/// What a compliment says.
pub fn praise(dice: &mut Dice) -> &'static str {
    dice.pick::<&'static str>(&[
        "You listened to my daughter when nobody else did. Thank you.",
        "The worker was honest with us from the first day, and that made all the difference.",
        "A clear and careful report; it helped the conference to a good decision.",
        "Thank you for staying late to find a place for the brothers together.",
        "I would not have finished college without my personal adviser.",
        "The training for new foster carers was the best I have been to.",
    ])
}

/// What a service says it changes after a complaint.
pub fn lesson(dice: &mut Dice) -> &'static str {
    dice.pick::<&'static str>(&[
        "The duty desk calls back the same day, and a manager looks at what is left over at five o’clock.",
        "Families see a report three days before the conference, and the chair asks whether they did.",
        "A change of worker is announced by a letter with the new name and number, before the old one leaves.",
        "Addresses are checked against the last letter received before anything is posted.",
        "New workers practise the first visit with a parent who has been through one.",
    ])
}

/// Why a service changes nothing after a complaint.
pub fn no_lesson(dice: &mut Dice) -> &'static str {
    dice.pick::<&'static str>(&[
        "What was done was right, and was explained once more at a meeting.",
        "The mistake was one person’s on one day, and has been talked through with them.",
    ])
}

/// Why a complaint is not considered under the procedure.
pub const NOT_FOR_US: &str =
    "What you write about is not for this procedure. We have told you who can look at it.";

/// What shows that an action was carried out.
pub const DONE: &str = "The note of the meeting at which it was done is in the shared folder.";

/// What an enquiry asks.
pub fn question(dice: &mut Dice) -> &'static str {
    dice.pick::<&'static str>(&[
        "Whom do I ask about the date of the next review?",
        "I am unhappy about the contact times but do not want to make a complaint.",
        "My neighbour’s children seem to be alone a good deal. Is anybody looking into it?",
        "I would like to see what is written about me when I was in care.",
        "Can the meeting be moved to the evening so that I can come?",
    ])
}

/// What a letter from an elected member asks.
pub fn member_s_question(dice: &mut Dice) -> &'static str {
    dice.pick::<&'static str>(&[
        "A constituent has not heard about an assessment asked for two months ago.",
        "Grandparents in the constituency ask how they can be considered as carers.",
        "A family has been told that short breaks will end and asks for the reasons.",
        "A care leaver is about to lose the tenancy and asks for help.",
    ])
}
