package lingnan.transformers.xml;

import java.util.List;

/**
 * An envelope whose Body holds several blocks, as RPC/encoded ones do: the answer first, then what it refers to.
 *
 * @param blocks at least one
 */
public record SoapBlocks(SoapVersion version, List<HeaderBlock> headers, List<XmlElement> blocks) {

    public SoapBlocks {
        headers = List.copyOf(headers);
        blocks = List.copyOf(blocks);
    }
}
