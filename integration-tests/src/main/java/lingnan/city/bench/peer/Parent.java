package lingnan.city.bench.peer;

import java.io.IOException;

/** What the process that started this one hears from it. */
final class Parent {

    private Parent() {}

    /** Says where, waits until the parent is gone or closes the standard input, and ends. */
    static void listening(int port) throws IOException {
        System.out.println("LISTENING " + port);
        while (System.in.read() >= 0) {
            // What the parent says does not matter, only that it is there.
        }
        Runtime.getRuntime().halt(0);
    }
}
