package io.opalmind.cli;

import io.opalmind.matomo.track.Hit;
import io.opalmind.matomo.track.HitChecks;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.matomo.track.HitField;
import io.opalmind.matomo.track.HitKind;
import io.opalmind.matomo.track.HitNames;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A hit as typed: its options, made into Matomo's parameters, and what is wrong with them. */
final class HitOptions {
    static final String ITEM = "--item";
    static final String ITEMS = "--items";
    static final String DIMENSION = "--dimension";
    static final String CUSTOM_VAR = "--custom-var";
    static final String VISIT_VAR = "--visit-var";
    static final String PERF = "--perf";
    static final String PARAM = "--param";
    private static final String KEY = "--idempotency-key";
    private static final int MOST_KEY_CHARACTERS = 1024;

    private final HitKind kind;
    private final HitParameters typed;
    private final Hit hit;
    private final @Nullable String site;
    private final @Nullable String key;

    private HitOptions(HitKind kind, HitParameters typed, ParseResult parsed) {
        this.kind = kind;
        this.typed = typed;
        this.hit = HitNames.hit(kind, typed.all());
        this.site = Declared.text(parsed, "--site");
        this.key = Declared.text(parsed, KEY);
    }

    static void declare(CommandSpec spec, HitKind kind) {
        Declared options = new Declared(spec);
        options.text("SITE", "ID or NAME. Default: MATOMO_DEFAULT_SITE_ID.", "--site");
        for (HitField field : HitNames.own(kind)) {
            options.text(field.label(), field.description(), field.option());
        }
        if (kind == HitKind.ORDER || kind == HitKind.CART) {
            options.texts("ITEM", "sku=…,name=…,category=A|B,price=…,quantity=…; again for more.", ITEM)
                    .text("FILE", "Items from a JSON file: an array of objects, or Matomo's arrays.", ITEMS);
        }
        if (kind == HitKind.PAGEVIEW) {
            options.text(
                    "PARTS",
                    "The page's times in ms, such as network=12,server=80; also transfer,"
                            + " dom-processing, dom-completion, on-load.",
                    PERF);
        }
        for (HitField field : HitNames.COMMON) {
            options.text(field.label(), field.description(), field.option());
        }
        options.flag("Start a new visit.", "--new-visit")
                .flag("Count it although the browser is a bot's.", "--bot")
                .texts("N=VALUE", "Custom dimension 1 to 999; again for more.", DIMENSION)
                .texts("N=NAME=VALUE", "Custom variable of the page; again for more.", CUSTOM_VAR)
                .texts("N=NAME=VALUE", "Custom variable of the visit; again for more.", VISIT_VAR)
                .texts("NAME=VALUE", "Any other parameter of the Tracking API; again for more.", PARAM)
                .text("KEY", "Send it once, however often this is run. Default: a key of its own.", KEY);
    }

    /** @param directory what the name of a file starts from */
    static HitOptions of(ParseResult parsed, HitKind kind, Path directory) {
        return new HitOptions(kind, HitParameters.of(parsed, kind, directory), parsed);
    }

    /**
     * Refuses what makes no sense, before anything is opened.
     *
     * @throws UsageException with every fault there is
     */
    void check(Instant now) {
        List<HitFault> all = new ArrayList<>(typed.faults());
        if (key != null && (key.isBlank() || key.length() > MOST_KEY_CHARACTERS || key.indexOf('\0') >= 0)) {
            all.add(new HitFault(KEY, key, "1 to " + MOST_KEY_CHARACTERS + " characters, not blank"));
        }
        for (HitFault fault : HitChecks.of(kind, hit.with("idsite", "1"), now)) {
            HitFault named = fault.named(optionOf(fault.field()));
            if (!names(all, named.field())) {
                all.add(named);
            }
        }
        if (!all.isEmpty()) {
            throw new UsageException(text(all));
        }
    }

    private static boolean names(List<HitFault> faults, String field) {
        for (HitFault fault : faults) {
            if (fault.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    private static String text(List<HitFault> faults) {
        StringBuilder text = new StringBuilder();
        for (HitFault fault : faults) {
            text.append(text.isEmpty() ? "" : " ").append(fault.message());
        }
        return text.toString();
    }

    /** By which option that parameter of Matomo's was given, or is. */
    String optionOf(String parameter) {
        return typed.option(parameter);
    }

    HitKind kind() {
        return kind;
    }

    /** The hit, for that site. */
    Hit hit(long siteId) {
        return hit.with("idsite", "" + siteId);
    }

    /** What was typed as site, or null. */
    @Nullable
    String site() {
        return site;
    }

    @Nullable
    String idempotencyKey() {
        return key;
    }
}
