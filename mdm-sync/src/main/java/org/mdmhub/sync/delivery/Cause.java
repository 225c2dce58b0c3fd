package org.mdmhub.sync.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a delivery is not done, made comparable: whatever differs from one record to the next is left out.
 *
 * @param field the target's name of the field, null where it named none
 * @param figure a length or a status that belongs to the kind, null where it has none
 * @param said the target's own words
 */
public record Cause(
        Kind kind, @Nullable String field, @Nullable String figure, String said) {

    /** What is wrong; the words for it stand under {@code cause.KIND}. */
    public enum Kind {
        TOO_LONG,
        REQUIRED,
        UNKNOWN_FIELD,
        DUPLICATE,
        LOCKED,
        CLOSED,
        VALUE,
        RULE,
        NO_ANSWER,
        NOT_REACHABLE,
        SERVER,
        TOO_MANY,
        CREDENTIALS,
        UNFINISHED,
        HUB,
        OTHER
    }

    private record Sign(Kind kind, Pattern words) {}

    // the first that fits; by the codes of Salesforce, the words of Kingdee and our own
    private static final List<Sign> SIGNS = List.of(
            sign(Kind.HUB, "^the hub failed"),
            sign(Kind.UNFINISHED, "^unfinished in the target"),
            sign(Kind.NO_ANSWER, "^(no answer within|the connection broke|interrupted while)"),
            sign(Kind.NOT_REACHABLE, "^(not reachable|no WebAPI at this address|a redirect is not followed)"),
            sign(Kind.TOO_MANY, "^too many calls|REQUEST_LIMIT_EXCEEDED"),
            sign(Kind.CREDENTIALS, "INVALID_SESSION_ID|invalid_client|invalid_grant|thirty passport|会话信息已丢失"),
            sign(
                    Kind.TOO_LONG,
                    "STRING_TOO_LONG|too (long|large)|longer than|max(imum)? length|exceeds|超长|过长|长度.*超|超过.*长度|最大长度"),
            sign(Kind.UNKNOWN_FIELD, "No such column|does not exist or is not accessible|元数据中标识为"),
            sign(Kind.REQUIRED, "REQUIRED_FIELD_MISSING|is required|required field|必填|必录|不能为空"),
            sign(Kind.DUPLICATE, "DUPLICATE|more than one record|唯一|已经被使用|已存在|重复"),
            sign(Kind.LOCKED, "UNABLE_TO_LOCK_ROW|is locked|网络控制"),
            sign(Kind.CLOSED, "不允许修改|不允许审核|不允许提交"),
            sign(
                    Kind.VALUE,
                    "PICKLIST|INVALID_EMAIL|INVALID_TYPE|JSON_PARSER_ERROR|Cannot deserialize|malformed|格式|不合法|无效|值不存在"),
            sign(Kind.RULE, "CUSTOM_VALIDATION|validation|校验|演练"),
            sign(Kind.SERVER, "^HTTP \\d{3}"));

    private static final Pattern NAMED = Pattern.compile("([A-Za-z]\\w*(?:\\.\\w+)*): (.+)", Pattern.DOTALL);
    private static final Pattern LIMIT =
            Pattern.compile("(?i)(?:max(?:imum)?[ -]length|longer than|exceeds|超过|最大长度|长度)\\D{0,8}?(\\d{1,6})(?!\\d)");
    private static final Pattern STATUS = Pattern.compile("^HTTP (\\d{3})");
    private static final Pattern QUOTED = Pattern.compile("\\[[^\\]]*]|“[^”]*”|\"[^\"]*\"|'[^']*'");
    private static final Pattern DIGITS = Pattern.compile("[A-Za-z]*\\d[\\w-]*");

    private static Sign sign(Kind kind, String words) {
        return new Sign(kind, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    /** The causes that an error names, at least one. */
    public static List<Cause> of(@Nullable String error) {
        List<Cause> causes = new ArrayList<>();
        for (String part : (error == null ? "" : error).split("; (?=[A-Za-z]\\w*(?:\\.\\w+)*: |HTTP \\d)", -1)) {
            causes.add(one(part.strip()));
        }
        return List.copyOf(causes);
    }

    private static Cause one(String error) {
        Matcher named = NAMED.matcher(error);
        String field = named.matches() ? named.group(1) : null;
        String said = named.matches() ? named.group(2) : error;
        Kind kind = SIGNS.stream()
                .filter(sign -> sign.words().matcher(said).find())
                .map(Sign::kind)
                .findFirst()
                .orElse(Kind.OTHER);
        return new Cause(kind, field, figure(kind, said), said);
    }

    private static @Nullable String figure(Kind kind, String said) {
        Matcher found = (kind == Kind.TOO_LONG ? LIMIT : STATUS).matcher(said);
        return (kind == Kind.TOO_LONG || kind == Kind.SERVER) && found.find() ? found.group(1) : null;
    }

    /** The same for all records that fail for the same reason. */
    public String group() {
        boolean itsOwnWords = kind == Kind.OTHER || kind == Kind.RULE || kind == Kind.CLOSED;
        return String.join(
                "|", kind.name(), String.valueOf(field), String.valueOf(figure), itsOwnWords ? plain(said) : "");
    }

    private static String plain(String said) {
        String unquoted = QUOTED.matcher(said).replaceAll("…");
        return DIGITS.matcher(unquoted).replaceAll("…");
    }
}
