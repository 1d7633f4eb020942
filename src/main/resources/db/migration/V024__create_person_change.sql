-- How somebody wants to be spoken of, in their own words.
ALTER TABLE person ADD COLUMN pronouns VARCHAR(40) NOT NULL DEFAULT '' AFTER last_name;

-- What staff corrected or added; a value that is not in here is as the person wrote it.
CREATE TABLE person_change (
    id           UUID         NOT NULL,
    person_id    UUID         NOT NULL,
    field        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    before_value VARCHAR(400) NOT NULL,
    after_value  VARCHAR(400) NOT NULL,
    changed_at   DATETIME(6)  NOT NULL,
    actor_id     UUID         NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_person_change_person FOREIGN KEY (person_id) REFERENCES person (id),
    INDEX ix_person_change_person (person_id, changed_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TRIGGER tr_person_change_no_update BEFORE UPDATE ON person_change
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_change is append-only';
CREATE TRIGGER tr_person_change_no_delete BEFORE DELETE ON person_change
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'person_change is append-only';
