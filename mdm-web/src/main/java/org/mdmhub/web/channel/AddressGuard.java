package org.mdmhub.web.channel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the hub from being sent against its own network: every address that a host name leads to is looked at, and the
 * connection goes to what was looked at. Loopback, link-local and multicast are never spoken to, private ranges only
 * where the administrator marked the address as one of the company's own network.
 */
@Component
class AddressGuard {

    private static final int BYTE = 0xFF;

    private final boolean loopback;

    /** @param loopback whether the machine itself may be spoken to; for tests */
    AddressGuard(@Value("${mdm.channels.loopback:false}") boolean loopback) {
        this.loopback = loopback;
    }

    /** The address is not to be spoken to. */
    static final class Forbidden extends Exception {
        Forbidden(String why) {
            super(why, null, false, false);
        }
    }

    /** What is wrong with the form of an address, before anybody looks up its name; empty where nothing is. */
    String wrongForm(URI uri, boolean inside) {
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equals("https") && !(scheme.equals("http") && (inside || loopback))) {
            return "scheme";
        }
        boolean plain = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() < 65_536;
        return plain ? "" : "form";
    }

    /**
     * The address to connect to.
     *
     * @throws UnknownHostException where the name leads nowhere
     */
    InetAddress checked(URI uri, boolean inside) throws Forbidden, UnknownHostException {
        String wrong = wrongForm(uri, inside);
        if (!wrong.isEmpty()) {
            throw new Forbidden("the address is not allowed: " + wrong);
        }
        List<InetAddress> all = List.of(InetAddress.getAllByName(uri.getHost()));
        for (InetAddress address : all) {
            if (!allowed(address, inside)) {
                throw new Forbidden("the address leads into a network that is not allowed");
            }
        }
        return all.get(0);
    }

    boolean allowed(InetAddress address, boolean inside) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return allowed6(bytes, inside);
        }
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        boolean reserved = first == 0
                || first >= 240
                || (first == 192 && second == 0 && (bytes[2] & BYTE) == 0)
                || (first == 198 && (second == 18 || second == 19));
        boolean own = address.isSiteLocalAddress() || (first == 100 && second >= 64 && second < 128);
        return !reserved && (!own || inside);
    }

    /** Only global unicast that wraps no other address, and unique local ones inside. */
    private static boolean allowed6(byte[] bytes, boolean inside) {
        int first = bytes[0] & BYTE;
        if ((first & 0xFE) == 0xFC) {
            return inside;
        }
        boolean sixToFour = first == 0x20 && (bytes[1] & BYTE) == 0x02;
        boolean teredo = first == 0x20 && (bytes[1] & BYTE) == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return (first & 0xE0) == 0x20 && !sixToFour && !teredo;
    }
}
