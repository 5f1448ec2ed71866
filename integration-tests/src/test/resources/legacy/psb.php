<?php
// A caller of the police's old service: WSDL and citizen's number; prints name and address.
$client = new SoapClient($argv[1], ['cache_wsdl' => WSDL_CACHE_NONE, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS]);
$people = $client->QueryPopulation(['GMSFHM' => $argv[2]])->QueryPopulationResult->Population;
foreach ($people as $person) {
    echo "$person->XM\t$person->HJXZ\t$person->CSRQ\n";
}
