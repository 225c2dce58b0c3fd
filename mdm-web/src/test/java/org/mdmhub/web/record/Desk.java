package org.mdmhub.web.record;

import static org.mdmhub.web.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.mdmhub.organisation.Actor;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Asks the hub for its pages as somebody does, without a browser. */
final class Desk {

    private final MockMvc hub;

    Desk(WebApplicationContext context) {
        this.hub = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** A path with what stands behind it, already encoded. */
    MockHttpServletResponse get(Actor who, String address) {
        return sent(request(HttpMethod.GET, URI.create(address)).with(user(who.login())));
    }

    MockHttpServletResponse fragment(Actor who, String address) {
        return sent(request(HttpMethod.GET, URI.create(address))
                .with(user(who.login()))
                .header("HX-Request", "true"));
    }

    MockHttpServletResponse post(Actor who, String path, String... namesAndValues) {
        MockHttpServletRequestBuilder sent =
                request(HttpMethod.POST, URI.create(path)).with(csrf()).with(user(who.login()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return sent(sent);
    }

    String page(Actor who, String address) {
        return text(get(who, address));
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) {
        try {
            return hub.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
