package org.mdmhub.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.security.Routes.Route;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two doors: machines come by token (in the demo also by Basic) and keep no session, people by the login form. Both ask
 * {@link PasswordLogin}, which is found as the only one of its kind; named here too it would be asked twice.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final long MOST_PLAIN = 1024L * 1024;

    /** Argon2id, 19 MiB, two passes, as OWASP recommends; older hashes are still read. */
    @Bean
    static PasswordEncoder passwordEncoder() {
        var argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        var encoder = new DelegatingPasswordEncoder("argon2id", java.util.Map.of("argon2id", argon));
        encoder.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return encoder;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http, CurrentActor actors, ApiTokens tokens, ProblemWriter problems, Environment environment) {
        http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie lets anybody in here, so there is nothing to forge
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .anonymous(org.springframework.security.config.Customizer.withDefaults())
                .addFilterBefore(new BearerTokens(tokens, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new ReadableParameters((request, response) -> {
                            boolean file = String.valueOf(request.getContentType())
                                    .startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
                            boolean large = file && request.getContentLengthLong() > MOST_PLAIN;
                            problems.write(
                                    request,
                                    response,
                                    large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                                    large ? "tooLargeFile" : "malformed");
                        }),
                        AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        }
        return http.authorizeHttpRequests(routes -> {
                    routes.requestMatchers("/actuator/health/**", "/actuator/health")
                            .permitAll();
                    routes.requestMatchers(HttpMethod.GET, Routes.OPEN_REST.toArray(String[]::new))
                            .permitAll();
                    declare(routes, Routes.OPERATIONS, actors);
                    declare(routes, Routes.REST, actors);
                    // what is not there answers 404, but only to those who may come in at all
                    routes.anyRequest().authenticated();
                })
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            CurrentActor actors,
            Sessions sessions,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        var login = new LoginInSession(sessions, Clock.systemUTC());
        return http.securityContext(context -> context.securityContextRepository(login))
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::newSession))
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookie(secure)).csrfTokenRequestHandler(early()))
                .requestCache(cache -> cache.requestCache(new WantedPage()))
                .addFilterBefore(new Nonce(), HeaderWriterFilter.class)
                .addFilterAfter(new ReadableParameters(ReadableParameters::page), HeaderWriterFilter.class)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .formLogin(form ->
                        form.loginPage("/login").defaultSuccessUrl("/", false).failureHandler(new LoginRefused()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .authorizeHttpRequests(routes -> {
                    // the end of a call that was let in; its login may have ended meanwhile
                    routes.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
                    routes.requestMatchers(Routes.OPEN.toArray(String[]::new)).permitAll();
                    declare(routes, Routes.SCREENS, actors);
                    routes.anyRequest().denyAll();
                })
                .build();
    }

    /** The cookie goes out before the page: behind the first part of a long page no header can follow. */
    private static CsrfTokenRequestHandler early() {
        var handler = new XorCsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static void declare(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes,
            List<Route> declared,
            CurrentActor actors) {
        for (Route route : declared) {
            routes.requestMatchers(route.method(), route.pattern()).access(holding(route.right(), actors));
        }
    }

    private static AuthorizationManager<RequestAuthorizationContext> holding(Right right, CurrentActor actors) {
        return (caller, context) -> {
            HttpServletRequest request = context.getRequest();
            return new AuthorizationDecision(
                    actors.of(request).filter(actor -> actor.may(right)).isPresent());
        };
    }
}
