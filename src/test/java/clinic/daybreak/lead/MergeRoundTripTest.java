package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.person.Voicemail;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever two leads are and whatever is chosen, merging and taking it back leaves every row as it was. Not compared are
 * the versions, by which screens see that something happened, and what only grows: timeline, record, changes of stage.
 */
class MergeRoundTripTest extends MergingTest {

    private static final int CASES = 6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void merging_and_taking_it_back_leaves_every_row_as_it_was(long seed) {
        var random = new Random(seed);
        for (int number = 0; number < CASES; number++) {
            var some = new ArrayList<LeadId>();
            int leads = 2 + random.nextInt(2);
            for (int each = 0; each < leads; each++) {
                some.add(lead(random));
            }
            var done = new ArrayList<MergeId>();
            var states = new ArrayList<List<Map<String, Object>>>();
            for (int next = 1; next < leads; next++) {
                var kept = open(some.getFirst()).facts().id();
                states.add(rows(some));
                done.add(merge(kept, some.get(next), kind(kept, some.get(next)), picks(random, kept, some.get(next))));
                assertThat(rows(some)).isNotEqualTo(states.getLast());
            }
            for (int back = done.size() - 1; back >= 0; back--) {
                unmerge(done.get(back));
                assertThat(rows(some))
                        .as("seed %s, case %s, merge %s", seed, number, back)
                        .isEqualTo(states.get(back));
            }
        }
    }

    /** A lead in any state, of somebody who wrote for themselves or for another, with mail that waits. */
    private LeadId lead(Random random) {
        var lead = wrote(
                person(random),
                clinic,
                random.nextInt(4) == 0 ? person(random) : null,
                MORNING.plusSeconds(random.nextInt(9_999)));
        var level = CrisisLevel.values()[random.nextInt(2)];
        for (int step = random.nextInt(5); step > 0; step--) {
            switch (random.nextInt(5)) {
                case 0 -> log(lead, AttemptOutcome.NO_ANSWER);
                case 1 -> log(lead, AttemptOutcome.REACHED);
                case 2 -> LeadFixtures.holdForCrisis(system, transactions, intake, lead, level);
                case 3 -> own(lead);
                default -> authorize(lead);
            }
        }
        if (random.nextInt(5) == 0 && open(lead).facts().crisisLevel() == null) {
            act(() -> leads.close(lead, version(lead), ClosingReason.COST, ""));
        }
        queue(lead, "case " + random.nextInt(3));
        return lead;
    }

    private void own(LeadId lead) {
        var colleague = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        act(() -> leads.assign(lead, version(lead), colleague.id()));
    }

    private void authorize(LeadId lead) {
        jdbc.sql("""
                        UPDATE leads SET authorization_words = 'By phone', authorized_at = ?, authorized_by = ?
                        WHERE id = ? AND contact_id IS NOT NULL
                        """)
                .param(SqlTime.of(MORNING))
                .param(coordinator.id().value())
                .param(lead.value())
                .update();
    }

    private NewPerson person(Random random) {
        var sms = switch (random.nextInt(3)) {
            case 0 -> true;
            case 1 -> false;
            default -> null;
        };
        return somebody(
                PersonFixtures.freshName(),
                random.nextBoolean() ? "Lee" : "",
                random.nextInt(5) == 0 ? "n/a" : PersonFixtures.freshEmail(),
                "661555" + (1_000 + random.nextInt(9_000)),
                random.nextBoolean() ? LocalDate.ofEpochDay(random.nextInt(12_000)) : null,
                Voicemail.values()[random.nextInt(3)],
                sms);
    }

    /** Not before long, so that no worker takes it meanwhile. */
    private void queue(LeadId lead, String cause) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO message (id, lead_id, location_id, template, cause, recipient, subject, body, message_id,
                            state, created_at, due_at, tries, version)
                        VALUES (?, ?, ?, 'ENQUIRY_RECEIVED', ?, 'a@example.com', 'Hello', '', ?, 'QUEUED', ?, ?, 0, 0)
                        """)
                .param(id)
                .param(lead.value())
                .param(clinic.id().value())
                .param(cause)
                .param(id.toString())
                .param(SqlTime.of(MORNING))
                .param(SqlTime.of(Instant.parse("2099-01-01T00:00:00Z")))
                .update();
    }

    private MergeKind kind(LeadId one, LeadId other) {
        return act(() -> merges.compare(one, other, null)).kind();
    }

    private static Map<MergeField, LeadId> picks(Random random, LeadId one, LeadId other) {
        var picks = new EnumMap<MergeField, LeadId>(MergeField.class);
        for (var field : MergeField.values()) {
            if (random.nextBoolean()) {
                picks.put(field, random.nextBoolean() ? one : other);
            }
        }
        return picks;
    }

    private List<Map<String, Object>> rows(List<LeadId> some) {
        var ids = some.stream().map(LeadId::value).toList();
        var people = "SELECT person_id FROM leads WHERE id IN (:ids)"
                + " UNION SELECT contact_id FROM leads WHERE id IN (:ids) AND contact_id IS NOT NULL";
        var all = new ArrayList<Map<String, Object>>();
        for (var sql : List.of(
                "SELECT * FROM leads WHERE id IN (:ids) ORDER BY id",
                "SELECT * FROM person WHERE id IN (" + people + ") ORDER BY id",
                "SELECT * FROM person_email WHERE person_id IN (" + people + ") ORDER BY id",
                "SELECT * FROM person_phone WHERE person_id IN (" + people + ") ORDER BY id",
                "SELECT * FROM person_consent WHERE person_id IN (" + people + ") ORDER BY id",
                "SELECT id, lead_id, state, reason, finished_at, due_at FROM message WHERE lead_id IN (:ids)"
                        + " AND cause LIKE 'case %' ORDER BY id")) {
            all.addAll(jdbc.sql(sql).param("ids", ids).query().listOfRows());
        }
        return all.stream()
                .map(row -> row.entrySet().stream()
                        .filter(column -> !column.getKey().equals("version"))
                        .collect(Collectors.<Map.Entry<String, Object>, String, Object>toMap(
                                Map.Entry::getKey, column -> String.valueOf(column.getValue()))))
                .toList();
    }
}
