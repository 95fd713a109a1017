"""Makes a bundle with PyPI `jwcrypto` and prints it.

HEARTH_PASSPHRASE=… python3 seal_with_jwcrypto.py payload.json > bundle.json
"""

import json
import os
import sys
import unicodedata

from jwcrypto import jwa, jwe, jwk
from jwcrypto.common import base64url_encode

# jwcrypto refuses to make more iterations than this; its default is fewer than Hearth accepts.
jwa.default_max_pbkdf2_iterations = 1_000_000

passphrase = unicodedata.normalize("NFC", os.environ["HEARTH_PASSPHRASE"])
key = jwk.JWK(kty="oct", k=base64url_encode(passphrase))

with open(sys.argv[1], "rb") as file:
    payload = file.read()
protected = {
    "cty": "hearth-workbook+json",
    "enc": "A256GCM",
    "hearth": 1,
    "typ": "hearth-bundle+json",
    "zip": "DEF",
}
token = jwe.JWE(payload, json.dumps(protected), algs=["PBES2-HS512+A256KW", "A256GCM"])
token.add_recipient(key, json.dumps({"alg": "PBES2-HS512+A256KW", "p2c": 1_000_000}))

# With one recipient jwcrypto writes the flattened form; a bundle is always in the general form.
written = json.loads(token.serialize())
recipient = {name: written.pop(name) for name in ("header", "encrypted_key") if name in written}
written.setdefault("recipients", [recipient])
sys.stdout.write(json.dumps(written))
