package clinic.daybreak.staff;

import clinic.daybreak.location.LocationDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Who may take a new lead, and the words for it: those who are at work, narrowed by the rule of the way in, then by the
 * language. Where nobody is left by a rule, it is passed over, and the words say so. Everybody who is left has the same
 * right to it.
 *
 * @param staff empty when nobody can take it
 */
record Entitled(List<NextOwners.Candidate> staff, List<String> reasons, String location, int known) {

    private static final String ENGLISH = "en";

    static Entitled of(
            List<NextOwners.Candidate> candidates,
            AssignmentRules.Rules rules,
            NewLeadTurn asked,
            Instant at,
            LocationDetails location) {
        var others = candidates.stream()
                .filter(each -> !asked.notTo().contains(each.member()))
                .toList();
        var start = new Entitled(others, List.of(), location.name(), others.size()).atWork(at, location);
        if (start.staff.isEmpty()) {
            return start;
        }
        return start.bySource(rules, asked.source()).byLanguage(rules, asked.language());
    }

    private Entitled atWork(Instant at, LocationDetails location) {
        var present = with(each -> each.plan().at(at, location.zone()) == Availability.PRESENT);
        if (!present.isEmpty()) {
            return narrowed(present, List.of());
        }
        var later = with(each -> each.plan().at(at, location.zone()) == Availability.LATER_TODAY);
        return narrowed(later, later.isEmpty() ? List.of() : List.of("nobody is at work yet, but later today"));
    }

    private Entitled bySource(AssignmentRules.Rules rules, String source) {
        var rule = rules.of(AssignmentRule.Kind.SOURCE, source);
        if (rule.isEmpty()) {
            return this;
        }
        var named = with(each -> rule.get().staff().contains(each.member()));
        return prefer(
                named, "takes what comes by " + source, "nobody who takes what comes by " + source + " is at work");
    }

    private Entitled byLanguage(AssignmentRules.Rules rules, String code) {
        var rule = rules.of(AssignmentRule.Kind.LANGUAGE, code);

        var language = Locale.forLanguageTag(code).getDisplayLanguage(Locale.US);
        if (rule.isPresent()) {
            var named = with(each -> rule.get().staff().contains(each.member()));
            return prefer(
                    named,
                    "takes enquiries in " + language,
                    "nobody who takes enquiries in " + language + " is at work");
        }
        if (code.equals(ENGLISH)) {
            return this;
        }
        var speakers = with(each -> each.plan().languages().contains(code));
        return prefer(speakers, "speaks " + language, "nobody who speaks " + language + " is at work");
    }

    private List<NextOwners.Candidate> with(Predicate<NextOwners.Candidate> wanted) {
        return staff.stream().filter(wanted).toList();
    }

    private Entitled prefer(List<NextOwners.Candidate> wanted, String reason, String otherwise) {
        return wanted.isEmpty() ? narrowed(staff, List.of(otherwise)) : narrowed(wanted, List.of(reason));
    }

    private Entitled narrowed(List<NextOwners.Candidate> left, List<String> more) {
        var all = new ArrayList<>(reasons);
        all.addAll(more);
        return new Entitled(left, List.copyOf(all), location, known);
    }

    /** @param hasRoom whether the one whose turn it is has fewer open leads than are enough for them */
    String words(boolean hasRoom) {
        if (staff.isEmpty()) {
            return known == 0
                    ? location + " has no other active coordinator"
                    : "Nobody of " + location + " can take it: "
                            + (known == 1 ? "the only coordinator is" : "all " + known + " coordinators are")
                            + " absent or not working";
        }
        var words = new ArrayList<>(reasons);
        if (!hasRoom) {
            words.add("everybody has as many open leads as they should");
        }
        words.add("longest without a new lead of " + staff.size() + " present");
        var sentence = String.join("; ", words);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
