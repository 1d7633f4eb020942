package clinic.daybreak.imports;

import clinic.daybreak.base.RefusedException;

/** The file cannot be read as a table; the sentence says why and what to do. */
class UnreadableFileException extends RefusedException {

    UnreadableFileException(String sentence) {
        super(sentence);
    }
}
