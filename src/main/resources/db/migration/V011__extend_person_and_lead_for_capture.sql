-- Two people who share an address and a name are still two when their birthdays differ.
ALTER TABLE person ADD COLUMN birth_date DATE NULL AFTER language;

-- What a person agreed to or forbade, purpose by purpose; rows are only added, the newest counts.
CREATE TABLE person_consent (
    id          UUID         NOT NULL,
    person_id   UUID         NOT NULL,
    purpose     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    given       BOOLEAN      NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    said_by     VARCHAR(120) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_person_consent_person FOREIGN KEY (person_id) REFERENCES person (id),
    INDEX ix_person_consent_person (person_id, purpose, recorded_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TRIGGER tr_person_consent_no_update BEFORE UPDATE ON person_consent
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_consent is append-only';
CREATE TRIGGER tr_person_consent_no_delete BEFORE DELETE ON person_consent
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_consent is append-only';

-- Leads that came in by a file: no mail went out for them, and they do not count in speed to lead.
ALTER TABLE leads ADD COLUMN imported BOOLEAN NOT NULL DEFAULT FALSE AFTER source;

-- How somebody came to us, each time they wrote: the first row is the first touch, the last row the last one.
CREATE TABLE lead_attribution (
    id           UUID         NOT NULL,
    lead_id      UUID         NOT NULL,
    happened_at  DATETIME(6)  NOT NULL,
    source       VARCHAR(120) NOT NULL,
    utm_source   VARCHAR(200) NULL,
    utm_medium   VARCHAR(200) NULL,
    utm_campaign VARCHAR(200) NULL,
    utm_term     VARCHAR(200) NULL,
    utm_content  VARCHAR(200) NULL,
    page_url     VARCHAR(500) NULL,
    referrer     VARCHAR(500) NULL,
    heard_by     VARCHAR(200) NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_lead_attribution_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    INDEX ix_lead_attribution_lead (lead_id, happened_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
