package clinic.daybreak.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** The words of the demo, one text a line in the files under {@code demo/}; a line with # is for the reader of the file. */
final class DemoTexts {

    private final Map<String, List<String>> files = new ConcurrentHashMap<>();
    private final Map<String, List<String>> decks = new ConcurrentHashMap<>();

    /** One of the file's lines; all have had their turn before one comes again. */
    String draw(String file, Random random) {
        var deck = decks.computeIfAbsent(file, name -> new ArrayList<>());
        if (deck.isEmpty()) {
            deck.addAll(lines(file));
            Collections.shuffle(deck, random);
        }
        return deck.removeLast();
    }

    /** One of the lines that begin with the key and a space. */
    String pick(String file, String key, Random random) {
        var found = lines(file).stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1).strip())
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("demo/" + file + " has no text for " + key);
        }
        return found.get(random.nextInt(found.size()));
    }

    private List<String> lines(String file) {
        return Objects.requireNonNull(files.computeIfAbsent(file, DemoTexts::load));
    }

    private static List<String> load(String file) {
        try (var input = new ClassPathResource("demo/" + file).getInputStream()) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
