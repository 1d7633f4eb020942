package clinic.daybreak.imports;

import clinic.daybreak.installation.DataKey;
import clinic.daybreak.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imports by hand-written SQL, for there are many; their content encrypted with the data key. */
@Component
class ImportRows {

    static final String CANCELLED = "The import was cancelled before this row";
    private static final int PAGE = 500;
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final DataKey key;

    ImportRows(JdbcTemplate jdbc, DataKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    void insert(ImportId run, List<TableFile.Row> rows) {
        jdbc.batchUpdate(
                "INSERT INTO import_row (import_id, row_no, content, state) VALUES (?, ?, ?, 'WAITING')",
                rows.stream()
                        .map(row -> new Object[] {
                            run.value(),
                            row.number(),
                            key.encrypt(JsonMapper.shared().writeValueAsString(row.cells()), name(run, row.number()))
                        })
                        .toList());
    }

    private static String name(ImportId run, int number) {
        return run + " " + number;
    }

    /** The next rows that wait, in the order of the file. */
    List<StoredRow> nextWaiting(ImportId run, int limit) {
        return jdbc.query(
                "SELECT row_no, content FROM import_row WHERE import_id = ? AND state = 'WAITING' ORDER BY row_no LIMIT ?",
                (row, number) -> stored(run, row),
                run.value(),
                limit);
    }

    List<StoredRow> after(ImportId run, int number, int limit) {
        return jdbc.query(
                "SELECT row_no, content FROM import_row WHERE import_id = ? AND row_no > ? ORDER BY row_no LIMIT ?",
                (row, at) -> stored(run, row),
                run.value(),
                number,
                limit);
    }

    private StoredRow stored(ImportId run, ResultSet row) throws SQLException {
        int number = row.getInt("row_no");
        return new StoredRow(number, cells(run, number, row.getBytes("content")));
    }

    private List<String> cells(ImportId run, int number, byte @Nullable [] content) {
        return content == null
                ? List.of()
                : Arrays.asList(JsonMapper.shared().readValue(key.decrypt(content, name(run, number)), String[].class));
    }

    void finish(ImportId run, List<DoneRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var values = new ArrayList<@Nullable Object>(rows.size() * 6 + 1);
        for (var row : rows) {
            Collections.addAll(
                    values,
                    row.number(),
                    row.outcome().name(),
                    row.reason(),
                    row.submission() == null ? null : row.submission().value(),
                    row.lead() == null ? null : row.lead().value(),
                    row.person() == null ? null : row.person().value());
        }
        values.add(run.value());
        jdbc.update(
                "UPDATE import_row r JOIN (SELECT ? AS row_no, ? AS state, ? AS reason, CAST(? AS UUID) AS submission_id, CAST(? AS UUID) AS lead_id,"
                        + " CAST(? AS UUID) AS person_id"
                        + " UNION ALL SELECT ?, ?, ?, ?, ?, ?".repeat(rows.size() - 1)
                        + ") AS done ON done.row_no = r.row_no SET r.state = done.state, r.reason = done.reason,"
                        + " r.submission_id = done.submission_id, r.lead_id = done.lead_id, r.person_id = done.person_id"
                        + " WHERE r.import_id = ?",
                values.toArray());
    }

    void plan(ImportId run, List<DoneRow> rows) {
        jdbc.batchUpdate(
                "UPDATE import_row SET planned = ?, planned_reason = ? WHERE import_id = ? AND row_no = ?",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setString(1, row.outcome().name());
                    statement.setString(2, row.reason());
                    statement.setObject(3, run.value());
                    statement.setInt(4, row.number());
                });
    }

    void forgetPlan(ImportId run) {
        jdbc.update(
                "UPDATE import_row SET planned = NULL, planned_reason = NULL WHERE import_id = ? AND planned IS NOT NULL",
                run.value());
    }

    Map<RowOutcome, Integer> countPlanned(ImportId run) {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        jdbc.query(
                "SELECT planned, COUNT(*) AS found FROM import_row WHERE import_id = ? AND planned IS NOT NULL"
                        + " GROUP BY planned",
                row -> {
                    counts.put(RowOutcome.valueOf(row.getString("planned")), row.getInt("found"));
                },
                run.value());
        return counts;
    }

