package dev.andon.benchmarks.commands;

/**
 * What is sent over and over.
 *
 * @param path has a {@code %d} for the number of an incident, if there are any to be shared out over
 * @param firstIncident the lowest of their numbers
 * @param incidents how many there are; 0 if the path names none
 */
record Request(String method, String path, String body, long firstIncident, long incidents) {

    private static final String TEXT = "The error rate of the checkout went from 0.1 % to 12 % within four minutes, and "
            + "the deployment of version 2026.11.3 had ended one minute earlier.";
    private static final String FINDING = "{\"kind\": \"OBSERVATION\", \"text\": \"" + TEXT + "\"}";
    private static final String DECLARATION = "{\"title\": \"Checkout is down\", \"severity\": \"SEV2\", "
            + "\"services\": [\"checkout\"], \"detection\": {\"source\": \"ALERT\"}, \"summary\": \"" + TEXT + "\"}";
    private static final String RECORDED_FINDING = "{\"incidentId\":\"INC-1\",\"findingId\":\"F-QGBG\","
            + "\"kind\":\"OBSERVATION\",\"text\":\"" + TEXT + "\",\"links\":[],\"visibility\":\"INTERNAL\","
            + "\"occurredAt\":\"2026-11-29T14:33:00.431448558Z\"}";
    private static final String RECORDED_DECLARATION = "{\"incidentId\":\"INC-1\",\"title\":\"Checkout is down\","
            + "\"severity\":\"SEV2\",\"services\":[\"checkout\"],\"detection\":{\"source\":\"ALERT\"},"
            + "\"summary\":\"" + TEXT + "\",\"drill\":false,\"occurredAt\":\"2026-11-29T14:33:00.234103962Z\"}";

    /** What is recorded of {@link #declare}. */
    static Request bareDeclaration() {
        return new Request("POST", BareServer.DECLARATION, RECORDED_DECLARATION, 0, 0);
    }

    /** What is recorded of {@link #addFinding}. */
    static Request bareFinding() {
        return new Request("POST", BareServer.FINDING, RECORDED_FINDING, 0, 0);
    }

    static Request health() {
        return new Request("GET", "/actuator/health/liveness", "", 0, 0);
    }

    static Request declare() {
        return new Request("POST", "/api/v1/incidents", DECLARATION, 0, 0);
    }

    static Request addFinding(long firstIncident, long incidents) {
        return new Request("POST", "/api/v1/incidents/INC-%d/findings", FINDING, firstIncident, incidents);
    }

    /** The one with this number. */
    String path(long number) {
        return incidents == 0 ? path : path.formatted(firstIncident + number % incidents);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
