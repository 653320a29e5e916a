import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matomo.java.tracking.MatomoRequest;
import org.matomo.java.tracking.MatomoTracker;
import org.matomo.java.tracking.TrackerConfiguration;
import org.matomo.java.tracking.parameters.AcceptLanguage;
import org.matomo.java.tracking.parameters.UniqueId;
import org.matomo.java.tracking.parameters.VisitorId;

/**
 * matomo-java-tracker's bulk sending of the hits in a file, as its manual shows it: each line becomes a MatomoRequest, and
 * each hundred a sendBulkRequest. No checks but its own, no look at the answer but its own, no journal, and no order among
 * the threads, each of which takes the next lines. Usage: TrackerPeer URL TOKEN FILE THREADS [BATCH]
 */
public final class TrackerPeer {
    private static final JsonFactory JSON = new JsonFactory();

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[3]);
        int batch = args.length > 4 ? Integer.parseInt(args[4]) : 100;
        MatomoTracker tracker = new MatomoTracker(TrackerConfiguration.builder()
                .apiEndpoint(URI.create(args[0] + "matomo.php"))
                .defaultAuthToken(args[1])
                .defaultSiteId(1)
                .socketTimeout(Duration.ofMinutes(1))
                .threadPoolSize(threads)
                .build());
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[2]))) {
            Thread[] workers = new Thread[threads];
            for (int i = 0; i < threads; i++) {
                workers[i] = new Thread(() -> work(tracker, lines, batch, args[1]));
                workers[i].start();
            }
            for (Thread worker : workers) {
                worker.join();
            }
        }
        System.exit(0);
    }

    private static void work(MatomoTracker tracker, BufferedReader lines, int batch, String token) {
        try {
            for (List<String> some = next(lines, batch); !some.isEmpty(); some = next(lines, batch)) {
                List<MatomoRequest> requests = new ArrayList<>(some.size());
                for (String line : some) {
                    requests.add(request(line, token));
                }
                tracker.sendBulkRequest(requests);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> next(BufferedReader lines, int batch) throws IOException {
        List<String> some = new ArrayList<>(batch);
        synchronized (lines) {
            for (String line; some.size() < batch && (line = lines.readLine()) != null; ) {
                some.add(line);
            }
        }
        return some;
    }

    private static MatomoRequest request(String line, String token) throws IOException {
        MatomoRequest.MatomoRequestBuilder hit = MatomoRequest.request().authToken(token);
        Map<Long, Object> dimensions = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                String value = json.getText();
                switch (name) {
                    case "idsite" -> hit.siteId(Integer.valueOf(value));
                    case "rec" -> hit.required(true);
                    case "_id" -> hit.visitorId(VisitorId.fromHex(value));
                    case "cip" -> hit.visitorIp(value);
                    case "ua" -> hit.headerUserAgent(value);
                    case "lang" -> hit.headerAcceptLanguage(AcceptLanguage.fromHeader(value));
                    case "url" -> hit.actionUrl(value);
                    case "pv_id" -> hit.pageViewId(UniqueId.fromValue(Long.parseLong(value, 16)));
                    case "cdt" -> hit.requestTimestamp(Instant.ofEpochSecond(Long.parseLong(value)));
                    case "action_name" -> hit.actionName(value);
                    case "urlref" -> hit.referrerUrl(value);
                    case "e_c" -> hit.eventCategory(value);
                    case "e_a" -> hit.eventAction(value);
                    case "e_n" -> hit.eventName(value);
                    case "e_v" -> hit.eventValue(Double.valueOf(value));
                    case "ca" -> hit.customAction(true);
                    case "dimension1" -> dimensions.put(1L, value);
                    default -> throw new IOException(name);
                }
            }
        }
        return hit.dimensions(dimensions).build();
    }
}
