//! Ordinary words that are also names, and words that stand where a name would.

/// Words that people bear as names and that texts about complaints use all the time. In lower case, or at the head of a
/// sentence, they are taken for what they mean. In order, so that a word is found quickly.
#[rustfmt::skip]
const ORDINARY: [&str; 813] = [
    "abbey", "abbot", "abraham", "amber", "angel", "apple", "april", "arch", "archer", "art", "ash",
    "august", "autumn", "avenue", "baby", "back", "bacon", "bailey", "baker", "ball", "band", "bank",
    "banks", "barber", "barker", "barn", "barnes", "baron", "barrow", "base", "bass", "battle", "beach",
    "beacon", "bean", "bear", "beck", "bed", "bee", "bell", "belt", "bench", "bend", "berry", "best",
    "bill", "birch", "bird", "birds", "bishop", "black", "blake", "blessing", "blood", "bloom", "blue",
    "boat", "bold", "bolt", "bond", "book", "booth", "born", "boss", "bow", "bowl", "box", "boy", "boys",
    "branch", "brand", "brave", "bread", "bridge", "bridges", "bright", "broad", "brook", "brooks",
    "brown", "brush", "buck", "bull", "burden", "burn", "burns", "bush", "butler", "button", "cable",
    "camp", "candy", "cane", "cannon", "care", "career", "carer", "carers", "carpenter", "carter",
    "carver", "case", "cases", "cash", "castle", "caution", "cave", "chain", "chamber", "chambers",
    "champion", "chance", "chancellor", "change", "chapel", "chapman", "charity", "charm", "chase",
    "cherry", "chick", "child", "children", "christian", "church", "city", "clay", "clear", "clerk",
    "cliff", "close", "cloud", "clover", "coal", "coast", "cole", "collar", "comfort", "common", "commons",
    "constable", "constance", "cook", "cooper", "copper", "core", "corn", "cotton", "council", "count",
    "court", "cove", "cox", "craft", "crane", "creed", "crest", "crisp", "cross", "crow", "crown",
    "crystal", "curry", "cutter", "daisy", "dale", "dance", "dash", "dawn", "day", "days", "deacon",
    "deal", "dean", "dear", "deep", "deer", "destiny", "diamond", "dick", "divine", "dollar", "dolly",
    "dove", "down", "drake", "dream", "drew", "drive", "driver", "drum", "duke", "dust", "duty", "dyer",
    "eagle", "earl", "early", "earnest", "east", "easter", "easy", "echo", "eden", "edge", "elder", "elm",
    "ember", "england", "english", "ernest", "fair", "fairy", "faith", "farm", "farmer", "farrow",
    "favour", "fear", "fell", "fern", "field", "fields", "finch", "fine", "fire", "fish", "fisher", "flag",
    "fleet", "flint", "flood", "flower", "flowers", "flynn", "folk", "forbes", "ford", "foreman", "forest",
    "fork", "fort", "fortune", "foster", "fountain", "fox", "frank", "free", "freedom", "freeman",
    "french", "friend", "frost", "fuller", "furlong", "gale", "game", "garden", "gardener", "gardner",
    "garland", "gate", "gates", "gay", "gem", "gene", "gentle", "gift", "gill", "glass", "glen", "glory",
    "glover", "gold", "golden", "good", "goodman", "goose", "grace", "grand", "grant", "gray", "great",
    "green", "grey", "grove", "guide", "gun", "guy", "hail", "hale", "hall", "ham", "hand", "hands",
    "hard", "hardy", "harmony", "harper", "hart", "harvest", "hat", "haven", "hawk", "hay", "hazel",
    "head", "heard", "heart", "heath", "heather", "heaven", "hedge", "help", "hemp", "herring", "hick",
    "high", "hill", "hills", "hilton", "hire", "hobby", "hog", "holder", "holiday", "holland", "hollow",
    "holly", "holy", "home", "honest", "honesty", "honey", "honor", "honour", "hood", "hook", "hope",
    "hopes", "horn", "house", "hunt", "hunter", "ice", "inn", "innocent", "iris", "iron", "island",
    "ivory", "ivy", "jack", "jade", "jasmine", "jay", "jet", "jewel", "jolly", "joy", "judge", "july",
    "june", "junior", "just", "justice", "keen", "keep", "key", "kind", "king", "kings", "kit", "kitchen",
    "knight", "knot", "lace", "lad", "lake", "lamb", "land", "landing", "lane", "large", "lark", "last",
    "late", "laurel", "law", "lawn", "laws", "lawyer", "lay", "leaf", "league", "lee", "legacy", "lent",
    "lever", "liberty", "light", "lilac", "lily", "line", "lion", "little", "live", "lock", "lodge",
    "long", "lord", "lot", "love", "loving", "low", "luck", "lucky", "mace", "major", "man", "manor",
    "march", "mark", "marks", "marsh", "marshal", "marshall", "martin", "marvel", "mason", "master", "may",
    "mayor", "meadow", "melody", "melon", "mercer", "merchant", "mercy", "merit", "merry", "messenger",
    "miles", "mill", "miller", "mills", "mint", "miracle", "miss", "mission", "moat", "mole", "monday",
    "monk", "monks", "moody", "moon", "moor", "morning", "moss", "mount", "mountain", "mundy", "myrtle",
    "nail", "nation", "naylor", "new", "newman", "nice", "nick", "night", "noble", "noon", "norman",
    "north", "nun", "oak", "oakes", "oasis", "oath", "ocean", "old", "olive", "opal", "orchard", "order",
    "otter", "owen", "page", "pages", "paige", "paint", "painter", "palm", "palmer", "park", "parker",
    "parks", "parrot", "parson", "parsons", "part", "partridge", "pass", "pat", "patience", "paul",
    "peace", "peach", "peacock", "pearl", "pease", "peel", "peg", "penny", "pepper", "perfect", "petal",
    "peter", "pike", "pine", "piper", "pitt", "place", "plant", "plum", "point", "pole", "pollard", "pond",
    "pool", "pope", "poplar", "poppy", "port", "porter", "post", "pot", "potter", "pound", "powder",
    "power", "powers", "precious", "price", "pride", "priest", "prince", "princess", "prior", "promise",
    "prosper", "prudence", "pure", "purse", "quail", "queen", "quick", "quiet", "rain", "rainbow", "ram",
    "ramp", "ranger", "rare", "raven", "ray", "read", "red", "reed", "reef", "reeve", "regal", "reign",
    "rest", "reward", "rice", "rich", "ride", "rider", "ridge", "right", "ring", "river", "rivers", "road",
    "rob", "robin", "rock", "rocks", "rod", "roe", "roof", "rook", "root", "rope", "rose", "rosemary",
    "rough", "round", "rover", "rowan", "royal", "ruby", "rule", "rush", "rust", "sage", "sail", "sailor",
    "saint", "salmon", "salt", "salter", "sand", "sands", "saturday", "savage", "saviour", "sawyer",
    "scarlet", "school", "scott", "sea", "seal", "season", "senior", "serene", "sergeant", "service",
    "sexton", "shade", "shadow", "shark", "sharp", "shaw", "shed", "sheep", "shepherd", "sheriff",
    "shield", "shine", "ship", "shore", "short", "show", "silver", "singer", "sister", "sky", "slater",
    "sly", "small", "smart", "smile", "smith", "smoke", "snow", "social", "soldier", "song", "sparks",
    "sparrow", "spear", "speed", "spence", "spencer", "spice", "spike", "spirit", "spring", "squire",
    "stable", "staff", "stage", "star", "stark", "starling", "steel", "sterling", "steward", "stock",
    "stone", "stones", "storm", "story", "strange", "stranger", "stream", "street", "strong", "sue",
    "sugar", "summer", "summers", "sunday", "sunny", "sunshine", "swallow", "swan", "sweet", "swift",
    "sword", "tailor", "tanner", "taylor", "tea", "teal", "team", "temple", "tender", "terrace",
    "thatcher", "thick", "thorn", "thorne", "tide", "tiger", "timber", "time", "toll", "tom", "town",
    "towns", "tree", "trees", "trinity", "true", "truth", "tucker", "tune", "turner", "twin", "tyler",
    "union", "unity", "upton", "usher", "vale", "valley", "van", "vane", "verity", "vice", "victor",
    "victory", "view", "village", "vine", "violet", "virtue", "voice", "wade", "wages", "wait", "walker",
    "wall", "walls", "war", "ward", "warden", "warm", "warner", "warren", "water", "waters", "way",
    "weaver", "webb", "week", "weeks", "welcome", "well", "wells", "west", "wharf", "wheat", "wheeler",
    "white", "wick", "wild", "will", "willing", "willow", "win", "wind", "winder", "window", "wine",
    "winner", "winter", "winters", "wisdom", "wise", "wish", "wolf", "wonder", "wood", "woods", "woodward",
    "word", "words", "work", "worker", "world", "worth", "wren", "wright", "yard", "year", "young",
    "younger",
];

/// What an old register has where nobody’s name is known. It names nobody, however it is written.
const IN_PLACE_OF_A_NAME: [&str; 25] = [
    "and",
    "anonymous",
    "aunt",
    "baby",
    "brother",
    "care",
    "carer",
    "child",
    "children",
    "council",
    "family",
    "father",
    "grandmother",
    "grandfather",
    "grandparent",
    "known",
    "leaver",
    "mother",
    "name",
    "not",
    "of",
    "parent",
    "person",
    "the",
    "unknown",
];

/// Whether a word in lower case is an ordinary one although people bear it.
pub(super) fn is_ordinary(plain: &str) -> bool {
    ORDINARY.binary_search(&plain).is_ok()
}

/// Whether a word in lower case stands where a name would.
pub(super) fn stands_for_a_name(plain: &str) -> bool {
    IN_PLACE_OF_A_NAME.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order_so_that_each_is_found() {
        assert!(ORDINARY.is_sorted_by(|one, next| one < next));
        assert!(is_ordinary("will") && is_ordinary("may") && !is_ordinary("okafor"));
    }
}
