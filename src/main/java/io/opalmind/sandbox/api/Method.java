package io.opalmind.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A method of the Reporting API. */
interface Method {
    /**
     * Its answer.
     *
     * @throws Refusal where Matomo answers an error
     */
    JsonNode answer(Parameters asked, Access access);
}
