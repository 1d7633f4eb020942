package clinic.daybreak.person;

import clinic.daybreak.base.Sha256;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps two transactions from deciding at once who is behind an address: each waits for the other to its end. Taken
 * before any row of a person or a lead, and in one order, so that two never wait for each other crosswise.
 */
@Component
class ContactLocks {

    private final JdbcClient jdbc;

    ContactLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param emails as compared
     * @param phones as E.164
     */
    void take(Collection<String> emails, Collection<String> phones) {
        var contacts = new TreeSet<String>();
        emails.forEach(email -> contacts.add(Sha256.hex("e" + email)));
        phones.forEach(phone -> contacts.add(Sha256.hex("p" + phone)));
        if (!contacts.isEmpty()) {
            // rows of one statement are locked one after the other, in this order
            jdbc.sql("INSERT INTO contact_lock (contact) VALUES "
                            + String.join(", ", Collections.nCopies(contacts.size(), "(UNHEX(?))"))
                            + " ON DUPLICATE KEY UPDATE contact = contact")
                    .params(List.copyOf(contacts))
                    .update();
        }
    }
}
