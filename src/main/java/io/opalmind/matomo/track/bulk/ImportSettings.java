package io.opalmind.matomo.track.bulk;

import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an import is to go.
 *
 * @param file to read, or null for standard input
 * @param format of the input, or null to tell it by its first line
 * @param site of hits that name none, or null
 * @param keyField the member that holds a line's idempotency key, or null for none
 * @param parallel connections, 1 or more
 * @param batch hits of one request, 1 or more
 * @param rate hits per second at the most, or 0 for as many as go
 * @param onUnknown what to do with hits of which nobody knows whether they arrived
 * @param rejects takes refused lines at its end, or null
 * @param stateDirectory holds the journal
 * @param journal names the journal: the file's own path, or what the user chose for standard input; null for none
 * @param matomo tells one Matomo from another
 * @param restart whether to begin anew
 * @param dryRun whether to check all and to send nothing
 * @param settling how long Matomo may go on working at a request whose answer was lost
 */
public record ImportSettings(
        @Nullable Path file,
        @Nullable InputFormat format,
        @Nullable String site,
        @Nullable String keyField,
        int parallel,
        int batch,
        int rate,
        OnUnknown onUnknown,
        @Nullable Path rejects,
        Path stateDirectory,
        @Nullable String journal,
        String matomo,
        boolean restart,
        boolean dryRun,
        Duration settling) {

    /** Options that change what is sent: an import goes on with those it began with. */
    String fixedOptions() {
        return "input=" + (format == null ? "" : format.word())
                + ",site=" + (site == null ? "" : site)
                + ",key-field=" + (keyField == null ? "" : keyField);
    }
}
