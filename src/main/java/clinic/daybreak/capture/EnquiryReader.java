package clinic.daybreak.capture;

import clinic.daybreak.base.PersonName;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.NewEnquiry;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.Language;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PreferredContact;
import clinic.daybreak.person.Voicemail;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands the published fields of the contact page and the API. */
@Component
class EnquiryReader {

    private static final int MAX_MESSAGE = 100_000;
    private static final int MAX_ADDRESS = 400;
    private static final int MAX_PHONE = 100;

    private final LocationService locations;

    EnquiryReader(LocationService locations) {
        this.locations = locations;
    }

    /** Where the enquiry belongs: as it says, else as the source says, else the only location there is. */
    Optional<LocationDetails> location(Fields fields, @Nullable LocationId usual) {
        var known = locations.list();
        var named = locations.findByCode(fields.get("location"));
        if (named.isPresent()) {
            return named;
        }
        if (usual != null) {
            return Optional.of(locations.get(usual));
        }
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    NewEnquiry read(
            Fields fields, LocationDetails location, String source, Instant receivedAt, @Nullable CrisisLevel level) {
        return new NewEnquiry(
                writer(fields, location),
                patient(fields, location),
                location.id(),
                cut(fields.get("message"), MAX_MESSAGE),
                source,
                receivedAt,
                level);
    }

    private static NewPerson writer(Fields fields, LocationDetails location) {
        var name = fields.isSet("first_name") || fields.isSet("last_name")
                ? new PersonName(fields.get("first_name"), fields.get("last_name"))
                : PersonName.ofFull(fields.get("full_name"));
        return new NewPerson(
                name,
                cut(fields.get("email"), MAX_ADDRESS),
                cut(fields.get("phone"), MAX_PHONE),
                location.region(),
                Language.ofCode(fields.get("lang")),
                PreferredContact.ofText(fields.get("preferred_contact")),
                voicemail(fields));
    }

    private static Voicemail voicemail(Fields fields) {
        if (!fields.isSet("voicemail_ok")) {
            return Voicemail.UNKNOWN;
        }
        return fields.get("voicemail_ok").matches("(?i)yes|true|on|1") ? Voicemail.ALLOWED : Voicemail.FORBIDDEN;
    }

    /** Contact and patient are two people; of the patient only the name is known (DOMAIN 10, case 1). */
    private static @Nullable NewPerson patient(Fields fields, LocationDetails location) {
        if (!fields.get("relation").equalsIgnoreCase("other")) {
            return null;
        }
        return new NewPerson(
                PersonName.ofFull(fields.get("patient_name")),
                "",
                "",
                location.region(),
                Language.ofCode(fields.get("lang")),
                PreferredContact.ANY,
                Voicemail.UNKNOWN);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
