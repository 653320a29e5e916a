package io.opalmind.testing.redis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.tls.HeldCertificate;

/**
 * A server that speaks TLS alone, under a private CA, and asks its clients for a certificate of that CA. All files are
 * PEM, keys PKCS #8.
 *
 * @param authority the CA that signed the server's certificate, for 127.0.0.1 and localhost
 * @param certificate a client's certificate that the server accepts
 * @param key its private key
 * @param otherAuthority a CA that signed nothing here: a client that trusts it alone must refuse the server
 * @param otherCertificate a client's certificate of that other CA: the server refuses it
 * @param otherKey its private key
 */
public record TlsRedis(
        RedisServer server,
        Path directory,
        Path authority,
        Path certificate,
        Path key,
        Path otherAuthority,
        Path otherCertificate,
        Path otherKey)
        implements RedisBed {

    static TlsRedis open(RedisSource source) {
        TlsFiles files = new TlsFiles();
        int port = Ports.free();
        RedisServer server = source.boot(
                ServerSpec.alone(
                                port,
                                "port 0",
                                "tls-port " + port,
                                "tls-ca-cert-file ca.pem",
                                "tls-cert-file server.pem",
                                "tls-key-file server.key",
                                "tls-auth-clients yes")
                        .with(files.forServer()),
                Access.tls(files.sockets()));
        return of(server, files, TemporaryFiles.directory("opalmind-redis-tls"));
    }

    private static TlsRedis of(RedisServer server, TlsFiles files, Path directory) {
        HeldCertificate stranger = TlsFiles.authority("Another CA");
        TlsFiles.ClientPair client = files.writeClient(directory);
        TlsFiles.ClientPair other = TlsFiles.write(directory, "other", TlsFiles.signedBy(stranger, "stranger"));
        return new TlsRedis(
                server,
                directory,
                files.writeAuthority(directory),
                client.certificate(),
                client.key(),
                TemporaryFiles.write(directory, "other-ca.pem", stranger.certificatePem()),
                other.certificate(),
                other.key());
    }

    /** {@code rediss://HOST:PORT}. */
    public String url() {
        return server.url();
    }

    /** The variables of the configuration with which a client gets in. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(server.settings());
        settings.put("REDIS_TLS", "true");
        settings.put("REDIS_CA_FILE", authority.toString());
        settings.put("REDIS_CERT_FILE", certificate.toString());
        settings.put("REDIS_KEY_FILE", key.toString());
        return settings;
    }

    @Override
    public void reset() {
        server.reset();
    }

    @Override
    public void close() {
        server.close();
        TemporaryFiles.remove(directory);
    }
}
