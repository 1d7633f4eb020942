package clinic.daybreak.demo;

import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The cases of the demo while they are being planned; every kind of case is made here. */
final class DemoPlan {

    private static final List<String> CAMPAIGNS = List.of("google", "google", "facebook", "newsletter", "referral", "");

    private final DemoCast cast;
    private final Random random;
    private final DemoTexts texts = new DemoTexts();
    private final DemoPeople people;
    private final List<DemoCase> cases = new ArrayList<>();

    DemoPlan(DemoCast cast, Random random) {
        this.cast = cast;
        this.random = random;
        this.people = new DemoPeople(texts, random);
    }

    DemoCast cast() {
        return cast;
    }

    Instant now() {
        return cast.now();
    }

    Random random() {
        return random;
    }

    List<DemoCase> cases() {
        return cases;
    }

    void enquiry(LocationDetails location, Instant at, DemoFate fate) {
        var person = people.next(location.code(), who -> who.hasPhone() || !fate.needsPhone());
        enquiry(fate.isInvalidText() ? person.forThemselves() : person, location, at, fate, false);
    }

    /** Without delays on the way. */
    void briskEnquiry(LocationDetails location, Instant at, DemoFate fate) {
        enquiry(people.next(location.code()), location, at, fate, true);
    }

    private void enquiry(DemoPerson person, LocationDetails location, Instant at, DemoFate fate, boolean isBrisk) {
        var story = story(person, location, isBrisk);
        story.wrote(at, message(person, fate));
        story.goesOn(fate);
        add(person, location, story);
        comesBack(person, location, story.end(), fate);
    }

    /** A few of those who were lost write again later: a new lead of a known person. */
    private void comesBack(DemoPerson person, LocationDetails location, Instant closed, DemoFate fate) {
        if (fate.closes() == null || fate.closes().stage() != Stage.LOST || random.nextInt(100) >= 7) {
            return;
        }
        var again = closed.plus(Duration.ofMinutes(20_000 + random.nextInt(30_000)));
        if (again.isBefore(now().minus(Duration.ofHours(6)))) {
            var story = story(person, location, false);
            story.wrote(again, texts.draw("messages.back." + person.language() + ".txt", random));
            story.goesOn(DemoFate.waitingIn(Stage.INFUSED));
            add(person, location, story);
        }
    }

    /** @param minutes business time from now to the call; negative when it is overdue */
    void callBack(LocationDetails location, int minutes) {
        var hours = location.hours();
        var due = (minutes < 0
                        ? DemoHours.before(hours, now(), Duration.ofMinutes(-minutes))
                        : hours.after(now(), Duration.ofMinutes(minutes)))
                .truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofMinutes(15L * random.nextInt(4)));
        var asked = DemoHours.before(hours, due.isBefore(now()) ? due : now(), minutes(100, 500));
        var person = people.next(location.code(), DemoPerson::hasPhone);
        var story = story(person, location, false);
        story.wrote(
                DemoHours.before(hours, asked, minutes(4, 50)), message(person, DemoFate.waitingIn(Stage.CONTACTED)));
        story.asksToBeCalled(asked, due);
        add(person, location, story);
    }

    /** Writes again so many minutes before now, to a lead that waits for records, and nobody has answered yet. */
    void writesAgain(LocationDetails location, int minutesAgo) {
        var person = people.next(location.code());
        var script = new DemoScript(person, location, texts, random);
        var story = new DemoStory(script, true);
        var waiting = DemoFate.waitingIn(Stage.RECORDS);
        story.wrote(now().minus(Duration.ofDays(10)), message(person, waiting));
        story.goesOn(waiting);
        script.wroteAgain(now().minus(Duration.ofMinutes(minutesAgo)));
        add(person, location, story);
    }

    DemoStory cryForHelp(LocationDetails location, Instant at, String text, boolean isSpanish) {
        DemoPerson person;
        do {
            person = people.next(location.code());
        } while (person.isSpanish() != isSpanish
                || !person.hasPhone()
                || !person.patient().isEmpty());
        var story = story(person, location, true);
        story.wrote(at, texts.pick("messages.crisis.txt", text, random));
        add(person, location, story);
        return story;
    }

    private DemoStory story(DemoPerson person, LocationDetails location, boolean isBrisk) {
        return new DemoStory(new DemoScript(person, location, texts, random), isBrisk);
    }

    private String message(DemoPerson person, DemoFate fate) {
        if (fate.isInvalidText()) {
            return texts.pick("messages.invalid.txt", String.valueOf(fate.closes()), random);
        }
        var kind = person.patient().isEmpty() ? "messages." : "messages.other.";
        var text = texts.draw(kind + person.language() + ".txt", random);
        return random.nextInt(100) < 45
                ? text + " " + texts.draw("closings." + person.language() + ".txt", random)
                : text;
    }

    private void add(DemoPerson person, LocationDetails location, DemoStory story) {
        var campaign = CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size()));
        cases.add(new DemoCase(person, location, random.nextInt(100) < 27, campaign, story.steps()));
    }

    private Duration minutes(int low, int high) {
        return Duration.ofMinutes(low + random.nextInt(high - low + 1));
    }
}
