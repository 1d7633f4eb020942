-- Spring Modulith's event registry looks for this name in upper case.
CREATE TABLE EVENT_PUBLICATION (
    ID                     VARCHAR(36)   NOT NULL,
    LISTENER_ID            VARCHAR(512)  NOT NULL,
    EVENT_TYPE             VARCHAR(512)  NOT NULL,
    SERIALIZED_EVENT       VARCHAR(4000) NOT NULL,
    PUBLICATION_DATE       DATETIME(6)   NOT NULL,
    COMPLETION_DATE        DATETIME(6)   NULL,
    STATUS                 VARCHAR(20)   NULL,
    COMPLETION_ATTEMPTS    INT           NULL,
    LAST_RESUBMISSION_DATE DATETIME(6)   NULL,
    PRIMARY KEY (ID),
    INDEX ix_event_publication_completion (COMPLETION_DATE)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- db-scheduler's table.
CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            BLOB         NULL,
    execution_time       DATETIME(6)  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50)  NULL,
    last_success         DATETIME(6)  NULL,
    last_failure         DATETIME(6)  NULL,
    consecutive_failures INT          NULL,
    last_heartbeat       DATETIME(6)  NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT     NULL,
    PRIMARY KEY (task_name, task_instance),
    INDEX ix_scheduled_tasks_execution_time (execution_time),
    INDEX ix_scheduled_tasks_heartbeat (last_heartbeat)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
