package io.opalmind.store.redis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A private key from a PEM file: PKCS #8, which is all that the JDK reads, or PKCS #1, as {@code openssl genrsa} wrote it
 * up to OpenSSL 1.1 and as Redis' own script for certificates leaves it there.
 */
final class PemKey {
    private static final String[] ALGORITHMS = {"RSA", "EC", "EdDSA"};
    /** Version 0 and rsaEncryption without parameters: what PKCS #8 puts before a key of PKCS #1. */
    private static final byte[] RSA_HEAD = {
        2, 1, 0, 0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;

    private PemKey() {}

    /** @throws WireException where there is none that can be used; the message quotes nothing of the file */
    static PrivateKey read(Path file) throws IOException {
        String pem;
        try {
            pem = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new WireException("REDIS_KEY_FILE cannot be read", e);
        }
        byte[] plain = block(pem, "PRIVATE KEY");
        byte[] rsa = block(pem, "RSA PRIVATE KEY");
        PrivateKey key = plain != null ? key(plain) : rsa != null ? key(wrapped(rsa)) : null;
        if (key == null) {
            throw new WireException("REDIS_KEY_FILE holds no key (PEM, PKCS#8 or PKCS#1);"
                    + " openssl pkcs8 -topk8 -nocrypt makes one of other forms");
        }
        return key;
    }

    private static byte @Nullable [] block(String pem, String name) {
        String begin = "-----BEGIN " + name + "-----";
        int start = pem.indexOf(begin);
        int end = pem.indexOf("-----END " + name, Math.max(0, start));
        if (start < 0 || end < 0) {
            return null;
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static @Nullable PrivateKey key(byte[] pkcs8) {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
        for (String algorithm : ALGORITHMS) {
            PrivateKey key = key(algorithm, spec);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    private static @Nullable PrivateKey key(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (GeneralSecurityException ofAnother) {
            return null;
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] key = element(OCTETS, pkcs1);
        byte[] content = new byte[RSA_HEAD.length + key.length];
        System.arraycopy(RSA_HEAD, 0, content, 0, RSA_HEAD.length);
        System.arraycopy(key, 0, content, RSA_HEAD.length, key.length);
        return element(SEQUENCE, content);
    }

    /** Tag, length in DER's long form, content. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream(content.length + 6);
        element.write(tag);
        element.write(0x82);
        element.write(content.length >> 8);
        element.write(content.length);
        element.writeBytes(content);
        return element.toByteArray();
    }
}
