package dev.andon.eventstore.faults;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line to a MongoDB server that fails at chosen moments. It knows where a message ends, since the worst moments are
 * defined by that: a request that has arrived whole while its reply never does looks to the sender like one that was lost.
 */
final class UnreliableLine implements AutoCloseable {

    /** What becomes of one request. */
    enum Fault {
        /** It does not arrive, and the connection ends. */
        CUT_BEFORE,
        /** Half of it arrives. */
        CUT_WITHIN,
        /** The server does what it is asked to, and nobody hears of it. */
        REPLY_LOST,
        /** It is on its way when the connection is reset. */
        RESET,
        /** It arrives when its sender has given it up, and may have sent it again on another connection. */
        LATE,
        REQUEST_STALLED, REPLY_STALLED, BYTE_BY_BYTE
    }

    private static final int LENGTH_BYTES = 4;
    private static final int COMMAND_AT = 26;
    private static final byte[] INSERT = "insert\0".getBytes(StandardCharsets.US_ASCII);
    private static final int FEWER_IN_OTHERS = 8;
    private static final int CRUMBS = 1_000;

    private final InetSocketAddress server;
    private final Random random;
    private final int longestStallMilliseconds;
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private ServerSocket door;
    private volatile int faultsInHundred;

    UnreliableLine(InetSocketAddress server, long seed, int longestStallMilliseconds) {
        this.server = server;
        this.random = new Random(seed);
        this.longestStallMilliseconds = longestStallMilliseconds;
        this.door = listen(0);
        this.port = door.getLocalPort();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** How often the rarest of the faults has happened to an insert. */
    synchronized int leastHappened() {
        return Stream.of(Fault.values()).mapToInt(fault -> happened.getOrDefault(fault, 0)).min().orElseThrow();
    }

    /** From now on so many inserts in a hundred meet with a fault, and fewer of the other requests. */
    void becomeUnreliable(int faults) {
        faultsInHundred = faults;
    }

    /** As if the server had gone: every connection ends, and none can be made. */
    void goAway() throws IOException {
        door.close();
        connections.forEach(Connection::close);
    }

    /** Under the same address. */
    void comeBack() {
        door = listen(port);
    }

    /** Waits for what is still on its way. */
    @Override
    public void close() throws IOException {
        goAway();
        threads.close();
    }

    private ServerSocket listen(int onPort) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort));
            threads.execute(() -> accept(socket));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Connection connection = new Connection(socket.accept(), new Socket());
                connections.add(connection);
                threads.execute(connection::carryRequests);
            }
        } catch (IOException closed) {
            // nobody can come in any more
        }
    }

    private synchronized int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** Null if nothing. */
    private synchronized @Nullable Fault next(byte[] request) {
        boolean insert = isInsert(request);
        if (random.nextInt(100) >= (insert ? faultsInHundred : faultsInHundred / FEWER_IN_OTHERS)) {
            return null;
        }
        Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
        if (insert) {
            happened.merge(fault, 1, Integer::sum);
        }
        return fault;
    }

    /** Behind a header, flags and two lengths a message has the name of its command. */
    private static boolean isInsert(byte[] request) {
        return request.length > COMMAND_AT + INSERT.length
                && Arrays.equals(request, COMMAND_AT, COMMAND_AT + INSERT.length, INSERT, 0, INSERT.length);
    }

    private void stall() throws InterruptedException {
        Thread.sleep(upTo(longestStallMilliseconds));
    }

    private final class Connection {

        private final Socket client;
        private final Socket upstream;
        private final CountDownLatch replied = new CountDownLatch(1);
        private volatile boolean replyIsLost;
        private volatile boolean replyIsStalled;

        Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void carryRequests() {
            try (client; upstream) {
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                upstream.connect(server);
                threads.execute(this::carryReplies);
                DataInputStream requests = new DataInputStream(client.getInputStream());
                while (carry(message(requests), upstream.getOutputStream())) {
                    // until the line is cut
                }
            } catch (IOException | InterruptedException ended) {
                // by one of the two ends
            } finally {
                connections.remove(this);
            }
        }

        /** Returns whether the connection goes on. */
        private boolean carry(byte[] request, OutputStream out) throws IOException, InterruptedException {
            Fault fault = next(request);
            if (fault == null) {
                out.write(request);
                return true;
            }
            return switch (fault) {
                case CUT_BEFORE -> false;
                case CUT_WITHIN -> {
                    out.write(request, 0, upTo(request.length));
                    yield false;
                }
                case REPLY_LOST -> {
                    replyIsLost = true;
                    out.write(request);
                    yield true; // up to the reply
                }
                case RESET -> {
                    out.write(request);
                    client.setSoLinger(true, 0);
                    yield false;
                }
                case LATE -> {
                    client.close();
                    stall();
                    replyIsLost = true;
                    out.write(request);
                    replied.await();
                    yield false;
                }
                case REQUEST_STALLED -> {
                    stall();
                    out.write(request);
                    yield true;
                }
                case REPLY_STALLED -> {
                    replyIsStalled = true;
                    out.write(request);
                    yield true;
                }
                case BYTE_BY_BYTE -> {
                    crumble(request, out);
                    yield true;
                }
            };
        }

        private void crumble(byte[] message, OutputStream out) throws IOException {
            for (int index = 0; index < message.length; index++) {
                int piece = index < CRUMBS ? 1 : message.length - index;
                out.write(message, index, piece);
                index += piece - 1;
            }
        }

        private void carryReplies() {
            try (client; upstream) {
                DataInputStream replies = new DataInputStream(upstream.getInputStream());
                while (true) {
                    byte[] reply = message(replies);
                    if (replyIsLost) {
                        return;
                    }
                    if (replyIsStalled) {
                        replyIsStalled = false;
                        stall();
                    }
                    client.getOutputStream().write(reply);
                }
            } catch (IOException | InterruptedException ended) {
                // by one of the two ends
            } finally {
                replied.countDown();
            }
        }

        private byte[] message(DataInputStream in) throws IOException {
            byte[] length = in.readNBytes(LENGTH_BYTES);
            if (length.length < LENGTH_BYTES) {
                throw new EOFException();
            }
            int bytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
            byte[] message = new byte[bytes];
            System.arraycopy(length, 0, message, 0, LENGTH_BYTES);
            in.readFully(message, LENGTH_BYTES, bytes - LENGTH_BYTES);
            return message;
        }

        void close() {
            try {
                client.close();
            } catch (IOException already) {
                // all the same
            }
        }
    }
}
