package clinic.daybreak.person;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PhoneNumber;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction that brings many people asks once for several of them: their addresses are locked together, and at
 * which of these nobody is known is remembered, so that nearly nobody has to be looked for one by one.
 */
@Component
class ExpectedContacts {

    private final ContactLocks locks;
    private final JdbcClient jdbc;

    ExpectedContacts(ContactLocks locks, JdbcClient jdbc) {
        this.locks = locks;
        this.jdbc = jdbc;
    }

    /** Addresses that are locked to the end of the transaction. */
    private static final class Expected {

        private final Set<String> locked = new HashSet<>();
        private final Set<String> nobodyAt = new HashSet<>();
    }

    void expect(Collection<NewPerson> people) {
        var emails = people.stream().flatMap(ExpectedContacts::email).distinct().toList();
        var phones = people.stream().flatMap(ExpectedContacts::phone).distinct().toList();
        locks.take(emails, phones);
        var expected = expected();
        expected.locked.addAll(emails);
        expected.locked.addAll(phones);
        expected.nobodyAt.addAll(emails);
        expected.nobodyAt.addAll(phones);
        known("SELECT address FROM person_email WHERE address IN (:some)", emails)
                .forEach(expected.nobodyAt::remove);
        known("SELECT e164 FROM person_phone WHERE e164 IN (:some)", phones).forEach(expected.nobodyAt::remove);
    }

    private List<String> known(String sql, List<String> some) {
        return some.isEmpty()
                ? List.of()
                : jdbc.sql(sql)
                        .param("some", some)
                        .query((row, number) -> row.getString(1))
                        .list();
    }

    /** Locks their addresses, unless they were expected. */
    void lock(NewPerson form) {
        if (!(bound() instanceof Expected expected) || !contacts(form).allMatch(expected.locked::contains)) {
            locks.take(email(form).toList(), phone(form).toList());
        }
    }

    /** Whether it is certain that nobody has one of their addresses; false also when nobody asked yet. */
    boolean isNobodyAt(NewPerson form) {
        return bound() instanceof Expected expected && contacts(form).allMatch(expected.nobodyAt::contains);
    }

    /** From now on somebody has these addresses. */
    void arrived(NewPerson form) {
        if (bound() instanceof Expected expected) {
            contacts(form).forEach(expected.nobodyAt::remove);
        }
    }

    private static Stream<String> contacts(NewPerson form) {
        return Stream.concat(email(form), phone(form));
    }

    private static Stream<String> email(NewPerson form) {
        return form.usableEmail().stream().map(EmailAddress::value);
    }

    private static Stream<String> phone(NewPerson form) {
        return form.usablePhone().stream().map(PhoneNumber::e164);
    }

    private @Nullable Object bound() {
        return TransactionSynchronizationManager.getResource(this);
    }

    private Expected expected() {
        if (bound() instanceof Expected known) {
            return known;
        }
        var expected = new Expected();
        TransactionSynchronizationManager.bindResource(this, expected);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCompletion() {
                TransactionSynchronizationManager.unbindResourceIfPossible(ExpectedContacts.this);
            }
        });
        return expected;
    }
}
