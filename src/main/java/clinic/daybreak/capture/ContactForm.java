package clinic.daybreak.capture;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.location.LocationDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed into the contact page, and what is wrong with it; the keys of errors are keys of the page's texts. */
record ContactForm(Fields fields, List<LocationDetails> locations) {

    private static final int MAX_NAME = 120;
    private static final int MAX_MESSAGE = 5_000;

    /** By field name; empty when all is well. One usable way to answer is enough. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (!fields.isSet("first_name") && !fields.isSet("last_name")) {
            errors.put("first_name", "error_name");
        } else if (fields.get("first_name").length() > MAX_NAME
                || fields.get("last_name").length() > MAX_NAME) {
            errors.put("first_name", "error_name_long");
        }
        if (!fields.isSet("email") && !fields.isSet("phone")) {
            errors.put("email", "error_contact");
        } else {
            checkAddresses(errors);
        }
        if (locations.size() > 1
                && locations.stream().noneMatch(known -> known.code().equals(fields.get("location")))) {
            errors.put("location", "error_location");
        }
        if (fields.get("relation").equalsIgnoreCase("other") && !fields.isSet("patient_name")) {
            errors.put("patient_name", "error_patient");
        }
        if (fields.get("message").length() > MAX_MESSAGE) {
            errors.put("message", "error_message_long");
        }
        return errors;
    }

    private void checkAddresses(Map<String, String> errors) {
        var email = EmailAddress.isValid(fields.get("email"));
        var region = locations.stream().map(LocationDetails::region).findFirst().orElse("US");
        var phone = PhoneNumber.parse(fields.get("phone"), region).isPresent();
        if (!email && !phone) {
            errors.put(
                    fields.isSet("email") ? "email" : "phone", fields.isSet("email") ? "error_email" : "error_phone");
        }
    }
}
