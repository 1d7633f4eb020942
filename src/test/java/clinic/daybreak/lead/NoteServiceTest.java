package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoteServiceTest extends MergingTest {

    private LeadId lead;
    private StaffMember colleague;

    @BeforeEach
    void somebodyWrites() {
        lead = wrote("Ann", "Lee", PersonFixtures.freshEmail(), "");
        colleague = StaffFixtures.opened(system, staff, StaffRole.CLINICIAN, clinic);
    }

    @Test
    void what_is_typed_is_found_again_by_the_one_who_typed_it_and_by_nobody_else() {
        act(() -> notes.keepDraft(lead, "She would like"));
        act(() -> notes.keepDraft(lead, "She would like to be called after six"));

        assertThat(act(() -> notes.findDraft(lead)))
                .get()
                .extracting(Draft::text)
                .isEqualTo("She would like to be called after six");
        assertThat(StaffFixtures.as(contexts, colleague, () -> notes.findDraft(lead)))
                .isEmpty();
    }

    @Test
    void an_added_note_leaves_no_draft_and_neither_does_an_emptied_one() {
        act(() -> notes.keepDraft(lead, "Prefers mornings"));
        act(() -> notes.add(lead, "Prefers mornings"));
        assertThat(act(() -> notes.findDraft(lead))).isEmpty();

        act(() -> notes.keepDraft(lead, "Prefers"));
        act(() -> notes.keepDraft(lead, " "));
        assertThat(act(() -> notes.findDraft(lead))).isEmpty();
    }

    @Test
    void the_draft_for_a_lead_that_became_part_of_another_is_found_there() {
        var other = wrote("Ann", "Lee", PersonFixtures.freshEmail(), "");
        act(() -> notes.keepDraft(other, "Asked about costs"));

        merge(lead, other, MergeKind.ONE_ENQUIRY);

        assertThat(act(() -> notes.findDraft(lead)))
                .get()
                .extracting(Draft::text)
                .isEqualTo("Asked about costs");
    }

    @Test
    void a_note_for_a_colleague_is_announced_to_them_until_they_look() {
        act(() -> notes.add(lead, "Please read her list of medication", Set.of(colleague.id())));

        assertThat(timeline(lead)).contains("Note for " + colleague.fullName());
        assertThat(audit(lead)).contains("Colleague mentioned");
        assertThat(StaffFixtures.as(contexts, colleague, notes::listMentions))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.lead()).isEqualTo(lead);
                    assertThat(mention.by()).isEqualTo(coordinator.fullName());
                });
        assertThat(act(notes::listMentions)).isEmpty();

        StaffFixtures.as(contexts, colleague, () -> {
            notes.seeMentions(lead);
            return null;
        });
        assertThat(StaffFixtures.as(contexts, colleague, notes::listMentions)).isEmpty();
    }

    @Test
    void a_colleague_of_another_location_cannot_be_shown_it_and_then_nothing_is_added() {
        var stranger =
                StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, LocationFixtures.opened(system, locations));

        assertThatThrownBy(() -> act(() -> notes.add(lead, "Hello", Set.of(stranger.id()))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not work for this location");

        assertThat(timeline(lead)).doesNotContain("Note");
        assertThatThrownBy(() -> StaffFixtures.as(contexts, stranger, () -> notes.findDraft(lead)))
                .isInstanceOf(RecordMissingException.class);
    }
}
