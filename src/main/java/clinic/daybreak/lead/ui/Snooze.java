package clinic.daybreak.lead.ui;

import clinic.daybreak.location.OpeningHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** A usual moment to look at a lead again, in the wall time of its location. */
record Snooze(String label, Instant at) {

    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    /** Only moments to come; when the location is closed then, it is when it opens next. */
    static List<Snooze> listAt(Instant now, OpeningHours hours) {
        var today = now.atZone(hours.zone()).toLocalDate();
        var choices = new ArrayList<Snooze>();
        choices.add(new Snooze("In 1 hour", now.plus(Duration.ofHours(1))));
        var afternoon = moment(today, AFTERNOON, hours);
        if (afternoon.isAfter(now) && isOn(today, afternoon, hours)) {
            choices.add(new Snooze("This afternoon", afternoon));
        }
        choices.add(new Snooze("Tomorrow morning", moment(today.plusDays(1), MORNING, hours)));
        choices.add(new Snooze(
                "Next Monday", moment(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), MORNING, hours)));
        return choices;
    }

    private static Instant moment(LocalDate day, LocalTime time, OpeningHours hours) {
        return hours.after(day.atTime(time).atZone(hours.zone()).toInstant(), Duration.ZERO);
    }

    private static boolean isOn(LocalDate day, Instant at, OpeningHours hours) {
        return at.atZone(hours.zone()).toLocalDate().equals(day);
    }
}
