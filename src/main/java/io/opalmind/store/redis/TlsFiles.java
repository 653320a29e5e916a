package io.opalmind.store.redis;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.opalmind.store.redis.RedisAddress.Security;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What TLS needs, from the PEM files of the settings: whom to trust, and who we are. */
final class TlsFiles {
    private static final char[] NO_PASSWORD = {};

    private final RedisSettings settings;

    TlsFiles(RedisSettings settings) {
        this.settings = settings;
    }

    /** @throws WireException where a file cannot be used; the message names its variable */
    TcpWire.Tls tls(Security security) throws IOException {
        TrustManagerFactory trust = trust(security);
        KeyManagerFactory identity = identity();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    identity == null ? null : identity.getKeyManagers(),
                    trust == null ? null : trust.getTrustManagers(),
                    null);
            return new TcpWire.Tls(context.getSocketFactory(), security == Security.FULL);
        } catch (GeneralSecurityException e) {
            throw new WireException("TLS: " + e.getMessage(), e);
        }
    }

    /** Null where the JDK's own authorities are to do. */
    @Nullable
    TrustManagerFactory trust(Security security) throws IOException {
        Path file = settings.caFile();
        if (security == Security.UNVERIFIED) {
            return InsecureTrustManagerFactory.INSTANCE;
        }
        if (file == null) {
            return null;
        }
        Certificate[] authorities = certificates(file, "REDIS_CA_FILE");
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.length; i++) {
                store.setCertificateEntry("ca-" + i, authorities[i]);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (GeneralSecurityException e) {
            throw new WireException("REDIS_CA_FILE cannot be used: " + e.getMessage(), e);
        }
    }

    /** Null where there is no client certificate. */
    @Nullable
    KeyManagerFactory identity() throws IOException {
        Path certificate = settings.certFile();
        Path key = settings.keyFile();
        if (certificate == null || key == null) {
            return null;
        }
        Certificate[] chain = certificates(certificate, "REDIS_CERT_FILE");
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("client", PemKey.read(key), NO_PASSWORD, chain);
            KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(store, NO_PASSWORD);
            return identity;
        } catch (GeneralSecurityException e) {
            throw new WireException("REDIS_CERT_FILE and REDIS_KEY_FILE cannot be used: " + e.getMessage(), e);
        }
    }

    private static Certificate[] certificates(Path file, String variable) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw new WireException(variable + " holds no certificate (PEM)");
            }
            return found.toArray(new Certificate[0]);
        } catch (GeneralSecurityException e) {
            throw new WireException(variable + " holds no certificate (PEM)", e);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new WireException(variable + " cannot be read", e);
        }
    }
}
