-- A text in which the phrase scan found a cry for help; stays after it was cleared.
CREATE TABLE crisis_flag (
    id         UUID          NOT NULL,
    lead_id    UUID          NOT NULL,
    level      VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    found_in   VARCHAR(40)   NOT NULL,
    phrase     VARCHAR(120)  NOT NULL,
    raised_at  DATETIME(6)   NOT NULL,
    cleared_at DATETIME(6)   NULL,
    cleared_by UUID          NULL,
    outcome    VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    note       VARCHAR(2000) NULL,
    version    BIGINT        NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_crisis_flag_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_crisis_flag_cleared_by FOREIGN KEY (cleared_by) REFERENCES staff_account (id),
    INDEX ix_crisis_flag_lead (lead_id, raised_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
