package lingnan.hub.messagelog;

/**
 * The raw bytes of one message of an interaction, exactly as received or sent. The leaf holds only a salted commitment
 * to them, so they can be erased later.
 *
 * @param role which message it is
 * @param contentType the media type with its charset, as on the wire
 * @param bytes the bytes; not copied, must not be changed by anyone
 */
public record Body(Role role, String contentType, byte[] bytes) {

    /** The messages of an interaction, in the order of its way. The number is part of the leaf's format. */
    public enum Role {
        REQUEST_RECEIVED(1),
        REQUEST_SENT(2),
        ANSWER_RECEIVED(3),
        ANSWER_CANONICAL(4),
        ANSWER_SENT(5);

        private final int number;

        Role(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
