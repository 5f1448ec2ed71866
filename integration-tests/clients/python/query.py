"""Asks with zeep from the WSDL. Arguments: see clients/README.md."""
import sys

import zeep
import zeep.helpers
from lxml import etree
from requests import Session
from requests.auth import HTTPBasicAuth
from zeep.transports import Transport

base, user, password, subject, pair, field = sys.argv[1:7]
key, value = pair.split("=", 1)
session = Session()
session.trust_env = False
session.auth = HTTPBasicAuth(user, password)
client = zeep.Client(f"{base}/services/{subject}?wsdl", transport=Transport(session=session))
headers = []
for name, text in zip(("purpose", "caseNumber"), sys.argv[7:]):
    header = etree.Element(f"{{urn:lingnan:hub:1}}{name}")
    header.text = text
    headers.append(header)


def texts(answer):
    """The field wherever it stands: how deep depends on the WSDL's choice of a receipt."""
    if isinstance(answer, dict):
        for name, content in answer.items():
            if name == field and content is not None:
                yield content["_value_1"] if isinstance(content, dict) else content
            else:
                yield from texts(content)
    elif isinstance(answer, (list, tuple)):
        for element in answer:
            yield from texts(element)


try:
    answer = client.service.Query(**{key: value}, _soapheaders=headers)
except zeep.exceptions.Fault as fault:
    sys.exit(f"{fault.code} {fault.message}")
sys.stdout.buffer.write((str(next(texts(zeep.helpers.serialize_object(answer)))) + "\n").encode("utf-8"))
