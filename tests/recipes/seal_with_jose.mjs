// Makes a bundle with npm `jose` and prints it.
// HEARTH_PASSPHRASE=… node seal_with_jose.mjs payload.json > bundle.json

import { readFile } from 'node:fs/promises'
import { GeneralEncrypt } from 'jose'

const payload = await readFile(process.argv[2])
const passphrase = new TextEncoder().encode(process.env.HEARTH_PASSPHRASE.normalize('NFC'))

const encrypt = new GeneralEncrypt(payload).setProtectedHeader({
  cty: 'hearth-workbook+json',
  enc: 'A256GCM',
  hearth: 1,
  typ: 'hearth-bundle+json',
  zip: 'DEF',
})
encrypt
  .addRecipient(passphrase)
  .setUnprotectedHeader({ alg: 'PBES2-HS512+A256KW' })
  .setKeyManagementParameters({ p2c: 1_000_000 })
process.stdout.write(JSON.stringify(await encrypt.encrypt()))
