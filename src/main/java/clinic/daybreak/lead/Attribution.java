package clinic.daybreak.lead;

/**
 * How somebody came to us with one message: kept apart for each, so that the first touch, the last touch and what people
 * say themselves stay separate facts. Empty texts for what is not known.
 *
 * @param pageUrl the page with the form
 * @param referrer from where that page was opened
 * @param heardBy in their own words
 */
public record Attribution(
        String utmSource,
        String utmMedium,
        String utmCampaign,
        String utmTerm,
        String utmContent,
        String pageUrl,
        String referrer,
        String heardBy) {

    private static final int UTM_LENGTH = 200;
    private static final int URL_LENGTH = 500;

    public static final Attribution NONE = new Attribution("", "", "", "", "", "", "", "");

    public Attribution {
        utmSource = cut(utmSource, UTM_LENGTH);
        utmMedium = cut(utmMedium, UTM_LENGTH);
        utmCampaign = cut(utmCampaign, UTM_LENGTH);
        utmTerm = cut(utmTerm, UTM_LENGTH);
        utmContent = cut(utmContent, UTM_LENGTH);
        pageUrl = cut(pageUrl, URL_LENGTH);
        referrer = cut(referrer, URL_LENGTH);
        heardBy = cut(heardBy, UTM_LENGTH);
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
