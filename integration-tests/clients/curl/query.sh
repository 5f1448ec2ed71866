#!/bin/sh
# Asks with curl alone. Arguments: see clients/README.md.
set -eu
base=$1 user=$2 password=$3 subject=$4 key=${5%%=*} value=${5#*=} field=$6 purpose=${7:-} case=${8:-}
namespace="urn:lingnan:gz:$subject:1"

escape() { printf '%s' "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'; }
header() { [ -z "$2" ] || printf '<h:%s>%s</h:%s>' "$1" "$(escape "$2")" "$1"; }

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
status=$(printf '%s' "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:h=\"urn:lingnan:hub:1\">\
<soap:Header>$(header purpose "$purpose")$(header caseNumber "$case")</soap:Header>\
<soap:Body><Query xmlns=\"$namespace\"><$key>$(escape "$value")</$key></Query></soap:Body></soap:Envelope>" |
    curl --silent --show-error --user "$user:$password" --header 'Content-Type: text/xml; charset=utf-8' \
        --header "SOAPAction: \"$namespace#Query\"" --data-binary @- --output "$answer" --write-out '%{http_code}' \
        "$base/services/$subject")
if [ "$status" != 200 ]; then
    cat "$answer" >&2
    exit 1
fi
tr -d '\r\n' <"$answer" | grep -oE "<([A-Za-z0-9]+:)?$field( [^>]*)?>[^<]*" | sed 's/^[^>]*>//'
