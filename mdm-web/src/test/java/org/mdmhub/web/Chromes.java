package org.mdmhub.web;

import java.io.File;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The browsers of this JVM. Starting one takes longer than most pages, so one that is given back waits for the next test,
 * which gets it with a tab of its own and nothing left of the last one: no cookie, no storage, no cache, no history.
 */
final class Chromes {

    private static final Deque<ChromeDriver> IDLE = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.forEach(ChromeDriver::quit)));
    }

    private Chromes() {}

    static ChromeDriver take() {
        ChromeDriver idle = IDLE.poll();
        return idle == null ? start(Map.of()) : idle;
    }

    static ChromeDriver withoutScript() {
        return start(Map.of("profile.managed_default_content_settings.javascript", 2));
    }

    /** Takes it for the next test; one of which something would be left is ended. */
    static void giveBack(ChromeDriver driver, String hub) {
        if (forgotten(driver, hub)) {
            IDLE.add(driver);
        } else {
            driver.quit();
        }
    }

    private static boolean forgotten(ChromeDriver driver, String hub) {
        try {
            Set<String> old = driver.getWindowHandles();
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
            driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", hub, "storageTypes", "all"));
            driver.switchTo().newWindow(WindowType.TAB);
            String fresh = driver.getWindowHandle();
            old.forEach(handle -> driver.switchTo().window(handle).close());
            driver.switchTo().window(fresh);
            return true;
        } catch (WebDriverException e) {
            return false;
        }
    }

    private static ChromeDriver start(Map<String, Object> settings) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en");
        options.setExperimentalOption("prefs", settings);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver"))
                .build();
        return new ChromeDriver(service, options);
    }

    private static File onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the browser journeys need " + program
                        + " on the PATH; on Debian: apt-get install chromium chromium-driver fonts-noto-cjk"));
    }
}
