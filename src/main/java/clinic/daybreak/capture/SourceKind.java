package clinic.daybreak.capture;

/** By which kind of door a source comes in. */
public enum SourceKind {
    CONTACT_PAGE,
    API
}
