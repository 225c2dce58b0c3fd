package org.mdmhub.record;

import java.util.List;
import java.util.Map;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON columns are read: a number keeps every digit, and equals the one that was written. */
@Configuration(proxyBeanMethods = false)
class JsonColumns {

    @Bean
    HibernatePropertiesCustomizer exactNumbersInJson() {
        return properties -> properties.put(AvailableSettings.JSON_FORMAT_MAPPER, new Exact());
    }

    /** Gives each number in the form of {@link FieldKind#plain}; any other would make an untouched list look changed. */
    private static final class Exact implements FormatMapper {

        private final FormatMapper jackson = new Jackson3JsonFormatMapper(JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build());

        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            return cast(jackson.fromString(text, type, options));
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            return jackson.toString(value, type, options);
        }

        private static @Nullable Object exact(@Nullable Object value) {
            if (value instanceof Number number) {
                return FieldKind.plain(number);
            }
            if (value instanceof List<?> list) {
                list.replaceAll(Exact::cast);
            }
            if (value instanceof Map<?, ?> map) {
                map.replaceAll((key, held) -> cast(held));
            }
            return value;
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
        private static <V> V cast(@Nullable Object value) {
            return (V) exact(value);
        }
    }
}
