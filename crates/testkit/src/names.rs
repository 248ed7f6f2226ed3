//! Names of people who do not exist.
//!
//! The surnames are made up from pieces of place names, none of them a family's; the given names are
//! those borne by women and men alike, because nothing here depends on which. Telephone numbers are of
//! the range kept free for drama, and addresses end in `.example`.

use crate::dice::Dice;

const GIVEN: [&str; 40] = [
    "Alex", "Ari", "Ash", "Bailey", "Billie", "Brook", "Cameron", "Casey", "Charlie", "Chris",
    "Dana", "Drew", "Eden", "Ellis", "Finley", "Frankie", "Glenn", "Harley", "Indigo", "Jamie",
    "Jess", "Jo", "Jude", "Kerry", "Kim", "Kit", "Lee", "Lesley", "Morgan", "Noor", "Pat", "Quinn",
    "Reese", "Robin", "Rowan", "Sam", "Sasha", "Skyler", "Taylor", "Toni",
];

const FIRST_PARTS: [&str; 24] = [
    "Amber", "Apple", "Birchen", "Bramble", "Clover", "Copper", "Dapple", "Elder", "Fallow",
    "Fennel", "Gorse", "Hollin", "Juniper", "Larken", "Maple", "Nettle", "Otter", "Pebble",
    "Quill", "Rushen", "Sorrel", "Thistle", "Willow", "Yarrow",
];

const LAST_PARTS: [&str; 20] = [
    "bank", "beck", "bourne", "bridge", "cote", "croft", "dale", "fold", "gate", "hythe", "lade",
    "marsh", "mere", "nook", "quay", "shaw", "stile", "thwaite", "wharf", "wick",
];

/// An invented name, such as "Robin Thistlemere".
pub fn name(dice: &mut Dice) -> String {
    format!("{} {}", dice.pick(&GIVEN), surname(dice))
}

/// An invented name of the same family.
pub fn relative_of(name: &str, dice: &mut Dice) -> String {
    let surname = name.rsplit(' ').next().unwrap_or(name);
    format!("{} {surname}", dice.pick(&GIVEN))
}

/// An address or a number that reaches nobody.
pub fn contact(name: &str, dice: &mut Dice) -> String {
    if dice.chance(40) {
        format!("01632 960{:03}", dice.below(1000))
    } else {
        format!("{}@mail.example", name.to_lowercase().replace(' ', "."))
    }
}

fn surname(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(&FIRST_PARTS), dice.pick(&LAST_PARTS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_bears_the_family_s_name() {
        let mut dice = Dice::new(3);
        let parent = name(&mut dice);
        let child = relative_of(&parent, &mut dice);
        assert_eq!(parent.split(' ').next_back(), child.split(' ').next_back());
        assert!(
            contact("Robin Thistlemere", &mut Dice::new(1)).ends_with("thistlemere@mail.example")
                || contact("Robin Thistlemere", &mut Dice::new(1)).starts_with("01632 960")
        );
    }
}
