package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.person.MatchEvidence;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.person.Voicemail;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PossibleMatchServiceTest extends MergingTest {

    private static final String PHONE = "(661) 555-0147";

    private final String email = PersonFixtures.freshEmail();

    @Test
    void two_people_of_one_household_stay_two_and_are_suggested_on_both_leads() {
        var ann = wrote("Ann", "Lee", email, "");
        var bo = wrote("Bo", "Lee", email, "");

        assertThat(bo).isNotEqualTo(ann);
        assertThat(suggested(ann)).singleElement().satisfies(other -> {
            assertThat(other.lead().id()).isEqualTo(bo);
            assertThat(other.name()).isEqualTo("Bo Lee");
            assertThat(other.evidence()).isEqualTo(MatchEvidence.EMAIL);
            assertThat(other.differences()).containsExactly("other name");
        });
        assertThat(suggested(bo)).extracting(other -> other.lead().id()).containsExactly(ann);
        assertThat(open(bo).facts().nextStep()).as("the clock runs meanwhile").isEqualTo(NextStep.ANSWER);
    }

    @Test
    void birthdays_that_contradict_and_phones_are_named_as_what_they_are() {
        var one = wrote(person("Ann", "Lee", PHONE, 1980), clinic, null, MORNING);
        var two = wrote(person("Ann", "Lee", PHONE, 1999), clinic, null, MORNING);

        assertThat(two).isNotEqualTo(one);
        assertThat(suggested(one).stream().filter(other -> other.lead().id().equals(two)))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.evidence()).isEqualTo(MatchEvidence.PHONE);
                    assertThat(other.differences()).contains("other date of birth");
                });
    }

    @Test
    void a_pair_that_shares_more_is_one_suggestion() {
        var one = wrote("Ann", "Lee", email, "");
        wrote("Bo", "Lee", email, "");
        wrote("Ann", "Lee", email, PHONE.replace("47", "48"));
        wrote("Bo", "Lee", email, PHONE.replace("47", "48"));

        assertThat(suggested(one).stream().filter(other -> other.name().equals("Bo Lee")))
                .singleElement()
                .extracting(PossibleLead::evidence)
                .isEqualTo(MatchEvidence.EMAIL_AND_PHONE);
    }

    @Test
    void of_a_mailbox_that_many_share_only_the_five_newest_are_suggested() {
        var leads = new ArrayList<LeadId>();
        for (var name : List.of("Abe", "Ben", "Cas", "Dan", "Eve", "Fay", "Gus")) {
            leads.add(wrote(name, name + "son", email, ""));
        }

        assertThat(suggested(leads.get(6)))
                .extracting(other -> other.lead().id())
                .containsExactlyInAnyOrderElementsOf(leads.subList(1, 6));
        assertThat(jdbc.sql("""
                        SELECT COUNT(*) FROM possible_match m JOIN leads l ON l.person_id IN (m.one_id, m.other_id)
                        WHERE l.id = ?
                        """)
                        .param(leads.get(6).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void nothing_of_a_lead_at_another_location_is_shown_or_can_be_decided() {
        var elsewhere = LocationFixtures.opened(system, locations);
        var here = wrote("Ann", "Lee", email, "");
        var there = wrote(PersonFixtures.writer("Bo", "Lee", email, ""), elsewhere, null, MORNING);
        var both = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic, elsewhere);

        assertThat(suggested(here)).isEmpty();
        assertThatThrownBy(() -> act(() -> possible.dismiss(here, there))).isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() -> suggested(there)).isInstanceOf(RecordMissingException.class);
        assertThat(StaffFixtures.as(contexts, both, () -> possible.list(here)))
                .extracting(other -> other.lead().id())
                .containsExactly(there);
    }

    @Test
    void what_was_dismissed_is_on_both_timelines_and_never_suggested_again() {
        var ann = wrote("Ann", "Lee", email, "");
        var bo = wrote("Bo", "Lee", email, "");

        act(() -> possible.dismiss(ann, bo));
        wrote("Ann", "Lee", email, "");
        wrote("Bo", "Lee", email, "");

        assertThat(suggested(ann)).isEmpty();
        assertThat(suggested(bo)).isEmpty();
        for (var lead : List.of(ann, bo)) {
            assertThat(timeline(lead)).contains("Marked as not the same person as somebody else");
            assertThat(audit(lead)).contains("Marked as two people");
        }
        assertThat(jdbc.sql("""
                        SELECT CONCAT(m.state, ' ', m.decided_by) FROM possible_match m
                            JOIN leads l ON l.person_id IN (m.one_id, m.other_id)
                        WHERE l.id = ?
                        """).param(ann.value()).query(String.class).list())
                .containsExactly("DISMISSED " + coordinator.id());
    }

    @Test
    void who_is_not_one_row_of_a_person_is_none_of_their_other_rows_either() {
        var ann = wrote("Ann", "Lee", email, "");
        var bo = wrote("Bo", "Lee", email, "");
        act(() -> possible.dismiss(ann, bo));
        var zoe = wrote("Zoe", "Kay", email, "");

        merge(ann, zoe, MergeKind.ONE_ENQUIRY);

        assertThat(suggested(bo)).isEmpty();
    }

    @Test
    void merging_settles_the_suggestion_and_taking_it_back_makes_them_two_for_good() {
        var ann = wrote("Ann", "Lee", email, "");
        var bo = wrote("Bo", "Lee", email, "");

        var merge = merge(ann, bo, MergeKind.ONE_ENQUIRY);
        assertThat(suggested(ann)).isEmpty();
        unmerge(merge);
        wrote("Bo", "Lee", email, "");

        assertThat(suggested(ann)).isEmpty();
        assertThat(suggested(bo)).isEmpty();
    }

    @Test
    void two_who_wrote_under_one_name_from_different_addresses_are_found_once_a_message_joins_them() {
        var phone = "(661) 555-0161";
        var byMail = wrote("Ann", "Lee", email, "");
        var byPhone = wrote("A.", "Lee", "", phone);

        wrote("Ann", "Lee", email, phone);

        assertThat(suggested(byMail)).extracting(other -> other.lead().id()).contains(byPhone);
    }

    private List<PossibleLead> suggested(LeadId lead) {
        return act(() -> possible.list(lead));
    }

    private static NewPerson person(String first, String last, String phone, int year) {
        return somebody(first, last, "", phone, LocalDate.of(year, 1, 1), Voicemail.UNKNOWN, null);
    }
}
