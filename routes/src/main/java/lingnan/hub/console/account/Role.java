package lingnan.hub.console.account;

/** What a person at the console may do. Each sees the pages; only an auditor sees persons' data unmasked. */
public enum Role {
    /** Asks what happened and proves it; may see persons' data in full, each time by an entry of its own. */
    AUDITOR,
    /** Keeps the hub running. */
    OPERATOR,
    /** Keeps the accounts. */
    ADMIN
}
