package io.opalmind.testing.matomo;

import java.util.function.Function;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;

/**
 * A request that is about to be answered.
 *
 * @param healthy the answer, made when it is asked for: a server that fails looks at no token
 * @param otherwise the answer to another request, as if that had come
 * @param gzip whether the answer is to be gzipped
 */
record Exchange(
        MatomoRequest asked, Supplier<Answer> healthy, Function<MatomoRequest, Answer> otherwise, boolean gzip) {

    MockResponse.Builder respond() {
        return Wire.respond(healthy.get(), gzip);
    }
}
