package lingnan.hub.messagelog;

import java.util.Locale;

/**
 * What an entry may say of itself beside its kind, as short text. A fact is for ever: anything that must be erasable is
 * a {@link Key} or a {@link Body}. So a detail holds the hub's own words only, never what a caller or a provider wrote;
 * the reason of a decision about a right is kept as it was given, since it is what an audit asks for.
 * The wire form is the lower-case name.
 */
public enum Fact {
    CLIENT,
    PROVIDER,
    SUBJECT,
    OPERATION,
    SERVICE,
    OUTCOME,
    DETAIL,
    PURPOSE,
    LEGAL_BASIS,
    CASE,
    USER,
    ISSUE,
    CLIENT_MESSAGE_ID,
    STRENGTH,
    GRANT,
    MODE,
    WITHHELD,
    AS_OF,
    STEPS,
    ATTEMPT,
    REMOTE,
    COUNT,
    REASON,
    ACTOR,
    RELATES_TO,
    ORIGINAL_TIME,
    HUB;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
