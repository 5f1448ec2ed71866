package lingnan.hub.messagelog;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import lingnan.hub.database.Secrets;

/** The Ed25519 key that signs checkpoints; hubs that share a log share it. */
final class CheckpointKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String NAME = "checkpoint-signing.key";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private CheckpointKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    static CheckpointKey of(Secrets secrets) {
        try {
            String[] lines = secrets.text(NAME, secrets.existing(NAME).isPresent() ? "" : fresh())
                    .strip()
                    .split("\\s+", -1);
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new CheckpointKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines[0]))),
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines[1]))));
        } catch (GeneralSecurityException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("The signing key " + secrets.file(NAME) + " cannot be used", e);
        }
    }

    private static String fresh() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded());
    }

    SignedCheckpoint sign(Checkpoint checkpoint) {
        byte[] content = checkpoint.content();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(content);
            return new SignedCheckpoint(content, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 must work on every Java platform since 15", e);
        }
    }

    boolean hasSigned(SignedCheckpoint signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(signed.content());
            return signature.verify(signed.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** For whoever is to check the hub's checkpoints without trusting the hub. */
    String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(publicKey.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
