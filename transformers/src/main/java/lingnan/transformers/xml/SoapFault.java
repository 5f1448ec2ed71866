package lingnan.transformers.xml;

import org.jspecify.annotations.Nullable;

/**
 * A fault to be written.
 *
 * @param side who has to act
 * @param code the hub's fault code in its wire form, such as {@code access_denied}
 * @param messageId the hub's id of the message
 * @param detail one line that names the thing at fault; may be empty
 * @param role who raises it, as a URI; null for the hub as the ultimate receiver
 */
public record SoapFault(
        Side side,
        String code,
        String messageId,
        String sentenceZh,
        String sentenceEn,
        String detail,
        @Nullable String role) {

    /** SOAP 1.1 says Client and Server, 1.2 says Sender and Receiver. */
    public enum Side {
        SENDER("Client", "Sender"),
        RECEIVER("Server", "Receiver"),
        MUST_UNDERSTAND("MustUnderstand", "MustUnderstand"),
        VERSION_MISMATCH("VersionMismatch", "VersionMismatch");

        private final String in11;
        private final String in12;

        Side(String in11, String in12) {
            this.in11 = in11;
            this.in12 = in12;
        }

        String in(SoapVersion version) {
            return version == SoapVersion.SOAP_11 ? in11 : in12;
        }
    }
}
