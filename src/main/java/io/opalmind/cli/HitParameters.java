package io.opalmind.cli;

import io.opalmind.matomo.track.CustomVariables;
import io.opalmind.matomo.track.EcommerceItems;
import io.opalmind.matomo.track.HitFault;
import io.opalmind.matomo.track.HitField;
import io.opalmind.matomo.track.HitKind;
import io.opalmind.matomo.track.HitNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Reads the options of a hit into Matomo's parameters; what cannot be read becomes a fault, and the rest is read. */
final class HitParameters {
    /** Items of one hit; the hit itself may hold far less. */
    private static final long MOST_FILE_BYTES = 1 << 20;

    /** What the tool sets itself. */
    private static final List<String> OURS = List.of("rec", "apiv", "send_image", "idsite");

    private final ParseResult parsed;
    private final HitKind kind;
    private final Path directory;
    private final Map<String, String> all = new LinkedHashMap<>();

    /** By which option each parameter was given. */
    private final Map<String, String> givenBy = new LinkedHashMap<>();

    private final List<HitFault> faults = new ArrayList<>();

    private HitParameters(ParseResult parsed, HitKind kind, Path directory) {
        this.parsed = parsed;
        this.kind = kind;
        this.directory = directory;
    }

    /** @param directory what the name of a file starts from */
    static HitParameters of(ParseResult parsed, HitKind kind, Path directory) {
        HitParameters parameters = new HitParameters(parsed, kind, directory);
        parameters.fields(HitNames.own(kind));
        parameters.fields(HitNames.COMMON);
        parameters.flag("--new-visit", "new_visit");
        parameters.flag("--bot", "bots");
        if (kind == HitKind.ORDER || kind == HitKind.CART) {
            parameters.items();
        }
        if (kind == HitKind.PAGEVIEW) {
            parameters.timings();
        }
        parameters.dimensions();
        parameters.variables(HitOptions.CUSTOM_VAR, "cvar");
        parameters.variables(HitOptions.VISIT_VAR, "_cvar");
        parameters.others();
        return parameters;
    }

    Map<String, String> all() {
        return all;
    }

    List<HitFault> faults() {
        return faults;
    }

    private void fields(List<HitField> fields) {
        for (HitField field : fields) {
            String value = Declared.text(parsed, field.option());
            if (value != null && value.isEmpty()) {
                fault(field.option(), null, "is empty; leave it out");
            }
            if (value != null) {
                put(field.option(), field.parameter(), value);
            }
        }
    }

    private void flag(String option, String parameter) {
        if (Declared.has(parsed, option)) {
            put(option, parameter, "1");
        }
    }

    private void items() {
        EcommerceItems items = new EcommerceItems();
        for (String typed : Declared.texts(parsed, HitOptions.ITEM)) {
            try {
                items.add(typed);
            } catch (IllegalArgumentException e) {
                fault(HitOptions.ITEM, typed, "" + e.getMessage());
            }
        }
        String file = Declared.text(parsed, HitOptions.ITEMS);
        if (file != null) {
            fileItems(items, file);
        }
        if (!items.isEmpty()) {
            put(file == null ? HitOptions.ITEM : HitOptions.ITEMS, "ec_items", items.json());
        }
    }

    private void fileItems(EcommerceItems items, String file) {
        try {
            Path path = directory.resolve(file);
            if (Files.size(path) > MOST_FILE_BYTES) {
                fault(HitOptions.ITEMS, file, "larger than a megabyte");
                return;
            }
            items.addJson(Files.readString(path));
        } catch (IOException | InvalidPathException e) {
            fault(HitOptions.ITEMS, file, "no readable file of UTF-8 text");
        } catch (IllegalArgumentException e) {
            fault(HitOptions.ITEMS, file, "" + e.getMessage());
        }
    }

    private void timings() {
        String typed = Declared.text(parsed, HitOptions.PERF);
        if (typed == null) {
            return;
        }
        for (String part : typed.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String parameter = equals < 0 ? null : timing(name.strip());
            if (parameter == null) {
                fault(
                        HitOptions.PERF,
                        part,
                        "PART=MS; parts are network, server, transfer, dom-processing,"
                                + " dom-completion and on-load");
            } else {
                once(
                        HitOptions.PERF + " " + name.strip(),
                        parameter,
                        part.substring(equals + 1).strip());
            }
        }
    }

    private static @Nullable String timing(String name) {
        for (HitField timing : HitNames.TIMINGS) {
            if (timing.name().equals(name)) {
                return timing.parameter();
            }
        }
        return null;
    }

    private void dimensions() {
        for (String typed : Declared.texts(parsed, HitOptions.DIMENSION)) {
            int equals = typed.indexOf('=');
            if (!isIndex(equals < 0 ? "" : typed.substring(0, equals))) {
                fault(HitOptions.DIMENSION, typed, "N=VALUE, N from 1 to 999");
            } else {
                String index = typed.substring(0, equals);
                once(HitOptions.DIMENSION + " " + index, "dimension" + index, typed.substring(equals + 1));
            }
        }
    }

    private static boolean isIndex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() < 4 && text.charAt(0) != '0';
    }

    private void variables(String option, String parameter) {
        CustomVariables variables = new CustomVariables();
        for (String typed : Declared.texts(parsed, option)) {
            try {
                variables.add(typed);
            } catch (IllegalArgumentException e) {
                fault(option, typed, "" + e.getMessage());
            }
        }
        if (!variables.isEmpty()) {
            put(option, parameter, variables.json());
        }
    }

    private void others() {
        for (String typed : Declared.texts(parsed, HitOptions.PARAM)) {
            int equals = typed.indexOf('=');
            String name = equals < 0 ? typed : typed.substring(0, equals);
            String field = HitOptions.PARAM + " " + name;
            if (name.startsWith("token_auth")) {
                fault(
                        field,
                        null,
                        "is refused; the token comes from MATOMO_TOKEN or --token-file, never from an option");
            } else if (equals < 1) {
                fault(HitOptions.PARAM, typed, "NAME=VALUE");
            } else if (OURS.contains(name) || name.equals(kind.mark())) {
                fault(field, null, name.equals("idsite") ? "is --site" : "is set by opalmind");
            } else {
                once(field, name, typed.substring(equals + 1));
            }
        }
    }

    /** Of two values Matomo would count the last, and nobody would know which was meant. */
    private void once(String field, String parameter, String value) {
        String before = givenBy.get(parameter);
        if (before != null) {
            fault(field, null, before.equals(field) ? "is given twice" : "is set by " + before + " already");
        } else {
            put(field, parameter, value);
        }
    }

    private void put(String field, String parameter, String value) {
        all.put(parameter, value);
        givenBy.put(parameter, field);
    }

    private void fault(String field, @Nullable String value, String reason) {
        faults.add(new HitFault(field, value, reason));
    }

    /** By which option a parameter was given, or where it was not, by which it is. */
    String option(String parameter) {
        String given = givenBy.get(parameter);
        if (given != null) {
            return given;
        }
        return switch (parameter) {
            case "hit" -> "The hit";
            case "idsite" -> "--site";
            // Where nothing else was given, it is what was clicked.
            case "download", "link" -> "--url";
            default -> {
                String option = HitNames.option(kind, parameter);
                yield option == null ? parameter : option;
            }
        };
    }
}
