package dev.andon.access;

import org.jspecify.annotations.Nullable;

/**
 * What the names and values of headers may be made of: the same that Spring Security's firewall allows if it is not told
 * otherwise. It has a regular expression for it, and every header is looked at whenever it is read.
 */
final class Characters {

    private Characters() {}

    /** Whether each is assigned, and none controls a device. */
    static boolean haveAMeaning(@Nullable String text) {
        return text == null || isPrintableAscii(text) || text.codePoints().allMatch(Characters::hasAMeaning);
    }

    static boolean haveAMeaningOrAreTabs(@Nullable String text) {
        return text == null || isPrintableAscii(text)
                || text.codePoints().allMatch(character -> character == '\t' || hasAMeaning(character));
    }

    private static boolean hasAMeaning(int character) {
        return Character.isDefined(character) && !Character.isISOControl(character);
    }

    /** As nearly every header is. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
