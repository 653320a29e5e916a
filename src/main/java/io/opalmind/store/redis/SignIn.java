package io.opalmind.store.redis;

import io.opalmind.store.redis.RedisAddress.Security;
import org.jspecify.annotations.Nullable;

/**
 * How a link was opened, without the secrets.
 *
 * @param username as configured, or null
 * @param passwordLength in characters; 0 where there is no password
 * @param tls whether it speaks TLS
 * @param verified whether the server had to show a certificate that is trusted
 * @param sentinel whether a sentinel named the server
 */
public record SignIn(@Nullable String username, int passwordLength, boolean tls, boolean verified, boolean sentinel) {
    static SignIn of(RedisAddress address) {
        String password = address.password();
        Security security = address.security();
        return new SignIn(
                address.username(),
                password == null ? 0 : password.length(),
                security != Security.NONE,
                security == Security.TRUSTED || security == Security.FULL,
                address.master() != null);
    }
}
