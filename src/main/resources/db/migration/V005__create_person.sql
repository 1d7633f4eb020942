CREATE TABLE person (
    id                UUID         NOT NULL,
    first_name        VARCHAR(120) NOT NULL,
    last_name         VARCHAR(120) NOT NULL,
    full_name         VARCHAR(250) AS (TRIM(CONCAT(first_name, ' ', last_name))) PERSISTENT,
    language          CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    preferred_contact VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    voicemail         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at        DATETIME(6)  NOT NULL,
    version           BIGINT       NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_person_last_name (last_name),
    INDEX ix_person_first_name (first_name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- What was written is kept in raw; address is empty when that is not an e-mail address.
CREATE TABLE person_email (
    id        UUID         NOT NULL,
    person_id UUID         NOT NULL,
    address   VARCHAR(254) COLLATE utf8mb4_bin NULL,
    raw       VARCHAR(400) NOT NULL,
    added_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_person_email_person FOREIGN KEY (person_id) REFERENCES person (id),
    INDEX ix_person_email_address (address),
    INDEX ix_person_email_person (person_id, added_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE person_phone (
    id        UUID         NOT NULL,
    person_id UUID         NOT NULL,
    e164      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    extension VARCHAR(20)  NULL,
    raw       VARCHAR(100) NOT NULL,
    added_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_person_phone_person FOREIGN KEY (person_id) REFERENCES person (id),
    INDEX ix_person_phone_e164 (e164),
    INDEX ix_person_phone_person (person_id, added_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Rows to lock while somebody is looked up, so that two messages of one person that arrive together find each other.
CREATE TABLE contact_lock (
    contact VARBINARY(32) NOT NULL,
    PRIMARY KEY (contact)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
