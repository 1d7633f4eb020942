-- What somebody promised to do for a lead, beside the next step that its stage asks for.
CREATE TABLE lead_task (
    id          UUID         NOT NULL,
    lead_id     UUID         NOT NULL,
    title       VARCHAR(200) NOT NULL,
    due_at      DATETIME(6)  NULL,
    assignee_id UUID         NOT NULL,
    created_by  UUID         NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    done_at     DATETIME(6)  NULL,
    done_by     UUID         NULL,
    version     BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_lead_task_lead FOREIGN KEY (lead_id) REFERENCES leads (id),
    CONSTRAINT fk_lead_task_assignee FOREIGN KEY (assignee_id) REFERENCES staff_account (id),
    CONSTRAINT fk_lead_task_created_by FOREIGN KEY (created_by) REFERENCES staff_account (id),
    CONSTRAINT fk_lead_task_done_by FOREIGN KEY (done_by) REFERENCES staff_account (id),
    INDEX ix_lead_task_lead (lead_id, done_at, due_at),
    INDEX ix_lead_task_assignee (assignee_id, done_at, due_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
