package clinic.daybreak.benchmark;

import java.util.Map;

/** Runs the benchmark that is named; each prints a table and writes JSON under {@code target/benchmarks}. */
public final class Benchmarks {

    private interface Benchmark {
        void run() throws Exception;
    }

    private static final Map<String, Benchmark> ALL =
            Map.of("capture", CaptureBenchmark::run, "import", ImportBenchmark::run);

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        for (var name : names) {
            var benchmark = ALL.get(name);
            if (benchmark == null) {
                throw new IllegalArgumentException("No benchmark \"" + name + "\". There are: " + ALL.keySet());
            }
            benchmark.run();
        }
    }
}
