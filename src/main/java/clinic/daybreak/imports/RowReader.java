package clinic.daybreak.imports;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.base.Sha256;
import clinic.daybreak.capture.EnquiryReader;
import clinic.daybreak.capture.FieldMapping;
import clinic.daybreak.capture.Fields;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.crisis.Finding;
import clinic.daybreak.lead.NewEnquiry;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.NewPerson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an enquiry of a row as its import's settings say. The check and the run read by this one class, so that they
 * understand a row alike.
 */
final class RowReader {

    private static final List<String> WHO = List.of("first_name", "last_name", "full_name", "email", "phone");
    private static final String OPTED_OUT =
            "(?i)yes|true|on|1|y|x|sí|si|checked|unsubscribed?|opt(ed)?[- ]?out|do not e?-?mail|non-marketing contact";

    private final EnquiryReader reader;
    private final List<ImportColumn> columns;
    private final ImportSettings settings;
    private final Set<LocationId> scope;
    private final String sourceName;
    private final Instant now;
    private final boolean isMeta;

    /**
     * @param scope the locations of the one who imports
     * @param sourceName under which leads say where they came from
     */
    RowReader(
            EnquiryReader reader,
            List<ImportColumn> columns,
            ImportSettings settings,
            Set<LocationId> scope,
            String sourceName,
            Instant now) {
        this.reader = reader;
        this.columns = columns;
        this.settings = settings;
        this.scope = scope;
        this.sourceName = sourceName;
        this.now = now;
        var names = new LinkedHashSet<String>();
        columns.forEach(column -> names.add(column.name()));
        this.isMeta = ColumnGuess.isMeta(names);
    }

