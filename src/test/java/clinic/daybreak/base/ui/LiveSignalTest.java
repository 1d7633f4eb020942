package clinic.daybreak.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.IntegrationTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class LiveSignalTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_happens_on_one_node_refreshes_the_screens_of_the_other_one() {
        var here = new Node();
        var there = new Node();

        here.live.announce();
        assertThat(here.refreshed).hasValue(1);
        assertThat(there.refreshed).hasValue(0);

        here.signal.round();
        there.signal.round();
        assertThat(there.refreshed).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void a_node_that_starts_does_not_take_old_news_for_new() {
        var here = new Node();
        here.live.announce();
        here.signal.round();

        assertThat(new Node().refreshed).hasValue(0);
    }

    /** A node with screens of its own on the one database. */
    private final class Node {

        private final AtomicInteger refreshed = new AtomicInteger();
        private final LiveUpdates live = new LiveUpdates() {
            @Override
            void refreshAll() {
                refreshed.incrementAndGet();
            }
        };
        private final LiveSignal signal = new LiveSignal(jdbc, live);

        Node() {
            signal.round();
        }
    }
}
