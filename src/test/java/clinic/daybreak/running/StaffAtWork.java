package clinic.daybreak.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A member of staff (or, not signed in, anybody) at a browser window of their own. */
final class StaffAtWork implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/screenshots");

    private final RunningDaybreak daybreak;
    private final BrowserContext context;
    private final Page page;
    private final List<String> consoleErrors = new ArrayList<>();
    private final String look;

    StaffAtWork(Browser browser, RunningDaybreak daybreak, int width, ColorScheme scheme) {
        this.daybreak = daybreak;
        this.look = "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 844 : width * 5 / 8)
                .setColorScheme(scheme));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                consoleErrors.add(message.text());
            }
        });
    }

    StaffAtWork signIn(String username) {
        page.navigate(daybreak.url("/login"));
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("daybreak-demo");
        page.keyboard().press("Enter");
        page.locator(".frame").waitFor();
        return this;
    }

    StaffAtWork open(String path) {
        page.navigate(daybreak.url(path));
        return this;
    }

    Page page() {
        return page;
    }

    List<String> consoleErrors() {
        return consoleErrors;
    }

    /** Keeps a picture of what is shown, for people to look at. */
    void picture(String name) {
        page.waitForTimeout(400); // lets an opening dialog or a scrolling grid come to rest
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + look + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
