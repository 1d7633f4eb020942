package clinic.daybreak.capture;

import java.util.Map;

/** Slot: how the ways in are doing, judged by the feature that watches over them. */
public interface SourceHealthReport {

    /** Of all ways in that something is known of, for managers and administrators. */
    Map<SourceId, SourceHealth> health();
}
