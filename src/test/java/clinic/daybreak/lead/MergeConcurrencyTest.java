package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.InParallel;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.person.PersonFixtures;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever comes together: nothing fails but with a sentence for staff, and every lead is found by its address. */
class MergeConcurrencyTest extends MergingTest {

    private final String email = PersonFixtures.freshEmail();
    private final String otherEmail = PersonFixtures.freshEmail();
    private final String thirdEmail = PersonFixtures.freshEmail();

    @RepeatedTest(5)
    void of_two_colleagues_who_merge_one_pair_at_once_one_does() {
        var one = wrote("Ann", "Lee", email, "");
        var two = wrote("Anna", "Lea", otherEmail, "");
        var there = order(one, two, MergeKind.ONE_ENQUIRY, Map.of());
        var back = order(two, one, MergeKind.ONE_ENQUIRY, Map.of());

        var failed = InParallel.run(4, number -> act(() -> merges.merge(number % 2 == 0 ? there : back)));

        assertThat(failed).hasSize(3).allSatisfy(each -> assertThat(each).isInstanceOf(RefusedException.class));
        assertThat(standing(one, two)).isEqualTo(1);
        assertThat(found(email)).hasSize(1).isEqualTo(found(otherEmail));
    }

    @RepeatedTest(5)
    void messages_of_both_that_arrive_while_they_are_merged_are_touches_and_no_lead_is_lost() {
        var one = wrote("Ann", "Lee", email, "");
        var two = wrote("Bea", "Kay", otherEmail, "");
        var order = order(one, two, MergeKind.ONE_ENQUIRY, Map.of());

        var failed = InParallel.run(7, number -> {
            if (number == 3) {
                act(() -> merges.merge(order));
            } else if (number % 2 == 0) {
                wrote("Ann", "Lee", email, "");
            } else {
                wrote("Bea", "Kay", otherEmail, "");
            }
        });

        // the merge is refused when a message came first: what it brought was not seen
        assertThat(failed).allSatisfy(each -> assertThat(each).isInstanceOf(RefusedException.class));
        assertThat(Stream.of(email, otherEmail)
                        .flatMap(each -> found(each).stream())
                        .distinct())
                .hasSize(failed.isEmpty() ? 1 : 2);
        assertThat(Stream.of(one, two)
                        .map(lead -> timeline(lead).stream()
                                .filter("Wrote again by Contact page"::equals)
                                .count())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(6);
    }

    @RepeatedTest(5)
    void merges_that_share_a_lead_end_with_every_lead_found_by_every_address_of_its_person() {
        var a = wrote("Ann", "Lee", email, "");
        var b = wrote("Bea", "Kay", otherEmail, "");
        var c = wrote("Cleo", "Moss", thirdEmail, "");
        var orders = List.of(
                order(a, b, MergeKind.ONE_ENQUIRY, Map.of()),
                order(b, c, MergeKind.ONE_ENQUIRY, Map.of()),
                order(c, a, MergeKind.ONE_ENQUIRY, Map.of()));

        var failed = InParallel.run(3, number -> act(() -> merges.merge(orders.get(number))));

        assertThat(failed).hasSize(2).allSatisfy(each -> assertThat(each).isInstanceOf(RefusedException.class));
        assertThat(Stream.of(email, otherEmail, thirdEmail)
                        .flatMap(each -> found(each).stream())
                        .distinct())
                .hasSize(2);
    }

    @RepeatedTest(5)
    void taking_back_while_messages_and_attempts_arrive_loses_none_of_them() {
        var one = wrote("Ann", "Lee", email, "");
        var two = wrote("Bea", "Kay", otherEmail, "");
        var merge = merge(one, two, MergeKind.ONE_ENQUIRY);

        var failed = InParallel.run(6, number -> {
            switch (number % 3) {
                case 0 -> wrote("Bea", "Kay", otherEmail, "");
                case 1 -> log(two, AttemptOutcome.NO_ANSWER);
                default -> {
                    if (number == 2) {
                        unmerge(merge);
                    } else {
                        wrote("Ann", "Lee", email, "");
                    }
                }
            }
        });

        assertThat(failed).isEmpty();
        assertThat(found(email)).containsExactly(one);
        assertThat(found(otherEmail)).containsExactly(two);
        assertThat(open(one).facts().touches() + open(two).facts().touches()).isEqualTo(3);
        assertThat(open(one).facts().attempts() + open(two).facts().attempts()).isEqualTo(2);
    }

    private int standing(LeadId one, LeadId two) {
        return jdbc.sql("SELECT COUNT(*) FROM lead_merge WHERE kept_id IN (:ids) AND undone_at IS NULL")
                .param("ids", List.of(one.value(), two.value()))
                .query(Integer.class)
                .single();
    }
}
