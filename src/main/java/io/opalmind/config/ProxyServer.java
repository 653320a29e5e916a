package io.opalmind.config;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 1 to 65535
 * @param user null where the proxy asks for none
 * @param password null where the proxy asks for none
 */
public record ProxyServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable Secret password) {}
