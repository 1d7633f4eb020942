-- One row: what this database was set up as.
CREATE TABLE installation (
    id           TINYINT       NOT NULL,
    installed_at DATETIME(6)   NOT NULL,
    key_check    VARBINARY(32) NOT NULL,
    demo         BOOLEAN       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_installation_single CHECK (id = 1)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
