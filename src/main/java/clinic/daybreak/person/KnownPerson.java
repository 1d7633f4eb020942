package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at an address, with what tells them from others at the same one.
 *
 * @param names every name they are known by
 * @param since of several at one address the oldest counts
 */
public record KnownPerson(
        PersonId id, List<PersonName> names, @Nullable LocalDate birthDate, Instant since) {

    public KnownPerson {
        names = List.copyOf(names);
    }

    /** Whether somebody at the same address is this person: a name may be spelled in two ways, a birthday may not. */
    public boolean isCompatibleWith(NewPerson form) {
        if (birthDate != null && form.birthDate() != null) {
            return birthDate.equals(form.birthDate());
        }
        return names.stream().anyMatch(name -> name.isCompatibleWith(form.name()));
    }
}
