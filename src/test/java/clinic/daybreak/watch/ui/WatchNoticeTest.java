package clinic.daybreak.watch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.staff.SystemWork;
import clinic.daybreak.watch.Watchdogs;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

class WatchNoticeTest extends ViewTest {

    private static final Instant START = Instant.parse("2026-06-15T08:00:00Z");

    @Autowired
    Watchdogs watchdogs;

    @Autowired
    SourceService sources;

    @Autowired
    SystemWork system;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private SourceDetails source;

    @BeforeEach
    void fail() {
        source = CaptureFixtures.opened(system, sources);
        jdbc.sql(
                        "INSERT INTO source_tally (source_id, slot, received, repeats, refused, failed) VALUES (?, ?, 0, 0, 0, 7)")
                .params(source.id().value(), SqlTime.of(START))
                .update();
        clock.asAt(START, () -> system.run(watchdogs::look));
    }

    @AfterEach
    void recover() {
        clock.asAt(START.plus(Duration.ofHours(1)), () -> system.run(watchdogs::look));
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_is_told_on_every_page_and_on_that_of_the_way_in() {
        go("dashboard");
        assertThat(isToldOnThePage()).isTrue();

        go("settings/sources/" + source.code());
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("7 deliveries of the last minutes could not be received.", "None was sent yet");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_coordinator_is_not() {
        go("dashboard");
        assertThat(isToldOnThePage()).isFalse();
    }

    /** Perhaps together with what other tests left. */
    private boolean isToldOnThePage() {
        return find(Div.class).withClassName("notice-late").exists();
    }
}
