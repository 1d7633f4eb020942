package clinic.daybreak.capture;

import clinic.daybreak.base.PublicPages;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The contact page. A message is thanked for only when it is on disk; otherwise the page says honestly that it was not
 * received and keeps what was typed.
 */
@RestController
class ContactController {

    private static final Logger LOG = LoggerFactory.getLogger(ContactController.class);
    private static final int MAX_ID = 100;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> KEPT =
            Set.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");

    private final PublicPages pages;
    private final LocationService locations;
    private final SourceService sources;
    private final SubmissionStore store;

    ContactController(PublicPages pages, LocationService locations, SourceService sources, SubmissionStore store) {
        this.pages = pages;
        this.locations = locations;
        this.sources = sources;
        this.store = store;
    }

    @GetMapping("/contact")
    ResponseEntity<String> show(@RequestParam Map<String, String> query, HttpServletRequest request) {
        var typed = new LinkedHashMap<String, String>();
        query.forEach((name, value) -> {
            if (KEPT.contains(name) || name.equals("location") || name.equals("lang")) {
                typed.put(name, value.length() > 200 ? value.substring(0, 200) : value);
            }
        });
        typed.put("submission_id", Uuid7.next().toString());
        var referrer = request.getHeader(HttpHeaders.REFERER);
        typed.put("page_url", referrer == null || referrer.length() > 500 ? "" : referrer);
        var language = Language.ofCode(query.getOrDefault("lang", ""));
        return page(HttpStatus.OK, language, typed, Map.of(), "");
    }

    @PostMapping("/contact")
    ResponseEntity<String> submit(HttpServletRequest request) throws IOException {
        var read = Incoming.body(request);
        if (read.isEmpty()) {
            return notice(HttpStatus.CONTENT_TOO_LARGE, Language.EN, "too_large");
        }
        var body = read.get();
        if (request.getContentType() == null || !request.getContentType().startsWith(FORM)) {
            return notice(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Language.EN, "unsupported");
        }
        Fields fields;
        try {
            fields = Fields.ofForm(body);
        } catch (Fields.UnreadableException e) {
            return notice(HttpStatus.BAD_REQUEST, Language.EN, "unsupported");
        }
        var language = Language.ofCode(fields.get("lang"));
        try {
            var errors = new ContactForm(fields, locations.list()).errors();
            if (!errors.isEmpty()) {
                return page(HttpStatus.UNPROCESSABLE_CONTENT, language, fields.all(), errors, "");
            }
            store.store(RawSubmission.named(
                    sources.contactPage().id(), externalId(fields, body), FORM, Incoming.headers(request), body));
        } catch (RuntimeException e) {
            LOG.error("A contact form could not be stored; its sender was told so", e);
            return PublicPages.html(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .body(render(language, fields.all(), Map.of(), "not_received"));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(thanks(fields, language))
                .build();
    }

    @GetMapping("/contact/thanks")
    ResponseEntity<String> thanks(@RequestParam Map<String, String> query) {
        var language = Language.ofCode(query.getOrDefault("lang", ""));
        return notice(HttpStatus.OK, language, "thanks", query.getOrDefault("location", ""));
    }

    /** Relative, for the clinics' proxy decides how the page is called outside. */
    private static URI thanks(Fields fields, Language language) {
        return UriComponentsBuilder.fromPath("/contact/thanks")
                .queryParam("lang", language.code())
                .queryParam("location", "{location}")
                .build(fields.get("location"));
    }

    /**
     * The hidden field of the page and what was typed: pressing twice is one submission, going back and writing something
     * else is another. A form without the field, made by somebody else, counts each time.
     */
    private static String externalId(Fields fields, byte[] body) {
        var id = fields.get("submission_id");
        return id.isEmpty() || id.length() > MAX_ID
                ? Uuid7.next().toString()
                : id + "/" + HexFormat.of().formatHex(SourceService.hash(body), 0, 8);
    }

    private ResponseEntity<String> page(
            HttpStatus status, Language language, Map<String, String> typed, Map<String, String> errors, String alert) {
        return PublicPages.html(status).body(render(language, typed, errors, alert));
    }

    private String render(Language language, Map<String, String> typed, Map<String, String> errors, String alert) {
        var texts = pages.texts("contact", language.locale());
        var model = new LinkedHashMap<String, Object>();
        model.put("v", typed);
        model.put("title", texts.getOrDefault("title", ""));
        var chosen = typed.getOrDefault("location", "");
        var known = knownLocations();
        model.put("clinic", find(known, chosen).map(LocationDetails::name).orElse(""));
        model.put("locations", known.stream().map(each -> option(each, chosen)).toList());
        model.put("several", known.size() > 1);
        model.put(
                "phones",
                known.stream()
                        .map(each -> Map.of("name", each.name(), "phone", each.phone()))
                        .toList());
        model.put("other", "other".equals(typed.get("relation")));
        model.put("voicemail", typed.containsKey("voicemail_ok"));
        var wish = typed.getOrDefault("preferred_contact", "");
        model.put("byPhone", "phone".equals(wish));
        model.put("byEmail", "email".equals(wish));
        model.put(
                "kept",
                KEPT.stream()
                        .sorted()
                        .filter(typed::containsKey)
                        .map(name -> Map.of("name", name, "value", typed.getOrDefault(name, "")))
                        .toList());
        model.put("error", errorTexts(errors, texts));
        model.put(
                "errors",
                errors.entrySet().stream()
                        .map(error -> Map.of("field", error.getKey(), "text", texts.getOrDefault(error.getValue(), "")))
                        .toList());
        model.put("hasErrors", !errors.isEmpty());
        model.put("alert", alert.isEmpty() ? "" : texts.getOrDefault(alert, ""));
        model.put("english", language == Language.EN);
        return pages.render("contact", language.locale(), model);
    }

    private static Optional<LocationDetails> find(List<LocationDetails> known, String code) {
        return known.stream().filter(location -> location.code().equals(code)).findFirst();
    }

    /** With the database away the page must still speak: then without the list. */
    private List<LocationDetails> knownLocations() {
        try {
            return locations.list();
        } catch (RuntimeException e) {
            LOG.warn("The locations cannot be read", e);
            return List.of();
        }
    }

    private static Map<String, String> errorTexts(Map<String, String> errors, Map<String, String> texts) {
        var byField = new LinkedHashMap<String, String>();
        errors.forEach((field, key) -> byField.put(field, texts.getOrDefault(key, "")));
        return byField;
    }

    private static Map<String, Object> option(LocationDetails location, String chosen) {
        return Map.of(
                "code",
                location.code(),
                "name",
                location.name(),
                "selected",
                location.code().equals(chosen));
    }

    private ResponseEntity<String> notice(HttpStatus status, Language language, String key) {
        return notice(status, language, key, "");
    }

    private ResponseEntity<String> notice(HttpStatus status, Language language, String key, String location) {
        var texts = pages.texts("contact", language.locale());
        var model = new LinkedHashMap<String, Object>();
        model.put("title", texts.getOrDefault(key + "_title", ""));
        model.put("text", texts.getOrDefault(key, ""));
        model.put("again", !"thanks".equals(key));
        var clinic = find(knownLocations(), location);
        model.put("phone", clinic.map(LocationDetails::phone).orElse(""));
        model.put("clinic", clinic.map(LocationDetails::name).orElse(""));
        return PublicPages.html(status).body(pages.render("notice", language.locale(), model));
    }
}
