package io.opalmind.store.redis.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From where it can be reached, and who can read along. */
final class NetworkChecks {
    private static final String TLS = "tls";
    private static final String BIND = "bind";
    private static final String PROTECTED = "protected-mode";

    private final ServerView view;
    private final Verdicts verdicts;

    NetworkChecks(ServerView view, Verdicts verdicts) {
        this.view = view;
        this.verdicts = verdicts;
    }

    void add() {
        tls();
        bind();
        protectedMode();
    }

    private void tls() {
        if (view.signIn().tls()) {
            encrypted();
            return;
        }
        switch (Reach.of(view.client().get("laddr"))) {
            case THIS_HOST -> verdicts.pass(TLS, "no, but on this host", "What is said does not leave the host.");
            case PRIVATE ->
                verdicts.warn(
                        TLS,
                        "no, in a private network",
                        "Who is in that network can read along, the password too. Set tls-port, and REDIS_TLS=true.");
            case PUBLIC ->
                verdicts.fail(
                        TLS, "no", "The password and all data go in the clear. Set tls-port, and REDIS_TLS=true.");
            case UNKNOWN -> verdicts.unknown(TLS, "over which address it was reached (CLIENT INFO)");
        }
    }

    private void encrypted() {
        Long plain = view.setting("port");
        if (!view.signIn().verified()) {
            verdicts.warn(
                    TLS,
                    "yes, with whoever answers",
                    "Its certificate is not looked at (verifyPeer). Set REDIS_CA_FILE.");
        } else if (plain != null && plain != 0) {
            verdicts.warn(
                    TLS,
                    "yes, and port " + plain + " without",
                    "Close the port without TLS, once nobody uses it: port 0.");
        } else {
            verdicts.pass(TLS, "yes", plain == null ? "Ours is encrypted." : "There is no other way in.");
        }
    }

    private void bind() {
        String bind = view.config("bind");
        if (bind == null) {
            verdicts.unknown(BIND, "CONFIG GET bind");
        } else if (isEverywhere(bind)) {
            verdicts.warn(
                    BIND,
                    bind.isEmpty() ? "all addresses" : bind,
                    "It listens on every address of its host. In a container's own network that is meant so; else bind the"
                            + " private address alone.");
        } else {
            verdicts.pass(BIND, bind, "It listens on these addresses alone.");
        }
    }

    private void protectedMode() {
        String mode = view.config(PROTECTED);
        if (mode == null) {
            verdicts.unknown(PROTECTED, "CONFIG GET protected-mode");
        } else if (mode.equals("yes")) {
            verdicts.pass(PROTECTED, mode, "Without a password it serves its own host alone.");
        } else if (view.config(BIND) != null && isLocal(view.config(BIND))) {
            verdicts.pass(PROTECTED, mode, "It listens on its own host alone.");
        } else if (view.signIn().passwordLength() == 0
                || (view.byDefault() != null && view.byDefault().isOpen())) {
            verdicts.fail(
                    PROTECTED,
                    mode,
                    "It serves other hosts without a password. Set a password, and protected-mode yes.");
        } else if (view.byDefault() == null) {
            verdicts.unknown(PROTECTED, "ACL GETUSER default");
        } else {
            verdicts.pass(PROTECTED, mode, "The default user has a password or is off.");
        }
    }

    private static boolean isEverywhere(String bind) {
        for (String address : bind.split(" ", -1)) {
            String bare = address.startsWith("-") ? address.substring(1) : address;
            if (bare.isEmpty()
                    || bare.equals("*")
                    || bare.equals("::*")
                    || bare.equals("0.0.0.0")
                    || bare.equals("::")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocal(@Nullable String bind) {
        for (String address : String.valueOf(bind).toLowerCase(Locale.ROOT).split(" ", -1)) {
            String bare = address.startsWith("-") ? address.substring(1) : address;
            if (!bare.startsWith("127.") && !bare.equals("::1") && !bare.equals("localhost")) {
                return false;
            }
        }
        return true;
    }
}
