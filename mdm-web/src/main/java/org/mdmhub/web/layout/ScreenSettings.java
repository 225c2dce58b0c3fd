package org.mdmhub.web.layout;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the frame around every page. */
@Configuration(proxyBeanMethods = false)
class ScreenSettings implements WebMvcConfigurer {

    private final Frame frame;

    ScreenSettings(Frame frame) {
        this.frame = frame;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frame).excludePathPatterns("/api/**", "/webjars/**", "/assets/**");
    }
}
