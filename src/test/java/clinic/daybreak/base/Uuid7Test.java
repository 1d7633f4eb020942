package clinic.daybreak.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void an_id_has_the_version_and_the_variant_of_rfc_9562() {
        for (int i = 0; i < 1_000; i++) {
            var id = Uuid7.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void an_id_holds_the_time_at_which_it_was_made() {
        long before = System.currentTimeMillis();
        long made = Uuid7.next().getMostSignificantBits() >>> 16;

        // other threads of this process may have run a little ahead of the clock
        assertThat(made).isBetween(before, System.currentTimeMillis() + 1_000);
    }

    @Test
    void ids_of_one_thread_strictly_increase_and_those_of_eight_are_all_different() throws Exception {
        Callable<List<UUID>> work =
                () -> Stream.generate(Uuid7::next).limit(20_000).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<UUID>();
            for (var made :
                    threads.invokeAll(Stream.generate(() -> work).limit(8).toList())) {
                assertThat(made.get()).isSortedAccordingTo(Uuid7Test::unsigned);
                all.addAll(made.get());
            }
            assertThat(new HashSet<>(all)).hasSize(160_000);
        }
    }

    private static int unsigned(UUID one, UUID two) {
        return Long.compareUnsigned(one.getMostSignificantBits(), two.getMostSignificantBits());
    }
}
