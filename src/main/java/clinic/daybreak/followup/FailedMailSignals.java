package clinic.daybreak.followup;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.TodaySignal;
import clinic.daybreak.lead.TodaySignals;
import clinic.daybreak.location.LocationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings leads to Today whose mail could not be delivered: the address has to be confirmed some other way. */
@Component
class FailedMailSignals implements TodaySignals {

    /** What failed before was seen, or never will be. */
    private static final Duration RECENT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Clock clock;

    FailedMailSignals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TodaySignal> list(Set<LocationId> scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT lead_id, MAX(finished_at) AS failed_at FROM message
                        WHERE state = 'FAILED' AND due_at > :from AND lead_id IS NOT NULL AND finished_at IS NOT NULL
                            AND location_id IN (:scope)
                        GROUP BY lead_id ORDER BY failed_at LIMIT :limit
                        """)
                .param("from", SqlTime.of(clock.instant().minus(RECENT)))
                .param("scope", scope.stream().map(LocationId::value).toList())
                .param("limit", limit)
                .query((row, number) -> new TodaySignal(
                        new LeadId(UUID.fromString(row.getString("lead_id"))),
                        "Mail could not be delivered: confirm the address",
                        SqlTime.read(row, "failed_at")))
                .list();
    }
}
