CREATE TABLE staff_account (
    id               UUID         NOT NULL,
    username         VARCHAR(60)  NOT NULL,
    full_name        VARCHAR(120) NOT NULL,
    email            VARCHAR(254) NOT NULL,
    role             VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    password_hash    VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    active           BOOLEAN      NOT NULL,
    last_assigned_at DATETIME(6)  NULL,
    version          BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_staff_account_username UNIQUE (username)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

CREATE TABLE staff_location (
    staff_id    UUID NOT NULL,
    location_id UUID NOT NULL,
    PRIMARY KEY (staff_id, location_id),
    CONSTRAINT fk_staff_location_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id),
    CONSTRAINT fk_staff_location_location FOREIGN KEY (location_id) REFERENCES location (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
