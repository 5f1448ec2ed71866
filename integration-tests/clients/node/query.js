// Asks with the soap package from the WSDL. Arguments: see clients/README.md.
const soap = require('soap');

const [base, user, password, subject, pair, field, purpose, caseNumber] = process.argv.slice(2);
const [key, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];

async function main() {
  const security = new soap.BasicAuthSecurity(user, password);
  const authorization = {};
  security.addHeaders(authorization);
  const client = await soap.createClientAsync(`${base}/services/${subject}?wsdl`, { wsdl_headers: authorization });
  client.setSecurity(security);
  for (const [name, text] of Object.entries({ purpose, caseNumber })) {
    if (text) {
      client.addSoapHeader({ [name]: text }, '', 'h', 'urn:lingnan:hub:1');
    }
  }
  const [answer] = await client.QueryAsync({ [key]: value });
  const record = [].concat(answer.record)[0];
  const text = record[field];
  console.log(text && text.$value !== undefined ? text.$value : text);
}

main().catch((fault) => {
  console.error(fault.body || fault.message);
  process.exit(1);
});
