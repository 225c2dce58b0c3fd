package org.mdmhub.web.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Plain text by SMTP. A mail that is sent once more keeps its Message-ID, by which its reader's program knows it. */
@Component
class MailChannel implements Channel {

    private static final Pattern CODE = Pattern.compile("\\b([45])\\d\\d\\b");
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration LONG_REST = Duration.ofMinutes(10);

    private final MailSettings settings;

    MailChannel(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean ready() {
        return settings.usable();
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public Outcome send(Letter letter, Address to) {
        if (!settings.takes(to.to())) {
            return new Outcome.Refused("the address is not allowed");
        }
        Session session = Session.getInstance(properties());
        MimeMessage mail;
        try {
            mail = mail(session, letter, to.to());
        } catch (MessagingException e) {
            return new Outcome.Refused(
                    "the mail cannot be written: " + e.getClass().getSimpleName());
        }
        return sent(session, mail);
    }

    private Outcome sent(Session session, MimeMessage mail) {
        try (Transport transport = session.getTransport()) {
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            return handed(transport, mail);
        } catch (AuthenticationFailedException e) {
            return new Outcome.Later(LONG_REST, "the mail server refuses the login");
        } catch (MessagingException e) {
            return new Outcome.Later(REST, "the mail server is not reachable");
        }
    }

    private static Outcome handed(Transport transport, MimeMessage mail) {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Done();
        } catch (SendFailedException e) {
            Exception cause = e.getNextException() == null ? e : e.getNextException();
            Matcher code = CODE.matcher(String.valueOf(cause.getMessage()));
            if (!code.find()) {
                return new Outcome.Refused("the mail server does not take the address");
            }
            return code.group(1).equals("4")
                    ? new Outcome.Later(Duration.ZERO, "the mail server answers " + code.group())
                    : new Outcome.Refused("the mail server answers " + code.group());
        } catch (MessagingException e) {
            return new Outcome.Unknown("the mail server gave no answer");
        }
    }

    private MimeMessage mail(Session session, Letter letter, String to) throws MessagingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + settings.host() + ">");
            }
        };
        mail.setFrom(strict(settings.from()));
        mail.setRecipient(Message.RecipientType.TO, strict(to));
        mail.setSubject(line(letter.subject()), StandardCharsets.UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress strict(String address) throws AddressException {
        return new InternetAddress(address, true);
    }

    /** One line of a header, whatever somebody wrote into it. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private Properties properties() {
        Properties all = new Properties();
        boolean tls = settings.security().equals("tls");
        String protocol = tls ? "smtps" : "smtp";
        all.put("mail.transport.protocol", protocol);
        all.put("mail." + protocol + ".host", settings.host());
        all.put("mail." + protocol + ".port", String.valueOf(settings.port()));
        all.put("mail." + protocol + ".auth", String.valueOf(!settings.user().isEmpty()));
        all.put("mail." + protocol + ".connectiontimeout", "5000");
        all.put("mail." + protocol + ".timeout", "10000");
        all.put("mail." + protocol + ".writetimeout", "10000");
        all.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        all.put(
                "mail.smtp.starttls.required",
                String.valueOf(settings.security().equals("starttls")));
        all.put("mail.smtp.starttls.enable", String.valueOf(settings.security().equals("starttls")));
        return all;
    }
}
