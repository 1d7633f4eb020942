package clinic.daybreak.imports.ui;

import clinic.daybreak.imports.ImportId;

/** The addresses of the screens of imports. */
final class ImportNavigation {

    static final String LIST = "/settings/imports";
    static final String UPLOAD = "/settings/imports/new";

    private ImportNavigation() {}

    static String details(ImportId id) {
        return LIST + "/" + id;
    }
}
