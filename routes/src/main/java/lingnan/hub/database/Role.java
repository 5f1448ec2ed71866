package lingnan.hub.database;

import java.util.Locale;

/** The roles that one login takes on: each pool has only the rights that its work needs. */
public enum Role {
    /** Writes the log (insert only) and the modules' own state. */
    HUB,
    /** Deletes bodies, keys and salts, and appends the entry that says so. */
    ERASER,
    /** Reads everything, changes nothing. */
    AUDITOR;

    public String sqlName() {
        return "lingnan_" + name().toLowerCase(Locale.ROOT);
    }
}
