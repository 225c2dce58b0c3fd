package org.mdmhub.web;

import java.io.File;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Starts headless browsers, each with nothing left of any other. */
final class Chromes {

    private Chromes() {}

    static ChromeDriver start() {
        return start(Map.of());
    }

    static ChromeDriver withoutScript() {
        return start(Map.of("profile.managed_default_content_settings.javascript", 2));
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
