package clinic.daybreak.base;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Renders the pages for people outside: plain HTML without scripts, from a template and one file of texts a language,
 * both under {@code public-pages}. Every value is escaped.
 */
@Component
public class PublicPages {

    private static final String FOLDER = "public-pages/";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> texts = new ConcurrentHashMap<>();

    /**
     * @param page name of the template and of its texts
     * @param model values by name; the texts are under {@code t}
     */
    public String render(String page, Locale locale, Map<String, ?> model) {
        var values = new LinkedHashMap<String, Object>(model);
        values.put("lang", locale.getLanguage());
        values.put("t", texts(page, locale));
        values.put("content", template(page).execute(values));
        return template("layout").execute(values);
    }

    /** An answer with a page as its body; nobody keeps a copy of it. */
    public static ResponseEntity.BodyBuilder html(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML);
    }

    /** The texts of a page in a language, English where there are none. */
    public Map<String, String> texts(String page, Locale locale) {
        return texts.computeIfAbsent(page + "." + locale.getLanguage(), this::loadTexts);
    }

    private Template template(String name) {
        return templates.computeIfAbsent(name, this::loadTemplate);
    }

    private Template loadTemplate(String name) {
        try (var reader = new InputStreamReader(
                new ClassPathResource(FOLDER + name + ".html").getInputStream(), StandardCharsets.UTF_8)) {
            return compiler.compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> loadTexts(String name) {
        var file = new ClassPathResource(FOLDER + name + ".properties");
        var source = file.exists()
                ? file
                : new ClassPathResource(FOLDER + name.substring(0, name.lastIndexOf('.')) + ".en.properties");
        try (var reader = new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var map = new LinkedHashMap<String, String>();
            properties.forEach((key, value) -> map.put(key.toString(), value.toString()));
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
