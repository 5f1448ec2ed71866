// Asks the catalogue with the soap package from its WSDL. Arguments: base user password text
const soap = require('soap');

const [base, user, password, text] = process.argv.slice(2);

async function main() {
  const security = new soap.BasicAuthSecurity(user, password);
  const client = await soap.createClientAsync(`${base}/services/catalog?wsdl`);
  client.setSecurity(security);
  const [answer] = await client.FindSubjectsAsync({ text });
  for (const subject of [].concat(answer.subject || [])) {
    console.log(subject.code, subject.name.zh);
  }
}

main().catch((fault) => {
  console.error(fault.body || fault.message);
  process.exit(1);
});
