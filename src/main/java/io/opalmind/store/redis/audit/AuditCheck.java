package io.opalmind.store.redis.audit;

/**
 * One thing that was looked at.
 *
 * @param server host and port
 * @param name in kebab case, the same in every version of the tool
 * @param observed what was found, in a few words and without secrets
 * @param reason why it is as it should be, or what to do
 */
public record AuditCheck(String server, String name, CheckStatus status, String observed, String reason) {}
