-- The record. {{text}}, {{bytes}} and {{clustered}} are replaced by each engine's own word.
-- Every table is sharded by authority: it leads every primary key and unique index.
-- Days are ISO text, instants microseconds since 1970, ids UUID text, flags 0 or 1.

-- The journal: one row per event, never changed.
CREATE TABLE event (
    authority    {{text}}  NOT NULL,
    position     BIGINT    NOT NULL,
    case_id      {{text}}  NOT NULL,
    version      BIGINT    NOT NULL,
    number       BIGINT,              -- the reference given to the case, on its first event
    name         {{text}}  NOT NULL,
    schema_no    BIGINT    NOT NULL,
    happened_on  {{text}}  NOT NULL,
    recorded_at  BIGINT    NOT NULL,
    actor        {{text}}  NOT NULL,
    body         {{text}}  NOT NULL,
    prev_hash    {{bytes}} NOT NULL,
    hash         {{bytes}} NOT NULL,
    PRIMARY KEY (authority, position)
);
CREATE UNIQUE INDEX event_of_case ON event (authority, case_id, version);

-- One row per case: its reference and its version.
CREATE TABLE stream (
    authority {{text}} NOT NULL,
    case_id   {{text}} NOT NULL,
    number    BIGINT   NOT NULL,
    version   BIGINT   NOT NULL,
    disposed  BIGINT   NOT NULL,
    PRIMARY KEY (authority, case_id)
) {{clustered}};
CREATE UNIQUE INDEX stream_by_number ON stream (authority, number);

-- One row per authority: the end of its journal. Whoever appends holds this row.
CREATE TABLE head (
    authority   {{text}}  NOT NULL,
    position    BIGINT    NOT NULL,
    hash        {{bytes}} NOT NULL,
    last_number BIGINT    NOT NULL,
    PRIMARY KEY (authority)
);

-- Forms that were recorded, so that none is recorded twice.
CREATE TABLE submission (
    authority  {{text}} NOT NULL,
    submission {{text}} NOT NULL,
    case_id    {{text}} NOT NULL,
    number     BIGINT   NOT NULL,
    PRIMARY KEY (authority, submission)
) {{clustered}};

-- The key of a case, wrapped by the deployment's key.
CREATE TABLE case_key (
    authority {{text}}  NOT NULL,
    case_id   {{text}}  NOT NULL,
    wrapped   {{bytes}} NOT NULL,
    PRIMARY KEY (authority, case_id)
) {{clustered}};

-- What is personal, sealed with the key of its case.
CREATE TABLE vault_item (
    authority {{text}}  NOT NULL,
    case_id   {{text}}  NOT NULL,
    item      {{text}}  NOT NULL,
    kind      {{text}}  NOT NULL,
    sealed    {{bytes}} NOT NULL,
    PRIMARY KEY (authority, case_id, item)
);
CREATE INDEX vault_item_of_kind ON vault_item (authority, kind, case_id, item);

-- The register: one row per case, made again by a rebuild.
CREATE TABLE register (
    authority   {{text}} NOT NULL,
    case_id     {{text}} NOT NULL,
    number      BIGINT   NOT NULL,
    version     BIGINT   NOT NULL,
    kind        {{text}} NOT NULL,
    procedure   {{text}},
    stage       {{text}} NOT NULL,
    is_open     BIGINT   NOT NULL,
    received_on {{text}} NOT NULL,
    closed_on   {{text}},
    due_on      {{text}} NOT NULL,    -- 9999-12-31 when nothing is due, so that such cases come last
    due_limit   {{text}},
    service     {{text}},
    category    {{text}},
    assigned_to {{text}},
    outcome     {{text}},
    name_item   {{text}},
    line        {{text}} NOT NULL,
    PRIMARY KEY (authority, case_id)
);
CREATE UNIQUE INDEX register_by_number ON register (authority, number);
CREATE INDEX register_open_by_due ON register (authority, is_open, due_on, number);
CREATE INDEX register_open_by_receipt ON register (authority, is_open, received_on, number);
CREATE INDEX register_by_due ON register (authority, due_on, number);
CREATE INDEX register_by_receipt ON register (authority, received_on, number);
CREATE INDEX register_in_hands ON register (authority, assigned_to, is_open, due_on, number);

-- Time limits, running and finished, made again by a rebuild.
CREATE TABLE clock (
    authority  {{text}} NOT NULL,
    case_id    {{text}} NOT NULL,
    seq        BIGINT   NOT NULL,
    time_limit {{text}} NOT NULL,
    started_on {{text}} NOT NULL,
    due_on     {{text}} NOT NULL,
    latest_on  {{text}},
    ended_on   {{text}},
    running    BIGINT   NOT NULL,
    owner      {{text}} NOT NULL,
    PRIMARY KEY (authority, case_id, seq)
) {{clustered}};
CREATE INDEX clock_running_by_due ON clock (authority, running, due_on, case_id, seq);

-- Words cases are found by, as keyed hashes, made again by a rebuild.
CREATE TABLE search_word (
    authority {{text}}  NOT NULL,
    token     {{bytes}} NOT NULL,
    case_id   {{text}}  NOT NULL,
    PRIMARY KEY (authority, token, case_id)
) {{clustered}};

-- Who read what.
CREATE TABLE read_note (
    authority {{text}} NOT NULL,
    id        {{text}} NOT NULL,
    account   {{text}} NOT NULL,
    case_id   {{text}} NOT NULL,
    read_at   BIGINT   NOT NULL,
    PRIMARY KEY (authority, id)
) {{clustered}};
CREATE INDEX read_note_of_case ON read_note (authority, case_id, read_at);

CREATE TABLE authority (
    authority  {{text}} NOT NULL,
    name       {{text}} NOT NULL,
    settings   {{text}} NOT NULL,
    created_at BIGINT   NOT NULL,
    PRIMARY KEY (authority)
);

-- Accounts; both names lie sealed, the sign-in name is found by its keyed hash.
CREATE TABLE account (
    authority     {{text}}  NOT NULL,
    id            {{text}}  NOT NULL,
    name_token    {{bytes}} NOT NULL,
    sealed_names  {{bytes}} NOT NULL,
    role          {{text}}  NOT NULL,
    password_hash {{text}}  NOT NULL,
    must_change   BIGINT    NOT NULL,
    disabled      BIGINT    NOT NULL,
    created_at    BIGINT    NOT NULL,
    PRIMARY KEY (authority, id)
);
CREATE UNIQUE INDEX account_by_name ON account (authority, name_token);

-- Sessions are the exception: they are looked for before the authority is known, so their token is the shard key.
CREATE TABLE session (
    token      {{bytes}} NOT NULL,
    authority  {{text}},
    account    {{text}},
    sealed     {{bytes}} NOT NULL,
    expires_at BIGINT    NOT NULL,
    PRIMARY KEY (token)
);
CREATE INDEX session_of_account ON session (authority, account);
CREATE INDEX session_by_end ON session (expires_at);

-- Facts of the whole installation.
CREATE TABLE meta (
    name  {{text}}  NOT NULL,
    value {{bytes}} NOT NULL,
    PRIMARY KEY (name)
);
