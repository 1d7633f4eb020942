package clinic.daybreak.imports;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How days are written in a column. Which one it is is read off the column or asked, never guessed. */
public enum DateFormat {
    ISO("year-month-day", "uuuu-M-d"),
    YEAR_FIRST("year/month/day", "uuuu/M/d"),
    MONTH_FIRST("month/day/year", "M/d/uuuu"),
    DAY_FIRST("day/month/year", "d/M/uuuu"),
    MONTH_FIRST_SHORT("month/day/two-digit year", "M/d/uu"),
    DAY_FIRST_SHORT("day/month/two-digit year", "d/M/uu"),
    DAY_FIRST_DOTS("day.month.year", "d.M.uuuu"),
    MONTH_FIRST_DASHES("month-day-year", "M-d-uuuu"),
    DAY_FIRST_DASHES("day-month-year", "d-M-uuuu"),
    MONTH_NAME("month name day, year", "[MMMM][MMM] d[','] uuuu"),
    DAY_MONTH_NAME("day month name year", "d [MMMM][MMM][','] uuuu");

    /** Nearly all that is no date is told from one by this, at no cost. */
    private static final Pattern LIKELY = Pattern.compile(
            "(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{1,2} \\p{L}{3,9}|\\p{L}{3,9} \\d{1,2}).{0,40}", Pattern.DOTALL);

    private static final DateTimeFormatter SPOKEN_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm zzz", Locale.US);
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

    private final String label;
    private final List<DateTimeFormatter> formatters;

    DateFormat(String label, String date) {
        this.label = label;
        // the time of day may be missing, and may be written with or without the half of the day
        this.formatters = List.of(
                formatter(date, "[[' ']['T'][', ']H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.S][' '][XXX][XX][X]]"),
                formatter(date, "[' '][', ']h:mm[:ss][' ']a"));
    }

    private static DateTimeFormatter formatter(String date, String time) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(date)
                .appendPattern(time)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    public String label() {
        return label;
    }

    /** A value as it stands in a file, taken apart. */
    record Parsed(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneOffset offset) {

        Instant instant(ZoneId zone) {
            var local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
            return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
        }
    }

    Optional<Parsed> parse(String text) {
        var value = text.strip();
        if (!LIKELY.matcher(value).matches()) {
            return Optional.empty();
        }
        for (var formatter : formatters) {
            var position = new ParsePosition(0);
            // first without resolving, which tells by its position instead of by an exception
            if (formatter.parseUnresolved(value, position) == null || position.getIndex() < value.length()) {
                continue;
            }
            try {
                var parsed = formatter.parse(value);
                var date = parsed.query(TemporalQueries.localDate());
                if (date != null) {
                    return Optional.of(new Parsed(
                            date,
                            parsed.query(TemporalQueries.localTime()),
                            offset(parsed.query(TemporalQueries.zone()))));
                }
            } catch (DateTimeException e) {
                continue; // the 31st of February
            }
        }
        return Optional.empty();
    }

    private static @Nullable ZoneOffset offset(@Nullable ZoneId zone) {
        return zone instanceof ZoneOffset offset ? offset : null;
    }

    /** "3 April 2026": the day that this format makes of a value, written so that nobody can read it in two ways. */
    public Optional<String> spoken(String text) {
        return parse(text).map(parsed -> parsed.date().format(SPOKEN));
    }

    /** Day and time so that nobody can read them in two ways. */
    static String spoken(ZonedDateTime time) {
        return time.format(SPOKEN_TIME);
    }

    /** All formats by which the text is a date. */
    static Set<DateFormat> of(String text) {
        var formats = EnumSet.noneOf(DateFormat.class);
        if (LIKELY.matcher(text.strip()).matches()) {
            for (var format : values()) {
                if (format.parse(text).isPresent()) {
                    formats.add(format);
                }
            }
        }
        return formats;
    }
}
