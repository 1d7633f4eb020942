package clinic.daybreak.base.ui;

/**
 * Something that the palette offers to open.
 *
 * @param group the heading it stands under
 * @param icon a file under {@code icons/}
 * @param context one line that tells it from others of the same name; may be empty
 * @param path the address that it opens, without the slash before it
 */
public record PaletteEntry(String group, String icon, String title, String context, String path) {}
