package clinic.daybreak.imports;

import clinic.daybreak.base.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file on its way into the database: it has to be read twice, for only its last byte tells how it is encoded. In between
 * it lies in the data folder under a key that only this object knows, and is gone with it.
 */
final class SealedUpload implements AutoCloseable {

    private static final int HEAD = 64 * 1024;
    private static final int PIECE = 64 * 1024;

    private final Path file;
    private final SecretKeySpec key;
    private final IvParameterSpec start;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(HEAD);
    private final Utf8Check utf8 = new Utf8Check();
    private final byte[] hash;

    /** @throws UnreadableFileException when the file is empty or too large */
    SealedUpload(InputStream input, Path folder) throws IOException {
        var secret = new byte[32];
        var random = new SecureRandom();
        random.nextBytes(secret);
        key = new SecretKeySpec(secret, "AES");
        var first = new byte[16];
        random.nextBytes(first);
        start = new IvParameterSpec(first);
        file = Files.createTempFile(folder, "upload", ".part");
        try {
            hash = copy(input);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private byte[] copy(InputStream input) throws IOException {
        var digest = Sha256.digest();
        long size = 0;
        var piece = new byte[PIECE];
        try (var output = new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE))) {
            for (int read = input.read(piece); read >= 0; read = input.read(piece)) {
                size += read;
                if (size > ImportLimits.MAX_BYTES) {
                    throw new UnreadableFileException(
                            "The file is larger than 200 MB. Split it into smaller files, and import one after the other.");
                }
                head.write(piece, 0, Math.min(read, HEAD - head.size()));
                utf8.add(piece, read);
                digest.update(piece, 0, read);
                output.write(piece, 0, read);
            }
        }
        if (size == 0) {
            throw new UnreadableFileException("The file is empty. Export the list again, then choose the new file.");
        }
        return digest.digest();
    }

    TextEncoding encoding() {
        return TextEncoding.of(head.toByteArray(), utf8.isSound());
    }

    /** SHA-256 of the file. */
    byte[] hash() {
        return hash.clone();
    }

    InputStream open() {
        try {
            return new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, start);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
