package clinic.daybreak.base;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact that belongs on the audit record. Events of every feature implement it, so that the record need not know them. */
public interface AuditableEvent {

    /** What happened, in a few words without names and health information, for example "Stage changed". */
    String action();

    /** The kind of thing it happened to, in the words of the glossary, for example "Lead". */
    String subjectType();

    UUID subjectId();

    /** A second thing of the same kind that it happened to; it stands on the record of both. */
    default @Nullable UUID otherSubjectId() {
        return null;
    }

    /** Values that explain the action, such as "NEW to CONTACTING"; no names, addresses, or health information. */
    default String detail() {
        return "";
    }
}
