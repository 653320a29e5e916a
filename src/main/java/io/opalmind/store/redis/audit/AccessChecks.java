package io.opalmind.store.redis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who gets in, and what may be done then. */
final class AccessChecks {
    private static final String PASSWORD = "password";
    private static final String DEFAULT_USER = "default-user";
    private static final String COMMANDS = "dangerous-commands";
    private static final String GETUSER = "ACL GETUSER";

    /** Redis can be asked for hundreds of thousands of passwords a second, so a short one is soon found. */
    private static final int SHORT = 16;

    private final ServerView view;
    private final Verdicts verdicts;

    AccessChecks(ServerView view, Verdicts verdicts) {
        this.view = view;
        this.verdicts = verdicts;
    }

    void add() {
        password();
        defaultUser();
        commands();
    }

    private void password() {
        int length = view.signIn().passwordLength();
        boolean open = view.own() != null && view.own().isOpen();
        if (length == 0) {
            verdicts.fail(
                    PASSWORD, "none", "Whoever reaches it may read and write. Set requirepass, or better ACL users.");
        } else if (open) {
            verdicts.fail(
                    PASSWORD,
                    "any will do",
                    "Our user is 'nopass': ACL SETUSER … resetpass '>PASSWORD', and then what asks for one is asked.");
        } else if (!provesPassword()) {
            verdicts.unknown(PASSWORD, GETUSER);
        } else if (length < SHORT) {
            verdicts.warn(
                    PASSWORD,
                    length + " characters",
                    "Redis lets passwords be tried quickly. Take a random one of " + SHORT
                            + " or more: openssl rand -hex 32.");
        } else {
            verdicts.pass(PASSWORD, length + " characters", "It asks for a password, and that is long enough.");
        }
    }

    /** Without a user's name, Redis refuses to be given a password where it asks for none. */
    private boolean provesPassword() {
        return view.own() != null || view.signIn().username() == null;
    }

    private void defaultUser() {
        AclUser user = view.byDefault();
        if (view.signIn().passwordLength() == 0) {
            verdicts.fail(
                    DEFAULT_USER, "on, no password", "We are the default user. Give it a password, or switch it off.");
        } else if (user == null) {
            verdicts.unknown(DEFAULT_USER, GETUSER);
        } else if (user.isOpen()) {
            verdicts.fail(
                    DEFAULT_USER,
                    "on, no password",
                    "Whoever does not sign in is this user. ACL SETUSER default off, once all clients sign in by name.");
        } else if (user.isOn() && view.signIn().username() == null) {
            verdicts.warn(
                    DEFAULT_USER,
                    "on, with a password, and ours",
                    "Give this tool an ACL user of its own (REDIS_USERNAME) with the rights that it needs.");
        } else {
            verdicts.pass(DEFAULT_USER, user.isOn() ? "on, with a password" : "off", "Nobody gets in unasked.");
        }
    }

    private void commands() {
        AclUser user = view.judged();
        Set<Dangerous> missing = view.missing();
        List<String> allowed = new ArrayList<>();
        for (Dangerous command : Dangerous.values()) {
            if (!missing.contains(command) && !isSwitchedOff(command) && (user == null || user.may(command))) {
                allowed.add(command.label());
            }
        }
        if (allowed.isEmpty()) {
            verdicts.pass(COMMANDS, "none allowed", "The user can do no harm beyond its keys.");
        } else if (user == null) {
            verdicts.unknown(COMMANDS, GETUSER);
        } else {
            verdicts.warn(
                    COMMANDS,
                    String.join(", ", allowed),
                    "The user may use them, and needs none. Allow it what docs/redis.md lists, and no more.");
        }
    }

    private boolean isSwitchedOff(Dangerous command) {
        return switch (command) {
            case DEBUG -> "no".equals(view.config("enable-debug-command"));
            case MODULE -> "no".equals(view.config("enable-module-command"));
            default -> false;
        };
    }
}
