package dev.andon.query.document;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Has Hebrew and Arabic drawn from right to left, and Arabic letters joined, as ICU knows it: a PDF draws what it is given from
 * left to right, sign by sign, so that a sentence would have to be read from its end.
 *
 * <p>What is drawn next to each other comes in the order in which it was written. So a number amid Hebrew words is part of
 * what is turned around, and is itself turned back: as a run of its own, it would leave the words before it to the left.
 */
final class RightToLeft implements BidiReorderer {

    private static final int LETTERS = ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;

    private final ArabicShaping joined = new ArabicShaping(LETTERS | ArabicShaping.LETTERS_SHAPE);
    private final ArabicShaping apart = new ArabicShaping(LETTERS | ArabicShaping.LETTERS_UNSHAPE);

    @Override
    public String reorderRTLTextToLTR(String text) {
        return new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT).writeReordered(Bidi.DO_MIRRORING);
    }

    @Override
    public String shapeText(String text) {
        return shaped(text, joined);
    }

    /** For a font that lacks the joined letters. */
    @Override
    public String deshapeText(String text) {
        return shaped(text, apart);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    private static String shaped(String text, ArabicShaping shaping) {
        try {
            return shaping.shape(text);
        } catch (ArabicShapingException _) {
            return text;
        }
    }

    /** Finds what runs which way in a paragraph, in the order in which it was written. */
    static final class Splitter implements BidiSplitter {

        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String text, byte direction) {
            var paragraph = new Bidi();
            paragraph.setPara(text, direction, null);
            runs.clear();
            int start = 0;
            for (int end = 1; end <= text.length(); end++) {
                if (end == text.length() || isTurned(paragraph, end) != isTurned(paragraph, start)) {
                    runs.add(new BidiTextRun(start, end - start, isTurned(paragraph, start) ? Bidi.RTL : Bidi.LTR));
                    start = end;
                }
            }
        }

        private static boolean isTurned(Bidi paragraph, int index) {
            return paragraph.getLevelAt(index) > 0;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        @Override
        public byte getBaseDirection(String text) {
            return Bidi.getBaseDirection(text);
        }
    }
}
