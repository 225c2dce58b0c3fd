package org.mdmhub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mdmhub.mother.Merger;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Staff;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test on the real PostgreSQL. All of a JVM share one application and one server, so tests bring data of their own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({Office.class, Staff.class, Merger.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "mdm.database.folder=target/postgres-${random.uuid}",
            "mdm.data=target/data",
            "mdm.database.durable=false",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false",
            "spring.main.banner-mode=off",
            "spring.datasource.hikari.maximum-pool-size=40",
            "logging.level.root=warn"
        })
public @interface HubTest {}
