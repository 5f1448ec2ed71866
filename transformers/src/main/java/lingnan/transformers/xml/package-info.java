/**
 * XML parsers and writers, made and hardened in one place ({@link lingnan.transformers.xml.HardenedXml},
 * {@link lingnan.transformers.xml.Schemas}), the strict pass over a SOAP envelope
 * ({@link lingnan.transformers.xml.StrictSoapReader}) and the writer of envelopes and faults
 * ({@link lingnan.transformers.xml.SoapWriter}). Bytes in, bytes out. Knows nothing of agencies or subjects.
 */
@NullMarked
package lingnan.transformers.xml;

import org.jspecify.annotations.NullMarked;
