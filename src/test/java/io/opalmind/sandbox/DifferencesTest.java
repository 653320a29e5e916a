package io.opalmind.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'a':1};{'a':1.0};0",
                "{'a':1,'b':2};{'b':2,'a':1};1",
                "[{'label':'x','idsubdatatable':3}];[{'label':'x'}];0",
                "{'a':1};{'a':'1'};1",
                "{'a':1};{};1",
                "{};{'a':1};1",
                "{};[];1",
                "[{'label':'x'},{'label':'y'}];[{'label':'y'},{'label':'x'}];2",
                "[];[{'label':'x'}];1",
                "{'revenue':1512.9699999999998};{'revenue':1512.97};1",
                "[{'label':'x'}];[{'label':'x','idsubdatatable':3}];1"
            })
    void finds_them(String recorded, String ours, int count) throws IOException {
        assertEquals(
                count,
                Differences.between(JSON.readTree(quoted(recorded)), JSON.readTree(quoted(ours)))
                        .size());
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
