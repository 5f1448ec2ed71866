package lingnan.transformers.xml;

import java.io.Writer;

/** A writer into memory without locks. */
final class TextBuffer extends Writer {

    private final StringBuilder text = new StringBuilder(1024);

    @Override
    public void write(char[] characters, int offset, int length) {
        text.append(characters, offset, length);
    }

    @Override
    public void write(String characters, int offset, int length) {
        text.append(characters, offset, offset + length);
    }

    @Override
    public void write(int character) {
        text.append((char) character);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
