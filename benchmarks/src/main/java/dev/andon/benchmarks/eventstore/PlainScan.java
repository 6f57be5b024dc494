package dev.andon.benchmarks.eventstore;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;

/** Reads every commit of a file, in order, and hashes what it has read: what anybody must do who checks a log. */
final class PlainScan {

    private PlainScan() {}

    public static void main(String[] arguments) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] last = {};
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT body FROM commits ORDER BY first")) {
            while (rows.next()) {
                last = digest.digest(rows.getBytes(1));
            }
        }
        System.out.println(HexFormat.of().formatHex(last));
    }
}
