package clinic.daybreak.imports;

import static clinic.daybreak.imports.RowOutcome.CREATED;
import static clinic.daybreak.imports.RowOutcome.FAILED;
import static clinic.daybreak.imports.RowOutcome.SKIPPED;
import static clinic.daybreak.imports.RowOutcome.TOUCHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.NoteService;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** What becomes of the rows of a file. Long, for each outcome, each interruption and each way back has its case. */
@IntegrationTest
@Import(ImportFixtures.class)
@ExtendWith(OutputCaptureExtension.class)
class ImportRunTest {

    @Autowired
    ImportFixtures files;

    @Autowired
    ImportService imports;

    @Autowired
    ImportWorker worker;

    @Autowired
    ImportUpkeep upkeep;

    @Autowired
    SystemWork system;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SourceService sources;

    @Autowired
    SubmissionStore store;

    @Autowired
    LeadService leads;

    @Autowired
    NoteService notes;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    JdbcClient jdbc;

    LocationDetails clinic;
    StaffMember manager;

    @BeforeEach
    void aClinicWithItsManager() {
        clinic = LocationFixtures.opened(system, locations);
        manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
    }

    private void asManager(Runnable work) {
        StaffFixtures.as(contexts, manager, work);
    }

    @Test
    void each_row_is_one_submission_on_disk_and_one_lead_that_nobody_is_written_to_for() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped(
                    "First Name;Last Name;E-mail;Phone;Your message;Favourite colour\n" + name + ";O'Neil 😀;" + name
                            + "@example.com;(661) 555-0142;Bonjour, ça va?;blue\n",
                    clinic.id());

            var done = files.run(id);

