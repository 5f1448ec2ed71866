"""Asks many subjects with zeep, each from its own WSDL. Arguments: BASE FILE; see clients/README.md."""
import sys

import zeep
import zeep.helpers
from lxml import etree
from requests import Session
from requests.auth import HTTPBasicAuth
from zeep.transports import Transport

base, file = sys.argv[1:3]
for line in open(file, encoding="utf-8"):
    user, password, subject, key, value, *said = line.rstrip("\n").split("\t")
    session = Session()
    session.trust_env = False
    session.auth = HTTPBasicAuth(user, password)
    headers = []
    for name, text in zip(("purpose", "caseNumber"), said):
        header = etree.Element(f"{{urn:lingnan:hub:1}}{name}")
        header.text = text
        headers += [header] if text else []
    try:
        client = zeep.Client(f"{base}/services/{subject}?wsdl", transport=Transport(session=session),
                             settings=zeep.Settings(strict=True))
        answer = client.service.Query(**{key: value}, _soapheaders=headers)
        records = zeep.helpers.serialize_object(answer)["record"]
        print(f"{subject}\t{len(records)}")
    except Exception as failure:  # whatever goes wrong with one, the others are still asked
        print(f"{subject}\t{type(failure).__name__}: {failure}")
