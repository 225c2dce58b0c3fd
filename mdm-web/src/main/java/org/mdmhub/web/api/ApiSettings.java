package org.mdmhub.web.api;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Duration;
import java.util.List;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.security.CurrentActor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;

/** How the API reads and writes JSON, and how it describes itself. */
@Configuration(proxyBeanMethods = false)
class ApiSettings implements WebMvcConfigurer {

    private static final int KEPT_DAYS = 7;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    private final CurrentActor actors;

    ApiSettings(CurrentActor actors) {
        this.actors = actors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }

    @Bean
    static JsonMapperBuilderCustomizer plainNumbers() {
        return builder -> builder.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    static OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("MDM hub")
                        .version("v1")
                        .description("One code for every customer and product: ask, approve, look up, deliver.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    static RecurringTask<Void> pruneIdempotencyKeys(IdempotencyKeys keys) {
        return Tasks.recurring("prune-idempotency-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> keys.prune(KEPT_DAYS));
    }
}
