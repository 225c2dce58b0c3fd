package org.mdmhub.sync.sandbox;

/** A page as it is written down; all text goes through one place that escapes it. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Markup of our own. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** An element with nothing but text in it. */
    Html tag(String element, String text) {
        String name = element.contains(" ") ? element.substring(0, element.indexOf(' ')) : element;
        page.append('<').append(element).append('>');
        page.append(escaped(text));
        page.append("</").append(name).append('>');
        return this;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
