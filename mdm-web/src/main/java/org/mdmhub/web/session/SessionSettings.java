package org.mdmhub.web.session;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.servlet.FlashMapManager;
import tools.jackson.databind.json.JsonMapper;

/** How the session library writes attributes and its cookie. */
@Configuration(proxyBeanMethods = false)
class SessionSettings {

    /** The library looks for it by this name. */
    @Bean
    static ConversionService springSessionConversionService() {
        SessionText text = new SessionText(JsonMapper.builder().build());
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, text::write);
        conversion.addConverter(byte[].class, Object.class, text::read);
        return conversion;
    }

    @Bean
    static CookieSerializer sessionCookie(
            @Value("${server.servlet.session.cookie.name}") String name,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        return new HostCookie(name, secure);
    }

    @Bean
    static FlashMapManager flashMapManager() {
        return new Flashes();
    }
}
