-- A file that brings many enquiries at once. Header and settings are JSON; the counts are those of its rows.
CREATE TABLE import_run (
    id          UUID         NOT NULL,
    label       VARCHAR(80)  NOT NULL,
    staff_id    UUID         NULL,
    uploaded_at DATETIME(6)  NOT NULL,
    file_hash   BINARY(32)   NOT NULL,
    encoding    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cut_by      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    header      MEDIUMTEXT   NOT NULL,
    settings    MEDIUMTEXT   NOT NULL,
    source_id   UUID         NULL,
    state       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total       INT          NOT NULL,
    checked     INT          NOT NULL,
    created     INT          NOT NULL,
    touched     INT          NOT NULL,
    skipped     INT          NOT NULL,
    failed      INT          NOT NULL,
    undone      INT          NOT NULL,
    stayed      INT          NOT NULL,
    started_at  DATETIME(6)  NULL,
    finished_at DATETIME(6)  NULL,
    lease_until DATETIME(6)  NULL,
    cleared_at  DATETIME(6)  NULL,
    version     BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_import_run_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id),
    CONSTRAINT fk_import_run_source FOREIGN KEY (source_id) REFERENCES source (id),
    INDEX ix_import_run_uploaded (uploaded_at),
    INDEX ix_import_run_state (state, uploaded_at),
    INDEX ix_import_run_hash (file_hash)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- One row of a file, and what became of it. The content is encrypted with the data key and removed after 30 days.
CREATE TABLE import_row (
    import_id      UUID         NOT NULL,
    row_no         INT          NOT NULL,
    content        MEDIUMBLOB   NULL,
    planned        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    planned_reason VARCHAR(300) NULL,
    state          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason         VARCHAR(300) NULL,
    submission_id  UUID         NULL,
    lead_id        UUID         NULL,
    person_id      UUID         NULL,
    undo_result    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (import_id, row_no),
    CONSTRAINT fk_import_row_run FOREIGN KEY (import_id) REFERENCES import_run (id),
    INDEX ix_import_row_state (import_id, state, row_no),
    INDEX ix_import_row_planned (import_id, planned, row_no),
    INDEX ix_import_row_undo (import_id, undo_result, row_no),
    INDEX ix_import_row_submission (submission_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Of an import that was undone: as if it had never come.
ALTER TABLE leads ADD COLUMN withdrawn_at DATETIME(6) NULL AFTER crisis_since;

-- The import by which somebody who was known before got this address; empty as soon as they use it themselves.
ALTER TABLE person_email ADD COLUMN brought_by UUID NULL;
ALTER TABLE person_phone ADD COLUMN brought_by UUID NULL;
