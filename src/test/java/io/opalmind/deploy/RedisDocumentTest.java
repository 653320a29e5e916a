package io.opalmind.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.store.redis.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/redis.md, held to what it speaks of. */
class RedisDocumentTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    private static String document() throws IOException {
        return Files.readString(DOCS.resolve("redis.md"));
    }

    @Test
    void rights_are_those_of_the_users_file() throws IOException {
        for (String line : Files.readAllLines(DOCS.resolve("deploy/users.acl.example"))) {
            if (!line.equals("user default off")) {
                String rule = line.replaceFirst("user ", "ACL SETUSER ").replaceFirst(">[A-Z_]+", ">PASSWORD");
                assertTrue(document().contains("\n" + rule + "\n"), rule);
            }
        }
    }

    @Test
    void every_check_of_the_audit_is_explained() throws IOException {
        for (String name : Audit.NAMES) {
            assertTrue(
                    document().lines().anyMatch(line -> line.startsWith("| ") && line.contains("`" + name + "`")),
                    name);
        }
    }

    @Test
    void links_lead_somewhere() throws IOException {
        Matcher links = LINK.matcher(document());
        while (links.find()) {
            assertTrue(Files.exists(DOCS.resolve(links.group(1))), links.group(1));
        }
    }
}
