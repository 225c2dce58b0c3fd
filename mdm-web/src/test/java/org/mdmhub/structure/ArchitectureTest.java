package org.mdmhub.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.mdmhub.record.MasterRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Rules that keep the house in order, each with its reason. */
@AnalyzeClasses(packages = "org.mdmhub", importOptions = Shipped.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule no_cycles = slices().matching("org.mdmhub.(**)")
            .should()
            .beFreeOfCycles()
            .because("a newcomer must be able to read the house from the ground up");

    @ArchTest
    static final ArchRule names_say_the_job = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|VO)")
            .because("a name says what a thing is for, not in which layer it lies");

    @ArchTest
    static final ArchRule only_history_knows_the_audit_library = noClasses()
            .that()
            .resideOutsideOfPackage("org.mdmhub.history..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.hibernate.envers..")
                    .and(DescribedPredicate.not(
                            nameMatching("org\\.hibernate\\.envers\\.(NotAudited|Audited|RelationTarget\\w+)"))))
            .because("its successor lives in Hibernate itself, and moving must touch one package");

    @ArchTest
    static final ArchRule no_bulk_statements = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "makes a bulk statement of the entity manager",
                    (JavaMethodCall call) -> call.getName().equals("createMutationQuery")))
            .orShould()
            .beAnnotatedWith(Modifying.class)
            .because("the audit library does not see bulk statements");

    @ArchTest
    static final ArchRule only_the_road_writes_masters = noClasses()
            .that()
            .resideOutsideOfPackages("org.mdmhub.road..", "org.mdmhub.record..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "writes a master",
                    (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(MasterRecords.class)
                            && call.getName().matches("create|write|store|takeCode|lock")))
            .because("every change to a master takes the one road");

    @ArchTest
    static final ArchRule controllers_are_nobodys_business = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .and()
            .areNotAnnotations()
            .should()
            .bePackagePrivate()
            .because("a controller is called by requests only");

    @ArchTest
    static final ArchRule entities_are_never_forms = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .notHaveRawParameterTypes(DescribedPredicate.describe(
                    "an entity", types -> types.stream().anyMatch(type -> type.isAnnotatedWith(Entity.class))))
            .because("whatever a caller sends must not be able to set what he may not set");

    @ArchTest
    static final ArchRule no_field_injection = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule the_domain_knows_no_http = noClasses()
            .that()
            .resideOutsideOfPackages("org.mdmhub.web..", "org.mdmhub.bench..", "org.mdmhub.sync..", "org.mdmhub")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.servlet..")
                    .or(resideInAPackage("org.springframework.web.."))
                    .or(resideInAPackage("java.net.http..")))
            .because("mdm-core knows no screen, no HTTP and no target system");

    @ArchTest
    static final ArchRule sandboxes_share_nothing_with_connectors = noClasses()
            .that()
            .resideInAPackage("org.mdmhub.sync.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.mdmhub.sync.connector.."))
            .because("a mistake made in both would find itself right");

    @ArchTest
    static final ArchRule legacy_dates_are_out = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "java.util.Date or Calendar",
                    (JavaClass type) -> type.getName().equals("java.util.Date")
                            || type.getName().equals("java.util.Calendar")))
            .because("times are instants, days are days");
}
