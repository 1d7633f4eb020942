package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

    @Test
    void every_field_that_is_understood_is_published_and_no_other() throws IOException {
        var properties =
                description().at("/components/schemas/Submission/properties").propertyNames();

        assertThat(new HashSet<>(properties)).containsExactlyInAnyOrderElementsOf(FieldMapping.TARGETS);
    }

    @Test
    void every_answer_of_the_interface_is_published() throws IOException {
        var answers =
                description().at("/paths/~1api~1v1~1submissions/post/responses").propertyNames();

        assertThat(answers).containsExactlyInAnyOrder("200", "202", "400", "401", "409", "413", "415", "429", "503");
    }

    private static JsonNode description() throws IOException {
        return JsonMapper.shared().readTree(new ClassPathResource("api/openapi.json").getInputStream());
    }
}
