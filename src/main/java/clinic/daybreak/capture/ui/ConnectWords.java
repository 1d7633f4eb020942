package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.SourceKind;

/** How to connect each kind of sender, in one or two sentences; all of it is in docs/webhooks.md. */
final class ConnectWords {

    private ConnectWords() {}

    static String of(SourceKind kind) {
        return switch (kind) {
            case CONTACT_PAGE -> "The clinics' own page, /contact. Link to it from your website, or frame it there.";
            case API ->
                "Your script posts JSON to /api/v1/submissions with the header \"Authorization: Bearer\" and the key.";
            case CONTACT_FORM_7 ->
                "Install the plug-in \"CF7 to Webhook\", switch it on in the form's tab Webhook and enter the address. In"
                        + " its headers enter \"X-Daybreak-Secret:\" and the secret.";
            case WPFORMS ->
                "In the form open Settings, then Webhooks: enter the address, method POST, format JSON, and the secret. In"
                        + " the request body name the fields, and send {entry_id} as entry_id.";
            case GRAVITY_FORMS ->
                "In the form open Settings, then Webhooks: enter the address, method POST, format JSON, body All Fields. It"
                        + " names fields by numbers: map them here after the first entry.";
            case ELEMENTOR ->
                "In the form widget add the action Webhook after submit, enter the address, and switch Advanced Data on.";
            case TYPEFORM ->
                "Open Connect, then Webhooks: add the address, then edit it and enter the secret. Switch it on.";
            case WEBFLOW ->
                "Open Site settings, then Apps & integrations, then Webhooks: add one for form submissions with the"
                        + " address.";
            case GOOGLE_ADS ->
                "In the lead form open Export leads, then Webhook: enter the address, and the secret as key. Then send"
                        + " test data.";
            case META ->
                "In your app open Webhooks, then Page: subscribe with the address and, as verify token, the app secret."
                        + " Then subscribe to leadgen and install the app on the page.";
            case GENERIC ->
                "Send JSON or a form to the address. In Zapier: Webhooks, POST, payload type JSON. The secret goes into the"
                        + " header X-Daybreak-Secret.";
            case MAILBOX, IMPORT -> "";
        };
    }
}
