package lingnan.hub.console;

import java.util.Locale;

/**
 * The entries of the navigation, in order. A page belongs to one; a new kind of page adds one here and a word
 * {@code section.<name>} in both languages.
 */
enum Section {
    FIND("/find");

    private final String path;

    Section(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    public String word() {
        return "section." + name().toLowerCase(Locale.ROOT);
    }
}
