-- One human being known by several rows, one enquiry by two leads: the absorbed row stays as it is and points to the kept
-- one. Always to the last one: what A absorbed points to C once A itself is part of C. Which merge brought it there is in
-- person_merge and lead_merge.
ALTER TABLE person
    ADD COLUMN merged_into UUID NULL AFTER voicemail,
    ADD CONSTRAINT fk_person_merged_into FOREIGN KEY (merged_into) REFERENCES person (id);

-- The words by which a patient allowed that whoever wrote for them is told about them; empty: tell nothing.
ALTER TABLE leads
    ADD COLUMN merged_into         UUID          NULL AFTER contact_id,
    ADD COLUMN authorization_words VARCHAR(1000) NULL AFTER merged_into,
    ADD COLUMN authorized_at       DATETIME(6)   NULL AFTER authorization_words,
    ADD COLUMN authorized_by       UUID          NULL AFTER authorized_at,
    ADD CONSTRAINT fk_lead_merged_into FOREIGN KEY (merged_into) REFERENCES leads (id),
    ADD CONSTRAINT fk_lead_authorized_by FOREIGN KEY (authorized_by) REFERENCES staff_account (id),
    -- with merged_into, so that figures and due lists pass absorbed leads over without reading their rows
    DROP INDEX ix_lead_stage,
    DROP INDEX ix_lead_due,
    DROP INDEX ix_lead_owner_due,
    ADD INDEX ix_lead_stage (location_id, stage, received_at, id, merged_into),
    ADD INDEX ix_lead_due (location_id, next_due_at, id, merged_into),
    ADD INDEX ix_lead_owner_due (owner_id, next_due_at, id, merged_into);

-- What merging changed on the kept person, so that it can be taken back; the former name is still theirs meanwhile.
CREATE TABLE person_merge (
    id                UUID         NOT NULL,
    kept_id           UUID         NOT NULL,
    absorbed_id       UUID         NOT NULL,
    former_first_name VARCHAR(120) NULL,
    former_last_name  VARCHAR(120) NULL,
    former_full_name  VARCHAR(250) AS (TRIM(CONCAT(former_first_name, ' ', former_last_name))) PERSISTENT,
    before_state      JSON         NOT NULL,
    after_state       JSON         NOT NULL,
    merged_at         DATETIME(6)  NOT NULL,
    undone_at         DATETIME(6)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_person_merge_kept FOREIGN KEY (kept_id) REFERENCES person (id),
    CONSTRAINT fk_person_merge_absorbed FOREIGN KEY (absorbed_id) REFERENCES person (id),
    INDEX ix_person_merge_former_last (former_last_name),
    INDEX ix_person_merge_former_first (former_first_name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Two leads that staff declared to be one enquiry, or enquiries of one person. Several of one person are taken back in
-- the order of nr, the newest first. The states are empty where the leads themselves stayed apart. Whom the kept lead was written by, and to
-- which location, before something else was chosen: their next message still finds it.
CREATE TABLE lead_merge (
    id                 UUID        NOT NULL,
    nr                 BIGINT      NOT NULL AUTO_INCREMENT,
    kind               VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kept_id            UUID        NOT NULL,
    absorbed_id        UUID        NOT NULL,
    kept_person_id     UUID        NOT NULL,
    absorbed_person_id UUID        NOT NULL,
    person_merge_id    UUID        NULL,
    former_contact_id  UUID        NULL,
    former_location_id UUID        NULL,
    before_state       JSON        NULL,
    after_state        JSON        NULL,
    merged_at          DATETIME(6) NOT NULL,
    merged_by          UUID        NOT NULL,
    undone_at          DATETIME(6) NULL,
    undone_by          UUID        NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_lead_merge_nr UNIQUE (nr),
    CONSTRAINT fk_lead_merge_kept FOREIGN KEY (kept_id) REFERENCES leads (id),
    CONSTRAINT fk_lead_merge_absorbed FOREIGN KEY (absorbed_id) REFERENCES leads (id),
    CONSTRAINT fk_lead_merge_kept_person FOREIGN KEY (kept_person_id) REFERENCES person (id),
    CONSTRAINT fk_lead_merge_absorbed_person FOREIGN KEY (absorbed_person_id) REFERENCES person (id),
    CONSTRAINT fk_lead_merge_person_merge FOREIGN KEY (person_merge_id) REFERENCES person_merge (id),
    CONSTRAINT fk_lead_merge_former_contact FOREIGN KEY (former_contact_id) REFERENCES person (id),
    CONSTRAINT fk_lead_merge_former_location FOREIGN KEY (former_location_id) REFERENCES location (id),
    CONSTRAINT fk_lead_merge_merged_by FOREIGN KEY (merged_by) REFERENCES staff_account (id),
    CONSTRAINT fk_lead_merge_undone_by FOREIGN KEY (undone_by) REFERENCES staff_account (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Two people who share an address but not the name or the birthday. The smaller id is first, so that a pair is known
-- once; without evidence when staff decided unasked. No foreign keys: they would lock the row of one person while another
-- one's message is taken in.
CREATE TABLE possible_match (
    one_id     UUID        NOT NULL,
    other_id   UUID        NOT NULL,
    evidence   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    state      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since      DATETIME(6) NOT NULL,
    decided_at DATETIME(6) NULL,
    decided_by UUID        NULL,
    PRIMARY KEY (one_id, other_id),
    INDEX ix_possible_match_other (other_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Mail that waited to be sent when its lead was absorbed, and where it goes back to when that is undone.
CREATE TABLE message_move (
    merge_id   UUID         NOT NULL,
    message_id UUID         NOT NULL,
    from_lead  UUID         NOT NULL,
    cancelled  BOOLEAN      NOT NULL,
    reason     VARCHAR(300) NULL,
    PRIMARY KEY (merge_id, message_id),
    CONSTRAINT fk_message_move_merge FOREIGN KEY (merge_id) REFERENCES lead_merge (id),
    CONSTRAINT fk_message_move_message FOREIGN KEY (message_id) REFERENCES message (id),
    CONSTRAINT fk_message_move_from FOREIGN KEY (from_lead) REFERENCES leads (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
