"""Opens a bundle with PyPI `jwcrypto` and prints its payload.

HEARTH_PASSPHRASE=… python3 open_with_jwcrypto.py bundle.json
"""

import os
import sys
import unicodedata

from jwcrypto import jwa, jwe, jwk
from jwcrypto.common import base64url_encode

# jwcrypto's defaults (16,384 iterations, 256 KiB compressed) are below what a bundle has.
jwa.default_max_pbkdf2_iterations = 2_000_000
jwe.default_max_compressed_size = 64 * 1024 * 1024
jwe.default_max_plaintext_size = 256 * 1024 * 1024

# Accents are spelt in Unicode's composed form before they become bytes.
passphrase = unicodedata.normalize("NFC", os.environ["HEARTH_PASSPHRASE"])
key = jwk.JWK(kty="oct", k=base64url_encode(passphrase))

token = jwe.JWE(algs=["PBES2-HS512+A256KW", "A256GCM"])
with open(sys.argv[1], encoding="utf-8") as file:
    token.deserialize(file.read())
token.decrypt(key)
sys.stdout.buffer.write(token.payload)
