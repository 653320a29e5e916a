package io.opalmind.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which proxy stands before which address: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}. */
public final class ProxyConfig {
    private final @Nullable ProxyServer forHttps;
    private final @Nullable ProxyServer forHttp;
    private final NoProxy noProxy;

    ProxyConfig(@Nullable ProxyServer forHttps, @Nullable ProxyServer forHttp, NoProxy noProxy) {
        this.forHttps = forHttps;
        this.forHttp = forHttp;
        this.noProxy = noProxy;
    }

    /**
     * The proxy for that address; null where it is reached directly.
     *
     * @param target an http or https address with a host
     */
    public @Nullable ProxyServer proxyFor(URI target) {
        boolean https = "https".equalsIgnoreCase(target.getScheme());
        ProxyServer proxy = https ? forHttps : forHttp;
        int port = target.getPort() >= 0 ? target.getPort() : https ? 443 : 80;
        String host = target.getHost();
        return proxy == null || host == null || noProxy.covers(host, port) ? null : proxy;
    }
}
