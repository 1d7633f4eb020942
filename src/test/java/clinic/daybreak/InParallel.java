package clinic.daybreak;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does work on several threads that start at one moment. */
public final class InParallel {

    /** What each thread does; it may throw what it likes. */
    public interface Work {
        void run(int number) throws Exception;
    }

    private InParallel() {}

    /** @return what went wrong, of each thread that failed */
    public static List<Throwable> run(int threads, Work work) {
        var ready = new CountDownLatch(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = IntStream.range(0, threads)
                    .mapToObj(number -> pool.submit(() -> attempt(ready, work, number)))
                    .toList();
            return running.stream()
                    .map(InParallel::join)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<Throwable> attempt(CountDownLatch ready, Work work, int number) {
        try {
            ready.countDown();
            ready.await();
            work.run(number);
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }

    private static <T> T join(Future<T> running) {
        try {
            return running.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
