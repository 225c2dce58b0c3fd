package org.mdmhub.mother;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Files as people photograph and save them, each with a content of its own. */
public final class PaperMother {

    private static final Random RANDOM = new Random();

    private PaperMother() {}

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpg");
    }

    private static byte[] picture(String form) {
        BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200; i++) {
            image.setRGB(RANDOM.nextInt(60), RANDOM.nextInt(80), new Color(RANDOM.nextInt(0xffffff)).getRGB());
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, form, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] pdf() {
        return ("%PDF-1.4\n% " + RANDOM.nextLong() + "\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                        + "trailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    public static byte[] webp() {
        String body = "WEBPVP8 " + String.format("%016x", RANDOM.nextLong());
        return ("RIFF" + (char) body.length() + "\0\0\0" + body).getBytes(ISO_8859_1);
    }
}
