package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.http.BulkAnswer;
import io.opalmind.matomo.http.HitAnswer;
import io.opalmind.matomo.http.TrackingApi;
import java.util.List;

/** The two ways to send hits, each once; {@link TrackingApi} in production. */
public interface HitWire {
    /** Sends one hit by a request of its own. */
    HitAnswer single(String query, boolean withToken);

    /** Sends several in one request, in order. */
    BulkAnswer bulk(List<String> queries, boolean withToken);

    static HitWire of(TrackingApi api) {
        return new HitWire() {
            @Override
            public HitAnswer single(String query, boolean withToken) {
                return api.send(query, withToken);
            }

            @Override
            public BulkAnswer bulk(List<String> queries, boolean withToken) {
                return api.send(queries, withToken);
            }
        };
    }
}
