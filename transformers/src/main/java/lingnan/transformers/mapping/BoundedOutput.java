package lingnan.transformers.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps a runaway stylesheet from filling the memory. */
final class BoundedOutput extends OutputStream {

    private final int most;
    private final ByteArrayOutputStream bytes;
    private boolean full;

    BoundedOutput(int most, int expected) {
        this.most = most;
        this.bytes = new ByteArrayOutputStream(Math.max(512, Math.min(expected, most)));
    }

    @Override
    public void write(int b) throws IOException {
        expectRoom(1);
        bytes.write(b);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        expectRoom(length);
        bytes.write(from, offset, length);
    }

    private void expectRoom(int length) throws IOException {
        if (length > most - bytes.size()) {
            full = true;
            throw new IOException("The output is full");
        }
    }

    boolean isFull() {
        return full;
    }

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
