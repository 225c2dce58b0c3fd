package org.mdmhub.web.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail to a real SMTP server in this JVM. */
class MailChannelTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailChannel channel(int port, String domains) {
        return new MailChannel(new MailSettings("127.0.0.1", port, "", "", "hub@company.test", "none", domains));
    }

    private static Letter letter(String subject) {
        return new Letter(
                "id-1",
                Instant.EPOCH,
                subject,
                List.of(new Letter.Line("waits", "R1", "申请 R1 待您审批", "电话", URI.create("https://hub.test/inbox/1"))),
                "foot");
    }

    private static Address to(String mail) {
        return new Address(mail, List.of(), false);
    }

    @Test
    void a_mail_arrives_as_it_was_written() throws Exception {
        MailChannel channel = channel(server.getSmtp().getPort(), "");
        assertThat(channel.send(letter("[主数据] 申请 R1 待您审批"), to("steward@company.test")))
                .isEqualTo(new Outcome.Done());
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[主数据] 申请 R1 待您审批");
        assertThat(mail.getContent().toString().replace("\r", ""))
                .contains("申请 R1 待您审批\n电话\nhttps://hub.test/inbox/1", "foot");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<id-1@127.0.0.1>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void nothing_that_was_typed_becomes_a_header() throws Exception {
        MailChannel channel = channel(server.getSmtp().getPort(), "");
        channel.send(letter("Hello\r\nBcc: thief@evil.test\r\n\r\nbody\u2028x"), to("steward@company.test"));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Hello Bcc: thief@evil.test body x");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.test\r\nBcc: c@d.test",
                "a@b.test,c@d.test",
                "a@b.test>",
                "nobody",
                "@b.test",
                "a b@c.test",
                "A <a@b.test>"
            })
    void an_address_is_one_plain_address(String address) {
        assertThat(channel(server.getSmtp().getPort(), "").send(letter("x"), to(address)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void mail_goes_to_the_company_only_where_its_domains_are_named() {
        MailChannel channel = channel(server.getSmtp().getPort(), "company.test, other.test");
        assertThat(channel.send(letter("x"), to("a@evil.test"))).isInstanceOf(Outcome.Refused.class);
        assertThat(channel.send(letter("x"), to("a@Other.test"))).isEqualTo(new Outcome.Done());
    }

    @Test
    void a_server_that_is_away_is_tried_later() {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(channel(port, "").send(letter("x"), to("a@b.test"))).isInstanceOf(Outcome.Later.class);
    }
}
