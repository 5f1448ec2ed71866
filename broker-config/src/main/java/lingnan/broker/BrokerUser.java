package lingnan.broker;

/**
 * Someone whom the broker lets in.
 *
 * @param role as named in the security settings of the {@code broker.xml}: {@code hub} may do all that the hub does
 */
public record BrokerUser(String name, String password, String role) {

    /** The role of hubs. */
    public static final String HUB = "hub";

    public static BrokerUser hub(String name, String password) {
        return new BrokerUser(name, password, HUB);
    }

    /** Without the password, so that it reaches no log. */
    @Override
    public String toString() {
        return "BrokerUser[" + name + ", " + role + "]";
    }
}
