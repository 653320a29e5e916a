import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The least that can be done with a report: post for it, and step through its tokens. What a large report is held against. */
public final class Bare {
    public static void main(String[] args) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(args[0] + "index.php?method=Actions.getPageUrls").toURL().openConnection();
        connection.setDoOutput(true);
        connection.getOutputStream().write("idSite=1".getBytes(StandardCharsets.UTF_8));
        long tokens = 0;
        try (JsonParser json = new JsonFactory().createParser(connection.getInputStream())) {
            while (json.nextToken() != null) {
                tokens++;
            }
        }
        System.out.println(tokens);
        System.exit(0);
    }
}
