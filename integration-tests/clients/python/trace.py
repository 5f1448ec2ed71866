"""Looks with zeep, from the WSDL, at a message. Arguments: base user password messageId."""
import sys

import zeep
from requests import Session
from requests.auth import HTTPBasicAuth
from zeep.transports import Transport

base, user, password, message = sys.argv[1:5]
session = Session()
session.trust_env = False
session.auth = HTTPBasicAuth(user, password)
client = zeep.Client(f"{base}/services/trace?wsdl", transport=Transport(session=session))
try:
    steps = client.service.GetTrace(messageId=message)
except zeep.exceptions.Fault as fault:
    code = fault.detail.find(".//{urn:lingnan:hub:1}code")
    sys.exit("no code" if code is None else code.text)
print(" ".join(step.kind for step in steps))
