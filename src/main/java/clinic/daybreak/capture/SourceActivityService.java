package clinic.daybreak.capture;

import clinic.daybreak.base.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much comes by each way in, from what {@link SourceUse} counted. */
@Service
@PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
@Transactional(readOnly = true)
public class SourceActivityService {

    private static final int USUAL_DAYS = 28;

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceActivityService(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of all ways in that anything is known of. */
    public Map<SourceId, SourceActivity> today(ZoneId zone) {
        var midnight = clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone);
        var activity = new HashMap<SourceId, SourceActivity>();
        jdbc.sql("""
                        SELECT source_id, MIN(IF(received > 0 AND slot < :midnight, slot, NULL)) AS first_before,
                            SUM(IF(slot >= :midnight, received, 0)) AS today,
                            SUM(IF(slot < :midnight, received, 0)) AS earlier,
                            SUM(IF(slot >= :midnight, repeats, 0)) AS repeats,
                            SUM(IF(slot >= :midnight, refused, 0)) AS refused,
                            SUM(IF(slot >= :midnight, failed, 0)) AS failed
                        FROM source_tally WHERE slot >= :from GROUP BY source_id
                        """)
                .param("midnight", SqlTime.of(midnight.toInstant()))
                .param("from", SqlTime.of(midnight.minusDays(USUAL_DAYS).toInstant()))
                .query((row, number) -> activity.put(id(row), activity(row, midnight.toInstant())))
                .list();
        jdbc.sql("""
                        SELECT source_id, COUNT(*) AS waiting FROM submission
                        WHERE state = 'NEEDS_HUMAN' AND purpose <> 'CANARY' GROUP BY source_id
                        """)
                .query((row, number) -> activity.merge(
                        id(row),
                        SourceActivity.NONE.withWaiting(row.getInt("waiting")),
                        (known, counted) -> known.withWaiting(counted.waiting())))
                .list();
        return activity;
    }

    private static SourceId id(ResultSet row) throws SQLException {
        return new SourceId(UUID.fromString(row.getString("source_id")));
    }

    private static SourceActivity activity(ResultSet row, Instant midnight) throws SQLException {
        return new SourceActivity(
                row.getInt("today"),
                usual(SqlTime.readNullable(row, "first_before"), row.getInt("earlier"), midnight),
                row.getInt("repeats"),
                row.getInt("refused"),
                row.getInt("failed"),
                0);
    }

    /** Of a way in that is younger than four weeks, over the days since its first submission. */
    private static @Nullable Integer usual(@Nullable Instant first, int received, Instant midnight) {
        if (first == null) {
            return null;
        }
        long days = Math.min(USUAL_DAYS, 1 + Duration.between(first, midnight).toDays());
        return Math.toIntExact(Math.round((double) received / days));
    }
}
