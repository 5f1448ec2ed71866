package lingnan.hub.kernel;

/** A name or sentence in the two languages that the hub speaks. */
public record Label(String zh, String en) {

    @Override
    public String toString() {
        return zh + " / " + en;
    }
}
