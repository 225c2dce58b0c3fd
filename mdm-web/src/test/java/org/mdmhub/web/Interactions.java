package org.mdmhub.web;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * Does in a browser what a person does, and counts what is not typed text: clicks, keys, and pages that load. What a job
 * may cost stands in the journeys.
 */
public final class Interactions {

    private final Browser browser;
    private int clicks;
    private int keys;
    private int loads;

    public Interactions(Browser browser) {
        this.browser = browser;
    }

    public void click(By what) {
        clicks++;
        browser.click(what);
    }

    /** A click that leads to another page. */
    public void clickAway(By what) {
        loads++;
        browser.leave(() -> click(what));
    }

    /** Keys pressed together, as Control and Enter, count as one. */
    public void press(CharSequence... chord) {
        keys++;
        Actions hand = new Actions(browser.driver());
        int last = chord.length - 1;
        for (int i = 0; i < last; i++) {
            hand.keyDown(chord[i]);
        }
        hand.sendKeys(chord[last]);
        for (int i = last - 1; i >= 0; i--) {
            hand.keyUp(chord[i]);
        }
        hand.perform();
    }

    /** A key that leads to another page. */
    public void pressAway(CharSequence... chord) {
        loads++;
        browser.leave(() -> press(chord));
    }

    /** Text where the cursor stands; it costs nothing but the typing. */
    public void type(String text) {
        new Actions(browser.driver()).sendKeys(text).perform();
    }

    /** To the next field, and text there. */
    public void next(String text) {
        press(Keys.TAB);
        type(text);
    }

    public int count() {
        return clicks + keys + loads;
    }

    public int clicks() {
        return clicks;
    }

    public int loads() {
        return loads;
    }
}
