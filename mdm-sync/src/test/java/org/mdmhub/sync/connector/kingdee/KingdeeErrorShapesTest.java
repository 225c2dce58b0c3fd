package org.mdmhub.sync.connector.kingdee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.connector.StubTarget;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Outcome.Refusal;
import org.mdmhub.sync.target.Reading;

/** Shapes and sequences that the sandbox does not produce. */
class KingdeeErrorShapesTest {

    private static final Message MESSAGE =
            new Message("customers", "C1", "ACTIVE", 1, null, null, Map.of("FName", "a"));
    private static final String NOTHING = "[]";
    private static final String AUDITED = "[[7,\"C1\",\"C\",\"A\",\"2026-11-22T08:00:00\"]]";
    private static final String DONE =
            "{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":true,\"Errors\":[],\"MsgCode\":0},\"Id\":7,\"Number\":\"C1\"}}";
    private static final String DUPLICATE = refused("FNumber", "违反字段唯一性要求：编码唯一。[C1]在当前系统中已经被使用。", 11);

    private final KingdeeConnector connector = new KingdeeConnector();
    private StubTarget target;
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        target = new StubTarget();
        connection = new Connection(
                "erp",
                target.address(),
                Map.of("acctId", "acct", "user", "demo"),
                Map.of("appId", "client_part", "appSecret", "secret"));
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void a_duplicate_number_is_looked_up_and_updated() {
        target.answers(200, NOTHING)
                .answers(200, DUPLICATE)
                .answers(200, AUDITED)
                .answers(200, DONE)
                .answers(200, DONE)
                .answers(200, DONE)
                .answers(200, DONE);
        assertThat(push()).isEqualTo(new Outcome.Accepted("7", null));
        assertThat(target.requests().get(1)).contains("\\\"FCUSTID\\\":0");
        assertThat(target.requests().get(3)).contains("UnAudit");
        assertThat(target.requests().get(4)).contains("\\\"FCUSTID\\\":7", "\\\"NeedUpDateFields\\\":[\\\"FName\\\"]");
    }

    @Test
    void a_duplicate_that_queries_do_not_show_is_found_by_its_number() {
        target.answers(200, NOTHING)
                .answers(200, DUPLICATE)
                .answers(200, NOTHING)
                .answers(200, "{\"Result\":{\"ResponseStatus\":null,\"Result\":{\"Id\":7,\"DocumentStatus\":\"A\"}}}")
                .answers(200, DONE)
                .answers(200, DONE)
                .answers(200, DONE);
        assertThat(push()).isEqualTo(new Outcome.Accepted("7", null));
        assertThat(target.requests()).hasSize(7);
    }

    @Test
    void an_empty_query_does_not_unmake_a_known_id() {
        target.answers(200, NOTHING).answers(200, DONE).answers(200, DONE).answers(200, DONE);
        Message known = new Message("customers", "C1", "ACTIVE", 1, "7", null, Map.of("FName", "a"));
        assertThat(connector.push(connection, known)).isEqualTo(new Outcome.Accepted("7", null));
        assertThat(target.requests().get(1)).contains("\\\"FCUSTID\\\":7");
    }

    @Test
    void audited_already_is_done() {
        target.answers(200, NOTHING).answers(200, DONE).answers(200, DONE).answers(200, refused("", "[C1]单据已经审核", 11));
        assertThat(push()).isEqualTo(new Outcome.Accepted("7", null));
    }

    @Test
    void a_refused_audit_is_a_rejection() {
        target.answers(200, NOTHING)
                .answers(200, DONE)
                .answers(200, DONE)
                .answers(200, refused("FTaxRate", "税率已停用", 11));
        assertThat(push()).isEqualTo(new Outcome.Rejected(List.of(new Refusal("FTaxRate", "税率已停用"))));
    }

    @Test
    void a_submit_that_is_throttled_waits_as_long_as_asked() {
        target.answers(200, NOTHING).answers(200, DONE).answers(429, "", Map.of("Retry-After", "600"));
        Instant before = Instant.now();
        assertThat(push())
                .isInstanceOfSatisfying(
                        Outcome.Underway.class,
                        underway -> assertThat(underway.lookAgainAt()).isAfterOrEqualTo(before.plusSeconds(600)));
    }

    @Test
    void credentials_refused_at_submit_are_unauthorized() {
        target.answers(200, NOTHING).answers(200, DONE).answers(200, refused("", "会话信息已丢失，请重新登录", 1));
        assertThat(push()).isInstanceOf(Outcome.Unauthorized.class);
    }