            assertThat(done.state()).isEqualTo(ImportState.FINISHED);
            assertThat(files.outcomes(id)).containsExactly(CREATED);
            var row = files.rows(id).getFirst();
            var lead = files.lead(row);
            assertThat(lead.get("imported")).isEqualTo(true);
            assertThat(lead.get("source").toString()).startsWith("Import people.csv 20");
            assertThat(files.personOf(row).get("last_name")).isEqualTo("O'Neil 😀");
            assertThat(files.count(
                            "SELECT COUNT(*) FROM message WHERE lead_id = ?",
                            row.lead().value()))
                    .isZero();
            assertThat(jdbc.sql(
                                    "SELECT CONVERT(body USING utf8mb4) FROM submission WHERE lead_id = ? AND state = 'PROCESSED'")
                            .param(row.lead().value())
                            .query(String.class)
                            .single())
                    .contains("\"Favourite colour\":\"blue\"")
                    .contains("\"Phone\":\"(661) 555-0142\"");
            assertThat(jdbc.sql("SELECT body FROM timeline_entry WHERE lead_id = ? AND kind = 'ENQUIRY'")
                            .param(row.lead().value())
                            .query(String.class)
                            .single())
                    .isEqualTo("Bonjour, ça va?\n\nFavourite colour: blue");
        });
    }

    @Test
    void people_who_share_a_telephone_with_somebody_known_are_done_together_with_the_rows_around_them(
            CapturedOutput output) {
        var known = ImportFixtures.word();
        var other = ImportFixtures.word();
        var phone = "(661) 555-" + (1_000 + System.nanoTime() % 9_000);
        asManager(() -> {
            files.run(files.mapped(
                    "First Name;Last Name;E-mail;Phone\nAnn;Lee;" + known + "@example.com;" + phone + "\n",
                    clinic.id()));
            var id = files.mapped(
                    "First Name;Last Name;E-mail;Phone;consent_email\nBo;Kim;" + other + "@example.com;" + phone
                            + ";yes\nCal;Ray;x" + other + "@example.com;;no\nCal;Ray;x" + other + "@example.com;;yes\n",
                    clinic.id());

            files.run(id);

            assertThat(files.outcomes(id)).containsExactly(CREATED, CREATED, TOUCHED);
            assertThat(output).doesNotContain("A step of import " + id + " failed");
        });
    }

    @Test
    void what_the_check_says_is_what_the_run_does_also_for_people_who_stand_in_the_file_twice() {
        var a = ImportFixtures.word();
        var b = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped("""
                    id,name,email,phone
                    1,Ana %1$s,%1$s@example.com,
                    2,Bo %2$s,%2$s@example.com,6615550177
                    3,,,
                    4,A. %1$s,%1$s@example.com,+44 20 7946 0%3$s
                    1,Ana %1$s,%1$s@example.com,
                    5,Ana %1$s,,+44 20 7946 0%3$s
                    6,Carl %1$s,%1$s@example.com,
                    """.formatted(a, b, (int) (Math.random() * 900) + 100), clinic.id());
            files.use(id, "id", "submission_id", null);

            var checked = files.check(id);
            assertThat(checked.counts().checked()).isEqualTo(7);
            assertThat(files.count(
                            "SELECT COUNT(*) FROM leads WHERE location_id = ?",
                            clinic.id().value()))
                    .isZero();
            var planned = files.planned(id);
            files.run(id);

            assertThat(planned).containsExactly(CREATED, CREATED, FAILED, TOUCHED, SKIPPED, TOUCHED, CREATED);
            assertThat(files.outcomes(id)).isEqualTo(planned);
            assertThat(files.rows(id).get(4).reason()).isEqualTo("The same entry as row 2");
        });
    }

    @Test
    void an_unusable_phone_or_address_keeps_the_row_and_says_so() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped("Name,Email,Phone\n" + name + ",n/a,call my wife\n", clinic.id());

            files.run(id);

            assertThat(files.rows(id))
                    .singleElement()
                    .satisfies(row -> assertThat(row.outcome()).isEqualTo(CREATED))
                    .satisfies(row -> assertThat(row.reason())
                            .contains("e-mail address cannot be used")
                            .contains("telephone cannot be used"));
        });
    }

    @Test
    void a_file_forbids_and_never_takes_back_what_somebody_forbade() {
        var one = ImportFixtures.word();
        asManager(() -> {
            var forbids = files.mapped(
                    "Record ID,First Name,Last Name,Email,Marketing contact status\n"
                            + "71,Ida,%1$s,%1$s@example.com,Non-marketing contact\n".formatted(one),
                    clinic.id());
            files.run(forbids);
            var person = files.person(files.rows(forbids).getFirst());
            assertThat(consents(person)).containsExactly(false);

            var loosens = files.mapped(
                    "First Name,Last Name,Email,consent_email\nIda,%1$s,%1$s@example.com,yes\n".formatted(one),
                    clinic.id());
            files.run(loosens);

            assertThat(files.outcomes(loosens)).containsExactly(TOUCHED);
            assertThat(consents(person)).containsExactly(false);
        });
    }

    private List<Boolean> consents(java.util.UUID person) {
        return jdbc.sql("SELECT given FROM person_consent WHERE person_id = ? ORDER BY recorded_at, id")
                .param(person)
                .query(Boolean.class)
                .list();
    }

    @Test
    void a_cry_for_help_in_a_file_is_held_for_a_clinician() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped(
                    "Name,Email,Notes\n" + name + "," + name + "@example.com,I want to kill myself\n", clinic.id());

            files.run(id);

            assertThat(files.lead(files.rows(id).getFirst()).get("crisis_level"))
                    .isEqualTo("RED");
            assertThat(files.rows(id).getFirst().reason()).contains("Held until a clinician");
        });
    }

    @Test
    void a_meta_export_knows_what_the_webhook_delivered() {
        var meta = CaptureFixtures.opened(system, sources);
        var first = CaptureFixtures.freshId().replace("-", "");
        store.store(
                RawSubmission.named(meta.id(), first, "application/json", "", "{}".getBytes(StandardCharsets.UTF_8)));
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped("""
                    id\tcreated_time\tad_id\tform_id\tplatform\tcampaign_name\tfull_name\tphone_number\temail\tlead_status
                    l:%1$s\t2026-11-24T19:00:00-07:00\tag:1\tf:1231\tfb\tFall\tDee %2$s\tp:+16025550123\t%2$s@example.com\tcomplete
                    l:%1$s9\t2026-10-24T19:00:00-07:00\tag:1\tf:1231\tfb\tFall\tDee %2$s\tp:+16025550123\t%2$s@example.com\tcomplete
                    """.formatted(first, name), clinic.id());
            files.from(id, meta.id());

            files.check(id);
            assertThat(files.planned(id)).containsExactly(SKIPPED, CREATED);
            files.run(id);

            assertThat(files.outcomes(id)).containsExactly(SKIPPED, CREATED);
            var row = files.rows(id).getLast();
            assertThat(files.lead(row).get("received_at").toString()).startsWith("2026-10-25");
            assertThat(files.phones(files.person(row))).containsExactly("+16025550123");
            assertThat(files.count(
                            "SELECT COUNT(*) FROM lead_attribution WHERE lead_id = ? AND utm_source = 'fb' AND utm_campaign = 'Fall'",
                            row.lead().value()))
                    .isEqualTo(1);
        });
    }

    @Test
    void dates_that_can_be_read_in_two_ways_must_be_decided_before_anything_happens() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped(
                    "Name,Email,Created at\n" + name + "," + name + "@example.com,03/04/2026\n", clinic.id());

            assertThatThrownBy(() -> imports.start(id))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("more than one way");
            files.use(id, "Created at", ColumnUse.RECEIVED_AT, DateFormat.DAY_FIRST);
            files.run(id);

            // midnight in California
            assertThat(files.lead(files.rows(id).getFirst()).get("received_at").toString())
                    .isEqualTo("2026-04-03 07:00:00.0");
        });
    }

    @Test
    void rows_for_a_location_outside_of_ones_own_are_refused() {
        var other = LocationFixtures.opened(system, locations);
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped(
                    "Name,Email,Location\n%1$s a,%1$s@example.com,%2$s\n%1$s b,%1$s@example.org,nowhere\n%1$s c,%1$s@example.net,\n"
                            .formatted(name, other.code()),
                    clinic.id());

            files.run(id);

            assertThat(files.outcomes(id)).containsExactly(FAILED, FAILED, CREATED);
            assertThat(files.rows(id).stream().map(ImportRowSummary::reason).toList())
                    .containsExactly(
                            "It is for a location outside of yours", "Its location is not one that Daybreak knows", "");
        });
    }

    @Test
    void an_import_is_not_for_the_eyes_of_another_manager() {
        var another = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
        var loaded = new ImportId[1];
        asManager(() -> loaded[0] = files.load("Name,Email\nx,x@example.com\n"));

        StaffFixtures.as(contexts, another, () -> {
            assertThatThrownBy(() -> imports.get(loaded[0])).isInstanceOf(RecordMissingException.class);
            assertThat(imports.list()).noneMatch(run -> run.id().equals(loaded[0]));
        });
    }

    @Test
    void failed_rows_come_back_as_a_file_that_can_be_imported_again_and_says_the_same() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped(
                    "Name,Phone,Notes,Location\n%1$s,+13035550100,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",nowhere\n"
                            .formatted(name),
                    clinic.id());
            files.run(id);
            var output = new ByteArrayOutputStream();
            imports.writeFailed(id, output);
            var text = output.toString(StandardCharsets.UTF_8);

            assertThat(text)
                    .startsWith("\uFEFFName,Phone,Notes,Location,Reason (Daybreak)")
                    .contains("'+13035550100")
                    .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")
                    .contains("Its location is not one that Daybreak knows");
            var again = files.mapped(text, clinic.id());
            files.use(again, "Location", ColumnUse.IGNORE, null);
            files.run(again);

            var row = files.rows(again).getFirst();
            assertThat(row.outcome()).isEqualTo(CREATED);
            assertThat(files.phones(files.person(row))).containsExactly("+13035550100");
            assertThat(jdbc.sql("SELECT body FROM timeline_entry WHERE lead_id = ? AND kind = 'ENQUIRY'")
                            .param(row.lead().value())
                            .query(String.class)
                            .single())
                    .isEqualTo("=HYPERLINK(\"http://x\",\"y\")");
        });
    }

    @Test
    void a_row_that_breaks_its_step_fails_alone_and_every_other_row_happens_once() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var text = new StringBuilder("Name,Email\n");
            for (int row = 0; row < 150; row++) {
                text.append("%1$s n%2$d,%1$s%2$d@example.com\n".formatted(name, row));
            }
            var id = files.mapped(text.toString(), clinic.id());
            jdbc.sql("""
                    CREATE OR REPLACE TRIGGER tr_test_break BEFORE INSERT ON person_email FOR EACH ROW
                    IF NEW.raw = '%s77@example.com' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken'; END IF
                    """.formatted(name)).update();
            try {
                files.run(id);
            } finally {
                jdbc.sql("DROP TRIGGER tr_test_break").update();
            }

            assertThat(files.outcomes(id).get(77)).isEqualTo(FAILED);
            assertThat(Collections.frequency(files.outcomes(id), CREATED)).isEqualTo(149);
            assertThat(files.count(
                            "SELECT COUNT(*) FROM leads WHERE location_id = ?",
                            clinic.id().value()))
                    .isEqualTo(149);
            assertThat(files.count(
                            "SELECT COUNT(*) FROM submission s JOIN leads l ON l.id = s.lead_id WHERE l.location_id = ?",
                            clinic.id().value()))
                    .isEqualTo(149);
            assertBalanced(id);
        });
    }

    private void assertBalanced(ImportId id) {
        var counts = imports.get(id).counts();
        assertThat(counts.total()).isEqualTo(counts.done() + counts.waiting());
        for (var outcome : RowOutcome.values()) {
            assertThat(files.outcomes(id).stream().filter(outcome::equals).count())
                    .as(outcome.label())
                    .isEqualTo(counts.of(outcome));
        }
    }

    @Test
    void several_workers_at_once_do_each_row_once_and_in_the_order_of_the_file() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var text = new StringBuilder("Name,Email\n");
            for (int row = 0; row < 350; row++) {
                text.append("Al %1$s,%1$s%2$d@example.com\n"
                        .formatted(name, row / 2)
                        .replace(",", row % 2 == 0 ? "," : " jr,"));
            }
            var id = files.mapped(text.toString(), clinic.id());
            files.check(id);
            var planned = files.planned(id);
            imports.start(id);

            assertThat(InParallel.run(4, thread -> worker.drain())).isEmpty();
            files.await(id);

            assertThat(files.outcomes(id)).isEqualTo(planned);
            assertThat(files.count(
                            "SELECT COUNT(*) FROM leads WHERE location_id = ?",
                            clinic.id().value()))
                    .isEqualTo(175);
            assertBalanced(id);
        });
    }

    @Test
    void a_cancelled_import_leaves_the_rest_and_goes_on_with_it_later() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var text = new StringBuilder("Name,Email\n");
            for (int row = 0; row < 5_000; row++) {
                text.append("%1$s n%2$d,%1$s%2$d@example.com\n".formatted(name, row));
            }
            var id = files.mapped(text.toString(), clinic.id());
            imports.start(id);
            imports.cancel(id);

            var cancelled = imports.get(id);
            assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
            assertThat(cancelled.counts().waiting()).isZero();
            assertThat(cancelled.counts().skipped()).isPositive();
            assertBalanced(id);

            imports.resume(id);
            files.await(id);

            assertThat(imports.get(id).counts().created()).isEqualTo(5_000);
            assertBalanced(id);
        });
    }

    @Test
    void undoing_takes_everything_back_but_what_somebody_has_worked_on_and_what_was_forbidden() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var before = files.mapped("Name,Email\nKim %1$s,%1$s@example.com\n".formatted(name), clinic.id());
            files.run(before);
            var known = files.person(files.rows(before).getFirst());
            var id = files.mapped("""
                    Name,Email,Phone,Unsubscribed
                    Kim %1$s,%1$s@example.com,(661) 555-0188,yes
                    Lu %1$s,lu%1$s@example.com,,
                    Mo %1$s,mo%1$s@example.com,,
                    Lu %1$s,lu%1$s@example.com,661 555 0199,
                    """.formatted(name), clinic.id());
            files.run(id);
            assertThat(files.outcomes(id)).containsExactly(TOUCHED, CREATED, CREATED, TOUCHED);
            assertThat(files.phones(known)).hasSize(1);
            var worked = files.rows(id).get(2).lead();
            notes.add(worked, "Called, asked to call back in May");
            var withdrawn = files.rows(id).get(1).lead();

            var undone = files.undo(id);

            assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
            assertThat(undone.counts().undone()).isEqualTo(3);
            assertThat(undone.counts().stayed()).isEqualTo(1);
            assertThat(files.rows(id).stream().map(ImportRowSummary::undo).toList())
                    .containsExactly("Taken back", "Taken back", "Stays: worked on since", "Taken back");
            assertThat(files.phones(known)).isEmpty();
            assertThat(consents(known)).containsExactly(false);
            assertThat(files.lead(files.rows(before).getFirst()).get("touches")).isEqualTo(0);
            assertThat(leads
                            .list(
                                    new LeadFilter(name, java.util.Set.of(), null, null, false, null, null),
                                    LeadOrder.NEWEST,
                                    null,
                                    0,
                                    10)
                            .stream()
                            .map(lead -> lead.name())
                            .toList())
                    .containsExactlyInAnyOrder("Kim " + name, "Mo " + name);
            assertThatThrownBy(() -> leads.open(withdrawn)).isInstanceOf(RecordMissingException.class);

            var again = files.mapped("Name,Email\nLu %1$s,lu%1$s@example.com\n".formatted(name), clinic.id());
            files.run(again);
            assertThat(files.outcomes(again)).containsExactly(CREATED);
        });
    }

    @Test
    void an_address_from_a_file_is_not_where_mail_goes_from_now_on() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var first = files.mapped(
                    "Name,Email,Phone\nPat %1$s,%1$s@example.com,+49 30 %2$d\n"
                            .formatted(name, System.nanoTime() % 100_000_000),
                    clinic.id());
            files.run(first);
            var person = files.person(files.rows(first).getFirst());
            var phone = files.phones(person).getFirst();
            var id = files.mapped(
                    "Name,Email,Phone\nPat %1$s,old%1$s@example.com,%2$s\n".formatted(name, phone), clinic.id());
            files.run(id);

            assertThat(files.emails(person)).containsExactly(name + "@example.com", "old" + name + "@example.com");
        });
    }

    @Test
    void thirty_days_after_its_end_the_rows_are_empty_and_the_counts_stay() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped("Name,Email\n%1$s,%1$s@example.com\n".formatted(name), clinic.id());
            files.run(id);
            var kept = files.load("Name,Email\n%1$s,%1$s@example.com\n".formatted(name));
            jdbc.sql("UPDATE import_run SET finished_at = finished_at - INTERVAL 31 DAY WHERE id = ?")
                    .param(id.value())
                    .update();

            upkeep.clear();

            assertThat(imports.get(id).isCleared()).isTrue();
            assertThat(imports.get(id).counts().created()).isEqualTo(1);
            assertThat(files.rows(id).getFirst().who()).isEmpty();
            assertThat(imports.get(kept).isCleared()).isFalse();
        });
    }

    @Test
    void a_check_that_a_node_left_behind_is_begun_anew() {
        var name = ImportFixtures.word();
        asManager(() -> {
            var id = files.mapped("Name,Email\n%1$s,%1$s@example.com\n".formatted(name), clinic.id());
            jdbc.sql(
                            "UPDATE import_run SET state = 'CHECKING', lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE id = ?")
                    .param(id.value())
                    .update();

            assertThat(files.await(id).state()).isEqualTo(ImportState.CHECKED);
            assertThat(files.planned(id)).containsExactly(CREATED);
        });
    }
}
