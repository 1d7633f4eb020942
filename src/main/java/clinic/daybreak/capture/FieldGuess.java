package clinic.daybreak.capture;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a form's fields most likely mean, as long as nobody has decided: by their names in English and Spanish, the way
 * form plug-ins propose them.
 */
public final class FieldGuess {

    private static final Map<String, String> MEANINGS = meanings();

    private FieldGuess() {}

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        add(meanings, "first_name", "first name|firstname|given name|fname|nombre de pila");
        add(meanings, "last_name", "last name|lastname|surname|family name|lname|apellido|apellidos");
        add(meanings, "full_name", "name|full name|fullname|your name|names|nombre|nombre completo|contact name");
        add(meanings, "email", "email|email address|your email|mail|correo|correo electronico|work email");
        add(
                meanings,
                "phone",
                "phone|phone number|telephone|tel|your tel|your phone|mobile|cell|cell phone|telefono|work phone|numero de"
                        + " telefono");
        add(meanings, "location", "location|clinic|office|ubicacion|clinica|preferred location|which location");
        add(
                meanings,
                "message",
                "message|your message|message body|comments|comment|comment or message|mensaje|su mensaje|tu mensaje|how can"
                        + " we help|question|questions|notes|anything else");
        add(meanings, "birth_date", "date of birth|dob|birthday|birth date|fecha de nacimiento");
        add(meanings, "patient_name", "patient name|name of patient|nombre del paciente");
        add(meanings, "heard_by", "how did you hear about us|referred by|heard about us|como se entero");
        return Map.copyOf(meanings);
    }

    private static void add(Map<String, String> meanings, String ours, String names) {
        for (var name : names.split("\\|")) {
            meanings.put(name, ours);
        }
    }

    /**
     * Of two fields for one meaning the first has it.
     *
     * @param fixed what the sender itself fixes
     */
    public static FieldMapping mapping(Set<String> names, Map<String, String> fixed) {
        var mapping = new LinkedHashMap<String, String>();
        var taken = new HashSet<String>();
        for (var name : names) {
            meaning(name, fixed).filter(taken::add).ifPresent(ours -> mapping.put(name, ours));
        }
        return new FieldMapping(mapping, names);
    }

    private static Optional<String> meaning(String name, Map<String, String> fixed) {
        if (fixed.containsKey(name)) {
            return Optional.of(fixed.get(name));
        }
        if (FieldMapping.TARGETS.contains(name)) {
            return Optional.of(name);
        }
        return Optional.ofNullable(MEANINGS.get(plain(name)));
    }

    /** Our name ({@link FieldMapping#TARGETS}) for what a form calls a field; empty when it is none of the usual names. */
    public static Optional<String> meaning(String name) {
        return meaning(name, Map.of());
    }

    /** "your-email", "Your E-mail *" and "YOUR EMAIL" are one name. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replace("e mail", "email")
                .strip();
    }
}