    @Test
    void each_error_is_told() {
        target.answers(200, NOTHING)
                .answers(
                        200,
                        "{\"Result\":{\"ResponseStatus\":{\"ErrorCode\":500,\"IsSuccess\":false,\"Errors\":["
                                + "{\"FieldName\":\"FTEL\",\"Message\":\"太长\",\"DIndex\":0},"
                                + "{\"FieldName\":null,\"Message\":\"组织不存在\",\"DIndex\":0}],\"MsgCode\":11},\"Id\":\"\"}}");
        assertThat(push())
                .isEqualTo(new Outcome.Rejected(List.of(new Refusal("FTEL", "太长"), new Refusal(null, "组织不存在"))));
    }

    @Test
    void a_form_that_somebody_has_open_is_to_be_tried_again_for_this_record_only() {
        target.answers(200, NOTHING).answers(200, refused("", "网络控制：单据正在被编辑", 11));
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void an_exception_as_text_leaves_a_save_unknown() {
        target.answers(200, NOTHING)
                .answers(200, "response_error:{\"Message\":\"未将对象引用设置到对象的实例\",\"InnerExWrapper\":null}");
        assertThat(push()).isEqualTo(new Outcome.Unknown("未将对象引用设置到对象的实例"));
    }

    @Test
    void an_exception_about_the_session_is_unauthorized() {
        target.answers(200, "response_error:{\"Message\":\"会话信息已丢失，请重新登录\"}");
        assertThat(push()).isInstanceOf(Outcome.Unauthorized.class);
    }

    @Test
    void a_wrong_account_is_unauthorized() {
        target.answers(500, "Fail to verify thirty passport");
        assertThat(connector.probe(connection)).isInstanceOf(Outcome.Unauthorized.class);
    }

    @Test
    void a_query_fails_as_a_list_in_a_list() {
        String failure = "[[" + refused("", "元数据中标识为FIssueType的字段不存在", 9) + "]]";
        target.answers(200, failure).answers(200, failure);
        Outcome rejected = new Outcome.Rejected(List.of(new Refusal(null, "元数据中标识为FIssueType的字段不存在")));
        assertThat(push()).isEqualTo(rejected);
        assertThat(connector.read(connection, MESSAGE)).isEqualTo(new Reading.Failed(rejected));
    }

    @Test
    void a_page_instead_of_json_proves_nothing() {
        target.answers(200, NOTHING).answers(200, "<html>K/3 Cloud</html>").answers(200, "<html>K/3 Cloud</html>");
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
        assertThat(connector.probe(connection)).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void saved_without_an_id_is_unknown() {
        target.answers(200, NOTHING).answers(200, "{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":true}}}");
        assertThat(push()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_record_submitted_by_somebody_is_audited_and_opened_before_it_is_changed() {
        target.answers(200, "[[7,\"C1\",\"B\",\"A\",\"2026-11-22\"]]");
        for (int call = 0; call < 5; call++) {
            target.answers(200, DONE);
        }
        assertThat(push()).isEqualTo(new Outcome.Accepted("7", null));
        assertThat(target.requests().get(1)).contains(".Audit.");
        assertThat(target.requests().get(2)).contains(".UnAudit.");
    }

    @Test
    void a_quote_in_a_code_stays_within_the_filter() {
        target.answers(200, NOTHING);
        connector.push(connection, new Message("customers", "C'1", "ACTIVE", 1, null, null, Map.of()));
        assertThat(target.requests().get(0)).contains("FNumber='C''1'");
    }

    @Test
    void a_type_without_a_form_is_rejected() {
        assertThat(connector.push(connection, new Message("suppliers", "S", "ACTIVE", 1, null, null, Map.of())))
                .isInstanceOf(Outcome.Rejected.class);
    }

    private Outcome push() {
        return connector.push(connection, MESSAGE);
    }

    private static String refused(String field, String message, int code) {
        return "{\"Result\":{\"ResponseStatus\":{\"ErrorCode\":500,\"IsSuccess\":false,\"Errors\":[{\"FieldName\":\""
                + field + "\",\"Message\":\"" + message + "\",\"DIndex\":0}],\"SuccessEntitys\":[],\"MsgCode\":" + code
                + "},\"Id\":\"\"}}";
    }
}
