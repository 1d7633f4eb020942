package clinic.daybreak.base.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments are shown: relative where it matters, with the exact local time and its zone behind it. */
public final class Times {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, h:mm a zzz", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US);

    private Times() {}

    /** "5 min ago" or "in 3 h", with the exact time as a tooltip. */
    public static Span relative(Instant at, Instant now, ZoneId zone) {
        var span = new Span(relativeText(at, now, zone));
        span.addClassName("time");
        span.setTitle(exact(at, zone));
        return span;
    }

    /** Relative up to a week, then the day. */
    public static String relativeText(Instant at, Instant now, ZoneId zone) {
        var gap = Duration.between(at, now);
        if (gap.abs().toDays() >= 7) {
            return at.atZone(zone).format(DAY);
        }
        return gap.isNegative() ? "in " + length(gap.negated()) : length(gap) + " ago";
    }

    /** One unit, rounded down: "45 s" never shows, what is under a minute is "1 min". */
    public static String length(Duration duration) {
        if (duration.toDays() >= 1) {
            return duration.toDays() == 1 ? "1 day" : duration.toDays() + " days";
        }
        if (duration.toHours() >= 1) {
            return duration.toHours() + " h";
        }
        return Math.max(1, duration.toMinutes()) + " min";
    }

    public static String exact(Instant at, ZoneId zone) {
        return at.atZone(zone).format(EXACT);
    }

    /** Month, day and wall time, for a timeline. */
    public static String clock(Instant at, ZoneId zone) {
        return at.atZone(zone).format(CLOCK);
    }
}
