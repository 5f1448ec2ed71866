package lingnan.hub.database;

/** Waiting between two looks at another process. */
final class Pause {

    private Pause() {}

    /** @return false if the thread was asked to stop meanwhile */
    static boolean millis(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
