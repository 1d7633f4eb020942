package clinic.daybreak.watch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.staff.SystemWork;
import clinic.daybreak.watch.ReconciliationService;
import com.vaadin.flow.component.html.Anchor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class ReconciliationPanelTest extends ViewTest {

    @Autowired
    ReconciliationService reconciliations;

    @Autowired
    SourceService sources;

    @Autowired
    SystemWork system;

    @Test
    @WithUserDetails(ADMIN)
    void what_was_missing_is_linked_to_where_it_waits() {
        var source = CaptureFixtures.opened(system, sources);
        var run = reconciliations.compare(
                source.id(),
                ("Name,Email\nDee Fox," + UUID.randomUUID() + "@example.com\n").getBytes(StandardCharsets.UTF_8));

        go("settings/sources/" + source.code());

        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("1 listed, 0 had arrived, 1 was missing.");
        assertThat(find(ListUpload.class).exists()).isTrue();
        var link = find(Anchor.class).withText("Missing 1").single();
        assertThat(link.getHref()).endsWith(run.missing().iterator().next().toString());
        go("inbox", "id=" + run.missing().iterator().next());
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Its sender lists it, but it never arrived here.", "Dee Fox");
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_reads_the_results_and_brings_no_list() {
        var source = CaptureFixtures.opened(system, sources);

        go("settings/sources/" + source.code());

        assertThat(says("Did everything arrive?")).isTrue();
        assertThat(find(ListUpload.class).exists()).isFalse();
    }
}
