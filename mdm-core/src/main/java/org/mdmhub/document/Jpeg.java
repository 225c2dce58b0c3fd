package org.mdmhub.document;

/** How large a picture in the JPEG form says it is. */
final class Jpeg {

    private static final long[] NONE = {0, 0};
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;

    private Jpeg() {}

    /** Width and height of its frame, zeros where it has none. */
    static long[] size(byte[] content) {
        int at = 2;
        while (at + 9 < content.length && (content[at] & 0xff) == 0xff) {
            int mark = content[at + 1] & 0xff;
            if (isFrame(mark)) {
                return new long[] {two(content, at + 7), two(content, at + 5)};
            }
            // a fill byte, or a segment that tells its length
            at += mark == 0xff ? 1 : 2 + two(content, at + 2);
        }
        return NONE;
    }

    private static boolean isFrame(int mark) {
        return mark >= FIRST_FRAME && mark <= LAST_FRAME && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
    }

    private static int two(byte[] content, int at) {
        return (content[at] & 0xff) << 8 | (content[at + 1] & 0xff);
    }
}
