-- How much came by each way in, in spans of ten minutes. Counted in memory and written every few seconds: a crash may
-- lose a few.
CREATE TABLE source_tally (
    source_id UUID        NOT NULL,
    slot      DATETIME(6) NOT NULL,
    received  INT         NOT NULL,
    repeats   INT         NOT NULL,
    refused   INT         NOT NULL,
    failed    INT         NOT NULL,
    PRIMARY KEY (source_id, slot),
    CONSTRAINT fk_source_tally_source FOREIGN KEY (source_id) REFERENCES source (id),
    INDEX ix_source_tally_slot (slot)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What had come before it was counted.
INSERT INTO source_tally (source_id, slot, received, repeats, refused, failed)
SELECT source_id, slot, COUNT(*), 0, 0, 0
FROM (SELECT source_id, TIMESTAMP '1970-01-01 00:00:00' + INTERVAL
                 (TIMESTAMPDIFF(SECOND, TIMESTAMP '1970-01-01 00:00:00', received_at) DIV 600 * 600) SECOND AS slot
      FROM submission WHERE purpose = 'ENQUIRY' AND received_at > UTC_TIMESTAMP() - INTERVAL 60 DAY) AS earlier
GROUP BY source_id, slot;

-- When a node last had to put deliveries aside because the database was away, and how many files still wait there.
CREATE TABLE spool_use (
    node    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    used_at DATETIME(6) NOT NULL,
    waiting INT         NOT NULL,
    PRIMARY KEY (node)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What is wrong with a way in, from when it was noticed until it was over. Of one thing one alert is open at a time.
CREATE TABLE source_alert (
    id         UUID         NOT NULL,
    kind       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source_id  UUID         NULL,
    words      VARCHAR(300) NOT NULL,
    since      DATETIME(6)  NOT NULL,
    until_at   DATETIME(6)  NULL,
    mailed_at  DATETIME(6)  NULL,
    open_about VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_source_alert_open UNIQUE (open_about),
    CONSTRAINT fk_source_alert_source FOREIGN KEY (source_id) REFERENCES source (id),
    INDEX ix_source_alert_mailed (kind, source_id, mailed_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- The daily proofs that a way in works; kept for thirty days.
CREATE TABLE canary_run (
    id             UUID         NOT NULL,
    source_id      UUID         NOT NULL,
    source_version BIGINT       NOT NULL,
    sent_at        DATETIME(6)  NOT NULL,
    state          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    settled_at     DATETIME(6)  NULL,
    problem        VARCHAR(300) NULL,
    version        BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_canary_run_source FOREIGN KEY (source_id) REFERENCES source (id),
    INDEX ix_canary_run_source (source_id, sent_at),
    INDEX ix_canary_run_sent (sent_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Mail to staff that is about no lead. Of one cause one mail to each all the same.
ALTER TABLE message
    MODIFY COLUMN lead_id UUID NULL,
    ADD COLUMN staff_cause VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin
        AS (IF(lead_id IS NULL, CONCAT(template, ' ', cause), NULL)) PERSISTENT AFTER cause,
    ADD CONSTRAINT uq_message_staff_cause UNIQUE (staff_cause);

-- What came of comparing a sender's own list with what was stored.
CREATE TABLE reconciliation (
    id        UUID         NOT NULL,
    source_id UUID         NOT NULL,
    ran_at    DATETIME(6)  NOT NULL,
    ran_by    VARCHAR(120) NOT NULL,
    listed    INT          NOT NULL,
    known     INT          NOT NULL,
    problem   VARCHAR(300) NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_reconciliation_source FOREIGN KEY (source_id) REFERENCES source (id),
    INDEX ix_reconciliation_source (source_id, ran_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What had not arrived: it is a submission now.
CREATE TABLE reconciliation_missing (
    reconciliation_id UUID NOT NULL,
    submission_id     UUID NOT NULL,
    PRIMARY KEY (reconciliation_id, submission_id),
    CONSTRAINT fk_reconciliation_missing FOREIGN KEY (reconciliation_id) REFERENCES reconciliation (id),
    CONSTRAINT fk_reconciliation_missing_submission FOREIGN KEY (submission_id) REFERENCES submission (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
