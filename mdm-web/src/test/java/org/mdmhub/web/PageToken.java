package org.mdmhub.web;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * What a form of a page of ours brings besides its fields, so that no other site can send it. The one that Spring Security
 * has for tests would put another repository into the hub that the browser journeys of the same JVM use.
 */
public final class PageToken implements RequestPostProcessor {

    private static final String TOKEN = "a-token-of-a-test";

    private PageToken() {}

    public static RequestPostProcessor csrf() {
        return new PageToken();
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
        // masked as Spring does it, with a mask of zeros
        byte[] masked = new byte[token.length * 2];
        System.arraycopy(token, 0, masked, token.length, token.length);
        request.setCookies(new Cookie("MDMCSRF", TOKEN));
        request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
        return request;
    }
}
