package clinic.daybreak.mailbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The words of an HTML mail as text: blocks on lines of their own, a table's cells parted by tabs, and what is quoted from an
 * earlier mail with "&gt;" before it, as in plain mail.
 */
final class HtmlText implements NodeFilter {

    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template");
    private static final int LONGEST_LABEL = 80;

    private final StringBuilder text = new StringBuilder();
    private final Deque<Integer> quotes = new ArrayDeque<>();

    private HtmlText() {}

    static String of(String html) {
        var words = new HtmlText();
        Jsoup.parse(html).filter(words);
        return words.text
                .toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            return begin(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult begin(Element element) {
        if (UNSEEN.contains(element.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isCell(element)) {
            if (!endsWith('\n') && !text.isEmpty()) {
                text.append('\t');
            }
            if (isLabelCell(element)) {
                text.append(element.text());
                return FilterResult.SKIP_CHILDREN;
            }
        } else if (element.normalName().equals("br")) {
            text.append('\n');
        } else if (element.isBlock()) {
            newLine();
        }
        if (isQuote(element)) {
            newLine();
            quotes.push(text.length());
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !isCell(element)) {
            if (isQuote(element)) {
                quote(quotes.pop());
            }
            if (element.isBlock()) {
                newLine();
            }
            if (element.normalName().equals("p") && !endsWith('\t')) {
                text.append('\n');
            }
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    /** A short cell with another one beside it stays on its line, however it is laid out. */
    private static boolean isLabelCell(Element cell) {
        return cell.nextElementSibling() != null
                && cell.selectFirst("table") == null
                && cell.text().length() <= LONGEST_LABEL;
    }

    /** A forwarded mail is what somebody wants to be read; only answers quote what is known. */
    private static boolean isQuote(Element element) {
        return element.normalName().equals("blockquote")
                || (element.hasClass("gmail_quote") && !element.text().startsWith("---------- Forwarded message"));
    }

    private void quote(int start) {
        var quoted = text.substring(start).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        text.setLength(start);
        text.append(quoted);
        newLine();
    }

    private void append(TextNode node) {
        var words = node.getWholeText().replace('\u00a0', ' ');
        if (!(node.parent() instanceof Element parent && parent.normalName().equals("pre"))) {
            words = words.replaceAll("\\s+", " ");
            if (text.isEmpty() || endsWith('\n') || endsWith('\t') || endsWith(' ')) {
                words = words.stripLeading();
            }
        }
        text.append(words);
    }

    private void newLine() {
        if (!text.isEmpty() && !endsWith('\n') && !endsWith('\t')) {
            text.append('\n');
        }
    }

    private boolean endsWith(char letter) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == letter;
    }
}