    /** @param scan what the phrase scan finds in the texts of a row */
    ReadRow read(StoredRow row, Function<Map<String, String>, Optional<Finding>> scan) {
        var given = given(row.cells());
        var finding = scan.apply(given).orElse(null);
        var mapped = new Mapped(given);
        var refusal = row.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())
                ? "It has more cells than there are columns; perhaps a quotation mark is missing"
                : mapped.refusal;
        var fields = Fields.of(mapped.fields);
        var location = location(mapped.fields, fields);
        if (refusal == null && WHO.stream().allMatch(name -> mapped.of(name).isEmpty())) {
            refusal = "It says neither who it is nor how to reach them";
        }
        if (refusal == null && raw(given).length > RawSubmission.MAX_BODY) {
            refusal = "It is longer than 256 KiB";
        }
        if (refusal == null && location.isEmpty()) {
            refusal = mapped.of("location").isEmpty()
                    ? "It does not say which location it is for"
                    : "Its location is not one that Daybreak knows";
        }
        if (refusal == null && !scope.contains(location.orElseThrow().id())) {
            refusal = "It is for a location outside of yours";
        }
        return new ReadRow(
                row.number(),
                given,
                mapped.fields,
                mapped.externalId(row.cells()),
                refusal == null ? enquiry(fields, location.orElseThrow(), mapped, finding) : null,
                finding,
                refusal == null ? mapped.warnings(finding != null) : List.of(),
                refusal);
    }

    private Map<String, String> given(List<String> cells) {
        var given = new LinkedHashMap<String, String>();
        for (int at = 0; at < columns.size(); at++) {
            given.put(columns.get(at).name(), at < cells.size() ? cells.get(at) : "");
        }
        return given;
    }

    /** The bytes under which the row is stored as a submission. */
    static byte[] raw(Map<String, String> given) {
        return JsonMapper.shared().writeValueAsBytes(given);
    }

    private Optional<LocationDetails> location(Map<String, String> mapped, Fields fields) {
        if (!mapped.getOrDefault("location", "").isBlank()) {
            return reader.location(fields, null);
        }
        return reader.location(fields, settings.location());
    }

    private NewEnquiry enquiry(Fields fields, LocationDetails location, Mapped mapped, @Nullable Finding finding) {
        var read = reader.read(
                fields,
                location,
                sourceName,
                mapped.receivedAt == null ? now : mapped.receivedAt,
                finding == null ? null : finding.level(),
                true);
        return new NewEnquiry(
                fromRegion(read.writer()),
                read.patient() == null ? null : fromRegion(read.patient()),
                read.location(),
                read.message(),
                read.source(),
                read.receivedAt(),
                read.crisisLevel(),
                read.attribution(),
                true);
    }

    private NewPerson fromRegion(NewPerson person) {
        return new NewPerson(
                person.name(),
                person.email(),
                person.phone(),
                settings.region(),
                person.language(),
                person.preferredContact(),
                person.voicemail(),
                person.birthDate(),
                person.consents());
    }

    /** One row by our names. */
    private final class Mapped {

        private final Map<String, String> fields = new LinkedHashMap<>();
        private @Nullable Instant receivedAt;
        private @Nullable String refusal;
        private boolean birthDateUnread;

        Mapped(Map<String, String> given) {
            for (var column : columns) {
                var value = given.getOrDefault(column.name(), "");
                if (!value.isBlank()) {
                    put(column.name(), settings.of(column.name()), value);
                }
            }
        }

        String of(String name) {
            return fields.getOrDefault(name, "").strip();
        }

        private void put(String column, ColumnUse use, String value) {
            switch (use.target()) {
                case ColumnUse.IGNORE -> {}
                // a column that is called like one of our fields and is not to be one
                case ColumnUse.KEEP -> fields.put(FieldMapping.isOurs(column) ? column + " (column)" : column, value);
                case ColumnUse.RECEIVED_AT -> receive(use, value);
                case ColumnUse.DO_NOT_EMAIL -> {
                    if (value.strip().matches(OPTED_OUT)) {
                        fields.put("consent_email", "no");
                    }
                }
                case "birth_date" -> birthDate(use, value);
                case "phone" -> fields.put("phone", isMeta ? value.replaceFirst("^p:", "") : value);
                // what forbids counts, whichever column says it
                case "consent_email" -> fields.putIfAbsent("consent_email", value);
                default -> fields.put(use.target(), value);
            }
        }

        private void receive(ColumnUse use, String value) {
            var parsed = use.format() == null
                    ? Optional.<DateFormat.Parsed>empty()
                    : use.format().parse(value);
            if (parsed.isEmpty()) {
                refusal = "When it was received cannot be read in the chosen format";
                return;
            }
            receivedAt = parsed.get().instant(ZoneId.of(settings.zone()));
            if (receivedAt.isAfter(now.plus(Duration.ofDays(1)))) {
                refusal = "It was received in the future; perhaps day and month are the other way round";
            }
        }

        private void birthDate(ColumnUse use, String value) {
            var parsed = use.format() == null
                    ? Optional.<DateFormat.Parsed>empty()
                    : use.format().parse(value);
            birthDateUnread = parsed.isEmpty();
            parsed.ifPresent(date -> fields.put("birth_date", date.date().toString()));
        }

        private String externalId(List<String> cells) {
            var id = of(ColumnUse.SUBMISSION_ID);
            var named = isMeta ? id.replaceFirst("^(l|ag|as|c|f|p):", "") : id;
            return named.isEmpty() || named.length() > RawSubmission.MAX_EXTERNAL_ID
                    ? "row " + Sha256.hex(JsonMapper.shared().writeValueAsString(cells))
                    : named;
        }

        private List<String> warnings(boolean isHeld) {
            var warnings = new ArrayList<String>();
            if (isHeld) {
                warnings.add("Held until a clinician has read it.");
            }
            if (!of("email").isEmpty() && !EmailAddress.isValid(of("email"))) {
                warnings.add("The e-mail address cannot be used; it is kept as written.");
            }
            if (!of("phone").isEmpty()
                    && PhoneNumber.parse(of("phone"), settings.region()).isEmpty()) {
                warnings.add("The telephone cannot be used; it is kept as written.");
            }
            if (of("email").isEmpty() && of("phone").isEmpty()) {
                warnings.add("It says no way to reach them.");
            }
            if (birthDateUnread) {
                warnings.add("The birth date cannot be read; it stays in the stored row.");
            }
            return warnings;
        }
    }

    /** Whether a zone exists by that name. */
    static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
