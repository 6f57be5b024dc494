package dev.andon.eventstore.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentClaimsContract;
import dev.andon.eventstore.SegmentProgress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSegmentClaimsTest extends SegmentClaimsContract {

    @TempDir
    private Path directory;

    @Override
    protected SegmentClaims open() {
        return SqliteSegmentClaims.open(directory);
    }

    @Test
    void progressAndTheStoresNameOutliveTheProcess() {
        var before = open();
        before.add("timeline", List.of(SegmentProgress.unclaimed(0, 0, "99"))).block();
        String name = before.storeId().block();
        before.close();

        var after = open();

        assertThat(after.segment("timeline", 0).block()).isEqualTo(SegmentProgress.unclaimed(0, 0, "99"));
        assertThat(after.storeId().block()).isEqualTo(name);
        after.close();
    }
}
