package dev.andon.benchmarks.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param mongoDbUri of a real server; without it a stand-in is used
 */
record Options(Plan plan, @Nullable String mongoDbUri, boolean embedded, boolean mongoDb) {

    private static final String USAGE = """
            Usage: benchmarks/run event-store [--quick | --promises | --full] [--only embedded | --only mongodb] [--mongodb-uri URI]
              --quick        the same rows with less certainty, and little of the matrix: a few minutes
              --promises     nothing of the matrix
              --full         the entire matrix
              --only         leaves the other log out
              --mongodb-uri  a real server to measure on, where databases are created and dropped""";

    static Options parse(String[] arguments) {
        Options options = new Options(Plan.standard(), null, true, true);
        for (int index = 0; index < arguments.length; index++) {
            options = switch (arguments[index]) {
                case "--quick" -> options.with(Plan.quick());
                case "--promises" -> options.with(Plan.promises());
                case "--full" -> options.with(Plan.full());
                case "--only" -> options.only(value(arguments, ++index));
                case "--mongodb-uri" -> new Options(options.plan, value(arguments, ++index), options.embedded,
                        options.mongoDb);
                default -> throw usage();
            };
        }
        return options;
    }

    private Options with(Plan other) {
        return new Options(other, mongoDbUri, embedded, mongoDb);
    }

    private Options only(String log) {
        return switch (log) {
            case "embedded" -> new Options(plan, mongoDbUri, true, false);
            case "mongodb" -> new Options(plan, mongoDbUri, false, true);
            default -> throw usage();
        };
    }

    private static String value(String[] arguments, int index) {
        if (index == arguments.length) {
            throw usage();
        }
        return arguments[index];
    }

    private static IllegalArgumentException usage() {
        return new IllegalArgumentException(USAGE);
    }
}
