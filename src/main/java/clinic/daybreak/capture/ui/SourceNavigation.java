package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.SourceDetails;

/** Addresses of the screens of the ways in. */
public final class SourceNavigation {

    public static final String LIST = "/settings/sources";

    private SourceNavigation() {}

    public static String details(SourceDetails source) {
        return LIST + "/" + source.code();
    }
}
