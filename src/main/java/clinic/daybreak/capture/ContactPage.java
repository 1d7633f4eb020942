package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import clinic.daybreak.base.PublicPages;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws the contact page and what it answers, in English and Spanish, without needing a script. */
@Component
class ContactPage {

    private static final Logger LOG = LoggerFactory.getLogger(ContactPage.class);

    /** What a link to the page may carry along into the form. */
    static final List<String> KEPT = List.of(
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "page_url",
            "referrer",
            "heard_by",
            "embed");

    private static final String RETRY_SECONDS = "60";

    private final PublicPages pages;
    private final LocationService locations;

    ContactPage(PublicPages pages, LocationService locations) {
        this.pages = pages;
        this.locations = locations;
    }

    /** The form with what was typed so far. */
    ResponseEntity<String> form(Map<String, String> typed) {
        return PublicPages.html(HttpStatus.OK).body(render(typed, Map.of(), ""));
    }

    /** @param errors keys of the page's texts by field name */
    ResponseEntity<String> mistakes(Map<String, String> typed, Map<String, String> errors) {
        return PublicPages.html(HttpStatus.UNPROCESSABLE_CONTENT).body(render(typed, errors, ""));
    }

    /** Honest: it was not received, and what was typed is still there. */
    ResponseEntity<String> notReceived(Map<String, String> typed, HttpStatus status, String text) {
        return PublicPages.html(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(render(typed, Map.of(), text));
    }

    private String render(Map<String, String> typed, Map<String, String> errors, String alert) {
        var language = Language.ofCode(typed.getOrDefault("lang", ""));
        var texts = pages.texts("contact", language.locale());
        var model = new LinkedHashMap<String, Object>();
        model.put("v", typed);
        model.put("title", texts.getOrDefault("title", ""));
        model.put("frame", typed.containsKey("embed"));
        addLocations(model, typed.getOrDefault("location", ""));
        model.put("other", "other".equals(typed.get("relation")));
        model.put("voicemail", typed.containsKey("voicemail_ok"));
        model.put("mayEmail", typed.containsKey("consent_email"));
        var wish = typed.getOrDefault("preferred_contact", "");
        model.put("byPhone", "phone".equals(wish));
        model.put("byEmail", "email".equals(wish));
        model.put(
                "kept",
                KEPT.stream()
                        .filter(name -> !typed.getOrDefault(name, "").isEmpty())
                        .map(name -> Map.of("name", name, "value", typed.get(name)))
                        .toList());
        addErrors(model, errors, texts);
        model.put("alert", alert.isEmpty() ? "" : texts.getOrDefault(alert, ""));
        model.put("english", language == Language.EN);
        return pages.render("contact", language.locale(), model);
    }

    private void addLocations(Map<String, Object> model, String chosen) {
        var known = knownLocations();
        model.put("clinic", find(known, chosen).map(LocationDetails::name).orElse(""));
        model.put(
                "locations",
                known.stream()
                        .map(each -> Map.<String, Object>of(
                                "code",
                                each.code(),
                                "name",
                                each.name(),
                                "selected",
                                each.code().equals(chosen)))
                        .toList());
        model.put("several", known.size() > 1);
        model.put(
                "phones",
                known.stream()
                        .map(each -> Map.of("name", each.name(), "phone", each.phone()))
                        .toList());
    }

    private static void addErrors(Map<String, Object> model, Map<String, String> errors, Map<String, String> texts) {
        var byField = new LinkedHashMap<String, String>();
        errors.forEach((field, key) -> byField.put(field, texts.getOrDefault(key, "")));
        model.put("error", byField);
        model.put(
                "errors",
                byField.entrySet().stream()
                        .map(error -> Map.of("field", error.getKey(), "text", error.getValue()))
                        .toList());
        model.put("hasErrors", !errors.isEmpty());
    }

    private static Optional<LocationDetails> find(List<LocationDetails> known, String code) {
        return known.stream().filter(location -> location.code().equals(code)).findFirst();
    }

    /** With the database away since the start the page must still speak: then without the list. */
    private List<LocationDetails> knownLocations() {
        try {
            return locations.list();
        } catch (RuntimeException e) {
            LOG.warn("The locations cannot be read ({})", Failures.kind(e));
            return List.of();
        }
    }

    /** A page with one message and nothing to fill in. */
    ResponseEntity<String> notice(HttpStatus status, Language language, String key, String location, boolean framed) {
        var texts = pages.texts("contact", language.locale());
        var model = new LinkedHashMap<String, Object>();
        model.put("title", texts.getOrDefault(key + "_title", ""));
        model.put("text", texts.getOrDefault(key, ""));
        model.put("again", !"thanks".equals(key));
        model.put("frame", framed);
        var clinic = find(knownLocations(), location);
        model.put("phone", clinic.map(LocationDetails::phone).orElse(""));
        model.put("clinic", clinic.map(LocationDetails::name).orElse(""));
        return PublicPages.html(status).body(pages.render("notice", language.locale(), model));
    }
}
