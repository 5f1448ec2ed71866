"""Asks the catalogue with zeep, from its WSDL. Arguments: base user password operation name=value ...

Prints the codes that came, a line each; for DescribeSubject the provider's Chinese name and the fields granted.
"""
import sys

import zeep
from requests import Session
from requests.auth import HTTPBasicAuth
from zeep.transports import Transport

base, user, password, operation = sys.argv[1:5]
asked = dict(argument.split("=", 1) for argument in sys.argv[5:])
session = Session()
session.trust_env = False
session.auth = HTTPBasicAuth(user, password)
client = zeep.Client(
    f"{base}/services/catalog?wsdl",
    transport=Transport(session=session),
    settings=zeep.Settings(strict=True, raw_response=False),
)
try:
    answer = client.service[operation](**asked)
except zeep.exceptions.Fault as fault:
    code = fault.detail.find(".//{urn:lingnan:hub:1}code")
    sys.exit("no code" if code is None else code.text)
if operation == "FindSubjects":
    print("\n".join(subject.code for subject in answer.subject))
elif operation == "DescribeSubject":
    print(answer.summary.provider.name.zh)
    print("\n".join(field.name for field in answer.field if field.granted))
else:
    print("\n".join(each.code for each in answer))
