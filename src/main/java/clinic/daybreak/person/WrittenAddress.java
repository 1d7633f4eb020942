package clinic.daybreak.person;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.base.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A telephone or an e-mail address that staff typed; unlike what people write of themselves, it has to be usable. */
record WrittenAddress(
        String raw,
        @Nullable EmailAddress address,
        @Nullable PhoneNumber number) {

    private static final int LENGTH = 100;

    static WrittenAddress of(FactEdit edit, String region) {
        var raw = edit.after().strip();
        if (edit.field() == PersonField.EMAIL) {
            return new WrittenAddress(
                    raw,
                    EmailAddress.parse(raw)
                            .orElseThrow(() -> new RefusedException(
                                    "This is not an e-mail address. Write it like name@example.org.")),
                    null);
        }
        return new WrittenAddress(
                raw,
                null,
                PhoneNumber.parse(raw, region)
                        .filter(number -> raw.length() <= LENGTH)
                        .orElseThrow(() -> new RefusedException(
                                "This is not a telephone number. Write it with its area, like (661) 555-0142.")));
    }

    Optional<String> email() {
        return Optional.ofNullable(address).map(EmailAddress::value);
    }

    Optional<String> phone() {
        return Optional.ofNullable(number).map(PhoneNumber::e164);
    }
}
