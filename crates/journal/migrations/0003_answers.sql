-- Facts that a report counts and a case does not have, made again by a rebuild. Nothing personal: codes and days.
CREATE TABLE gap (
    authority   {{text}} NOT NULL,
    case_id     {{text}} NOT NULL,
    fact        {{text}} NOT NULL,
    due_on      {{text}} NOT NULL,
    service     {{text}} NOT NULL,    -- empty where it is not known
    team        {{text}} NOT NULL,    -- empty where it is not known
    assigned_to {{text}},
    PRIMARY KEY (authority, case_id, fact)
) {{clustered}};
CREATE INDEX gap_by_due ON gap (authority, due_on, fact, service, team, assigned_to);
CREATE INDEX gap_in_hands ON gap (authority, assigned_to, due_on);

-- Who helps with the answer that a case awaits, made again by a rebuild.
CREATE TABLE helper (
    authority {{text}} NOT NULL,
    account   {{text}} NOT NULL,
    case_id   {{text}} NOT NULL,
    PRIMARY KEY (authority, account, case_id)
) {{clustered}};
CREATE INDEX helper_of_case ON helper (authority, case_id);
