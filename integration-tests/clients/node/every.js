// Asks many subjects with the soap package, each from its own WSDL. Arguments: BASE FILE; see clients/README.md.
const fs = require('fs');
const soap = require('soap');

const [base, file] = process.argv.slice(2);

async function ask([user, password, subject, key, value, purpose, caseNumber]) {
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
  return [].concat(answer.record).length;
}

async function main() {
  for (const line of fs.readFileSync(file, 'utf8').trim().split('\n')) {
    const question = line.split('\t');
    try {
      console.log(`${question[2]}\t${await ask(question)}`);
    } catch (failure) {
      console.log(`${question[2]}\t${failure.message}`);
    }
  }
}

main();
