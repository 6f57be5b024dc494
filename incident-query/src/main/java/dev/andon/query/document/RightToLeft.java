package dev.andon.query.document;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * Has Hebrew and Arabic drawn from right to left, and Arabic letters joined, as ICU knows it: a PDF draws what it is given from
 * left to right, sign by sign, so that a sentence would have to be read from its end.
 */
final class RightToLeft implements BidiReorderer {

    private static final int LETTERS = ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;

    private final ArabicShaping joined = new ArabicShaping(LETTERS | ArabicShaping.LETTERS_SHAPE);
    private final ArabicShaping apart = new ArabicShaping(LETTERS | ArabicShaping.LETTERS_UNSHAPE);

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
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

    /** Finds what runs which way in a paragraph. */
    static final class Splitter implements BidiSplitter {

        private final Bidi paragraph = new Bidi();

        @Override
        public void setParagraph(String text, byte direction) {
            paragraph.setPara(text, direction, null);
        }

        @Override
        public int countTextRuns() {
            return paragraph.countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            var run = paragraph.getVisualRun(index);
            return new BidiTextRun(run.getStart(), run.getLength(), run.getDirection());
        }

        @Override
        public byte getBaseDirection(String text) {
            return Bidi.getBaseDirection(text);
        }
    }
}
