-- What a way in needs besides its key: the secret its sender signs with (encrypted with the data key), how its fields
-- are called, which names were seen when that was decided, when it was last used, and when it was revoked.
ALTER TABLE source
    ADD COLUMN secret       VARBINARY(1024) NULL AFTER key_hash,
    ADD COLUMN access_token VARBINARY(1024) NULL AFTER secret,
    ADD COLUMN mapping      MEDIUMTEXT      NULL AFTER location_id,
    ADD COLUMN last_used_at DATETIME(6)     NULL AFTER active,
    ADD COLUMN opened_at    DATETIME(6)     NOT NULL DEFAULT UTC_TIMESTAMP(6) AFTER active,
    ADD COLUMN revoked_at   DATETIME(6)     NULL;

-- The row is its own place in the queue: RECEIVED and due. Nothing else has to agree with it.
ALTER TABLE submission
    ADD COLUMN body_hash  BINARY(32)    NOT NULL DEFAULT (UNHEX(SHA2(body, 256))) AFTER body,
    ADD COLUMN purpose    VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ENQUIRY' AFTER body_hash,
    ADD COLUMN supplement MEDIUMBLOB    NULL AFTER purpose,
    ADD COLUMN due_at     DATETIME(6)   NULL AFTER state,
    ADD COLUMN tries      INT           NOT NULL DEFAULT 0 AFTER due_at,
    ADD COLUMN repeats    INT           NOT NULL DEFAULT 0 AFTER tries,
    ADD COLUMN suspicion  VARCHAR(200)  NULL AFTER problem,
    ADD COLUMN trusted    BOOLEAN       NOT NULL DEFAULT FALSE AFTER suspicion,
    ADD COLUMN corrected  MEDIUMTEXT    NULL AFTER suspicion,
    ADD INDEX ix_submission_due (state, due_at),
    ADD INDEX ix_submission_source (source_id, received_at),
    ADD INDEX ix_submission_lead (lead_id);

UPDATE submission SET due_at = UTC_TIMESTAMP(6) WHERE state = 'RECEIVED';
DELETE FROM scheduled_tasks WHERE task_name = 'process-submission';

-- Senders without an identity of their own: the same words from the same person within fifteen minutes are one
-- submission. One row a fingerprint says which one it is and since when.
CREATE TABLE submission_fingerprint (
    source_id     UUID        NOT NULL,
    fingerprint   BINARY(32)  NOT NULL,
    first_at      DATETIME(6) NOT NULL,
    submission_id UUID        NOT NULL,
    PRIMARY KEY (source_id, fingerprint),
    INDEX ix_submission_fingerprint_first (first_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