    /** Which row of a run a submission came by; empty when it came before. */
    List<Integer> findBySubmission(ImportId run, UUID submission) {
        return jdbc.query(
                "SELECT row_no FROM import_row WHERE submission_id = ? AND import_id = ?",
                (row, number) -> row.getInt("row_no"),
                submission,
                run.value());
    }

    int cancelWaiting(ImportId run) {
        return jdbc.update(
                "UPDATE import_row SET state = 'SKIPPED', reason = ? WHERE import_id = ? AND state = 'WAITING'",
                CANCELLED,
                run.value());
    }

    int resumeCancelled(ImportId run) {
        return jdbc.update(
                "UPDATE import_row SET state = 'WAITING', reason = NULL"
                        + " WHERE import_id = ? AND state = 'SKIPPED' AND reason = ?",
                run.value(),
                CANCELLED);
    }

    /** The rows that have not been looked at, the last one first: what touched a lead comes before what opened it. */
    List<UndoRow> nextToUndo(ImportId run, int limit) {
        return jdbc.query(
                "SELECT row_no, state, submission_id, lead_id, person_id FROM import_row"
                        + " WHERE import_id = ? AND undo_result IS NULL ORDER BY row_no DESC LIMIT ?",
                (row, number) -> UndoRow.read(row),
                run.value(),
                limit);
    }

    void undone(ImportId run, Map<Integer, UndoRow.Result> results) {
        jdbc.batchUpdate(
                "UPDATE import_row SET undo_result = ? WHERE import_id = ? AND row_no = ?",
                results.entrySet().stream()
                        .map(each -> new Object[] {each.getValue().name(), run.value(), each.getKey()})
                        .toList());
    }

    /** @param column planned or state: the rows as checked or as they became */
    List<ListedRow> page(ImportId run, Column column, @Nullable RowOutcome outcome, int offset, int limit) {
        var reason = column == Column.PLANNED ? "planned_reason" : "reason";
        var where = outcome == null ? " IS NOT NULL" : " = '" + outcome.name() + "'";
        return jdbc.query(
                "SELECT row_no, content, lead_id, undo_result, " + column.sql + " AS outcome, " + reason + " AS why"
                        + " FROM import_row WHERE import_id = ? AND " + column.sql + where
                        + " ORDER BY row_no LIMIT ? OFFSET ?",
                (row, number) -> listed(run, row),
                run.value(),
                limit,
                offset);
    }

    private ListedRow listed(ImportId run, ResultSet row) throws SQLException {
        var outcome = RowOutcome.valueOf(row.getString("outcome"));
        var lead = row.getString("lead_id");
        var undo = row.getString("undo_result");
        var why = row.getString("why");
        boolean isWithdrawn =
                outcome == RowOutcome.CREATED && UndoRow.Result.UNDONE.name().equals(undo);
        return new ListedRow(
                stored(run, row),
                outcome,
                why == null ? "" : why,
                lead == null || isWithdrawn ? null : LeadId.parse(lead),
                undo == null ? "" : UndoRow.Result.valueOf(undo).label());
    }

    /** Which column of a row says what became of it. */
    enum Column {
        PLANNED("planned"),
        STATE("state");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }

    record ListedRow(
            StoredRow row,
            RowOutcome outcome,
            String why,
            @Nullable LeadId lead,
            String undo) {}

    /** Hands over all rows with that outcome, a page at a time. */
    void forEach(ImportId run, RowOutcome outcome, Consumer<ListedRow> consumer) {
        int last = 0;
        while (true) {
            var page = jdbc.query(
                    "SELECT row_no, content, lead_id, undo_result, state AS outcome, reason AS why FROM import_row"
                            + " WHERE import_id = ? AND state = ? AND row_no > ? ORDER BY row_no LIMIT ?",
                    (row, number) -> listed(run, row),
                    run.value(),
                    outcome.name(),
                    last,
                    PAGE);
            page.forEach(consumer);
            if (page.size() < PAGE) {
                return;
            }
            last = page.getLast().row().number();
        }
    }

    /** Of a file that could not be read to its end. */
    void delete(ImportId run) {
        jdbc.update("DELETE FROM import_row WHERE import_id = ?", run.value());
    }

    /** Removes what the rows say; what became of them stays. */
    void clear(ImportId run) {
        jdbc.update("UPDATE import_row SET content = NULL WHERE import_id = ?", run.value());
    }
}
