package lingnan.hub.messagelog;

/**
 * A business key by which the message can be found. Person keys are kept as a keyed HMAC and ciphertext, others in the
 * clear; both are erasable, the leaf commits to them under a salt.
 *
 * @param type the data element that the key is, such as {@code registrationNumber} or {@code citizenId}
 * @param value the normalised value
 * @param person whether it identifies a natural person
 */
public record Key(String type, String value, boolean person) {

    /**
     * The key of a look that searched for a key: other than that key itself, so that looks do not pile up among the
     * messages. It may name a person.
     */
    public static Key searched(String value) {
        return new Key("searched", "searched " + value, true);
    }

    /** Whether somebody who searches for this text finds it. */
    public boolean isFoundBy(String searched) {
        return Lookup.of(WellFormed.of(value)).equals(Lookup.of(WellFormed.of(searched)));
    }
}
