package org.mdmhub.web.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a channel to a group must be like before it is laid down. */
@Component
public class GroupRules {

    private static final int LONGEST_ADDRESS = 1000;
    private static final int MOST_SECRETS = 3;
    private static final int LONGEST_SECRET = 200;

    private final AddressGuard guard;

    GroupRules(AddressGuard guard) {
        this.guard = guard;
    }

    /**
     * What is wrong, by input: address, secrets; empty where nothing is. Where a name leads is looked at with each
     * message, not here.
     *
     * @param fresh whether there is nothing yet that could be kept
     */
    public Map<String, String> wrong(
            String carrier, String address, boolean inside, List<String> secrets, boolean fresh) {
        Map<String, String> wrong = new TreeMap<>();
        if (address.isEmpty() ? fresh : !isAddress(address, inside)) {
            wrong.put("address", address.isEmpty() ? "required" : "address");
        }
        boolean signed = carrier.equals("WEBHOOK");
        if (signed && fresh && secrets.isEmpty()) {
            wrong.put("secrets", "required");
        } else if (secrets.size() > MOST_SECRETS || secrets.stream().anyMatch(one -> !isSecret(one, signed))) {
            wrong.put("secrets", signed ? "webhook" : "secret");
        }
        return wrong;
    }

    private static boolean isSecret(String secret, boolean signed) {
        return secret.length() <= LONGEST_SECRET
                && secret.matches("[\\x21-\\x7e]+")
                && (!signed || WebhookChannel.isSecret(secret));
    }

    private boolean isAddress(String address, boolean inside) {
        if (address.length() > LONGEST_ADDRESS || !address.matches("[\\x21-\\x7e]+")) {
            return false;
        }
        try {
            return guard.wrongForm(new URI(address), inside).isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
