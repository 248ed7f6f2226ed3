//! Workshops and trainings.

mod kept;

use casework::authority_file::{FileCommand, NotKept};
use casework::learning::{HoldTraining, TrainingHeld, TrainingKind};
use kept::{day, decide, given, sealed};

fn workshop(people: u16, on: &str) -> FileCommand {
    FileCommand::HoldTraining(HoldTraining {
        held: TrainingHeld {
            kind: TrainingKind::Workshop,
            people,
            about: sealed(),
        },
        on: day(on),
    })
}

#[test]
fn only_what_was_held_with_somebody_there_is_entered() {
    let file = given(&[workshop(1, "2016-06-01"), workshop(30, "2015-04-01")]);
    let people: Vec<u16> = file.training.iter().map(|(_, held)| held.people).collect();
    assert_eq!(people, [1, 30]);
    let tomorrow = day("2016-06-02");
    for (command, why) in [
        (workshop(0, "2016-06-01"), NotKept::NobodyThere),
        (workshop(1, "2016-06-02"), NotKept::InFuture(tomorrow)),
    ] {
        assert_eq!(decide(&file, &command), Err(why), "{command:?}");
    }
}
