package lingnan.hub.console;

import java.util.Locale;

/**
 * The entries of the navigation, in order. A page belongs to one; a new kind of page adds one here and a word
 * {@code section.<name>} in both languages.
 */
public enum Section {
    FIND("/find", true),
    SHARING("/sharing", false),
    SUBJECTS("/subjects", false),
    AGENCIES("/agencies", false),
    PROGRAMMES("/programmes", false);

    private final String path;
    private final boolean recorded;

    Section(String path, boolean recorded) {
        this.path = path;
        this.recorded = recorded;
    }

    /** Whether a look at its pages is an entry in the log: what tells of persons and cases is, the catalogue is not. */
    public boolean isRecorded() {
        return recorded;
    }

    public String path() {
        return path;
    }

    public String word() {
        return "section." + name().toLowerCase(Locale.ROOT);
    }
}
