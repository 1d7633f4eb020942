package clinic.daybreak.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For tests at the screens: one Daybreak with demo data and one browser for all of them, started by the first. */
@ExtendWith(DemoInBrowser.Started.class)
abstract class DemoInBrowser {

    static RunningDaybreak daybreak;
    static Browser browser;

    static StaffAtWork desk(String username) {
        return new StaffAtWork(browser, daybreak, 1280, ColorScheme.LIGHT).signIn(username);
    }

    /** A lead of the coordinator's own clinic in that stage. */
    static String someLead(String stage) throws Exception {
        return daybreak.query("""
                        SELECT l.id FROM leads l JOIN location c ON c.id = l.location_id
                        WHERE c.code = 'bakersfield' AND l.stage = ? ORDER BY l.id LIMIT 1
                        """, stage).getFirst();
    }

    static String someMerge() throws Exception {
        return "/leads/" + someLead("RECORDS") + "/merge/" + someLead("CONTACTED");
    }

    static Page.GetByRoleOptions named(String text) {
        return new Page.GetByRoleOptions().setName(text).setExact(true);
    }

    /** What all of these tests share; closed when the last one is through. */
    static final class Started implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Started.class))
                    .computeIfAbsent("demo", key -> new Demo(), Demo.class);
        }
    }

    private static final class Demo implements AutoCloseable {

        private final Playwright playwright;

        Demo() {
            try {
                daybreak = RunningDaybreak.fresh("browser")
                        .with("DAYBREAK_DEMO", "true")
                        .start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            playwright = Playwright.create();
            browser = Chromium.launch(playwright);
        }

        @Override
        public void close() throws Exception {
            playwright.close();
            daybreak.close();
        }
    }
}
