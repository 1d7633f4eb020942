package clinic.daybreak.demo;

import clinic.daybreak.crisis.CrisisOutcome;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationDetails;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/**
 * Plans who writes when and what becomes of it: four months of everyday enquiries, and by hand whatever must be there at
 * any hour of any day: unanswered ones, calls that are due, every stage, cries for help. The same moment gives the same
 * plan.
 */
@Component
class DemoStories {

    private static final long SEED = 20_240_817;

    DemoPlan plan(DemoCast cast) {
        var plan = new DemoPlan(cast, new Random(SEED));
        everyday(plan, cast.bakersfield(), 232);
        everyday(plan, cast.phoenix(), 116);
        unanswered(plan, cast.bakersfield(), 4, 21, 44, 83, 150, 261);
        unanswered(plan, cast.phoenix(), 9, 33, 71, 188, 297);
        callBacks(plan, cast.bakersfield(), -170, -45, 15, 40, 75, 130, 200, 310);
        callBacks(plan, cast.phoenix(), -80, 20, 55, 110, 240);
        plan.writesAgain(cast.bakersfield(), 37);
        plan.writesAgain(cast.bakersfield(), 205);
        plan.writesAgain(cast.phoenix(), 64);
        cast.locations().forEach(location -> everyStage(plan, location));
        criesForHelp(plan);
        return plan;
    }

    private static void everyday(DemoPlan plan, LocationDetails location, int count) {
        for (var at : DemoArrivals.draw(count, plan.now(), location.zone(), plan.random())) {
            plan.enquiry(location, at, DemoFate.draw(plan.random()));
        }
    }

    /** Nobody has answered these yet. */
    private static void unanswered(DemoPlan plan, LocationDetails location, int... minutesAgo) {
        for (int minutes : minutesAgo) {
            plan.enquiry(location, plan.now().minus(Duration.ofMinutes(minutes)), DemoFate.waitingIn(Stage.NEW));
        }
    }

    /** Due in so many minutes of business time from now, or overdue. */
    private static void callBacks(DemoPlan plan, LocationDetails location, int... minutes) {
        for (int offset : minutes) {
            plan.callBack(location, offset);
        }
    }

    /** Long enough ago that the stage is reached whatever days were closed since. */
    private static void everyStage(DemoPlan plan, LocationDetails location) {
        var daysAgo = Map.of(
                Stage.CONTACTING, 4,
                Stage.CONTACTED, 4,
                Stage.QUALIFIED, 7,
                Stage.RECORDS, 9,
                Stage.CLINICAL_REVIEW, 17,
                Stage.CLEARED, 21,
                Stage.BOOKED, 24);
        for (var stage : Stage.way()) {
            var days = daysAgo.get(stage);
            if (days != null) {
                var at = plan.now()
                        .minus(Duration.ofDays(days))
                        .minusSeconds(plan.random().nextInt(30_000));
                plan.briskEnquiry(location, at, DemoFate.waitingIn(stage));
            }
        }
    }

    private static void criesForHelp(DemoPlan plan) {
        var now = plan.now();
        var phoenix = plan.cast().phoenix();
        var bakersfield = plan.cast().bakersfield();
        plan.cryForHelp(phoenix, now.minus(Duration.ofMinutes(95)), "RED", false)
                .heldAndNotReached();
        plan.cryForHelp(bakersfield, now.minus(Duration.ofMinutes(62)), "AMBER", false);
        read(plan, bakersfield, 19, CrisisOutcome.HISTORICAL, false);
        read(plan, phoenix, 41, CrisisOutcome.SAFETY_CONTACT_MADE, false);
        read(plan, bakersfield, 77, CrisisOutcome.FALSE_POSITIVE, true);
    }

    private static void read(
            DemoPlan plan, LocationDetails location, int daysAgo, CrisisOutcome outcome, boolean isSpanish) {
        var at = plan.now()
                .minus(Duration.ofDays(daysAgo))
                .minusSeconds(plan.random().nextInt(20_000));
        var story = plan.cryForHelp(location, at, outcome.name(), isSpanish);
        story.heldAndRead(outcome);
        story.goesOnFromContact(DemoFate.waitingIn(daysAgo > 30 ? Stage.INFUSED : Stage.RECORDS));
    }
}
