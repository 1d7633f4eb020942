package clinic.daybreak.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A possible telephone number: {@code e164} such as {@code +16615550142}, and the extension when one was given. Two
 * spellings of one number are equal.
 */
public record PhoneNumber(String e164, @Nullable String extension) {

    private static final int MAX_LENGTH = 60;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** The same few are asked for again and again while one message is understood and matched. */
    private static final Cache<Written, Optional<PhoneNumber>> READ =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private record Written(String text, String region) {}

    /**
     * Reads any usual spelling.
     *
     * @param region the two-letter country that a number without a country code belongs to, for example {@code US}
     */
    public static Optional<PhoneNumber> parse(String text, String region) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return READ.get(new Written(text, region), PhoneNumber::parse);
    }

    private static Optional<PhoneNumber> parse(Written written) {
        try {
            var number = NUMBERS.parse(written.text(), written.region());
            // without its area a number is possible only locally, and would be the same one in every town
            return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(of(number))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static PhoneNumber of(Phonenumber.PhoneNumber number) {
        var extension = number.hasExtension() && !number.getExtension().isBlank() ? number.getExtension() : null;
        var bare = new Phonenumber.PhoneNumber().mergeFrom(number).clearExtension();
        return new PhoneNumber(NUMBERS.format(bare, PhoneNumberFormat.E164), extension);
    }

    /** As staff of the given country read it: national there, international elsewhere. */
    public String display(String region) {
        try {
            var number = NUMBERS.parse(e164, region);
            var national = NUMBERS.getCountryCodeForRegion(region) == number.getCountryCode();
            var text = NUMBERS.format(number, national ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
            return extension == null ? text : text + " ext. " + extension;
        } catch (NumberParseException e) {
            return e164;
        }
    }
}
