package org.mdmhub.web.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese for whoever asks for any Chinese, English for all others; {@code ?lang=} changes it and is remembered. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    @Bean
    static LocaleResolver localeResolver() {
        var remembered = new CookieLocaleResolver("lang") {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return known(super.resolveLocale(request));
            }
        };
        remembered.setCookieHttpOnly(true);
        remembered.setCookieSameSite("Lax");
        remembered.setDefaultLocaleFunction(HttpServletRequest::getLocale);
        return remembered;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    private static Locale known(Locale locale) {
        return locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
