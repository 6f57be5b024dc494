package dev.andon.eventstore.faults;

/** How much is broken: a little in every build, as much as somebody asks for by {@code event-store/torture}. */
final class Extent {

    /** All chance comes from it; a failure names it, and the same number makes the same choices again. */
    static final long SEED = Long.getLong("andon.faults.seed", System.nanoTime());

    private static final int TIMES = Integer.getInteger("andon.faults.times", 1);

    private Extent() {}

    static int times(int inEveryBuild) {
        return inEveryBuild * TIMES;
    }

    static String seed() {
        return "andon.faults.seed=" + SEED;
    }

    /** Whoever waits for minutes may see how far it has got. */
    static void progress(String what, int done, int all) {
        if (TIMES > 1 && (done % Math.max(1, all / 20) == 0 || done == all)) {
            System.out.printf("%s: %,d of %,d%n", what, done, all);
        }
    }
}
