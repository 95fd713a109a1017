// Checks the `jose` recipes both ways against the app's own code (`examples/bundle.rs`).

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const folder = join(root, 'target/tmp/recipes-jose')
mkdirSync(folder, { recursive: true })
process.env.HEARTH_PASSPHRASE = 'héron-kettle-plum-gravité-otter-lantern'

// Larger than the library's own limit on what a file may unpack to, and in several scripts.
const payload = join(folder, 'payload.json')
const text = 'Fictional. Cwtch, ਘਰ, خاندان, 家, 🦉, <b>bold</b>. '
writeFileSync(payload, JSON.stringify({ format: 'check', texts: Array.from({ length: 20_000 }, (_, n) => text + n) }))
const original = readFileSync(payload)

function run(program, args) {
  const done = spawnSync(program, args, { cwd: root, maxBuffer: 1 << 28 })
  if (done.status !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed:\n${done.error ?? done.stderr}`)
  }
  return done.stdout
}
const app = (...args) => run('cargo', ['run', '--quiet', '--example', 'bundle', '--', ...args])
const recipe = (name, file) => run('node', [join(here, name), file])
function same(what, bytes) {
  if (!original.equals(bytes)) throw new Error(`${what}: not the payload that went in`)
  console.log(`${what}: the same, ${bytes.length} bytes`)
}

const ours = join(folder, 'ours.json')
app('seal', payload, ours)
same('Made by Hearth, opened by jose', recipe('open_with_jose.mjs', ours))

const theirs = join(folder, 'theirs.json')
const opened = join(folder, 'opened.json')
writeFileSync(theirs, recipe('seal_with_jose.mjs', payload))
app('open', theirs, opened)
same('Made by jose, opened by Hearth', readFileSync(opened))

const frozen = 'tests/fixtures/bundles/v1'
process.env.HEARTH_PASSPHRASE = 'héron-kettle-plum-gravité'
if (!readFileSync(join(root, `${frozen}.payload.json`)).equals(recipe('open_with_jose.mjs', `${frozen}.json`))) {
  throw new Error('The frozen bundle did not open to its payload')
}
console.log('The frozen bundle of version 1, opened by jose: the same')
