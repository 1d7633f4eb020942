package clinic.daybreak.person;

import clinic.daybreak.base.RecordMissingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people and tells whether somebody is known. It knows nothing of locations: who may see a person follows from
 * their leads, so only the features that hold leads hand people out.
 */
@Service
@Transactional
public class PersonService {

    private final PersonRepository people;
    private final PersonConsents consents;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonService(PersonRepository people, PersonConsents consents, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.consents = consents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The person who wrote: the known one with the same e-mail address or telephone <em>and</em> a compatible name
     * (DOMAIN 10, case 2), or a new one. Messages of one person that arrive together wait for each other to the end of the
     * caller's transaction.
     *
     * @param saidBy the way in, for the record of consents
     * @param onlyTighten whether a consent may be recorded that takes back an earlier refusal: not by a file
     */
    @PreAuthorize("hasRole('SYSTEM')")
    @Transactional(propagation = Propagation.MANDATORY)
    public PersonId matchOrRegister(NewPerson form, String saidBy, boolean onlyTighten) {
        lockContacts(form);
        var person = match(form).orElseGet(() -> new Person(form, clock.instant()));
        person.reachableAt(form, clock.instant(), onlyTighten);
        var id = people.saveAndFlush(person).id();
        consents.record(id, form.consents(), saidBy, onlyTighten, clock.instant());
        return id;
    }

    /** Somebody for whom another person wrote: nothing is known but the name, so nothing can match. */
    @PreAuthorize("hasRole('SYSTEM')")
    public PersonId register(NewPerson form) {
        return people.saveAndFlush(new Person(form, clock.instant())).id();
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public PersonDetails get(PersonId id) {
        return people.findById(id)
                .map(person -> person.details(consents.of(List.of(id))))
                .orElseThrow(() -> new RecordMissingException("Person"));
    }

    private Optional<Person> match(NewPerson form) {
        var sameEmail = form.usableEmail().stream().flatMap(email -> people.findByEmail(email.value()).stream());
        var samePhone = form.usablePhone().stream().flatMap(phone -> people.findByPhone(phone.e164()).stream());
        return Stream.concat(sameEmail, samePhone)
                .filter(known -> known.isCompatibleWith(form))
                .findFirst();
    }

    /** Sorted, so that two transactions never wait for each other crosswise. */
    private void lockContacts(NewPerson form) {
        var contacts = new TreeSet<String>();
        form.usableEmail().ifPresent(email -> contacts.add(hash("e" + email.value())));
        form.usablePhone().ifPresent(phone -> contacts.add(hash("p" + phone.e164())));
        for (var contact : contacts) {
            jdbc.sql("INSERT INTO contact_lock (contact) VALUES (UNHEX(?)) ON DUPLICATE KEY UPDATE contact = contact")
                    .param(contact)
                    .update();
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
