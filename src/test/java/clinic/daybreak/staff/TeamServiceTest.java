package clinic.daybreak.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.Appends;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.location.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose turn it is on the real database, with what is known of colleagues, and who may say what of whom. Long, for each
 * rule has its case.
 */
@IntegrationTest
class TeamServiceTest {

    /** Monday, 10 o'clock in Bakersfield. */
    private static final Instant MONDAY_10 = Instant.parse("2026-06-15T17:00:00Z");

    @Autowired
    TeamService team;

    @Autowired
    AssignmentRuleService rules;

    @Autowired
    StaffService staff;

    @Autowired
    LocationService locations;

    @Autowired
    Appends appends;

    @Autowired
    AdjustableClock clock;

    @Autowired
    SystemWork system;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private LocationDetails clinic;
    private StaffMember manager;

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
        manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
    }

    @Test
    void a_hundred_that_arrive_at_once_are_fair_within_one_among_those_at_work() {
        var present = Stream.generate(this::coordinator).limit(7).toList();
        var absent = coordinator();
        var today = LocalDate.parse("2026-06-15");
        asAt(MONDAY_10, () -> as(manager, () -> team.addAbsence(absent.id(), today, today)));
        var dealt = new ConcurrentHashMap<StaffId, Integer>();

        var failures = InParallel.run(
                20,
                thread -> IntStream.range(0, 5)
                        .forEach(i -> dealt.merge(take("en", "Contact page").id(), 1, Integer::sum)));

        assertThat(failures).isEmpty();
        assertThat(dealt.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        present.stream().map(StaffMember::id).toList());
        assertThat(dealt.values()).allMatch(number -> number == 14 || number == 15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void whatever_comes_in_whatever_order_those_with_the_same_right_to_it_differ_by_one_at_most(long seed) {
        var random = new Random(seed);
        var speakers =
                Stream.generate(this::coordinator).limit(1 + random.nextInt(3)).toList();
        var others =
                Stream.generate(this::coordinator).limit(1 + random.nextInt(4)).toList();
        asAt(MONDAY_10, () -> speakers.forEach(this::speaksSpanish));
        var dealt = new HashMap<StaffId, Integer>();

        asAt(
                MONDAY_10,
                () -> system.run(() -> transactions.executeWithoutResult(status -> {
                    appends.gather();
                    for (int i = 0; i < 60; i++) {
                        var next = staff.takeNextCoordinator(
                                asked(random.nextInt(3) == 0 ? "es" : "en", "Contact page"), (who, limit) -> true);
                        dealt.merge(next.id(), 1, Integer::sum);
                    }
                })));

        for (var group : List.of(speakers, others)) {
            var numbers = group.stream()
                    .map(member -> dealt.getOrDefault(member.id(), 0))
                    .sorted()
                    .toList();
            assertThat(numbers.getLast() - numbers.getFirst()).as("%s", numbers).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void what_is_taken_in_together_is_dealt_as_fairly_and_by_the_same_rules() {
        var rosa = coordinator();
        var tim = coordinator();
        asAt(MONDAY_10, () -> speaksSpanish(rosa));
        var dealt = new HashMap<StaffId, Integer>();

        asAt(
                MONDAY_10,
                () -> system.run(() -> transactions.executeWithoutResult(status -> {
                    appends.gather();
                    for (int i = 0; i < 9; i++) {
                        var next =
                                staff.takeNextCoordinator(asked(i == 0 ? "es" : "en", "A file"), (who, limit) -> true);
                        dealt.merge(next.id(), 1, Integer::sum);
                    }
                })));

        assertThat(dealt.get(rosa.id()) + dealt.get(tim.id())).isEqualTo(9);
        assertThat(Math.abs(dealt.get(rosa.id()) - dealt.get(tim.id()))).isEqualTo(1);
    }

    @Test
    void who_has_enough_open_leads_is_passed_over_until_everybody_has() {
        var full = coordinator();
        var free = coordinator();
        asAt(
                MONDAY_10,
                () -> as(
                        manager,
                        () -> team.change(full.id(), seen(full), new WorkPlan(Set.of(), Map.of(), List.of(), 3))));

        var next = asAt(MONDAY_10, () -> taken((who, limit) -> !who.equals(full.id())));
        assertThat(next.id()).isEqualTo(free.id());
        jdbc.sql("UPDATE staff_account SET active = FALSE WHERE id = ?")
                .param(free.id().value())
                .update();
        var last = asAt(MONDAY_10, () -> taken((who, limit) -> limit != 3));
        assertThat(last.id()).isEqualTo(full.id());
        assertThat(last.why())
                .isEqualTo("Everybody has as many open leads as they should; longest without a new lead of 1 present");
    }

    @Test
    void at_night_it_goes_to_whoever_is_there_in_the_morning() {
        var late = coordinator();
        var early = coordinator();
        asAt(MONDAY_10, () -> {
            hours(late, "13:00", "17:00");
            hours(early, "09:00", "12:00");
        });

        var next = asAt(MONDAY_10.plus(Duration.ofHours(12)), () -> taken((who, limit) -> true));

        assertThat(next.id()).isEqualTo(early.id());
    }

    @Test
    void an_enquiry_goes_by_the_rule_of_its_location_and_a_removed_rule_no_longer_counts() {
        var rosa = coordinator();
        var tim = coordinator();
        as(manager, () -> rules.add(clinic.id(), AssignmentRule.Kind.SOURCE, " Website API ", Set.of(rosa.id())));

        assertThat(List.of(
                        take("en", "Website API").id(),
                        take("en", "Website API").id()))
                .containsExactly(rosa.id(), rosa.id());
        var rule = as(manager, () -> rules.list(clinic.id())).getFirst();
        assertThat(rule.staff()).containsExactly(rosa.id());
        as(manager, () -> rules.remove(clinic.id(), rule.id()));
        assertThat(take("en", "Website API").id()).isEqualTo(tim.id());
    }

    @Test
    void a_location_says_after_how_many_minutes_an_unopened_lead_goes_on() {
        coordinator();
        assertThat(take("en", "Contact page").passAfter()).isEqualTo(Duration.ofMinutes(15));

        as(manager, () -> rules.changePassAfter(clinic.id(), 5));

        assertThat(take("en", "Contact page").passAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThatThrownBy(() -> as(manager, () -> rules.changePassAfter(clinic.id(), 0)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Choose from 1 to 480 business minutes.");
    }

    @Test
    void everybody_keeps_their_own_absences_and_a_manager_those_of_the_location() {
        var rosa = coordinator();
        var tim = coordinator();
        var day = LocalDate.parse("2030-01-07");

        as(rosa, () -> team.addAbsence(rosa.id(), day, day.plusDays(4)));
        as(manager, () -> team.addAbsence(tim.id(), day, day));

        assertThat(absences(rosa)).extracting(Absence::until).containsExactly(day.plusDays(4));
        assertThat(absences(tim)).hasSize(1);
        assertThatThrownBy(() -> as(rosa, () -> team.addAbsence(tim.id(), day, day)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Only their manager changes this.");
        assertThat(as(rosa, () -> team.list()))
                .extracting(TeamMember::member)
                .as("what others do is none of a coordinator's business")
                .containsExactly(rosa);
        as(rosa, () -> team.removeAbsence(rosa.id(), absences(rosa).getFirst().id()));
        assertThat(absences(rosa)).isEmpty();
    }

    @Test
    void an_absence_that_makes_no_sense_is_refused_with_what_to_do() {
        var rosa = coordinator();
        var day = LocalDate.parse("2030-01-07");

        assertThatThrownBy(() -> as(rosa, () -> team.addAbsence(rosa.id(), day, day.minusDays(1))))
                .hasMessage("The last day of absence is before the first. Correct one of them.");
        assertThatThrownBy(() -> as(
                        rosa,
                        () -> team.addAbsence(rosa.id(), LocalDate.parse("2020-01-07"), LocalDate.parse("2020-01-09"))))
                .hasMessage("These days are over. Choose days to come.");
        assertThatThrownBy(() -> as(rosa, () -> team.addAbsence(rosa.id(), day, day.plusYears(3))))
                .hasMessageStartingWith("An absence is at most two years long.");
    }

    @Test
    void a_plan_that_a_colleague_changed_meanwhile_is_not_overwritten() {
        var rosa = coordinator();
        long seen = seen(rosa);
        as(manager, () -> team.change(rosa.id(), seen, WorkPlan.NONE));

        assertThatThrownBy(() -> as(manager, () -> team.change(rosa.id(), seen, WorkPlan.NONE)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("A colleague changed this plan while you had it open.");
    }

    @Test
    void a_manager_of_another_location_finds_nobody_here() {
        var rosa = coordinator();
        var elsewhere = LocationFixtures.opened(system, locations);
        var stranger = StaffFixtures.opened(system, staff, StaffRole.MANAGER, elsewhere);

        assertThat(as(stranger, () -> team.list()))
                .noneMatch(each -> each.member().id().equals(rosa.id()));
        assertThatThrownBy(() -> as(stranger, () -> team.change(rosa.id(), 0, WorkPlan.NONE)))
                .isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() -> as(stranger, () -> rules.list(clinic.id())))
                .isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() -> as(
                        manager,
                        () -> rules.add(clinic.id(), AssignmentRule.Kind.LANGUAGE, "es", Set.of(stranger.id()))))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Only coordinators of this location take its enquiries. Choose among them.");
    }

    @Test
    void a_second_rule_for_the_same_is_refused() {
        var rosa = coordinator();
        as(manager, () -> rules.add(clinic.id(), AssignmentRule.Kind.LANGUAGE, "ES", Set.of(rosa.id())));

        assertThatThrownBy(() -> as(
                        manager, () -> rules.add(clinic.id(), AssignmentRule.Kind.LANGUAGE, "es", Set.of(rosa.id()))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("There is a rule for this already.");
    }

    private StaffMember coordinator() {
        return StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
    }

    private void speaksSpanish(StaffMember member) {
        as(
                manager,
                () -> team.change(member.id(), seen(member), new WorkPlan(Set.of("es"), Map.of(), List.of(), null)));
    }

    private void hours(StaffMember member, String from, String until) {
        var hours = new Hours(LocalTime.parse(from), LocalTime.parse(until));
        var week = Map.of(DayOfWeek.MONDAY, hours, DayOfWeek.TUESDAY, hours);
        as(manager, () -> team.change(member.id(), seen(member), new WorkPlan(Set.of(), week, List.of(), null)));
    }

    private List<Absence> absences(StaffMember member) {
        return known(member).plan().absences();
    }

    private long seen(StaffMember member) {
        return known(member).version();
    }

    private TeamMember known(StaffMember member) {
        return as(manager, () -> team.list()).stream()
                .filter(each -> each.member().id().equals(member.id()))
                .findFirst()
                .orElseThrow();
    }

    private NextOwner take(String language, String source) {
        return asAt(
                MONDAY_10,
                () -> system.run(() -> transactions.execute(
                        status -> staff.takeNextCoordinator(asked(language, source), (who, limit) -> true))));
    }

    private NextOwner taken(Workload workload) {
        return system.run(
                () -> transactions.execute(status -> staff.takeNextCoordinator(asked("en", "Contact page"), workload)));
    }

    private NewLeadTurn asked(String language, String source) {
        return new NewLeadTurn(clinic.id(), language, source, Set.of());
    }

    private <T> T asAt(Instant at, Supplier<T> work) {
        var result = new AtomicReference<T>();
        clock.asAt(at, () -> result.set(work.get()));
        return result.get();
    }

    private void asAt(Instant at, Runnable work) {
        clock.asAt(at, work);
    }

    private <T> T as(StaffMember member, Supplier<T> work) {
        return StaffFixtures.as(contexts, member, work);
    }

    private void as(StaffMember member, Runnable work) {
        StaffFixtures.as(contexts, member, work);
    }
}
