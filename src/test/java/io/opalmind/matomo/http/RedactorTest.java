package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactorTest {
    private static String clean(String text, String... secrets) {
        return new Redactor(List.of(secrets)).clean(text);
    }

    @Test
    void secret_is_hidden_wherever_it_stands() {
        assertEquals("a *** b ***", clean("a s3cret b s3cret", "s3cret"));
    }

    @Test
    void secret_is_hidden_url_encoded_too() {
        assertEquals("x=***&y=***&z=***", clean("x=p%40ss+w%2Frd&y=p%40ss%20w%2Frd&z=p@ss w/rd", "p@ss w/rd"));
    }

    @Test
    void secrets_within_each_other_leave_no_rest() {
        assertEquals("*** and ***", clean("geheimnis and geheim", "geheim", "geheimnis"));
        assertEquals("*** and ***", clean("geheimnis and geheim", "geheimnis", "geheim"));
    }

    @Test
    void empty_secrets_hide_nothing() {
        assertEquals("all of it", clean("all of it", "", " "));
    }

    @Test
    void tokens_of_others_are_hidden_by_their_name() {
        assertEquals("?token_auth=***&x=1", clean("?token_auth=0123abcd&x=1"));
        assertEquals("token_auth=*** token_auth=***", clean("token_auth=one token_auth=two"));
        assertEquals("u=token_auth%3D***%26x", clean("u=token_auth%3Dabc%26x"));
    }

    @Test
    void name_of_the_parameter_alone_stays() {
        assertEquals("token_auth is missing, token_auth=", clean("token_auth is missing, token_auth="));
    }

    @Test
    void clean_text_stays_clean() {
        String once = clean("token_auth=s3cret", "s3cret");
        assertEquals("token_auth=***", once);
        assertEquals(once, clean(once, "s3cret"));
    }
}
