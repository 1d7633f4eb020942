package clinic.daybreak.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills a database with leads over three years, by SQL alone: a person, two addresses, a lead, its submission, its timeline. */
final class LeadFill {

    private static final int CHUNK = 20_000;

    /** UUIDs of version 7 from a time that grows with n; each kind of record has a letter of its own. */
    private static final String ID = "CONCAT_WS('-', LEFT(LPAD(HEX(1700000000000 + n.seq * 94608), 12, '0'), 8),"
            + " RIGHT(HEX(1700000000000 + n.seq * 94608), 4), CONCAT('7', LPAD(HEX(n.seq % 4096), 3, '0')), '8KIND',"
            + " LPAD(HEX(n.seq), 12, '0'))";

    private static final String AT = "'2023-11-14 22:13:20' + INTERVAL n.seq * 94 SECOND";

    private final Connection database;

    LeadFill(Connection database) {
        this.database = database;
    }

    /** @param from how many there are already */
    void fill(int from, int to) throws SQLException {
        // MariaDB 11.4 takes INSERT ... SELECT into a table with triggers for one without ids; nobody changes history
        // here
        run("DROP TRIGGER IF EXISTS tr_timeline_entry_no_update");
        run("DROP TRIGGER IF EXISTS tr_timeline_entry_no_delete");
        for (int first = from + 1; first <= to; first += CHUNK) {
            var rows = "seq_" + first + "_to_" + Math.min(first + CHUNK - 1, to) + " n";
            run("INSERT INTO person (id, first_name, last_name, language, preferred_contact, voicemail, created_at,"
                    + " version) SELECT " + id("a")
                    + ", CONCAT('Ann', FLOOR(SQRT(n.seq % 5000))), CONCAT('Lee', n.seq % 20011),"
                    + " 'EN', 'ANY', 'UNKNOWN', " + AT + ", 0 FROM " + rows);
            run("INSERT INTO person_email (id, person_id, address, raw, added_at) SELECT " + id("b") + ", " + id("a")
                    + ", CONCAT('known', n.seq, '@example.com'), CONCAT('known', n.seq, '@example.com'), " + AT
                    + " FROM " + rows);
            run("INSERT INTO person_phone (id, person_id, e164, raw, added_at) SELECT " + id("c") + ", " + id("a")
                    + ", CONCAT('+1661', 2000000 + n.seq), CONCAT('661', 2000000 + n.seq), " + AT + " FROM " + rows);
            run("INSERT INTO leads (id, person_id, location_id, source, stage, stage_since, received_at,"
                    + " response_due_at, waiting_for, attempts, touches, version) SELECT " + id("d") + ", " + id("a")
                    + ", (SELECT id FROM location LIMIT 1), 'Website', ELT(1 + n.seq % 8, 'LOST', 'LOST', 'INFUSED',"
                    + " 'LOST', 'CONTACTED', 'RECORDS', 'INVALID', 'LOST'), " + AT + ", " + AT + ", " + AT
                    + ", 'NOBODY', 1, 0, 0 FROM " + rows);
            run("INSERT INTO submission (id, source_id, external_id, received_at, content_type, headers, body, state,"
                    + " lead_id, processed_at, version) SELECT " + id("e")
                    + ", (SELECT id FROM source WHERE kind = 'API' LIMIT 1), UUID(), " + AT
                    + ", 'application/json', '', CONCAT('{\"first_name\":\"Ann\",\"email\":\"known', n.seq,"
                    + " '@example.com\",\"message\":\"Please call me in the afternoon.\"}'), 'PROCESSED', " + id("d")
                    + ", "
                    + AT + ", 0 FROM " + rows);
            for (var kind : new String[] {"1", "2", "3"}) {
                run("INSERT INTO timeline_entry (id, lead_id, happened_at, kind, summary) SELECT " + id(kind) + ", "
                        + id("d") + ", " + AT + ", 'NOTE', 'Wrote by Website' FROM " + rows);
            }
        }
    }

    private static String id(String kind) {
        return ID.replace("KIND", kind.repeat(3));
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
