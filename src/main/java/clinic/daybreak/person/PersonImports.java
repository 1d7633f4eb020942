package clinic.daybreak.person;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a file of many people needs besides {@link PersonService}: to look before it leaps, and to take back. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional(propagation = Propagation.MANDATORY)
public class PersonImports {

    private final PersonMatching matching;
    private final ExpectedContacts expected;
    private final JdbcClient jdbc;

    PersonImports(PersonMatching matching, ExpectedContacts expected, JdbcClient jdbc) {
        this.matching = matching;
        this.expected = expected;
        this.jdbc = jdbc;
    }

    /** These are about to be brought, in the caller's transaction; nobody else brings one of them meanwhile. */
    public void expect(List<NewPerson> people) {
        expected.expect(people);
    }

    /** Everybody with the same e-mail address, then everybody with the same telephone, each in the order they came. */
    public record SameContacts(List<KnownPerson> byEmail, List<KnownPerson> byPhone) {}

    /** Whom a message of that person could join; the first compatible one is the one that it does join. */
    public SameContacts findSameContacts(NewPerson form) {
        return new SameContacts(matching.byEmail(form), matching.byPhone(form));
    }

    /**
     * Remembers by which import a person who was known before got an address.
     *
     * @param before an id made before the row was accepted: addresses with a later one were added by it
     */
    public void rememberBrought(PersonId person, UUID before, UUID byImport) {
        for (var table : List.of("person_email", "person_phone")) {
            jdbc.sql("UPDATE " + table + " SET brought_by = :import WHERE person_id = :person AND id > :before")
                    .param("import", byImport)
                    .param("person", person.value())
                    .param("before", before)
                    .update();
        }
    }

    /** Removes the addresses that the import brought and that the person has not written by themselves since. */
    public void takeBack(PersonId person, UUID byImport) {
        for (var table : List.of("person_email", "person_phone")) {
            jdbc.sql("DELETE FROM " + table + " WHERE person_id = :person AND brought_by = :import")
                    .param("person", person.value())
                    .param("import", byImport)
                    .update();
        }
    }
}
