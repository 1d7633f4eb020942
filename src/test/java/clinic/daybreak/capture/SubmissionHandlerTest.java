package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.SystemWork;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@IntegrationTest
class SubmissionHandlerTest {

    @Autowired
    SubmissionHandler handler;

    @Autowired
    CanaryPass pass;

    @Autowired
    SourceService sources;

    @Autowired
    LocationService locations;

    @Autowired
    SystemWork system;

    @Test
    void a_proof_opens_no_way_in_of_another_kind() throws Exception {
        assertThat(answerTo(SourceKind.GENERIC)).isEqualTo(401);
        assertThat(answerTo(SourceKind.API)).isEqualTo(202);
    }

    @Test
    void another_method_than_post_is_told_which_one_to_use() throws Exception {
        var response = new MockHttpServletResponse();
        handler.handleRequest(new MockHttpServletRequest("GET", SubmissionHandler.PATH), response);
        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeader("Allow")).isEqualTo("POST");
        assertThat(response.getContentAsString()).contains("Send a submission by POST.");
    }

    private int answerTo(SourceKind kind) throws Exception {
        var clinic = LocationFixtures.opened(system, locations);
        var code = "s-" + Uuid7.next();
        var source = system.run(
                () -> sources.open(new NewSource(code, "Website", kind, "key-" + code, "a secret", "", clinic.id())));
        var request = new MockHttpServletRequest("POST", SubmissionHandler.PATH);
        request.setContentType("application/json");
        request.setContent("{}".getBytes(StandardCharsets.UTF_8));
        request.addHeader(CanaryPass.HEADER, pass.make(source.id(), Uuid7.next()));
        var response = new MockHttpServletResponse();
        handler.handleRequest(request, response);
        return response.getStatus();
    }
}
