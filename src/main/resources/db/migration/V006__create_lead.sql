-- One enquiry episode of a person at a location; in the plural, for LEAD is a reserved word in MariaDB. The indexes follow the screens: the leads list (received, newest
-- first, by location, stage or owner), Today (what is due, by location or owner), and a person's own episodes.
CREATE TABLE leads (
    id                UUID         NOT NULL,
    person_id         UUID         NOT NULL,
    contact_id        UUID         NULL,
    location_id       UUID         NOT NULL,
    source            VARCHAR(120) NOT NULL,
    stage             VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage_since       DATETIME(6)  NOT NULL,
    closing_reason    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    owner_id          UUID         NULL,
    received_at       DATETIME(6)  NOT NULL,
    response_due_at   DATETIME(6)  NOT NULL,
    first_attempt_at  DATETIME(6)  NULL,
    waiting_for       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    next_step         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    next_due_at       DATETIME(6)  NULL,
    attempts          INT          NOT NULL,
    touches           INT          NOT NULL,
    crisis_level      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    crisis_since      DATETIME(6)  NULL,
    version           BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_lead_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT fk_lead_contact FOREIGN KEY (contact_id) REFERENCES person (id),
    CONSTRAINT fk_lead_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT fk_lead_owner FOREIGN KEY (owner_id) REFERENCES staff_account (id),
    INDEX ix_lead_received (location_id, received_at, id),
    INDEX ix_lead_stage (location_id, stage, received_at, id),
    INDEX ix_lead_owner (owner_id, received_at, id),
    INDEX ix_lead_due (location_id, next_due_at, id),
    INDEX ix_lead_owner_due (owner_id, next_due_at, id),
    INDEX ix_lead_crisis (location_id, crisis_level, crisis_since),
    INDEX ix_lead_person (person_id, received_at),
    INDEX ix_lead_contact (contact_id, received_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Append-only history of a lead.
CREATE TABLE timeline_entry (
    id         UUID         NOT NULL,
    lead_id    UUID         NOT NULL,
    happened_at DATETIME(6) NOT NULL,
    kind       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   UUID         NULL,
    summary    VARCHAR(300) NOT NULL,
    reason     VARCHAR(300) NULL,
    body       MEDIUMTEXT   NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_timeline_entry_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_timeline_entry_actor FOREIGN KEY (actor_id) REFERENCES staff_account (id),
    INDEX ix_timeline_entry_lead (lead_id, happened_at, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TRIGGER tr_timeline_entry_no_update BEFORE UPDATE ON timeline_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'timeline_entry is append-only';
CREATE TRIGGER tr_timeline_entry_no_delete BEFORE DELETE ON timeline_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'timeline_entry is append-only';

-- Human tries to reach the person; the first one stops the first-response clock.
CREATE TABLE attempt (
    id       UUID        NOT NULL,
    lead_id  UUID        NOT NULL,
    made_at  DATETIME(6) NOT NULL,
    staff_id UUID        NOT NULL,
    channel  VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_attempt_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_attempt_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id),
    INDEX ix_attempt_lead (lead_id, made_at),
    INDEX ix_attempt_staff (staff_id, made_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Every change of stage, for time in stage and conversion.
CREATE TABLE stage_change (
    id         UUID         NOT NULL,
    lead_id    UUID         NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    staff_id   UUID         NULL,
    from_stage VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    to_stage   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason     VARCHAR(300) NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_stage_change_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_stage_change_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id),
    INDEX ix_stage_change_lead (lead_id, changed_at),
    INDEX ix_stage_change_to (to_stage, changed_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TRIGGER tr_attempt_no_update BEFORE UPDATE ON attempt
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attempt is append-only';
CREATE TRIGGER tr_attempt_no_delete BEFORE DELETE ON attempt
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'attempt is append-only';
CREATE TRIGGER tr_stage_change_no_update BEFORE UPDATE ON stage_change
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stage_change is append-only';
CREATE TRIGGER tr_stage_change_no_delete BEFORE DELETE ON stage_change
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stage_change is append-only';
