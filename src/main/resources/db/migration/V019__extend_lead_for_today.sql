-- waiting_since: when the turn came to whom the lead waits for; empty for leads from before, then it is stage_since.
-- hold_until and hold_reason: the person wants to be contacted later. pass_at: when an unopened new lead goes to the next
-- colleague, or is tried once more where nobody was there; empty once its owner opened it. watch_at: the next moment at which
-- something happens to the lead by itself; empty for nearly all of them. The last two indexes are those of Today: what is to
-- be done, step by step, by location or owner.
ALTER TABLE leads
    ADD COLUMN waiting_since DATETIME(6)  NULL AFTER waiting_for,
    ADD COLUMN hold_until    DATETIME(6)  NULL AFTER next_due_at,
    ADD COLUMN hold_reason   VARCHAR(300) NULL AFTER hold_until,
    ADD COLUMN pass_at       DATETIME(6)  NULL,
    ADD COLUMN passes        INT          NOT NULL DEFAULT 0,
    ADD COLUMN passed_from   UUID         NULL,
    ADD COLUMN escalated_at  DATETIME(6)  NULL,
    ADD COLUMN watch_at      DATETIME(6)  NULL,
    ADD INDEX ix_lead_watch (watch_at),
    ADD INDEX ix_lead_step (location_id, next_step, next_due_at, id),
    ADD INDEX ix_lead_owner_step (owner_id, next_step, next_due_at, id);

-- How long a lead waited for whom: a row for each turn that is over. The turn that runs is in leads.
CREATE TABLE waiting_time (
    id         UUID        NOT NULL,
    lead_id    UUID        NOT NULL,
    party      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_time  DATETIME(6) NOT NULL,
    until_time DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_waiting_time_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    INDEX ix_waiting_time_lead (lead_id, from_time)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TRIGGER tr_waiting_time_no_update BEFORE UPDATE ON waiting_time
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'waiting_time is append-only';
CREATE TRIGGER tr_waiting_time_no_delete BEFORE DELETE ON waiting_time
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'waiting_time is append-only';
