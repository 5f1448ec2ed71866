package lingnan.hub.messagelog;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Zstandard at level 1. Compression contexts hold memory outside the heap, so as many are kept as work at once. */
final class Compression {

    private static final int LEVEL = 1;
    private static final long LARGEST = 1L << 30;

    private static final ConcurrentLinkedQueue<ZstdCompressCtx> IDLE = new ConcurrentLinkedQueue<>();

    private Compression() {}

    static byte[] compress(byte[] plain) {
        ZstdCompressCtx context = IDLE.poll();
        if (context == null) {
            context = new ZstdCompressCtx();
            context.setLevel(LEVEL);
        }
        try {
            return context.compress(plain);
        } finally {
            IDLE.add(context);
        }
    }

    /** @throws TamperedContent if the bytes are no frame of known size */
    static byte[] decompress(byte[] frame) {
        long size = Zstd.getFrameContentSize(frame);
        if (size < 0 || size > LARGEST) {
            throw new TamperedContent("it is not compressed as the log compresses");
        }
        try {
            return Zstd.decompress(frame, (int) size);
        } catch (ZstdException e) {
            throw new TamperedContent("it does not decompress");
        }
    }
}
