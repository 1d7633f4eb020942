package clinic.daybreak.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients that do one action after the other for some seconds, each on a connection of its own. */
final class Clients {

    /** One client; opened before the clock starts. */
    interface Client extends AutoCloseable {
        void act() throws Exception;
    }

    private Clients() {}

    static Latencies run(int number, double seconds, Callable<? extends Client> open) throws Exception {
        try (var threads = Executors.newFixedThreadPool(number)) {
            var clients = new ArrayList<Client>();
            for (int i = 0; i < number; i++) {
                clients.add(open.call());
            }
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            var rounds = new ArrayList<Future<long[]>>();
            for (var client : clients) {
                rounds.add(threads.submit(() -> until(end, client)));
            }
            var all = new long[0];
            for (var round : rounds) {
                var more = round.get();
                int had = all.length;
                all = Arrays.copyOf(all, had + more.length);
                System.arraycopy(more, 0, all, had, more.length);
            }
            double took = (System.nanoTime() - start) / 1e9;
            for (var client : clients) {
                client.close();
            }
            return new Latencies(all, took);
        }
    }

    private static long[] until(long end, Client client) throws Exception {
        var nanos = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end; ) {
            client.act();
            long after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = after - now;
            now = after;
        }
        return Arrays.copyOf(nanos, count);
    }
}
