package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody at an address, with what tells them from others at the same one. */
public record KnownPerson(
        PersonId id, PersonName name, @Nullable LocalDate birthDate, Instant since) {

    /** Whether somebody at the same address is this person: a name may be spelled in two ways, a birthday may not. */
    public boolean isCompatibleWith(NewPerson form) {
        if (birthDate != null && form.birthDate() != null) {
            return birthDate.equals(form.birthDate());
        }
        return name.isCompatibleWith(form.name());
    }
}
