package clinic.daybreak.capture;

import clinic.daybreak.base.PersonName;
import clinic.daybreak.lead.Attribution;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.NewEnquiry;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.Language;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PreferredContact;
import clinic.daybreak.person.Voicemail;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an enquiry of values by our names ({@link FieldMapping#TARGETS}), whatever door they came through. */
@Component
public class EnquiryReader {

    private static final int MAX_MESSAGE = 100_000;
    private static final int MAX_ADDRESS = 400;
    private static final int MAX_PHONE = 100;

    private final LocationService locations;

    EnquiryReader(LocationService locations) {
        this.locations = locations;
    }

    /** Where the enquiry belongs: as it says by code or name, else as the source says, else the only location there is. */
    public Optional<LocationDetails> location(Fields fields, @Nullable LocationId usual) {
        var known = locations.list();
        var said = fields.get("location");
        var named = locations
                .findByCode(said)
                .or(() -> known.stream()
                        .filter(location -> isCalled(location, said))
                        .findFirst());
        if (named.isPresent()) {
            return named;
        }
        if (usual != null) {
            return Optional.of(locations.get(usual));
        }
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    /** "Bakersfield" means "Daybreak Bakersfield" as long as no other location could be meant. */
    private boolean isCalled(LocationDetails location, String said) {
        return location.name().equalsIgnoreCase(said)
                || location.code().equalsIgnoreCase(said)
                || location.name().toLowerCase(Locale.ROOT).endsWith(" " + said.toLowerCase(Locale.ROOT));
    }

    /** @param imported see {@link NewEnquiry#imported} */
    public NewEnquiry read(
            Fields fields,
            LocationDetails location,
            String source,
            Instant receivedAt,
            @Nullable CrisisLevel level,
            boolean imported) {
        return new NewEnquiry(
                writer(fields, location),
                patient(fields, location),
                location.id(),
                cut(message(fields), MAX_MESSAGE),
                source,
                receivedAt,
                level,
                attribution(fields),
                imported);
    }

    /** Their words first; then every answer that has no name of ours, for it was asked for a reason. */
    private static String message(Fields fields) {
        var more = fields.all().entrySet().stream()
                .filter(field -> !FieldMapping.isOurs(field.getKey())
                        && !field.getValue().isBlank())
                .map(field -> field.getKey() + ": " + field.getValue().strip())
                .collect(Collectors.joining("\n"));
        var words = fields.get("message");
        return words.isEmpty() || more.isEmpty() ? words + more : words + "\n\n" + more;
    }

    private static NewPerson writer(Fields fields, LocationDetails location) {
        var name = fields.isSet("first_name") || fields.isSet("last_name")
                ? new PersonName(fields.get("first_name"), fields.get("last_name"))
                : PersonName.ofFull(fields.get("full_name"));
        boolean forAnother = isForAnother(fields);
        return new NewPerson(
                name,
                cut(fields.get("email"), MAX_ADDRESS),
                cut(fields.get("phone"), MAX_PHONE),
                location.region(),
                Language.ofCode(fields.get("lang")),
                PreferredContact.ofText(fields.get("preferred_contact")),
                voicemail(fields),
                forAnother ? null : birthDate(fields),
                consents(fields));
    }

    private static Voicemail voicemail(Fields fields) {
        return answer(fields, "voicemail_ok")
                .map(yes -> yes ? Voicemail.ALLOWED : Voicemail.FORBIDDEN)
                .orElse(Voicemail.UNKNOWN);
    }

    private static Map<ConsentPurpose, Boolean> consents(Fields fields) {
        var consents = new EnumMap<ConsentPurpose, Boolean>(ConsentPurpose.class);
        answer(fields, "consent_email").ifPresent(given -> consents.put(ConsentPurpose.EMAIL, given));
        answer(fields, "consent_sms").ifPresent(given -> consents.put(ConsentPurpose.SMS, given));
        return consents;
    }

    /** What was not said is neither yes nor no; what is said otherwise than by a plain yes is a no. */
    private static Optional<Boolean> answer(Fields fields, String name) {
        return fields.isSet(name)
                ? Optional.of(fields.get(name).matches("(?i)yes|true|on|1|y|sí|si|checked|opt[- ]?in"))
                : Optional.empty();
    }

    private static @Nullable LocalDate birthDate(Fields fields) {
        try {
            return fields.isSet("birth_date") ? LocalDate.parse(fields.get("birth_date")) : null;
        } catch (DateTimeException e) {
            return null; // in another spelling: it stays readable in the raw text
        }
    }

    private static boolean isForAnother(Fields fields) {
        return fields.get("relation").equalsIgnoreCase("other");
    }

    /** Contact and patient are two people; of the patient only name and birthday are known (DOMAIN 10, case 1). */
    private static @Nullable NewPerson patient(Fields fields, LocationDetails location) {
        if (!isForAnother(fields)) {
            return null;
        }
        return new NewPerson(
                PersonName.ofFull(fields.get("patient_name")),
                "",
                "",
                location.region(),
                Language.ofCode(fields.get("lang")),
                PreferredContact.ANY,
                Voicemail.UNKNOWN,
                birthDate(fields),
                Map.of());
    }

    private static Attribution attribution(Fields fields) {
        return new Attribution(
                fields.get("utm_source"),
                fields.get("utm_medium"),
                fields.get("utm_campaign"),
                fields.get("utm_term"),
                fields.get("utm_content"),
                fields.get("page_url"),
                fields.get("referrer"),
                fields.get("heard_by"));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
