package clinic.daybreak.base.ui;

import java.util.List;

/** A slot of the palette: what a feature finds for the words that somebody types. Sorted by {@code @Order}. */
public interface PaletteSource {

    /** At most this many entries of one source are shown. */
    int MOST = 8;

    /**
     * What fits the words, best first, for the one signed in: whoever may not see something gets no entry for it.
     *
     * @param words as typed, without space around them; empty before anything was typed
     */
    List<PaletteEntry> find(String words);
}
