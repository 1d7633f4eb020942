-- Append-only: who did what, and who looked at whom (45 CFR 164.312(b)). No health words, no names of people who wrote.
CREATE TABLE audit_entry (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    happened_at  DATETIME(6)  NOT NULL,
    actor_id     UUID         NULL,
    actor_name   VARCHAR(120) NOT NULL,
    action       VARCHAR(80)  NOT NULL,
    subject_type VARCHAR(40)  NOT NULL,
    subject_id   UUID         NULL,
    detail       VARCHAR(300) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_audit_entry_subject (subject_id, id),
    INDEX ix_audit_entry_actor (actor_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TRIGGER tr_audit_entry_no_update BEFORE UPDATE ON audit_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only';
CREATE TRIGGER tr_audit_entry_no_delete BEFORE DELETE ON audit_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only';
