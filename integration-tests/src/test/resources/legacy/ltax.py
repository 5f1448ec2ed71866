"""A caller of local tax' old service: WSDL and taxpayer number; prints the string that comes back."""
import sys

import zeep
from requests import Session
from zeep.transports import Transport

session = Session()
session.trust_env = False
client = zeep.Client(sys.argv[1], transport=Transport(session=session))
request = (
    '<?xml version="1.0" encoding="GBK"?><HtRequest><head><service>TAX_STATUS</service></head>'
    f"<body><NSRSBH>{sys.argv[2]}</NSRSBH><ZZJGDM/><ZCH/></body></HtRequest>"
)
answer = client.service.invoke(type="TAX_STATUS", xml=request)
sys.stdout.buffer.write(answer.encode("utf-8"))
