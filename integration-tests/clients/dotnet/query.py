"""The bytes that .NET's SOAP stack sends: a first request without credentials, a quoted SOAPAction, Expect: 100-continue
before the body, and the body in chunks. Arguments: see clients/README.md."""
import base64
import socket
import sys
import xml.etree.ElementTree as xml
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

base, user, password, subject, pair, field = sys.argv[1:7]
key, value = pair.split("=", 1)
namespace = f"urn:lingnan:gz:{subject}:1"
headers = "".join(
    f'<{name} xmlns="urn:lingnan:hub:1">{escape(text)}</{name}>'
    for name, text in zip(("purpose", "caseNumber"), sys.argv[7:])
)
envelope = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">'
    + (f"<soap:Header>{headers}</soap:Header>" if headers else "")
    + f'<soap:Body><Query xmlns="{namespace}"><{key}>{escape(value)}</{key}></Query></soap:Body></soap:Envelope>'
).encode("utf-8")
hub = urlsplit(base)


def head(stream):
    """Status and headers, by lower-case name."""
    status = int(stream.readline().split()[1])
    fields = {}
    for line in iter(stream.readline, b"\r\n"):
        name, _, text = line.decode("latin-1").partition(":")
        fields[name.strip().lower()] = text.strip()
    return status, fields


def body(stream, fields):
    if fields.get("transfer-encoding", "").lower() == "chunked":
        content = b""
        while size := int(stream.readline().split(b";")[0], 16):
            content += stream.read(size)
            stream.readline()
        stream.readline()
        return content
    return stream.read(int(fields["content-length"])) if "content-length" in fields else stream.read()


def post(credentials):
    with socket.create_connection((hub.hostname, hub.port or 80), timeout=60) as connection:
        stream = connection.makefile("rb")
        lines = [
            f"POST /services/{subject} HTTP/1.1",
            "User-Agent: Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 2.0.50727.3603)",
            "Content-Type: text/xml; charset=utf-8",
            f'SOAPAction: "{namespace}#Query"',
            f"Host: {hub.netloc}",
            "Transfer-Encoding: chunked",
            "Expect: 100-continue",
            "Connection: Keep-Alive",
        ]
        if credentials:
            lines.append("Authorization: Basic " + base64.b64encode(credentials.encode("utf-8")).decode("ascii"))
        connection.sendall("\r\n".join(lines + ["", ""]).encode("latin-1"))
        status, fields = head(stream)
        if status == 100:
            half = len(envelope) // 2
            for piece in (envelope[:half], envelope[half:], b""):
                connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
            status, fields = head(stream)
        return status, fields, body(stream, fields)


status, fields, content = post(None)
if status == 401 and fields.get("www-authenticate", "").lower().startswith("basic"):
    status, fields, content = post(f"{user}:{password}")
if status != 200:
    sys.exit(f"{status} {content.decode('utf-8', 'replace')}")
text = xml.fromstring(content).find(f".//{{{namespace}}}{field}").text
sys.stdout.buffer.write((text + "\n").encode("utf-8"))
