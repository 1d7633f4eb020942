package clinic.daybreak.followup;

import clinic.daybreak.person.Language;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills in the mail texts. The first line of a file is the subject. A field that is missing stops the mail: nothing
 * unresolved is ever sent.
 */
@Component
class MailTexts {

    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    /** @throws MustacheException when the text names a field that the values do not have */
    WrittenMail write(MailTemplate template, Language language, Map<String, ?> values) {
        var name = "mail/" + template.file() + "." + language.code() + ".txt";
        var whole = templates.computeIfAbsent(name, MailTexts::load).execute(values);
        int cut = whole.indexOf('\n');
        return new WrittenMail(
                whole.substring(0, cut).replaceAll("\\p{Cntrl}+", " ").strip(),
                whole.substring(cut + 1).strip() + "\n");
    }

    private static Template load(String name) {
        try (var input = new ClassPathResource(name).getInputStream()) {
            return Mustache.compiler()
                    .escapeHTML(false)
                    .strictSections(true)
                    .compile(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
