package lingnan.hub.catalog;

/** The way between a subject's canonical form and its provider's own: XSLT 3.0 files of the subject, or nothing to do. */
public interface SubjectMappings {

    /**
     * Canonical {@code Query} to the provider's request payload.
     *
     * @throws lingnan.hub.kernel.HubFault INTERNAL_ERROR if the mapping fails
     */
    byte[] toProvider(byte[] query);

    /**
     * The provider's answer payload to a canonical, complete {@code QueryResponse}.
     *
     * @throws lingnan.hub.kernel.HubFault PROVIDER_INVALID_ANSWER if the mapping fails
     */
    byte[] fromProvider(byte[] answer);

    /** The provider's own name of the operation, for dialects that need one. */
    String operation();
}
