package clinic.daybreak.lead;

import clinic.daybreak.base.BackgroundWork;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.staff.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of who has which lead open. This node renews those who are at its screens; whoever is not renewed for a
 * while is gone, also when their node died.
 */
@Component
class PresenceKeeper extends BackgroundWork {

    private static final Duration BEAT = Duration.ofSeconds(30);
    /** Two beats may be late before somebody counts as gone. */
    private static final Duration LASTS = BEAT.multipliedBy(3);

    private final JdbcClient jdbc;
    private final Clock clock;
    /** How many screens of this node each has on a lead. */
    private final ConcurrentMap<Place, Integer> here = new ConcurrentHashMap<>();

    private record Place(LeadId lead, StaffId staff) {}

    PresenceKeeper(JdbcClient jdbc, Clock clock) {
        super("presence", 1, new Rhythm(BEAT, BEAT, Duration.ofSeconds(1)));
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void enter(LeadId lead, StaffId staff) {
        var place = new Place(lead, staff);
        here.merge(place, 1, Integer::sum);
        renew(place);
    }

    void leave(LeadId lead, StaffId staff) {
        var left = here.computeIfPresent(new Place(lead, staff), (place, screens) -> screens > 1 ? screens - 1 : null);
        if (left == null) {
            jdbc.sql("DELETE FROM lead_presence WHERE lead_id = ? AND staff_id = ?")
                    .param(lead.value())
                    .param(staff.value())
                    .update();
        }
    }

    /** The full names of everybody but that one, in alphabetical order. */
    List<String> listOthers(LeadId lead, StaffId than) {
        return jdbc.sql("""
                        SELECT s.full_name FROM lead_presence p JOIN staff_account s ON s.id = p.staff_id
                        WHERE p.lead_id = ? AND p.staff_id <> ? AND p.seen_at > ? ORDER BY s.full_name
                        """)
                .param(lead.value())
                .param(than.value())
                .param(SqlTime.of(clock.instant().minus(LASTS)))
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    protected void round() {
        here.keySet().forEach(this::renew);
    }

    private void renew(Place place) {
        jdbc.sql("""
                        INSERT INTO lead_presence (lead_id, staff_id, seen_at) VALUES (:lead, :staff, :now)
                        ON DUPLICATE KEY UPDATE seen_at = :now
                        """)
                .param("lead", place.lead().value())
                .param("staff", place.staff().value())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }
}
