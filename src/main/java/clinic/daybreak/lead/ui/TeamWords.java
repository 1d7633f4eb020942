package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.TeamLoadService;
import clinic.daybreak.location.OpeningHours.Hours;
import clinic.daybreak.person.Language;
import clinic.daybreak.staff.Absence;
import clinic.daybreak.staff.WorkPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the plans of colleagues are told. */
final class TeamWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private TeamWords() {}

    static String count(int leads) {
        return leads >= TeamLoadService.COUNT_CAP ? TeamLoadService.COUNT_CAP - 1 + "+" : Integer.toString(leads);
    }

    /** In one line: languages, when they are away. */
    static String plan(WorkPlan plan) {
        var words = new ArrayList<String>();
        words.add(languages(plan));
        if (!plan.absences().isEmpty()) {
            words.add("away " + days(plan.absences().getFirst()));
        }
        if (plan.maxOpen() != null) {
            words.add("up to " + plan.maxOpen() + " open");
        }
        return String.join(" · ", words);
    }

    /** English goes without saying, but says that there is nothing else. */
    static String languages(WorkPlan plan) {
        var more = plan.languages().stream()
                .map(code -> Language.ofCode(code).label())
                .sorted()
                .collect(Collectors.joining(", "));
        return more.isEmpty() ? Language.EN.label() : Language.EN.label() + ", " + more;
    }

    /** Days with the same hours together, in the order of the week. */
    static String hours(WorkPlan plan) {
        if (plan.week().isEmpty()) {
            return "Opening hours";
        }
        var parts = new ArrayList<String>();
        var days = List.of(DayOfWeek.values());
        int at = 0;
        while (at < days.size()) {
            var hours = plan.week().get(days.get(at));
            int last = at;
            while (last + 1 < days.size()
                    && hours != null
                    && hours.equals(plan.week().get(days.get(last + 1)))) {
                last++;
            }
            if (hours != null) {
                parts.add(days(days.get(at), days.get(last)) + " " + span(hours));
            }
            at = last + 1;
        }
        return String.join(", ", parts);
    }

    private static String days(DayOfWeek first, DayOfWeek last) {
        return first == last ? name(first) : name(first) + "–" + name(last);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.US);
    }

    private static String span(Hours hours) {
        return hours.opens().format(TIME) + "–" + hours.closes().format(TIME);
    }

    static String days(Absence absence) {
        return absence.from().equals(absence.until())
                ? day(absence.from())
                : day(absence.from()) + "–" + day(absence.until());
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
