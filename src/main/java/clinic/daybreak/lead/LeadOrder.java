package clinic.daybreak.lead;

import java.time.Instant;

/** In which order leads are listed; each by an index, so that any page costs what it shows. */
public enum LeadOrder {
    NEWEST("received_at", "DESC", "<") {
        @Override
        Instant of(LeadSummary lead) {
            return lead.receivedAt();
        }
    },
    LONGEST_IN_STAGE("stage_since", "ASC", ">") {
        @Override
        Instant of(LeadSummary lead) {
            return lead.stageSince();
        }
    };

    private final String column;
    private final String direction;
    private final String beyond;

    LeadOrder(String column, String direction, String beyond) {
        this.column = column;
        this.direction = direction;
        this.beyond = beyond;
    }

    abstract Instant of(LeadSummary lead);

    String column() {
        return column;
    }

    /** The ORDER BY of rows {@code l}. */
    String by() {
        return " ORDER BY l." + column + " " + direction + ", l.id " + direction;
    }

    /** Rows behind the cursor; written out, for MariaDB does not use the index for the row form (a, id) < (?, ?). */
    String after() {
        return "(l.%1$s %2$s :afterTime OR (l.%1$s = :afterTime AND l.id %2$s :afterId))".formatted(column, beyond);
    }
}
