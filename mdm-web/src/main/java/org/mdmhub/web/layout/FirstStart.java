package org.mdmhub.web.layout;

import org.mdmhub.web.security.SetUpLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Prints where the hub is, and on an empty database the link for the first administrator. */
@Component
@Profile("!demo")
class FirstStart implements ApplicationRunner {

    private final SetUpLinks links;
    private final int port;

    FirstStart(SetUpLinks links, @Value("${server.port:8080}") int port) {
        this.links = links;
        this.port = port;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        System.out.printf("The hub is ready: http://localhost:%d/%n", port);
        links.make()
                .ifPresent(token -> System.out.printf(
                        "Nobody can log in yet. Make the first administrator, once and within a day, at%n"
                                + "  http://localhost:%d/setup?token=%s%n",
                        port, token));
    }
}
