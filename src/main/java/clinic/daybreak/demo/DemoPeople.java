package clinic.daybreak.demo;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Invents the people who write. Addresses and numbers are of the ranges kept free for fiction, and no two are equal. */
final class DemoPeople {

    private static final Map<String, List<String>> AREA_CODES =
            Map.of("bakersfield", List.of("661", "661", "559", "805"), "phoenix", List.of("602", "480"));
    private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");
    private static final List<String> UNUSABLE = List.of("n/a", "none", "no email");
    /** The first numbers of the range are the clinics' own. */
    private static final int FIRST_LINE = 2;

    private final DemoTexts texts;
    private final Random random;
    private final Map<String, Integer> lines = new HashMap<>();
    private int count;

    DemoPeople(DemoTexts texts, Random random) {
        this.texts = texts;
        this.random = random;
    }

    /** The next one who is as wanted. */
    DemoPerson next(String location, Predicate<DemoPerson> wanted) {
        var person = next(location);
        while (!wanted.test(person)) {
            person = next(location);
        }
        return person;
    }

    DemoPerson next(String location) {
        int number = ++count;
        boolean spanish = random.nextInt(100) < 22;
        var name = name(spanish);
        int reach = random.nextInt(100);
        var phone = reach < 5 ? "" : phone(location);
        var email = reach >= 5 && reach < 9 && !phone.isEmpty()
                ? UNUSABLE.get(random.nextInt(UNUSABLE.size()))
                : email(name[0], name[1], number);
        var patient = random.nextInt(100) < 10 ? texts.draw(firstNames(spanish), random) + " " + name[1] : "";
        int wish = random.nextInt(100);
        var preferred = wish < 40 && !phone.isEmpty() ? "phone" : wish > 75 ? "email" : "";
        return new DemoPerson(
                number,
                name[0],
                name[1],
                email,
                phone,
                spanish,
                patient.strip(),
                preferred,
                !phone.isEmpty() && random.nextInt(100) < 60);
    }

    private String[] name(boolean spanish) {
        if (!spanish && random.nextInt(100) < 9) {
            return (texts.draw("names.international.txt", random) + ";").split(";", 3);
        }
        return new String[] {
            texts.draw(firstNames(spanish), random),
            texts.draw(spanish ? "names.last.es.txt" : "names.last.en.txt", random)
        };
    }

    private static String firstNames(boolean spanish) {
        return spanish ? "names.first.es.txt" : "names.first.en.txt";
    }

    private String email(String first, String last, int number) {
        var plain = Normalizer.normalize(first + "." + last, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z.]", "")
                .replaceAll("^\\.+|\\.+$", "");
        return (plain.isEmpty() ? "reader" : plain) + number + "@" + DOMAINS.get(random.nextInt(DOMAINS.size()));
    }

    /** In the spellings that people use; each area code has a hundred numbers 555-01xx. */
    private String phone(String location) {
        var codes = AREA_CODES.getOrDefault(location, List.of("661"));
        for (int tries = 0; tries < codes.size() * 2; tries++) {
            var code = codes.get(random.nextInt(codes.size()));
            int line = lines.merge(code, 1, Integer::sum) + FIRST_LINE - 1;
            if (line < 100) {
                return (switch (random.nextInt(4)) {
                            case 0 -> "(%s) 555-01%02d";
                            case 1 -> "%s-555-01%02d";
                            case 2 -> "%s.555.01%02d";
                            default -> "+1 %s 555 01%02d";
                        })
                        .formatted(code, line);
            }
        }
        return "";
    }
}
