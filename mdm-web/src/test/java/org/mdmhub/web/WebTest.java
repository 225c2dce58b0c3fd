package org.mdmhub.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mdmhub.MdmHub;
import org.mdmhub.mother.Office;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test on the whole application, on a free port and the real PostgreSQL. All of a JVM share one, so tests bring data of
 * their own; {@link People} gives them logins.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({Office.class, People.class, TestTargets.class})
@SpringBootTest(
        classes = MdmHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mdm.database.folder=target/postgres-${random.uuid}",
            "mdm.database.durable=false",
            "mdm.data=target/hub-${random.uuid}",
            "mdm.channels.loopback=true",
            "logging.level.org.mdmhub=warn"
        })
public @interface WebTest {}
