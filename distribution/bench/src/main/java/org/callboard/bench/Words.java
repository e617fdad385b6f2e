package org.callboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes up titles, descriptions and tags. */
final class Words {

    static final List<String> NOUNS = List.of(("account agent alert archive audit bank batch billing booking bridge "
                    + "budget cache calendar card cart catalog chat checkout claim claims config core coupon course "
                    + "credit customer deploy device document driver edge email event export feature feed fleet fraud "
                    + "gateway grant hotel image import index insight inventory invoice job journal ledger letter "
                    + "loyalty mailer map media metric mobile model notify offer order parcel partner payment payroll "
                    + "policy portal price profile proxy queue quote refund region release report return rider risk "
                    + "route rule schedule score search session shipment signal stock store stream support tax ticket "
                    + "token topic trace vault video voucher wallet warehouse")
            .split(" "));

    private static final List<String> TAGS = List.of(("batch data external gdpr go graphql grpc internal java kafka "
                    + "kotlin ml mobile node osgi pci postgres python quarkus react redis rest rust s3 spring "
                    + "typescript web")
            .split(" "));

    private final Random random;

    Words(Random random) {
        this.random = random;
    }

    String title() {
        return capital(pick(NOUNS)) + " " + capital(pick(NOUNS));
    }

    String description() {
        String subject = pick(NOUNS) + " " + pick(NOUNS) + " " + pick(NOUNS);
        String rest = random.ints(5 + random.nextInt(12), 0, NOUNS.size())
                .mapToObj(NOUNS::get)
                .collect(Collectors.joining(" "));
        return "The " + subject + " part that handles " + rest + ".";
    }

    /** {@return one to four tags, sorted} */
    List<String> tags() {
        List<String> tags = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String tag = pick(TAGS);
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        tags.sort(null);
        return tags;
    }

    String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
