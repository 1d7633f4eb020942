-- A mailbox that is read over IMAP; name and location are those of its source. What is read is not changed there: how far
-- reading came is kept here, by the server's own numbers. The password is encrypted with the data key.
CREATE TABLE mailbox (
    source_id           UUID           NOT NULL,
    host                VARCHAR(255)   NOT NULL,
    port                INT            NOT NULL,
    encryption          VARCHAR(10)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    username            VARCHAR(200)   NOT NULL,
    password            VARBINARY(1024) NOT NULL,
    folder              VARCHAR(200)   NOT NULL,
    notifies_source_id  UUID           NULL,
    opened_at           DATETIME(6)    NOT NULL,
    closed_at           DATETIME(6)    NULL,
    uid_validity        BIGINT         NULL,
    last_uid            BIGINT         NOT NULL DEFAULT 0,
    stuck_uid           BIGINT         NULL,
    stuck_tries         INT            NOT NULL DEFAULT 0,
    due_at              DATETIME(6)    NOT NULL,
    leased_until        DATETIME(6)    NULL,
    last_checked_at     DATETIME(6)    NULL,
    last_problem        VARCHAR(300)   NULL,
    version             BIGINT         NOT NULL,
    PRIMARY KEY (source_id),
    CONSTRAINT fk_mailbox_source FOREIGN KEY (source_id) REFERENCES source (id),
    CONSTRAINT fk_mailbox_notifies FOREIGN KEY (notifies_source_id) REFERENCES source (id),
    INDEX ix_mailbox_due (closed_at, due_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A mail by which a website tells of a message that it also hands in. WAITING for it, SEEN it arrive, or MISSING: then the
-- mail itself became a submission. Of what arrived the mail is not kept a second time.
CREATE TABLE mailbox_notice (
    id            UUID         NOT NULL,
    mailbox_id    UUID         NOT NULL,
    source_id     UUID         NOT NULL,
    external_id   VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
    received_at   DATETIME(6)  NOT NULL,
    content_type  VARCHAR(120) NOT NULL,
    body          MEDIUMBLOB   NULL,
    state         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_at        DATETIME(6)  NULL,
    submission_id UUID         NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_mailbox_notice_external UNIQUE (mailbox_id, external_id),
    CONSTRAINT fk_mailbox_notice_mailbox FOREIGN KEY (mailbox_id) REFERENCES mailbox (source_id),
    CONSTRAINT fk_mailbox_notice_source FOREIGN KEY (source_id) REFERENCES source (id),
    CONSTRAINT fk_mailbox_notice_submission FOREIGN KEY (submission_id) REFERENCES submission (id),
    INDEX ix_mailbox_notice_due (due_at),
    INDEX ix_mailbox_notice_received (mailbox_id, received_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
