package lingnan.hub.interaction;

import lingnan.hub.kernel.MessageId;

/**
 * What leaves the hub as the response to a request.
 *
 * @param status the HTTP status: 200, 401 with a challenge, 500 for faults, 4xx where the request was no SOAP at all
 * @param outcome {@code ok} or the fault's code, for metrics
 */
public record Reply(MessageId message, int status, String contentType, byte[] body, String outcome) {}
