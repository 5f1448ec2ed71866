<?php
// Asks with PHP's SoapClient from the WSDL. Arguments: see clients/README.md.
[, $base, $user, $password, $subject, $pair, $field] = $argv;
[$key, $value] = explode('=', $pair, 2);
$client = new SoapClient("$base/services/$subject?wsdl", [
    'login' => $user,
    'password' => $password,
    'soap_version' => SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$headers = [];
foreach (['purpose' => $argv[7] ?? '', 'caseNumber' => $argv[8] ?? ''] as $name => $text) {
    if ($text !== '') {
        $headers[] = new SoapHeader('urn:lingnan:hub:1', $name, $text);
    }
}
$client->__setSoapHeaders($headers);
try {
    $answer = $client->Query([$key => $value]);
} catch (SoapFault $fault) {
    fwrite(STDERR, "$fault->faultcode $fault->faultstring\n");
    exit(1);
}
$text = $answer->record[0]->$field;
echo is_object($text) ? $text->_ : $text, "\n";
