package clinic.daybreak.staff;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntitledTest {

    /** Monday, 10 o'clock in Bakersfield. */
    private static final Instant MONDAY_10 = Instant.parse("2026-06-15T17:00:00Z");

    private static final LocationDetails CLINIC = new LocationDetails(
            new LocationId(Uuid7.next()),
            "bakersfield",
            "Daybreak Bakersfield",
            "US",
            "",
            "",
            LocationFixtures.weekdaysNineToFive("America/Los_Angeles"));

    private final NextOwners.Candidate rosa = candidate("Rosa", plan(Set.of("es"), Map.of()));
    private final NextOwners.Candidate tim = candidate("Tim", WorkPlan.NONE);
    private final NextOwners.Candidate una = candidate("Una", WorkPlan.NONE);

    @Test
    void everybody_at_work_has_the_same_right_to_an_english_enquiry() {
        var entitled = of("en", "Contact page", List.of(), rosa, tim, una);

        assertThat(entitled.staff()).containsExactly(rosa, tim, una);
        assertThat(entitled.words(true)).isEqualTo("Longest without a new lead of 3 present");
    }

    @Test
    void an_enquiry_in_spanish_goes_to_who_speaks_it() {
        var entitled = of("es", "Contact page", List.of(), rosa, tim);

        assertThat(entitled.staff()).containsExactly(rosa);
        assertThat(entitled.words(true)).isEqualTo("Speaks Spanish; longest without a new lead of 1 present");
    }

    @Test
    void when_nobody_at_work_speaks_it_the_enquiry_goes_to_somebody_and_says_so() {
        var entitled = of("es", "Contact page", List.of(), tim, una);

        assertThat(entitled.staff()).containsExactly(tim, una);
        assertThat(entitled.words(true))
                .isEqualTo("Nobody who speaks Spanish is at work; longest without a new lead of 2 present");
    }

    @Test
    void a_rule_sends_what_comes_by_one_way_in_to_the_colleagues_it_names() {
        var rule = rule(AssignmentRule.Kind.SOURCE, "Website API", tim);

        var entitled = of("en", "website api", List.of(rule), rosa, tim, una);

        assertThat(entitled.staff()).containsExactly(tim);
        assertThat(entitled.words(true))
                .isEqualTo("Takes what comes by website api; longest without a new lead of 1 present");
    }

    @Test
    void a_rule_for_a_language_names_whom_it_goes_to_whoever_else_speaks_it() {
        var rule = rule(AssignmentRule.Kind.LANGUAGE, "es", una);

        assertThat(of("es", "Contact page", List.of(rule), rosa, una).staff()).containsExactly(una);
    }

    @Test
    void where_two_rules_contradict_the_way_in_counts_and_the_words_say_both() {
        var rule = rule(AssignmentRule.Kind.SOURCE, "Website API", tim);

        var entitled = of("es", "Website API", List.of(rule), rosa, tim);

        assertThat(entitled.staff()).containsExactly(tim);
        assertThat(entitled.words(true))
                .isEqualTo("Takes what comes by Website API; nobody who speaks Spanish is at work;"
                        + " longest without a new lead of 1 present");
    }

    @Test
    void who_is_absent_gets_nothing_from_the_first_day_to_the_last() {
        var away = candidate(
                "Away",
                new WorkPlan(
                        Set.of("es"),
                        Map.of(),
                        List.of(new Absence(Uuid7.next(), day("2026-06-10"), day("2026-06-15"))),
                        null));

        assertThat(of("es", "Contact page", List.of(), away, tim).staff()).containsExactly(tim);
        assertThat(Entitled.of(
                                List.of(away),
                                new AssignmentRules.Rules(Duration.ofMinutes(15), List.of()),
                                asked("es", "Contact page"),
                                MONDAY_10.plus(Duration.ofDays(1)),
                                CLINIC)
                        .staff())
                .containsExactly(away);
    }

    @Test
    void when_all_are_absent_nobody_gets_it_and_the_words_say_why() {
        var away = candidate(
                "Away",
                new WorkPlan(
                        Set.of(),
                        Map.of(),
                        List.of(new Absence(Uuid7.next(), day("2026-06-15"), day("2026-06-15"))),
                        null));

        var entitled = of("en", "Contact page", List.of(), away);

        assertThat(entitled.staff()).isEmpty();
        assertThat(entitled.words(true))
                .isEqualTo("Nobody of Daybreak Bakersfield can take it:"
                        + " the only coordinator is absent or not working");
    }

    @Test
    void who_does_not_work_at_that_hour_gets_nothing_and_who_comes_later_only_when_nobody_is_there() {
        var fromNoon = candidate("Noon", plan(Set.of(), hours(DayOfWeek.MONDAY, "12:00", "17:00")));
        var early = candidate("Early", plan(Set.of(), hours(DayOfWeek.MONDAY, "06:00", "09:30")));
        var tuesdays = candidate("Tuesdays", plan(Set.of(), hours(DayOfWeek.TUESDAY, "09:00", "17:00")));

        assertThat(of("en", "Contact page", List.of(), fromNoon, early, tuesdays, tim)
                        .staff())
                .containsExactly(tim);
        var later = of("en", "Contact page", List.of(), fromNoon, early, tuesdays);
        assertThat(later.staff()).containsExactly(fromNoon);
        assertThat(later.words(true)).startsWith("Nobody is at work yet, but later today; ");
        assertThat(of("en", "Contact page", List.of(), early, tuesdays).staff()).isEmpty();
    }

    @Test
    void who_had_it_already_does_not_get_it_again() {
        var asked = new NewLeadTurn(CLINIC.id(), "en", "Contact page", Set.of(rosa.member()));

        var entitled = Entitled.of(
                List.of(rosa, tim),
                new AssignmentRules.Rules(Duration.ofMinutes(15), List.of()),
                asked,
                MONDAY_10,
                CLINIC);

        assertThat(entitled.staff()).containsExactly(tim);
    }

    private Entitled of(String language, String source, List<AssignmentRule> rules, NextOwners.Candidate... staff) {
        return Entitled.of(
                Arrays.asList(staff),
                new AssignmentRules.Rules(Duration.ofMinutes(15), rules),
                asked(language, source),
                MONDAY_10,
                CLINIC);
    }

    private static NewLeadTurn asked(String language, String source) {
        return new NewLeadTurn(CLINIC.id(), language, source, Set.of());
    }

    private static AssignmentRule rule(AssignmentRule.Kind kind, String wanted, NextOwners.Candidate staff) {
        return new AssignmentRule(Uuid7.next(), CLINIC.id(), kind, wanted, Set.of(staff.member()));
    }

    private static NextOwners.Candidate candidate(String name, WorkPlan plan) {
        return new NextOwners.Candidate(StaffId.next(), name, null, plan);
    }

    private static WorkPlan plan(Set<String> languages, Map<DayOfWeek, Hours> week) {
        return new WorkPlan(languages, week, List.of(), null);
    }

    private static Map<DayOfWeek, Hours> hours(DayOfWeek day, String from, String until) {
        return Map.of(day, new Hours(LocalTime.parse(from), LocalTime.parse(until)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
