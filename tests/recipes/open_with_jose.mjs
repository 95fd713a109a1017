// Opens a bundle with npm `jose` and prints its payload.
// HEARTH_PASSPHRASE=… node open_with_jose.mjs bundle.json

import { readFile } from 'node:fs/promises'
import { generalDecrypt } from 'jose'

const bundle = JSON.parse(await readFile(process.argv[2], 'utf8'))
// Accents are spelt in Unicode's composed form before they become bytes.
const passphrase = new TextEncoder().encode(process.env.HEARTH_PASSPHRASE.normalize('NFC'))

const { plaintext } = await generalDecrypt(bundle, passphrase, {
  keyManagementAlgorithms: ['PBES2-HS512+A256KW'], // jose allows passphrases only when asked to
  contentEncryptionAlgorithms: ['A256GCM'],
  maxPBES2Count: 2_000_000, // jose's default is 10,000
  maxDecompressedLength: 256 * 1024 * 1024, // jose's default is 250,000 bytes
})
process.stdout.write(plaintext)
