package io.opalmind.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the places that settings come from, in the order of their precedence. */
final class SourceReader {
    /** Not a {@link Variable}: an env file cannot name the env file. */
    private static final String ENV_FILE = "OPALMIND_ENV_FILE";

    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Findings findings;

    SourceReader(Map<String, String> environment, Path workingDirectory, Findings findings) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.findings = findings;
    }

    Sources read(ConfigOptions options) {
        List<Source> sources = new ArrayList<>();
        sources.add(options(options.values()));
        sources.add(new Source("environment", withoutServiceLink(environment), Map.of()));
        Source envFile = envFile(options.envFile());
        if (envFile != null) {
            sources.add(envFile);
            Typos.check(envFile, findings);
        }
        Setting name = profileName(options.profile(), sources);
        Source profile = name == null ? null : new Profiles(new UserDirectories(environment), findings).read(name);
        if (profile != null) {
            sources.add(profile);
            Typos.check(profile, findings);
        }
        return new Sources(sources);
    }

    private static Source options(Map<Variable, OptionValue> options) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> origins = new HashMap<>();
        for (Map.Entry<Variable, OptionValue> option : options.entrySet()) {
            values.put(option.getKey().name(), option.getValue().value());
            origins.put(option.getKey().name(), "option " + option.getValue().option());
        }
        return new Source("option", values, origins);
    }

    /** Kubernetes sets {@code REDIS_PORT=tcp://10.0.0.11:6379} in every container beside a service called redis. */
    private static Map<String, String> withoutServiceLink(Map<String, String> environment) {
        String port = environment.get(Variable.REDIS_PORT.name());
        if (port == null || !port.startsWith("tcp://")) {
            return environment;
        }
        Map<String, String> rest = new HashMap<>(environment);
        rest.remove(Variable.REDIS_PORT.name());
        return rest;
    }

    private @Nullable Source envFile(@Nullable String named) {
        if (named != null) {
            return namedEnvFile(named, "option --env-file");
        }
        String variable = environment.get(ENV_FILE);
        if (variable != null && !variable.isEmpty()) {
            return namedEnvFile(variable, ENV_FILE);
        }
        Path file = workingDirectory.resolve(".env");
        // A directory of that name is a Python environment.
        boolean there = Files.exists(file) && !Files.isDirectory(file);
        return there ? new EnvFileReader(findings).read(file, ".env") : null;
    }

    private @Nullable Source namedEnvFile(String name, String origin) {
        try {
            if (!name.isEmpty()) {
                return new EnvFileReader(findings).read(workingDirectory.resolve(name), Shown.text(name));
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        findings.badFile(origin, "not the name of a file");
        return null;
    }

    /** A profile names no other profile: the variable is looked for in what was read before. */
    private static @Nullable Setting profileName(@Nullable String option, List<Source> sources) {
        if (option != null) {
            return new Setting(Variable.OPALMIND_PROFILE, option, "option --profile");
        }
        return new Sources(sources).find(Variable.OPALMIND_PROFILE);
    }
}
