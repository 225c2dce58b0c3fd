package org.mdmhub.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium at the hub, for tests. Pictures of all pages are taken only where the system property
 * {@code mdm.screens} is true.
 */
public final class Browser implements AutoCloseable {

    private static final boolean PICTURES = Boolean.getBoolean("mdm.screens");
    private static final Path SCREENS = Path.of("target/screens");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int ZOOMED = 320;
    private static final Dimension PICTURE = new Dimension(1200, 750);
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    private final ChromeDriver driver;
    private final String hub;

    private Browser(ChromeDriver driver, String hub) {
        this.driver = driver;
        this.hub = hub;
        wide();
    }

    /** A browser with JavaScript, as most people have it. */
    public static Browser at(int port) {
        return new Browser(Chromes.start(), "http://localhost:" + port);
    }

    public static Browser withoutScript(int port) {
        return new Browser(Chromes.withoutScript(), "http://localhost:" + port);
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void go(String path) {
        driver.get(hub + path);
    }

    public void logIn(String login, String password) {
        go("/login");
        type("username", login);
        type("password", password);
        clickAndWait(By.cssSelector("main button[type=submit]"));
    }

    public void logOut() {
        click(By.cssSelector("details.hub-menu > summary"));
        clickAndWait(By.cssSelector("form[action='/logout'] button"));
    }

    /** Replaces what the field with this id holds. */
    public void type(String id, String text) {
        WebElement field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    public void click(By what) {
        WebElement element = driver.findElement(what);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Clicks what leads to another page, and waits until that one is there. */
    public void clickAndWait(By what) {
        leave(() -> click(what));
    }

    /** Does what leads to another page, and waits until that one is there. */
    public void leave(Runnable deed) {
        WebElement before = page();
        deed.run();
        // between two pages the driver may name no element at all; that is waited out like the old page
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(present -> !page().equals(before) && !all("#main").isEmpty());
    }

    /** Waits until the page shows it, as where a fragment comes after the page. */
    public WebElement waitFor(By what) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Waits until the main part says so, as where an answer is swapped into the page. */
    public void told(String words) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(present -> text().contains(words));
    }

    /** Waits until it holds; a page that is just being exchanged does not hold yet. */
    public void waitUntil(BooleanSupplier holds) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(present -> holds.getAsBoolean());
    }

    private WebElement page() {
        return driver.findElement(By.tagName("html"));
    }

    /** What a person reads in the main part of the page. */
    public String text() {
        return driver.findElement(By.id("main")).getText();
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public String path() {
        return java.net.URI.create(driver.getCurrentUrl()).getPath();
    }

    /** The page as it is, in both widths, in both languages; ends wide and in English, pictures or not. */
    public void photograph(String name) {
        wide();
        String here = String.valueOf(driver.getCurrentUrl()).replaceFirst("[?&]lang=[^&]*$", "");
        for (String language : PICTURES ? List.of("zh-CN", "en") : List.of("en")) {
            driver.get(here + (here.contains("?") ? "&" : "?") + "lang=" + language);
            for (int width : List.of(NARROW, WIDE)) {
                shoot(name + "-" + language + "-" + width, width);
            }
        }
    }

    /** The page as it stands, for one that came in answer to a form and cannot be asked for again. */
    public void snap(String name) {
        shoot(name + "-" + NARROW, NARROW);
        shoot(name + "-" + WIDE, WIDE);
    }

    /** Free of violations of WCAG 2.2 AA that a machine can find, in both widths, with pictures in both languages. */
    public void accessible(String name) {
        photograph(name);
        accessible();
    }

    /** The same for the page as it stands, without pictures. */
    public void accessible() {
        reflows();
        narrow();
        noViolation();
        wide();
        noViolation();
    }

    /** At four times its size a page of a desk is this wide, and still needs no scrolling to the side (WCAG 1.4.10). */
    private void reflows() {
        width(ZOOMED);
        assertThat((Long) driver.executeScript("return document.documentElement.scrollWidth"))
                .as("width of %s", path())
                .isLessThanOrEqualTo((long) ZOOMED);
    }

    // axe calls the mode without a second window old; it is quicker, and as good where there is no frame to look into
    @SuppressWarnings("deprecation")
    private void noViolation() {
        AxeBuilder axe = new AxeBuilder().withTags(WCAG);
        assertThat((all("iframe").isEmpty() ? axe.setLegacyMode() : axe)
                        .analyze(driver)
                        .getViolations())
                .extracting(Browser::told)
                .as(path())
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    /** A picture of the window as it stands, as a JPEG small enough for a page of the guide. */
    public void picture(Path file) {
        driver.manage().window().setSize(PICTURE);
        try {
            BufferedImage shot = ImageIO.read(new ByteArrayInputStream(driver.getScreenshotAs(OutputType.BYTES)));
            BufferedImage plain = new BufferedImage(shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_INT_RGB);
            plain.createGraphics().drawImage(shot, 0, 0, null);
            Files.createDirectories(file.getParent());
            ImageIO.write(plain, "jpg", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wide();
    }

    /** As on a telephone. */
    public void narrow() {
        width(NARROW);
    }

    /** As on a desk. */
    public void wide() {
        width(WIDE);
    }

    private void width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
    }

    private void shoot(String name, int width) {
        if (!PICTURES) {
            return;
        }
        width(width);
        try {
            Files.createDirectories(SCREENS);
            Files.write(SCREENS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where a page asked for something that our content security policy forbids. */
    @Override
    public void close() {
        try {
            assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                    .extracting(LogEntry::getMessage)
                    .noneMatch(message -> message.contains("Content Security Policy"));
        } finally {
            driver.quit();
        }
    }
}
