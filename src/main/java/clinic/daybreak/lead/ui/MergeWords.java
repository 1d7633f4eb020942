package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadFacts;
import clinic.daybreak.lead.MergeComparison;
import clinic.daybreak.lead.MergeKind;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What happens when the two are merged, in words. */
class MergeWords extends UnorderedList {

    MergeWords(MergeComparison both, List<MergeConsequence> consequences) {
        addClassName("merge-words");
        boolean leadStays = both.kept().equals(both.lead().facts().id());
        LeadFacts absorbed = (leadStays ? both.other() : both.lead()).facts();
        if (both.kind() == MergeKind.ONE_ENQUIRY) {
            say((leadStays ? "The left" : "The right")
                    + " lead stays. It keeps the earlier receipt with its source, both"
                    + " timelines, and the attempts and messages of both.");
            consequences.forEach(each -> each.words(absorbed.id()).ifPresent(this::say));
            if (both.lead().facts().crisisLevel() != null
                    || both.other().facts().crisisLevel() != null) {
                say("The crisis hold stays until a clinician has cleared it.");
            }
        } else {
            say(
                    "Both leads stay as they are, each with its own stage and timeline. They show each other as enquiries of"
                            + " one person.");
        }
        say("All addresses and phones stay. Of consents, and of leaving a voicemail, the stricter answer counts.");
        say("Nobody is told. It can be taken back on the page of the lead.");
    }

    private void say(String sentence) {
        add(new ListItem(sentence));
    }
}
