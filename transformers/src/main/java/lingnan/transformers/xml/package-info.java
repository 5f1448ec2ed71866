/** XML parsers and writers, made and hardened in one place, and the strict pass over a SOAP envelope. Bytes in, bytes out. */
@NullMarked
package lingnan.transformers.xml;

import org.jspecify.annotations.NullMarked;
