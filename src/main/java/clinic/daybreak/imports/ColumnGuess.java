package clinic.daybreak.imports;

import clinic.daybreak.capture.FieldGuess;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the columns of a file most likely mean; staff see it before anything happens, and change it. */
final class ColumnGuess {

    /** Names that the exports of Meta and HubSpot fix (DOMAIN 7), and that of Daybreak's own failed rows. */
    private static final Map<String, String> META = Map.ofEntries(
            Map.entry("id", ColumnUse.SUBMISSION_ID),
            Map.entry("created_time", ColumnUse.RECEIVED_AT),
            Map.entry("campaign_name", "utm_campaign"),
            Map.entry("platform", "utm_source"),
            Map.entry("full_name", "full_name"),
            Map.entry("phone_number", "phone"),
            Map.entry("email", "email"),
            Map.entry("ad_id", ColumnUse.IGNORE),
            Map.entry("adset_id", ColumnUse.IGNORE),
            Map.entry("campaign_id", ColumnUse.IGNORE),
            Map.entry("form_id", ColumnUse.IGNORE),
            Map.entry("ad_name", ColumnUse.IGNORE),
            Map.entry("adset_name", ColumnUse.IGNORE),
            Map.entry("form_name", ColumnUse.IGNORE),
            Map.entry("is_organic", ColumnUse.IGNORE),
            Map.entry("lead_status", ColumnUse.IGNORE));

    private static final Map<String, String> HUBSPOT = Map.of(
            "Record ID", ColumnUse.SUBMISSION_ID,
            "Create Date", ColumnUse.RECEIVED_AT,
            "Marketing contact status", ColumnUse.DO_NOT_EMAIL,
            "Contact owner", ColumnUse.IGNORE,
            "Primary Associated Company ID", ColumnUse.IGNORE,
            "Last Activity Date", ColumnUse.IGNORE,
            "Lead Status", ColumnUse.IGNORE,
            "Associated Company", ColumnUse.IGNORE);

    private static final Set<String> OPT_OUT = Set.of(
            "unsubscribed",
            "opted out",
            "opt out",
            "optout",
            "email opt out",
            "email optout",
            "do not email",
            "unsubscribed from all email",
            "has opted out of email",
            "do not contact",
            "baja");

    private static final Set<String> RECEIVED = Set.of(
            "submitted at",
            "received at",
            "received",
            "created at",
            "created",
            "date created",
            "submission date",
            "date submitted",
            "timestamp",
            "created date",
            "fecha");

    private ColumnGuess() {}

    /** Whether the file is an export of Meta lead ads, whose ids and telephones carry prefixes. */
    static boolean isMeta(Set<String> names) {
        return names.containsAll(Set.of("id", "created_time", "form_id"));
    }

    static Map<String, ColumnUse> of(List<ImportColumn> columns) {
        var names = new LinkedHashSet<String>();
        columns.forEach(column -> names.add(column.name()));
        var usual = FieldGuess.mapping(names, Map.of()).names();
        var fixed = isMeta(names) ? META : names.contains("Record ID") ? HUBSPOT : Map.<String, String>of();
        var taken = new HashSet<String>();
        var uses = new LinkedHashMap<String, ColumnUse>();
        for (var column : columns) {
            uses.put(column.name(), use(column, target(column.name(), fixed, usual), taken));
        }
        return uses;
    }

    private static String target(String name, Map<String, String> fixed, Map<String, String> usual) {
        if (name.equals(ImportService.REASON_COLUMN)) {
            return ColumnUse.IGNORE;
        }
        var plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        if (fixed.containsKey(name)) {
            return fixed.get(name);
        }
        if (OPT_OUT.contains(plain)) {
            return ColumnUse.DO_NOT_EMAIL;
        }
        if (RECEIVED.contains(plain)) {
            return ColumnUse.RECEIVED_AT;
        }
        return usual.getOrDefault(name, ColumnUse.TARGETS.containsKey(name) ? name : ColumnUse.KEEP);
    }

    /** Of two columns for one meaning the first has it; a date that can be read in one way only is read that way. */
    private static ColumnUse use(ImportColumn column, String target, Set<String> taken) {
        var use = new ColumnUse(target, null);
        if (use.isField() && !taken.add(target)) {
            return ColumnUse.keep();
        }
        if (!use.isDate()) {
            return use;
        }
        return column.formats().size() == 1
                ? new ColumnUse(target, column.formats().iterator().next())
                : use;
    }
}
