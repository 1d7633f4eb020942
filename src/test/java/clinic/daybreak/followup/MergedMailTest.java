package clinic.daybreak.followup;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadFixtures;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.MergeId;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.MergeOrder;
import clinic.daybreak.lead.MergeService;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class MergedMailTest {

    @Autowired
    MessageRepository messages;

    @Autowired
    MessageService service;

    @Autowired
    OutboxWorker worker;

    @Autowired
    ObjectProvider<OutboxDelivery> deliveries;

    @Autowired
    MailComposer composer;

    @Autowired
    MergeService merges;

    @Autowired
    LeadService leads;

    @Autowired
    LeadIntake intake;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private LocationDetails clinic;
    private StaffMember coordinator;

    @BeforeEach
    void restAndOpenClinic() {
        worker.stop();
        system.run(worker::drain);
        clinic = LocationFixtures.opened(system, locations);
        coordinator = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
    }

    @AfterEach
    void workAgain() {
        worker.start();
    }

    @Test
    void mail_that_waits_follows_its_lead_and_comes_back_and_nobody_is_written_to() {
        var kept = opened("Ann", null);
        var absorbed = opened("Zoe", null);
        stopOf(kept); // so that the other one's does not meet the same one
        var waiting = only(absorbed);
        var before = count();

        var merge = merge(kept, absorbed);

        assertThat(only(absorbed, kept).lead()).isEqualTo(kept);
        assertThat(act(() -> service.listOf(kept)))
                .extracting(MessageSummary::id)
                .contains(waiting.id());
        assertThat(count()).as("merging writes no mail").isEqualTo(before);

        unmerge(merge);

        assertThat(only(absorbed)).isEqualTo(waiting);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void the_same_mail_does_not_go_twice_and_says_why() {
        var kept = opened("Ann", null);
        var absorbed = opened("Zoe", null);
        var waiting = only(absorbed);

        var merge = merge(kept, absorbed);

        assertThat(only(kept).state()).isEqualTo(MessageState.QUEUED);
        assertThat(only(absorbed).state()).isEqualTo(MessageState.CANCELLED);
        assertThat(only(absorbed).reason()).startsWith("Merged: ");
        assertThat(timeline(absorbed)).contains("Enquiry received: not sent");

        unmerge(merge);

        assertThat(only(absorbed)).isEqualTo(waiting);
    }

    @Test
    void what_was_sent_meanwhile_stays_where_it_went_from() {
        var kept = opened("Ann", null);
        var absorbed = opened("Zoe", null);
        stopOf(kept);
        var merge = merge(kept, absorbed);
        var counting = new FollowupFixtures.Counting();
        system.run(worker(counting)::drain);

        unmerge(merge);

        assertThat(counting.taken).hasSize(1);
        assertThat(of(kept)).extracting(MessageSummary::state).contains(MessageState.SENT);
        assertThat(of(absorbed)).isEmpty();
    }

    @Test
    void a_hold_on_either_stops_the_mail_of_both_also_of_their_other_leads() {
        var kept = opened("Ann", null);
        var absorbed = opened("Zoe", null);
        merge(kept, absorbed);
        LeadFixtures.holdForCrisis(system, transactions, intake, absorbed, CrisisLevel.RED);

        system.run(worker(new FollowupFixtures.Counting())::drain);

        assertThat(only(kept).state()).isEqualTo(MessageState.CANCELLED);
        assertThat(only(kept).reason()).startsWith("Crisis hold");
    }

    @Test
    void two_enquiries_of_one_person_keep_their_own_mail_but_a_hold_on_one_stops_the_other() {
        var one = opened("Ann", null);
        var two = opened("Zoe", null);
        act(() ->
                merges.merge(new MergeOrder(one, version(one), two, version(two), MergeKind.TWO_ENQUIRIES, Map.of())));
        LeadFixtures.holdForCrisis(system, transactions, intake, one, CrisisLevel.RED);

        system.run(worker(new FollowupFixtures.Counting())::drain);

        assertThat(only(two).state()).isEqualTo(MessageState.CANCELLED);
    }

    /** Earlier ones first, so that it is clear which of two stays. */
    private LeadId opened(String name, CrisisLevel level) {
        return LeadFixtures.opened(
                system,
                transactions,
                intake,
                LeadFixtures.enquiry(
                        PersonFixtures.writer(name, "Lee", PersonFixtures.freshEmail(), ""),
                        clinic.id(),
                        "Hello",
                        clock.instant(),
                        level));
    }

    private void stopOf(LeadId lead) {
        jdbc.sql("UPDATE message SET cause = 'another' WHERE lead_id = ?")
                .param(lead.value())
                .update();
        jdbc.sql("UPDATE message SET state = 'CANCELLED' WHERE lead_id = ?")
                .param(lead.value())
                .update();
    }

    private MergeId merge(LeadId kept, LeadId absorbed) {
        return act(() -> merges.merge(
                new MergeOrder(kept, version(kept), absorbed, version(absorbed), MergeKind.ONE_ENQUIRY, Map.of())));
    }

    private void unmerge(MergeId merge) {
        act(() -> {
            merges.unmerge(merge);
            return true;
        });
    }

    private long version(LeadId lead) {
        return act(() -> leads.open(lead)).facts().version();
    }

    private OutboxWorker worker(MailTransport transport) {
        return new OutboxWorker(deliveries, transport, composer, system);
    }

    /** The one message of these leads that is not the stopped one of the test. */
    private MessageSummary only(LeadId... some) {
        var found = Stream.of(some)
                .flatMap(lead -> of(lead).stream())
                .filter(message -> message.reason() != null || message.state() != MessageState.CANCELLED)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<MessageSummary> of(LeadId lead) {
        return messages.findByLeads(List.of(lead.value()), Limit.of(100)).stream()
                .map(Message::summary)
                .toList();
    }

    private int count() {
        return jdbc.sql("SELECT COUNT(*) FROM message WHERE location_id = ?")
                .param(clinic.id().value())
                .query(Integer.class)
                .single();
    }

    private List<String> timeline(LeadId lead) {
        return jdbc.sql("SELECT summary FROM timeline_entry WHERE lead_id = ?")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private <T> T act(Supplier<T> work) {
        return StaffFixtures.as(contexts, coordinator, work);
    }
}
