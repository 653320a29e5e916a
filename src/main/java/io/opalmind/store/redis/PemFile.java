package io.opalmind.store.redis;

import io.opalmind.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks into the files for TLS before netty does, which does not say which of them it could not use, nor why. */
final class PemFile {
    private PemFile() {}

    /** @throws StoreException where there is no certificate in it */
    static File certificate(String variable, Path file) {
        if (!holds(variable, file, "-----BEGIN CERTIFICATE-----")) {
            throw new StoreException(variable + " holds no certificate (PEM)", null);
        }
        return file.toFile();
    }

    /** @throws StoreException where there is no key in it, or one that is encrypted or of an older form */
    static File key(String variable, Path file) {
        if (!holds(variable, file, "-----BEGIN PRIVATE KEY-----")) {
            throw new StoreException(
                    variable + " holds no key (PEM, PKCS#8); openssl pkcs8 -topk8 -nocrypt makes one of other forms",
                    null);
        }
        return file.toFile();
    }

    private static boolean holds(String variable, Path file, String line) {
        try {
            // Not as UTF-8: what stands around the lines is anybody's.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(line);
        } catch (IOException e) {
            throw new StoreException(variable + " cannot be read", e);
        }
    }
}
