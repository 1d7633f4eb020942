-- What somebody is typing and has not added yet: it outlives their session, their connection and the node.
CREATE TABLE lead_draft (
    lead_id  UUID        NOT NULL,
    staff_id UUID        NOT NULL,
    text     MEDIUMTEXT  NOT NULL,
    saved_at DATETIME(6) NOT NULL,
    PRIMARY KEY (lead_id, staff_id),
    CONSTRAINT fk_lead_draft_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_lead_draft_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- A note that was written for a colleague to see; seen when they open the lead.
CREATE TABLE lead_mention (
    id           UUID        NOT NULL,
    lead_id      UUID        NOT NULL,
    staff_id     UUID        NOT NULL,
    mentioned_by UUID        NOT NULL,
    mentioned_at DATETIME(6) NOT NULL,
    seen_at      DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_lead_mention_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_lead_mention_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id),
    CONSTRAINT fk_lead_mention_by FOREIGN KEY (mentioned_by) REFERENCES staff_account (id),
    INDEX ix_lead_mention_unseen (staff_id, seen_at, mentioned_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Who has a lead open; a row counts for about a minute after it was renewed, so that a node that dies leaves nobody there.
CREATE TABLE lead_presence (
    lead_id  UUID        NOT NULL,
    staff_id UUID        NOT NULL,
    seen_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (lead_id, staff_id),
    CONSTRAINT fk_lead_presence_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_lead_presence_staff FOREIGN KEY (staff_id) REFERENCES staff_account (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Raised when something that screens show has changed, so that the screens of other nodes are refreshed, too.
CREATE TABLE live_signal (
    id     TINYINT NOT NULL,
    raised BIGINT  NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO live_signal (id, raised) VALUES (1, 0);
