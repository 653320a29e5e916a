package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A working directory, a home and an environment, and what the loader makes of them. */
final class Setup {
    static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private String stdin = "";

    private Setup(Path directory) {
        this.directory = directory;
    }

    /** With nothing set but HOME. */
    static Setup bare(Path directory) {
        return new Setup(directory).env("HOME", directory.resolve("home").toString());
    }

    /** With all that is required, so that what a test adds is the only thing to go wrong. */
    static Setup complete(Path directory) {
        return bare(directory).env("MATOMO_BASE_URL", "https://matomo.example/").env("MATOMO_TOKEN", TOKEN);
    }

    Setup env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Setup without(String name) {
        environment.remove(name);
        return this;
    }

    Setup stdin(String text) {
        stdin = text;
        return this;
    }

    Setup file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Setup file(String name, byte[] bytes) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Setup profile(String name, String text) {
        return file("home/.config/opalmind/" + name + ".env", text);
    }

    ConfigLoader loader() {
        return new ConfigLoader(
                environment, directory, new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
    }

    Config load() {
        return load(ConfigOptions.NONE);
    }

    Config load(ConfigOptions options) {
        return loader().load(options);
    }

    List<String> warnings() {
        return load().warnings();
    }

    /** The fault messages that loading ends in. */
    List<String> faults() {
        return faults(ConfigOptions.NONE);
    }

    List<String> faults(ConfigOptions options) {
        List<String> messages = new ArrayList<>();
        for (Fault fault :
                assertThrows(ConfigException.class, () -> load(options)).faults()) {
            messages.add(fault.message());
        }
        return messages;
    }

    /** The fault message, where there must be exactly one. */
    String fault() {
        return only(faults());
    }

    String fault(ConfigOptions options) {
        return only(faults(options));
    }

    static String only(List<String> messages) {
        if (messages.size() != 1) {
            throw new AssertionError("not one message: " + messages);
        }
        return messages.get(0);
    }

    static ConfigOptions envFile(String name) {
        return new ConfigOptions(name, null, null, Map.of(), true);
    }

    static ConfigOptions profile(String name) {
        return new ConfigOptions(null, name, null, Map.of(), true);
    }

    static ConfigOptions tokenFile(String name) {
        return new ConfigOptions(null, null, name, Map.of(), true);
    }
}
