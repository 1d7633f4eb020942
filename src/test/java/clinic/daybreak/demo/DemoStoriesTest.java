package clinic.daybreak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.capture.SourceId;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoStoriesTest {

    private static final LocationId BAKERSFIELD = new LocationId(new UUID(7, 1));
    private static final LocationId PHOENIX = new LocationId(new UUID(7, 2));
    private static final Instant MONDAY = Instant.parse("2026-03-09T16:40:00Z");

    private final DemoStories stories = new DemoStories();

    /** All hours, weekdays, holidays, leap days and changes of the clock come up in two years. */
    @Test
    void every_stage_is_reached_by_legal_steps_whenever_it_is_planned() {
        for (var now = Instant.parse("2027-06-01T07:05:00Z");
                now.isBefore(Instant.parse("2029-06-01T00:00:00Z"));
                now = now.plus(Duration.ofMinutes(2_657))) {
            var reached = EnumSet.noneOf(Stage.class);
            for (var about : stories.plan(cast(now)).cases()) {
                reached.add(stageAt(now, about));
            }
            assertThat(reached).as("stages at %s", now).containsExactlyInAnyOrder(Stage.values());
        }
    }

    @Test
    void the_same_moment_gives_the_same_plan() {
        assertThat(told(stories.plan(cast(MONDAY)))).isEqualTo(told(stories.plan(cast(MONDAY))));
    }

    @Test
    void no_two_enquiries_arrive_at_the_same_moment() {
        var moments = new HashSet<Instant>();
        for (var about : stories.plan(cast(MONDAY)).cases()) {
            enquiries(about)
                    .forEach(wrote -> assertThat(moments.add(wrote.at())).isTrue());
        }
    }

    @Test
    void everybody_can_be_reached_somehow() {
        assertThat(stories.plan(cast(MONDAY)).cases())
                .allMatch(about -> about.person().hasPhone() || about.person().hasEmail());
    }

    @Test
    void staff_work_in_business_hours() {
        for (var about : stories.plan(cast(MONDAY)).cases()) {
            about.steps().stream()
                    .filter(step -> step instanceof DemoStep.Moved || step instanceof DemoStep.Closed)
                    .forEach(step -> assertThat(
                                    about.location().hours().isOpen(step.at().minusSeconds(1)))
                            .as("%s", step)
                            .isTrue());
        }
    }

    private static Stage stageAt(Instant now, DemoCase about) {
        var stage = Stage.NEW;
        var last = Instant.EPOCH;
        for (var step :
                about.steps().stream().filter(step -> step.at().isBefore(now)).toList()) {
            if (!(step instanceof DemoStep.Mailed)) {
                assertThat(step.at()).isAfterOrEqualTo(last);
                last = step.at();
            }
            stage = after(stage, step);
        }
        return stage;
    }

    private static Stage after(Stage stage, DemoStep step) {
        return switch (step) {
            case DemoStep.Attempted tried
            when stage == Stage.NEW || stage == Stage.CONTACTING ->
                tried.attempt().outcome() == AttemptOutcome.REACHED ? Stage.CONTACTED : Stage.CONTACTING;
            case DemoStep.Moved moved -> {
                assertThat(stage.targets()).contains(moved.to());
                yield moved.to();
            }
            case DemoStep.Closed closed -> {
                assertThat(stage.isOpen()).isTrue();
                yield closed.reason().stage();
            }
            default -> stage;
        };
    }

    private static List<String> told(DemoPlan plan) {
        return plan.cases().stream()
                .flatMap(about -> Stream.concat(
                        Stream.of(about.person().toString(), about.campaign()),
                        about.steps().stream().map(DemoStep::toString)))
                .toList();
    }

    private static Stream<DemoStep.Wrote> enquiries(DemoCase about) {
        return about.steps().stream().filter(DemoStep.Wrote.class::isInstance).map(DemoStep.Wrote.class::cast);
    }

    private static DemoCast cast(Instant now) {
        var staff = new StaffId(new UUID(7, 3));
        var source = new SourceId(new UUID(7, 4));
        return new DemoCast(
                now,
                location(BAKERSFIELD, "bakersfield", DemoHours.withSaturday(ZoneId.of("America/Los_Angeles"), now)),
                location(PHOENIX, "phoenix", DemoHours.weekdays(ZoneId.of("America/Phoenix"), now)),
                staff,
                staff,
                staff,
                source,
                source);
    }

    private static LocationDetails location(LocationId id, String code, OpeningHours hours) {
        return new LocationDetails(id, code, code, "US", "(661) 555-0100", "", hours);
    }
}
