CREATE TABLE location (
    id      UUID         NOT NULL,
    code    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name    VARCHAR(120) NOT NULL,
    zone    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    region  CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    phone   VARCHAR(40)  NOT NULL,
    address VARCHAR(400) NOT NULL,
    version BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_location_code UNIQUE (code)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Wall times of the location's own zone.
CREATE TABLE location_hours (
    location_id UUID        NOT NULL,
    weekday     VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    opens       TIME        NOT NULL,
    closes      TIME        NOT NULL,
    PRIMARY KEY (location_id, weekday),
    CONSTRAINT fk_location_hours_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT ck_location_hours_order CHECK (opens < closes)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE location_closure (
    location_id UUID NOT NULL,
    closed_on   DATE NOT NULL,
    PRIMARY KEY (location_id, closed_on),
    CONSTRAINT fk_location_closure_location FOREIGN KEY (location_id) REFERENCES location (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
