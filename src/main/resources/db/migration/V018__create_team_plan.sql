-- Who can take a new lead: languages beside English, working hours in the wall time of the location that asks (none: its
-- opening hours), days of absence (both inclusive, in the zone of the location that asks), and how many open leads are enough.
ALTER TABLE staff_account ADD COLUMN max_open INT NULL AFTER last_assigned_at;

CREATE TABLE staff_language (
    staff_id UUID    NOT NULL,
    language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (staff_id, language),
    CONSTRAINT fk_staff_language_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE staff_hours (
    staff_id UUID       NOT NULL,
    weekday  VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    starts   TIME       NOT NULL,
    ends     TIME       NOT NULL,
    PRIMARY KEY (staff_id, weekday),
    CONSTRAINT fk_staff_hours_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id),
    CONSTRAINT ck_staff_hours_order CHECK (starts < ends)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE staff_absence (
    id        UUID NOT NULL,
    staff_id  UUID NOT NULL,
    from_day  DATE NOT NULL,
    until_day DATE NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_staff_absence_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id),
    CONSTRAINT ck_staff_absence_order CHECK (from_day <= until_day),
    INDEX ix_staff_absence_staff (staff_id, until_day)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Business minutes after which an unopened new lead goes to the next colleague; a location without a row has the default.
CREATE TABLE assignment_setting (
    location_id  UUID NOT NULL,
    pass_minutes INT  NOT NULL,
    PRIMARY KEY (location_id),
    CONSTRAINT fk_assignment_setting_location FOREIGN KEY (location_id) REFERENCES location (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Enquiries of one language, or by one way in, go to these colleagues where one of them can take it.
CREATE TABLE assignment_rule (
    id          UUID         NOT NULL,
    location_id UUID         NOT NULL,
    kind        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    wanted      VARCHAR(120) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_assignment_rule UNIQUE (location_id, kind, wanted),
    CONSTRAINT fk_assignment_rule_location FOREIGN KEY (location_id) REFERENCES location (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE assignment_rule_staff (
    rule_id  UUID NOT NULL,
    staff_id UUID NOT NULL,
    PRIMARY KEY (rule_id, staff_id),
    CONSTRAINT fk_assignment_rule_staff_rule FOREIGN KEY (rule_id) REFERENCES assignment_rule (id),
    CONSTRAINT fk_assignment_rule_staff_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
