package dev.andon.eventstore;

import java.util.Comparator;

/**
 * Orders texts as their bytes in UTF-8 are ordered, unsigned: in encodings, and in the index of a file. Java orders them by
 * their characters, which is the same but that surrogates stand for what comes after all others.
 */
public enum ByUtf8 implements Comparator<String> {

    ORDER;

    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int index = 0; index < length; index++) {
            char mine = one.charAt(index);
            char theirs = other.charAt(index);
            if (mine != theirs) {
                return Character.isSurrogate(mine) == Character.isSurrogate(theirs)
                        ? Character.compare(mine, theirs)
                        : Boolean.compare(Character.isSurrogate(mine), Character.isSurrogate(theirs));
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
