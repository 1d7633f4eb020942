-- A configured way in. Keys are kept as SHA-256 only.
CREATE TABLE source (
    id           UUID          NOT NULL,
    code         VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(120)  NOT NULL,
    kind         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_hash     BINARY(32)    NULL,
    location_id  UUID          NULL,
    active       BOOLEAN       NOT NULL,
    version      BIGINT        NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_source_code UNIQUE (code),
    CONSTRAINT uq_source_key UNIQUE (key_hash),
    CONSTRAINT fk_source_location FOREIGN KEY (location_id) REFERENCES location (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What arrived, as it arrived; stored before anything reads it.
CREATE TABLE submission (
    id           UUID         NOT NULL,
    source_id    UUID         NOT NULL,
    external_id  VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
    received_at  DATETIME(6)  NOT NULL,
    content_type VARCHAR(120) NOT NULL,
    headers      VARCHAR(2000) NOT NULL,
    body         MEDIUMBLOB   NOT NULL,
    state        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    problem      VARCHAR(500) NULL,
    location_id  UUID         NULL,
    lead_id      UUID         NULL,
    processed_at DATETIME(6)  NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_submission_external UNIQUE (source_id, external_id),
    CONSTRAINT fk_submission_source FOREIGN KEY (source_id) REFERENCES source (id),
    CONSTRAINT fk_submission_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT fk_submission_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    INDEX ix_submission_state (state, received_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- The clinics' own page is always there.
INSERT INTO source (id, code, name, kind, key_hash, location_id, active, version)
VALUES ('019ac000-0000-7000-8000-000000000001', 'contact-page', 'Contact page', 'CONTACT_PAGE', NULL, NULL, TRUE, 0);
