package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.FieldMapping;
import java.util.Map;

/** Our fields in words. */
final class FieldWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("first_name", "First name"),
            Map.entry("last_name", "Last name"),
            Map.entry("full_name", "Full name"),
            Map.entry("email", "E-mail"),
            Map.entry("phone", "Phone"),
            Map.entry("location", "Clinic"),
            Map.entry("message", "Message"),
            Map.entry("relation", "For whom (self or other)"),
            Map.entry("patient_name", "Name of the patient"),
            Map.entry("birth_date", "Date of birth"),
            Map.entry("preferred_contact", "Preferred contact"),
            Map.entry("voicemail_ok", "Voicemail allowed"),
            Map.entry("consent_email", "Agrees to e-mail"),
            Map.entry("consent_sms", "Agrees to text messages"),
            Map.entry("lang", "Language"),
            Map.entry("heard_by", "Heard about us by"),
            Map.entry("page_url", "Page it was sent from"),
            Map.entry("utm_source", "Campaign source"),
            Map.entry("utm_medium", "Campaign medium"),
            Map.entry("utm_campaign", "Campaign name"),
            Map.entry("utm_term", "Campaign term"),
            Map.entry("utm_content", "Campaign content"),
            Map.entry("referrer", "Page before"),
            Map.entry("submitted_at", "Time it was written"),
            Map.entry("submission_id", "Number of the entry"));

    private FieldWords() {}

    /** @param name one of {@link FieldMapping#TARGETS} */
    static String of(String name) {
        return WORDS.getOrDefault(name, name);
    }
}
