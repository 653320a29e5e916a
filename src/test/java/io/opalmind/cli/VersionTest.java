package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

class VersionTest {
    /** Surefire's working directory is the module's. */
    private static final Path POM = Path.of("pom.xml");

    @Test
    void number_is_the_poms() throws Exception {
        Node project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Files.newInputStream(POM))
                .getDocumentElement();
        String version = "";
        for (Node child = project.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("version")) {
                version = child.getTextContent();
            }
        }
        assertEquals(version, Version.NUMBER);
    }
}
