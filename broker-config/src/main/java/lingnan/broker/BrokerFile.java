package lingnan.broker;

/** The {@code broker.xml} files that are shipped, by where they lie on the class path. */
public enum BrokerFile {
    EMBEDDED("broker-config/embedded/broker.xml"),
    STANDALONE("broker-config/standalone/broker.xml"),
    STANDALONE_TLS("broker-config/standalone/tls/broker.xml"),
    CLUSTER_PRIMARY("broker-config/cluster/primary/broker.xml"),
    CLUSTER_BACKUP("broker-config/cluster/backup/broker.xml");

    /**
     * In bytes. A larger message is kept in a file of its own, which is ten times slower; so clients set this as their
     * {@code minLargeMessageSize}, and the files' journal buffer has room for it.
     */
    public static final int LARGE_MESSAGE_BYTES = 3 * 1024 * 1024;

    private final String resource;

    BrokerFile(String resource) {
        this.resource = resource;
    }

    /** The name for a class loader. */
    public String resource() {
        return resource;
    }
}
