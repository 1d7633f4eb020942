package clinic.daybreak.lead;

import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The WHERE clause of a filter on {@code leads l}, with its values by name. Leads that are part of another are never
 * wanted; whoever looks for them by what they are known by finds the one that stands for them.
 */
final class LeadWhere {

    /**
     * Leads that are no part of another, and that no undone import took back. Written so that MariaDB does not take the index on {@code merged_into}, in which
     * nearly every lead has the same value.
     */
    static final String STANDING = "(l.merged_into IS NULL AND l.withdrawn_at IS NULL) = TRUE";

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    LeadWhere(LeadFilter filter, Set<LocationId> scope) {
        this(filter, scope, "");
    }

    /** @param suffix of the names of values, for several of these in one statement */
    LeadWhere(LeadFilter filter, Set<LocationId> scope, String suffix) {
        parts.add(STANDING);
        var wanted = filter.location() == null
                ? scope
                : scope.stream().filter(filter.location()::equals).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            parts.add("FALSE");
        } else {
            parts.add("l.location_id IN (:scope" + suffix + ")");
            values.put("scope" + suffix, LeadSearch.ids(wanted));
        }
        if (!filter.stages().isEmpty()) {
            and("l.stage IN (:stages" + suffix + ")");
            values.put(
                    "stages" + suffix, filter.stages().stream().map(Stage::name).toList());
        }
        if (filter.owner() != null) {
            and("l.owner_id = :owner");
            values.put("owner", filter.owner().value());
        }
        if (filter.onCrisisHold()) {
            and("l.crisis_level IN ('RED', 'AMBER')");
        }
        if (filter.receivedFrom() != null) {
            and("l.received_at >= :from");
            values.put("from", SqlTime.of(filter.receivedFrom()));
        }
        if (filter.receivedTo() != null) {
            and("l.received_at < :to");
            values.put("to", SqlTime.of(filter.receivedTo()));
        }
        if (!filter.q().isBlank()) {
            search(filter.q().strip());
        }
    }

    private void search(String q) {
        if (q.contains("@")) {
            person("SELECT person_id AS id FROM person_email WHERE address LIKE :q");
            values.put("q", escape(q.toLowerCase(Locale.ROOT)) + "%");
        } else if (q.matches("[+()\\d\\s./x-]{4,}")) {
            person("SELECT person_id AS id FROM person_phone WHERE e164 LIKE :q");
            values.put("q", phonePrefix(q) + "%");
        } else {
            name(q.split("\\s+"));
        }
    }

    /** Whole numbers by their one spelling, beginnings by their digits. */
    private static String phonePrefix(String q) {
        return PhoneNumber.parse(q, "US").map(PhoneNumber::e164).orElseGet(() -> {
            var digits = q.replaceAll("\\D", "");
            return q.startsWith("+") ? "+" + digits : "+1" + digits;
        });
    }

    private void name(String[] words) {
        if (words.length == 1) {
            person("SELECT id FROM person WHERE last_name LIKE :q UNION SELECT id FROM person WHERE first_name LIKE :q"
                    + " UNION SELECT kept_id FROM person_merge WHERE former_last_name LIKE :q AND undone_at IS NULL"
                    + " UNION SELECT kept_id FROM person_merge WHERE former_first_name LIKE :q AND undone_at IS NULL");
            values.put("q", escape(words[0]) + "%");
        } else {
            person(
                    "SELECT id FROM person WHERE first_name LIKE :first AND (full_name LIKE :full OR last_name LIKE :last)"
                            + " UNION SELECT id FROM person WHERE last_name LIKE :full"
                            + " UNION SELECT kept_id FROM person_merge WHERE former_first_name LIKE :first"
                            + " AND (former_full_name LIKE :full OR former_last_name LIKE :last) AND undone_at IS NULL"
                            + " UNION SELECT kept_id FROM person_merge WHERE former_last_name LIKE :full AND undone_at IS NULL");
            values.put("last", escape(words[words.length - 1]) + "%");
            values.put("first", escape(words[0]) + "%");
            values.put("full", escape(String.join(" ", words)) + "%");
        }
    }

    /** Derived tables, which are read once; the patient or whoever wrote for them, by every row they are known by. */
    private void person(String ids) {
        var known = "(SELECT h.id FROM (" + ids + ") AS h"
                + " UNION SELECT k.merged_into FROM (" + ids + ") AS h JOIN person k ON k.id = h.id"
                + " WHERE k.merged_into IS NOT NULL"
                + " UNION SELECT a.id FROM (" + ids + ") AS h JOIN person k ON k.id = h.id"
                + " JOIN person a ON a.merged_into = COALESCE(k.merged_into, k.id))";
        and("l.id IN (SELECT * FROM (SELECT COALESCE(m.merged_into, m.id) FROM " + known
                + " AS p JOIN leads m ON m.person_id = p.id UNION SELECT COALESCE(m.merged_into, m.id) FROM " + known
                + " AS p JOIN leads m ON m.contact_id = p.id UNION SELECT COALESCE(m.merged_into, m.id) FROM " + known
                + " AS p JOIN lead_merge f ON f.former_contact_id = p.id AND f.undone_at IS NULL"
                + " JOIN leads m ON m.id = f.kept_id) AS found)");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    void and(String part) {
        parts.add(part);
    }

    LeadWhere with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Map<String, Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return " WHERE " + String.join(" AND ", parts);
    }
}
