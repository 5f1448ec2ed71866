package lingnan.hub.messagelog;

import java.util.Arrays;
import java.util.Base64;

/** A checkpoint's bytes with their signature, as they stand in the table and, one line each, in the file. */
record SignedCheckpoint(byte[] content, byte[] signature) {

    Checkpoint checkpoint() {
        return Checkpoint.read(content);
    }

    byte[] hash() {
        return Hashes.checkpoint(content);
    }

    boolean isSameAs(SignedCheckpoint other) {
        return Arrays.equals(content, other.content) && Arrays.equals(signature, other.signature);
    }

    String toLine() {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(content) + " " + base64.encodeToString(signature);
    }

    /** @throws TamperedContent if the line has not this form */
    static SignedCheckpoint ofLine(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 2) {
            throw new TamperedContent("its line in the file is damaged");
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return new SignedCheckpoint(base64.decode(parts[0]), base64.decode(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new TamperedContent("its line in the file is damaged");
        }
    }
}
