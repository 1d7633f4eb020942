package clinic.daybreak.imports;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.location.LocationId;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files and imports in the situations that tests need. */
@TestComponent
class ImportFixtures {

    private final ImportLoading loading;
    private final ImportService imports;
    private final ImportWorker worker;
    private final JdbcClient jdbc;

    ImportFixtures(ImportLoading loading, ImportService imports, ImportWorker worker, JdbcClient jdbc) {
        this.loading = loading;
        this.imports = imports;
        this.worker = worker;
        this.jdbc = jdbc;
    }

    static String word() {
        return "w" + Uuid7.next().toString().replace("-", "");
    }

    ImportId load(String text) {
        return load(text, StandardCharsets.UTF_8);
    }

    ImportId load(String text, Charset charset) {
        return loading.load("people.csv", new ByteArrayInputStream(text.getBytes(charset)));
    }

    /** Loaded and mapped as guessed, for that location. */
    ImportId mapped(String text, LocationId location) {
        var id = load(text);
        var settings = imports.get(id).settings();
        imports.map(
                id,
                new ImportSettings(
                        settings.columns(), settings.zone(), settings.region(), location, settings.source()));
        return id;
    }

    void use(ImportId id, String column, String target, DateFormat format) {
        var settings = imports.get(id).settings();
        var columns = new LinkedHashMap<>(settings.columns());
        columns.put(column, new ColumnUse(target, format));
        imports.map(
                id,
                new ImportSettings(
                        columns, settings.zone(), settings.region(), settings.location(), settings.source()));
    }

    void from(ImportId id, SourceId source) {
        var settings = imports.get(id).settings();
        imports.map(
                id,
                new ImportSettings(
                        settings.columns(), settings.zone(), settings.region(), settings.location(), source));
    }

    ImportDetails check(ImportId id) {
        imports.check(id);
        return await(id);
    }

    ImportDetails run(ImportId id) {
        imports.start(id);
        return await(id);
    }

    ImportDetails undo(ImportId id) {
        imports.undo(id);
        return await(id);
    }

    /** Works itself beside the thread of the application, until nothing is left to do. */
    ImportDetails await(ImportId id) {
        do {
            worker.drain();
        } while (imports.get(id).state().isAtWork());
        return imports.get(id);
    }

    List<RowOutcome> outcomes(ImportId id) {
        return rows(id).stream().map(ImportRowSummary::outcome).toList();
    }

    List<RowOutcome> planned(ImportId id) {
        return imports.listRows(id, true, null, 0, 10_000).stream()
                .map(ImportRowSummary::outcome)
                .toList();
    }

    List<ImportRowSummary> rows(ImportId id) {
        return imports.listRows(id, false, null, 0, 10_000);
    }

    Map<String, Object> lead(ImportRowSummary row) {
        return jdbc.sql("SELECT * FROM leads WHERE id = ?")
                .param(Optional.ofNullable(row.lead()).orElseThrow().value())
                .query()
                .singleRow();
    }

    UUID person(ImportRowSummary row) {
        return (UUID) lead(row).get("person_id");
    }

    Map<String, Object> personOf(ImportRowSummary row) {
        return jdbc.sql("SELECT * FROM person WHERE id = ?")
                .param(person(row))
                .query()
                .singleRow();
    }

    List<String> emails(UUID person) {
        return jdbc.sql("SELECT raw FROM person_email WHERE person_id = ? ORDER BY added_at DESC, id")
                .param(person)
                .query(String.class)
                .list();
    }

    List<String> phones(UUID person) {
        return jdbc.sql("SELECT raw FROM person_phone WHERE person_id = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    int count(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(Integer.class).single();
    }

    Map<String, Integer> summary(ImportId id) {
        var counts = new HashMap<String, Integer>();
        outcomes(id).forEach(outcome -> counts.merge(outcome.name(), 1, Integer::sum));
        return counts;
    }
}
