package io.opalmind.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The env files {@code NAME.env} in the user's configuration directory. */
final class Profiles {
    private static final int MOST_NAMES = 20;
    private static final String SUFFIX = ".env";

    private final UserDirectories directories;
    private final Findings findings;

    Profiles(UserDirectories directories, Findings findings) {
        this.directories = directories;
        this.findings = findings;
    }

    /** What the profile of that name sets; null, and a fault, where there is none. */
    @Nullable
    Source read(Setting profile) {
        if (!isName(profile.value())) {
            findings.bad(profile, "not a name of a profile; a name without / and control characters");
            return null;
        }
        Path directory = directories.config();
        if (directory == null) {
            findings.bad(
                    profile, "profiles are in ~/.config/opalmind, but HOME is not set; set HOME or XDG_CONFIG_HOME");
            return null;
        }
        Path file = file(directory, profile.value() + SUFFIX);
        if (file == null || !Files.exists(file)) {
            String path = Shown.text(directory + "/" + profile.value() + SUFFIX);
            findings.bad(profile, "no file " + path + "; " + existing(directory));
            return null;
        }
        return new EnvFileReader(findings).read(file, file.toString());
    }

    /** Null where the name has characters that this locale cannot write, and so no file has. */
    private static @Nullable Path file(Path directory, String name) {
        try {
            return directory.resolve(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '/' || Character.isISOControl(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty() && !name.equals("..") && !name.equals(".");
    }

    private static String existing(Path directory) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                names.add(Shown.text(name.substring(0, name.length() - SUFFIX.length())));
            }
        } catch (IOException e) {
            return "there are no profiles yet";
        }
        if (names.isEmpty()) {
            return "there are no profiles yet";
        }
        Collections.sort(names);
        boolean many = names.size() > MOST_NAMES;
        return "profiles there are: " + String.join(", ", many ? names.subList(0, MOST_NAMES) : names)
                + (many ? ", …" : "");
    }
}
