package clinic.daybreak.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.Stage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class DashboardViewTest extends ViewTest {

    @Autowired
    LeadService leads;

    @Test
    @WithUserDetails(COORDINATOR)
    void each_figure_opens_the_list_that_it_counts_and_the_two_agree() {
        data.enquiry(ScreenData.WEST, "Fay", "Figure", "Hello");

        navigate(DashboardView.class);

        for (var stage : Stage.values()) {
            var figure = find(Anchor.class)
                    .withCondition(link -> link.getHref().equals("/leads?stage=" + stage.name()))
                    .single();
            var shown = find(Span.class, figure)
                    .withClassName("figure-value")
                    .single()
                    .getText();
            assertThat(shown).isEqualTo(Integer.toString(leads.count(LeadFilter.ALL.withStages(Set.of(stage)))));
        }
    }
}
