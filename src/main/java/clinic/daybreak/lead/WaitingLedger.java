package clinic.daybreak.lead;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.OpeningHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts for whom leads wait. A turn that is over is written by the transaction in which the next one begins; rows are only ever
 * added. A lead that became part of another keeps its own, and its running turn ends with the merge, which nothing writes
 * down: taken back, it goes on as if nothing had been.
 */
@Component
class WaitingLedger {

    private final JdbcClient jdbc;
    private final Appends appends;

    WaitingLedger(JdbcClient jdbc, Appends appends) {
        this.jdbc = jdbc;
        this.appends = appends;
    }

    private record Turn(WaitingFor party, Instant from, Instant until) {}

    @EventListener
    void on(WaitEnded turn) {
        appends.append(
                "INSERT INTO waiting_time (id, lead_id, party, from_time, until_time) VALUES (?, ?, ?, ?, ?)",
                Uuid7.next(),
                turn.lead().value(),
                turn.party().name(),
                SqlTime.of(turn.from()),
                SqlTime.of(turn.until()));
    }

    /** @param parts the lead, and those that are part of it */
    WaitingTimes of(Lead lead, List<LeadId> parts, Instant now, OpeningHours hours) {
        var turns = new ArrayList<>(over(parts));
        var running = lead.facts().waitingFor();
        turns.add(new Turn(running, lead.waitingSince(), now));
        if (parts.size() > 1) {
            turns.addAll(untilMerged(parts));
        }
        var total = new EnumMap<WaitingFor, Duration>(WaitingFor.class);
        for (var party : WaitingFor.values()) {
            var theirs = turns.stream()
                    .filter(turn -> turn.party == party && turn.from.isBefore(turn.until))
                    .sorted(Comparator.comparing(Turn::from))
                    .toList();
            if (party != WaitingFor.NOBODY && !theirs.isEmpty()) {
                total.put(party, sum(theirs, hours));
            }
        }
        return new WaitingTimes(running, lead.waitingSince(), Map.copyOf(total));
    }

    private static Duration sum(List<Turn> sorted, OpeningHours hours) {
        var sum = Duration.ZERO;
        var counted = Instant.MIN;
        for (var turn : sorted) {
            var from = turn.from.isBefore(counted) ? counted : turn.from;
            if (from.isBefore(turn.until)) {
                sum = sum.plus(hours.between(from, turn.until));
                counted = turn.until;
            }
        }
        return sum;
    }

    private List<Turn> over(List<LeadId> leads) {
        return jdbc.sql("SELECT party, from_time, until_time FROM waiting_time WHERE lead_id IN (:leads)")
                .param("leads", leads.stream().map(LeadId::value).toList())
                .query(WaitingLedger::turn)
                .list();
    }

    /** The turns that ran on leads when they became part of another. */
    private List<Turn> untilMerged(List<LeadId> parts) {
        return jdbc.sql("""
                        SELECT l.waiting_for AS party, COALESCE(l.waiting_since, l.stage_since) AS from_time,
                            m.merged_at AS until_time
                        FROM leads l JOIN lead_merge m ON m.absorbed_id = l.id
                        WHERE l.id IN (:parts) AND m.undone_at IS NULL AND m.kind = 'ONE_ENQUIRY'
                        """)
                .param("parts", parts.stream().skip(1).map(LeadId::value).toList())
                .query(WaitingLedger::turn)
                .list();
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(
                WaitingFor.valueOf(row.getString("party")),
                SqlTime.read(row, "from_time"),
                SqlTime.read(row, "until_time"));
    }
}
