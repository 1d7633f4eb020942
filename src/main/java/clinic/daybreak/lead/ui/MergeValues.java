package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.MergeField;
import clinic.daybreak.lead.MergeSide;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What one side has to say to each field, in words. */
final class MergeValues {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private MergeValues() {}

    static String of(MergeField field, MergeSide side) {
        var person = side.person();
        return switch (field) {
            case FIRST_NAME -> orNone(person.name().first());
            case LAST_NAME -> orNone(person.name().last());
            case BIRTH_DATE ->
                person.birthDate() == null ? "not known" : person.birthDate().format(DAY);
            case LANGUAGE -> person.language().label();
            case PREFERRED_CONTACT -> person.preferredContact().label();
            case CONTACT ->
                side.contact() == null ? "wrote themselves" : side.contact().displayName() + " wrote for them";
            case STAGE -> stage(side);
            case OWNER -> side.owner() == null ? "nobody" : side.owner().fullName();
            case LOCATION -> side.location().name();
        };
    }

    private static String stage(MergeSide side) {
        var reason = side.facts().closingReason();
        var stage = side.facts().stage().label();
        return reason == null ? stage : stage + ": " + reason.label();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "not given" : text;
    }
}
