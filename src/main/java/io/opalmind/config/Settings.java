package io.opalmind.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings as numbers, switches and files. What cannot be read as such becomes a fault, and the default is returned in
 * its place so that the reading goes on to the next fault.
 */
final class Settings {
    private final Sources sources;
    private final Findings findings;
    private final Path workingDirectory;

    Settings(Sources sources, Findings findings, Path workingDirectory) {
        this.sources = sources;
        this.findings = findings;
        this.workingDirectory = workingDirectory;
    }

    Sources sources() {
        return sources;
    }

    Findings findings() {
        return findings;
    }

    /** A whole number; the variable's default where it is not set or not usable. */
    long whole(Variable variable, String what, long least, long most) {
        Setting setting = sources.find(variable);
        long standard = Long.parseLong(variable.defaultText());
        return setting == null ? standard : whole(setting, what, least, most, standard);
    }

    /** A whole number in ASCII digits, blanks around it allowed. */
    long whole(Setting setting, String what, long least, long most, long otherwise) {
        long number = Numbers.whole(setting.stripped());
        if (number >= least && number <= most) {
            return number;
        }
        findings.bad(setting, "not " + what + "; a whole number from " + least + " to " + most);
        return otherwise;
    }

    /** A time in milliseconds. */
    Duration milliseconds(Variable variable, long least, long most) {
        return Duration.ofMillis(whole(variable, "a time in milliseconds", least, most));
    }

    /** A rate in percent, 0 to 100. */
    double percent(Variable variable) {
        Setting setting = sources.find(variable);
        double standard = Numbers.decimal(variable.defaultText());
        if (setting == null) {
            return standard;
        }
        double rate = Numbers.decimal(setting.stripped());
        if (rate >= 0 && rate <= 100) {
            return rate;
        }
        findings.bad(setting, "not a rate in percent; a number from 0 to 100");
        return standard;
    }

    /** A switch; off where it is not set. */
    boolean flag(Variable variable) {
        Setting setting = sources.find(variable);
        if (setting == null) {
            return false;
        }
        switch (setting.stripped().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> {
                return true;
            }
            case "false", "0", "no", "off" -> {
                return false;
            }
            default -> {
                findings.bad(setting, "not a switch; true or false (also 1 or 0, yes or no, on or off)");
                return false;
            }
        }
    }

    /** A file that is there and can be read; null where none is set. */
    @Nullable
    Path file(Variable variable) {
        Setting setting = sources.find(variable);
        Path file = setting == null ? null : path(setting);
        if (setting != null && file != null && !Files.isReadable(file)) {
            IOException cause = Files.exists(file) ? new AccessDeniedException("") : new NoSuchFileException("");
            findings.bad(setting, TextFile.reason(file, cause) + "; " + "a file that can be read");
        }
        return file;
    }

    /** A path, which need not exist, from the working directory on; null, and a fault, where it is none. */
    @Nullable
    Path path(Setting setting) {
        try {
            return workingDirectory.resolve(setting.value());
        } catch (InvalidPathException e) {
            findings.bad(setting, "not a path in the characters of this locale (LC_ALL)");
            return null;
        }
    }
}
