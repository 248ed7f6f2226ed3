-- What is asked of people for equality monitoring, apart from their case: no key of a case opens it. Each item has a key of
-- its own, wrapped with a key that serves nothing else. The case is named so that disposing of it disposes of this too.
CREATE TABLE monitoring_item (
    authority {{text}}  NOT NULL,
    case_id   {{text}}  NOT NULL,
    item      {{text}}  NOT NULL,
    wrapped   {{bytes}} NOT NULL,
    sealed    {{bytes}} NOT NULL,
    PRIMARY KEY (authority, case_id, item)
);
