package clinic.daybreak.lead;

import static clinic.daybreak.lead.Stage.BOOKED;
import static clinic.daybreak.lead.Stage.CLEARED;
import static clinic.daybreak.lead.Stage.CLINICAL_REVIEW;
import static clinic.daybreak.lead.Stage.CONTACTED;
import static clinic.daybreak.lead.Stage.CONTACTING;
import static clinic.daybreak.lead.Stage.DISQUALIFIED;
import static clinic.daybreak.lead.Stage.INFUSED;
import static clinic.daybreak.lead.Stage.INVALID;
import static clinic.daybreak.lead.Stage.LOST;
import static clinic.daybreak.lead.Stage.NEW;
import static clinic.daybreak.lead.Stage.QUALIFIED;
import static clinic.daybreak.lead.Stage.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    @Test
    void a_lead_moves_one_step_forward_or_back() {
        var targets = Map.of(
                CONTACTING, Set.of(CONTACTED),
                CONTACTED, Set.of(QUALIFIED),
                QUALIFIED, Set.of(CONTACTED, RECORDS),
                RECORDS, Set.of(QUALIFIED, CLINICAL_REVIEW),
                CLINICAL_REVIEW, Set.of(RECORDS, CLEARED),
                CLEARED, Set.of(CLINICAL_REVIEW, BOOKED),
                BOOKED, Set.of(CLEARED, INFUSED));

        assertThat(Arrays.stream(Stage.values()))
                .allSatisfy(stage -> assertThat(stage.targets()).isEqualTo(targets.getOrDefault(stage, Set.of())));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "DISQUALIFIED", "INVALID"})
    void closed_stages_are_closed_and_off_the_way(Stage stage) {
        assertThat(stage.isClosed()).isTrue();
        assertThat(stage.isOpen()).isFalse();
        assertThat(Stage.way()).doesNotContain(stage);
    }

    @Test
    void an_infused_lead_is_neither_open_nor_closed() {
        assertThat(INFUSED.isOpen()).isFalse();
        assertThat(INFUSED.isClosed()).isFalse();
    }

    @Test
    void the_way_leads_from_new_to_infused() {
        assertThat(Stage.way())
                .containsExactly(
                        NEW, CONTACTING, CONTACTED, QUALIFIED, RECORDS, CLINICAL_REVIEW, CLEARED, BOOKED, INFUSED);
        assertThat(Set.of(LOST, DISQUALIFIED, INVALID)).noneMatch(Stage::isOpen);
    }
}
